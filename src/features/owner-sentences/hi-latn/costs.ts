import type { Group } from '../sentences.ts';

export const costs: Group<'costs'> = {
  dayWarned: (shop, spent, limit) =>
    `${shop}: aaj ka kharch aapke budget ke 80 % tak pahunch gaya hai: ${limit} mein se ${spent}. Budget khatam hone par offer ruk jayenge, aur main customers ko language model ke bina jawab dunga.`,
  daySpent: (shop, spent, limit) =>
    `${shop}: aaj ka budget khatam ho gaya hai: ${limit} mein se ${spent}. Offer kal tak rukenge. Jo mujhe pata hai usse main customers ko jawab deta rahunga, language model ke bina.`,
  monthWarned: (shop, spent, limit) =>
    `${shop}: is mahine ka kharch aapke budget ke 80 % tak pahunch gaya hai: ${limit} mein se ${spent}. Budget khatam hone par offer ruk jayenge, aur main customers ko language model ke bina jawab dunga.`,
  monthSpent: (shop, spent, limit) =>
    `${shop}: is mahine ka budget khatam ho gaya hai: ${limit} mein se ${spent}. Offer agle mahine tak rukenge. Jo mujhe pata hai usse main customers ko jawab deta rahunga, language model ke bina.`,
  costly: (shop, cost, limit) =>
    `${shop}: kal se har baatcheet par ausatan ${cost} kharch hua hai, ${limit} se zyada.`,
  undelivered: (shop, percent, limit) =>
    `${shop}: kal se aapke sirf ${percent} % message pahunche hain, ${limit} % se kam. Jin numberon par aap likhte hain unhe jaanch lijiye.`,
  slow: (shop, seconds, limit) =>
    `${shop}: kal se customers ne jawab ke liye ${seconds} second intezaar kiya hai, ${limit} second se zyada.`,
  longTexts: (shop, segments, limit) =>
    `${shop}: kal se aapke SMS mein ausatan ${segments} segment rahe hain, ${limit} se zyada, aur har ek ke paise lagte hain. Bina emoji ke chhote message saste padte hain.`,
};
