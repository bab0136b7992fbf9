import type { Group } from '../sentences.ts';

const entries = (count: number) => `${count} entry`;
const READABLE = 'PDF, Word (DOCX), text aur CSV files';
const NO_MODEL =
  'Yahan main photo nahi padh sakta aur voice note nahi sun sakta, kyunki koi AI model nahi laga hai.';

export const documents: Group<'documents'> = {
  yourPicture: 'aapki photo',
  yourVoiceNote: 'aapka voice note',
  yourFile: 'aapki file',
  theFile: 'File',
  noModelForPicture: `${NO_MODEL} Kripya photo mein jo likha hai use type kijiye: !add aur woh baat. ${READABLE} bhi chalti hain.`,
  noModelForRecording: `${NO_MODEL} Kripya aapne jo kaha use type kijiye: !add aur woh baat. ${READABLE} bhi chalti hain.`,
  nothingSeen: 'Us photo mein main kuch padh nahi paya. Kripya saaf photo bhejiye, ya type kijiye.',
  nothingHeard: 'Kya kaha gaya, yeh samajh nahi aaya. Kripya dobara record kijiye, ya type kijiye.',
  tooLarge: (name) => `${name}: size 16 MB se zyada hai, main utna hi le sakta hoon.`,
  gone: 'Woh file mujhe nahi mil saki. Kripya dobara bhejiye.',
  tooManyEntries: (name, count, most) =>
    `${name} se ${count} entry banti hain, aur ek file se ${most} ban sakti hain. Kripya ise hisson mein bhejiye.`,

  found: (count, name) => `${name} mein mujhe ${entries(count)} mili:`,
  moreFound: (count) => `... aur ${count} aur (!sources sab dikhata hai)`,
  moreKnown: (count) => `(${entries(count)} aur, jo mujhe pehle se pata thi.)`,
  saveFound: (count, number) =>
    `${count === 1 ? 'Kya ise' : 'Kya inhe'} save karoon? Haan ya nahi likhiye. (Baad mein bhi: !approve ${number})`,
  howToChoose: 'Sirf kuch chahiye: unke number likhiye, jaise 1-5, 8.',
  savedSome: (count, name, number, left) =>
    `${name} se ${entries(count)} save ki, yeh source ${number} hai, aur ${left} chhod di.`,
  noneChosen: (most) =>
    `Maine kuch save nahi kiya: entry ke number 1 se ${most} tak hain. Sabke liye haan likhiye, kisi ke liye nahi to nahi, ya jo chahiye unke number, jaise 1-5, 8.`,
  earlierWaits: (number) =>
    `(Source ${number} ab bhi aapka intezaar kar raha hai: !approve ${number})`,
  allKnown: (name, count) =>
    count === 1
      ? `${name} mein jo hai woh mujhe pehle se pata hai.`
      : `${name} ki sabhi ${count} baatein mujhe pehle se pata hain.`,
  saved: (count, name, number) => `${name} se ${entries(count)} save ki, yeh source ${number} hai.`,
  knew: (count) => `${entries(count)} mujhe pehle se pata thi.`,
  howToRemove: (number) =>
    `!sources aapki files dikhata hai; !delete source ${number} iski saari baatein hata deta hai.`,
  dropped: (name) => `Theek hai, ${name} se maine kuch save nahi kiya.`,
  savedBefore: (number) =>
    `Source ${number} pehle se save hai. !sources ${number} dikhata hai ki usmein kya hai.`,
  nothingWaits:
    'Koi file aapki manzoori ka intezaar nahi kar rahi. !sources aapki bheji files dikhata hai.',
  whichWaits: (list) => `Kaun si? Yeh intezaar kar rahi hain: ${list}`,
  tooLate: (number) =>
    `Woh sawaal ab khula nahi hai, isliye maine kuch save nahi kiya. Jo mila tha woh ab bhi hai: !approve ${number}`,
  noSource: (number) => `Source ${number} nahi hai. !sources sab dikhata hai.`,
  noSources:
    'Aapne mujhe abhi koi file nahi bheji. Menu ya daam ki list PDF, Word (DOCX), text ya CSV mein bhejiye, main usse seekh loonga.',
  sources: 'Files se maine jo seekha:',
  sourceWaits: (name, count, number) =>
    `${name}: ${entries(count)} mili, aapka intezaar hai: !approve ${number}`,
  source: (name, count, day) => `${name}: ${entries(count)}, ${day}`,
  olderOnes: (count) => `... aur ${count} purani`,
  howToSeeOne:
    'Ek dekhne ke liye: !sources aur uska number. Hatane ke liye: !delete source aur uska number.',
  inside: (name, number, count) => `${name} (source ${number}): ${entries(count)}`,
  page: (page, pages) => `${pages} mein se page ${page}`,
  next: (command) => `Aage: ${command}`,
  saveWaiting: (count, number) =>
    `${count === 1 ? 'Ise' : 'Inhe'} save karne ke liye: !approve ${number}`,
  nothingInside: (name) => `${name} ka kuch nahi bacha hai.`,
  howToSource: 'Number likhiye, jaise: !sources 2. Sab dekhne ke liye sirf !sources bhejiye.',
  howToApprove: 'File ka number likhiye, jaise: !approve 2. !sources unhe dikhata hai.',
  howToDelete: 'File ka number likhiye, jaise: !delete source 2. !sources unhe dikhata hai.',
  deleted: (number, name, count) =>
    `Source ${number}, ${name}, ${entries(count)} ke saath hataya. Wapas lane ke liye !undo bhejiye`,
  restored: (number, name, count) =>
    `Source ${number}, ${name}, ${entries(count)} ke saath wapas aa gaya.`,
  useText: 'File ke bina apni likhi baat save karne ke liye yeh bhejiye:',
};

export const unreadable: Group<'unreadable'> = {
  empty: (name) => `${name} mein kuch likha nahi hai: file khaali hai.`,
  broken: (name) =>
    `${name} kharab hai, aur main use khol nahi sakta. Kripya phir se save karke bhejiye.`,
  encrypted: (name) => `${name} par password laga hai. Kripya bina password ke bhejiye.`,
  'too-many-pages': (name, pages, most) =>
    `${name} mein ${pages} page hain, aur main ${most} tak padhta hoon. Kripya sirf woh page bhejiye jinke baare mein customer poochte hain.`,
  'too-much': (name) =>
    `${name} mein itna kuch hai ki main ek baar mein nahi le sakta. Kripya woh hissa bhejiye jiske baare mein customer poochte hain.`,
  'no-text': (name) =>
    `${name} ke pages par sirf tasveerein hain, likha hua kuch nahi, jaise scan mein hota hai. Kripya pages ki photo ya likhi hui file bhejiye.`,
  unsupported: (name) => `${name} aisi file hai jise main padh nahi sakta.`,
  unsupportedKind: (name, kind) => `${name} ek ${kind} file hai, aur use main padh nahi sakta.`,
  readable: `${READABLE} chalti hain.`,
  insteadOfSheet: 'Kripya sheet ko CSV mein save karke bhejiye.',
  insteadOfOldOffice:
    'Yeh purani Office file hai, ya us par password hai: kripya use bina password ke DOCX ya PDF mein save karke bhejiye.',
};
