import type { Group } from '../sentences.ts';

export const hours: Group<'hours'> = {
  shown: (text) => `Aapke khulne ka samay: ${text}`,
  howToChange:
    'Badalne ke liye: !hours aur naya samay. Ek din ke liye: !closed kal, ya !hours kal 10-14',
  none: 'Khulne ka samay abhi tay nahi hai. Jaise: !hours Som-Shukra 9-18, Shani 10-14, 25 December band',
  set: (text) => `Ab aapke khulne ka samay hai: ${text}`,
  before: (text) => `Pehle: ${text}`,
  removed: 'Aapke khulne ka samay hata diya gaya.',
  tooLong: (length, most) =>
    `Khulne ke samay ke liye yeh bahut lamba hai: ${length} akshar, aur ${most} ho sakte hain. Baaki ke liye !add bhejiye.`,
  understood: 'Maine yeh samjha:',
  specialDays: 'Khaas din:',
  notUnderstood: (words) =>
    `Yeh samajh nahi aaya: ${words}. Customers ko yeh jaisa likha hai waisa hi bataya jata hai.`,
  saidTwice: (days) => `${days} ke baare mein ismein do baatein hain: baad wali maani jayegi.`,
  nothingRead:
    'Mujhe ismein din aur samay samajh nahi aaye, isliye main ise jaisa likha hai waisa batata hoon, aur yeh nahi bata sakta ki kis samay aap khule hain. Aise likhiye: Som-Shukra 9-18, Shani 10-14',
  kept: 'Alag alag dinon ke liye jo tay tha woh rahega (!open aur din likhne se woh hat jata hai):',
  separateDay:
    'Aapke khulne ka samay har hafte ke liye hai, isliye maine use nahi badla: ek din ki baat alag se bhejiye, jaise !closed kal ya !hours kal 10-14',

  howToClose:
    'Likhiye kaun sa din, jaise: !closed kal, !closed 25 December, !closed Som-Budh, ya !closed kal shaadi',
  howToOpen: 'Likhiye kaun sa din, jaise: !open kal. Doosre samay ke liye: !open kal 10-14',
  noDay: (text) => `"${text}" kaun sa din hai, yeh mujhe samajh nahi aaya.`,
  weekly:
    'Har hafte ke kisi din ke liye use apne samay mein likhiye, jaise: !hours Som-Shukra 9-18, Ravi band',
  over: 'Woh din beet chuka hai.',
  part: 'Din ke ek hisse ke liye bataiye ki us din aap kab khule hain, jaise: !hours kal 9-13',
  noReasonWithHours: (text) =>
    `Yeh samajh nahi aaya: "${text}". Kripya sirf din aur samay bhejiye.`,
  daySet: (days) =>
    `Ho gaya. Poochne walon ko yeh bataunga:\n${days}\n!open aur din likhne se yeh hat jata hai.`,
  takenBack: (days) => `Wapas le liya. Aapka roz ka samay rahega:\n${days}`,
  nothingSet: (days) =>
    `Us din ke liye kuch tay nahi tha. Aapka roz ka samay rahega:\n${days}\nDoosre samay ke liye: !open kal 10-14`,
  allTakenBack: 'Wapas le liya. Ab koi din aapke roz ke samay se alag nahi hai.',
};
