import type { Group } from '../sentences.ts';

export const offers: Group<'offers'> = {
  understood: (text) => `Maine yeh samjha: "${text}"`,
  wouldTellUntil: (day) => `Main yeh ${day} ke ant tak bataunga.`,
  shallISave: 'Kya ise save karoon? Haan ya nahi likhiye.',
  everyWeek: (words) => `Agar har hafte aisa hai, to likhiye: ${words}`,
  replaces: (number, before) => `Yeh number ${number} ki jagah lega: "${before}"`,
  changes: (number, before, after) =>
    `Isse number ${number} badlega: "${before}"\nnaya: "${after}"`,
  replaceOrNew: 'Badalne ke liye haan likhiye, dono rakhne ke liye naya, ya nahi.',
  replacesWhich: (list) =>
    `Yeh inmein se kiski jagah lega?\n${list}\nUska number likhiye, sab rakhne ke liye naya, ya nahi.`,
  whichOne: (numbers) =>
    `Kripya inmein se ek number likhiye: ${numbers}, ya sab rakhne ke liye naya, ya nahi.`,
  sendWhole: 'Wahan kya likhna hai, yeh samajh nahi aaya. Kripya poori baat ek baar phir bhejiye.',
  noStatement:
    'Mujhe yeh save karne layak baat nahi lagi. Mujhe kuch sikhane ke liye !add aur woh baat bhejiye.',
  changedMeanwhile: (number) =>
    `Number ${number} is beech badal gaya, isliye maine kuch nahi kiya. Kripya dobara bhejiye.`,
  customerAsked: (question) => `Ek customer ne poocha: "${question}"`,
  wouldAnswer: (text) => `Main yeh jawab doonga: ${text}`,
  replyWithAnswer: 'Yeh mujhe abhi nahi pata. Jawab likhiye, main use save kar loonga.',
  skipped: 'Theek hai, maine woh sawaal chhod diya.',
};
