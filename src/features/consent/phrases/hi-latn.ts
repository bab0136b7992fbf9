import type { ConsentPhrases } from '../phrases.ts';

export const consentHiLatn: ConsentPhrases = {
  noOffers: (shop) =>
    `Ab aapko ${shop} ke offer nahi aayenge; jawab aur aapke order ki jaankari aati rahegi. Offer phir se paane ke liye START, sab band karne ke liye STOP likhiye.`,
  offersAgain: (shop) =>
    `Ab aapko ${shop} ke offer phir se milenge. Saare message band karne ke liye STOP likhiye.`,
  askStop: (shop) =>
    `Kya aap ${shop} se aur message nahi chahte? Jawab mein likhiye 1: koi message nahi, 2: sirf offer nahi, 3: jaisa hai waisa rehne dein.`,
  unchanged: (shop) =>
    `Theek hai, kuch nahi badla: aapko ${shop} ke message pehle ki tarah milenge.`,
  joinWording: (shop) =>
    `Aapko ${shop} ke offer aur khabrein milengi, mahine mein kuch hi. Aapki phone company charge le sakti hai. Band karne ke liye kabhi bhi STOP likhiye.`,
  confirmJoin: 'Sehmati ke liye 1 likhiye.',
  joined: (shop) =>
    `Dhanyavaad! Ab aapko ${shop} ke offer milenge. Band karne ke liye STOP likhiye.`,
  preferencesLink: (shop, url) =>
    `${shop} aapki pasand ke baare mein kya rakhta hai, yahan dekhiye aur badliye: ${url}`,
  preferencesChoice: (shop, getsOffers) =>
    `Aapko ${shop} ke message milte hain, ${getsOffers ? 'offer bhi' : 'offer nahi'}. Jawab mein likhiye 1: message aur offer, 2: message bina offer ke, 3: koi message nahi.`,
  code: (shop, code) =>
    `${shop} ke liye aapka code ${code} hai. Yeh 10 minute tak chalega. Phone karne wale kisi ko bhi mat bataiye.`,
  page: {
    title: (shop) => `${shop} ke message`,
    intro: (shop) =>
      `Chuniye ki ${shop} aapko kya bhej sakta hai. Aap ise kabhi bhi badal sakte hain.`,
    channels: { whatsapp: 'WhatsApp', sms: 'SMS', email: 'E-mail' },
    transactional: 'Jawab, aur mere order aur appointment ki jaankari',
    marketing: 'Offer aur vigyapan',
    wording: (shop) =>
      `${shop} mujhe yeh yahan bhej sakta hai. Main ise kabhi bhi band kar sakta/sakti hoon.`,
    onSince: (date) => `${date} se chalu`,
    offSince: (date) => `${date} se band`,
    nothingSaid: 'aapne abhi nahi chuna hai',
    language: 'Bhasha',
    save: 'Save karein',
    saved: 'Aapki pasand save ho gayi hai.',
    verified: 'Aapka phone number pakka ho chuka hai.',
    smsStopped: (number) =>
      `Agar aapne kabhi STOP likhkar SMS band kiye the, to ${number} par START bhi bhejiye: aapki phone company yeh maangti hai.`,
    validUntil: (date) => `Yeh page sirf aapka hai. Link ${date} tak chalega.`,
    gone: 'Yeh link ab nahi chalta. Naya paane ke liye “meri pasand” likhiye.',
  },
  joinWords: ['judna hai', 'mujhe jodo', 'mujhe offer chahiye', 'mujhe offers chahiye'],
  preferencesWords: [
    'meri pasand',
    'pasand',
    'meri settings',
    'mera data',
    'mere baare mein aapke paas kya hai',
    'mere bare me aapke paas kya hai',
    'aapke paas mere baare mein kya jaankari hai',
  ],
};
