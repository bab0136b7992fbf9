import type { Group } from '../sentences.ts';

const reply = (canQuote: boolean) => (canQuote ? 'Is message ka jawab dijiye, ya ' : '');

export const questions: Group<'questions'> = {
  one: (shop, question, number, canQuote) =>
    `${shop}: ek customer ne woh poocha hai jo mujhe nahi pata.\n${question}\n${reply(canQuote)}!answer ${number} aur jawab bhejiye. !skip ${number} se yeh sawaal chhoot jata hai.`,
  several: (shop, list, number) =>
    `${shop}: customers ne woh poocha hai jo mujhe nahi pata.\n${list}\n!answer, number aur jawab bhejiye, jaise: !answer ${number} Haan, bilkul. !skip aur number se sawaal chhoot jata hai.`,
  moreUnanswered: (count) => `... aur ${count} aur: !unanswered bhejiye`,
  customers: (count) => `(${count} customer)`,
  shortened: (number) => `(!unanswered ${number} ise poora dikhata hai)`,
  reminder: (shop, list) =>
    `${shop}: inka jawab abhi baaki hai:\n${list}\n!answer, number aur jawab bhejiye, ya !skip aur number.`,
  person: (shop, who, number, text, canQuote) =>
    `${shop}: ${who} kisi insaan se baat karna chahte hain (number ${number}): "${text}"\n${reply(canQuote)}!answer ${number} aur apni baat bhejiye: main use aage bhej doonga. Tab tak main is customer ko jawab nahi doonga; !bot ${number} se main phir jawab doonga.`,
  wantedPerson: (shop, who, number, text, canQuote) =>
    `${shop}: ${who} kisi insaan se baat karna chahte the, jab main aap tak nahi pahunch saka (number ${number}): "${text}"\n${reply(canQuote)}!answer ${number} aur apni baat bhejiye: main use aage bhej doonga.`,
  callBack: (shop, who, number, text) =>
    `${shop}: kripya ${who} ko call kijiye (number ${number}), baat yeh hai: "${text}". Call karne ke baad !skip ${number} bhejiye.`,
  aCustomer: 'ek customer',
  wrotePicture: '(ek photo ya file jise main aage nahi bhej sakta)',
  wroteOther: '(kuch jise main aage nahi bhej sakta)',
  quiet: (number) =>
    `Customer ${number} aur aapke beech kuch der se baat nahi hui, isliye main unhe phir jawab doonga. !answer ${number} ab bhi un tak pahunchta hai.`,
  nobodyCame: (number, minutes) =>
    `Customer ${number} ne ${minutes} minute tak kisi insaan ka intezaar kiya. Maine unhe bataya ki abhi koi khaali nahi hai, aur main phir jawab doonga. !answer ${number} ab bhi un tak pahunchta hai.`,
  tookBack: (number) => `Customer ${number} phir mujhse, yaani bot se, baat karna chahte hain.`,

  howToAnswer: (number) =>
    `Sawaal ka number aur jawab likhiye, jaise: !answer ${number} Haan, bilkul.`,
  noSuchQuestion: (number) => `Sawaal ${number} nahi hai. !unanswered khule sawaal dikhata hai.`,
  noneOpen:
    'Aapke liye koi sawaal baaki nahi hai. !unanswered dikhata hai ki main kinka jawab nahi de saka.',
  whichOne: (list) => `Yeh kis sawaal ka jawab hai? Uska number likhiye, ya nahi.\n${list}`,
  or: 'ya',
  whichShop: (shops) =>
    `Yeh inmein se kisi ke liye ho sakta hai: ${shops}. Isliye maine kuch nahi kiya. Kripya sawaal wale message ka hi jawab dijiye, ya menu bhejkar dukaan chuniye aur phir se bhejiye.`,
  isThatTheAnswer: (words, number, question) =>
    `Kya "${words}" number ${number} ("${question}") ka jawab hai? Haan likhiye to main ise aage bhejunga, ya nahi.`,
  forCustomer: (number) =>
    `Maine yeh customer ${number} ko bhej diya. Agar yeh mere liye tha, to mere sawaal wale message ka hi jawab dijiye.`,
  answeredAlready: (number, text) =>
    `Number ${number} ("${text}") ka jawab diya ja chuka hai, isliye maine kuch nahi bheja.`,
  droppedAlready: (number) => `Number ${number} chhod diya gaya tha, isliye maine kuch nahi bheja.`,
  sent: 'Main yeh aage bhej raha hoon.',
  sentToSeveral: (count) => `Main yeh ${count} customers ko bhej raha hoon.`,
  notSent: (count) =>
    `${count === 1 ? 'Ek customer' : `${count} customers`} ko ab nahi likha ja sakta: WhatsApp ise unke aakhri message ke 24 ghante tak hi hone deta hai, aur STOP ke baad kabhi nahi.`,
  offer: (text) =>
    `Kya main ise aage ke liye yaad rakhoon? Main yeh save karoonga: "${text}"\nHaan likhiye, ya badlein aur apne shabd, ya nahi. (!learn on: main hamesha save karoonga.)`,
  answersOpen: (count, list, people) =>
    `${count === 1 ? 'Yeh ek khule sawaal ka jawab hai' : `Yeh ${count} khule sawaalon ka jawab hai`}:\n${list}\nKya ise poochne wale ${people === 1 ? 'customer' : `${people} customers`} ko bhejun? Haan ya nahi likhiye.`,
  toldAlready: (number: number) => `Number ${number} poochhne wale ko jawab mil chuka hai.`,
  sentToNobody: 'Theek hai, main yeh kisi ko nahi bhejunga.',
  editHow: 'Likhiye ki mujhe yeh kaise yaad rakhna hai, ya nahi likhiye.',
  learnsNow:
    'Ab se main customers ko diye aapke jawab bina pooche save karoonga. !learn off ise band karta hai.',
  learnsNoMore: 'Ab se main koi jawab save karne se pehle poochunga.',
  learns:
    'Main customers ko diye aapke jawab bina pooche save karta hoon. !learn off ise band karta hai.',
  learnsNot:
    'Main koi jawab save karne se pehle poochta hoon. !learn on: main hamesha save karoonga.',
  tooLongToSend: (length, most) =>
    `Yeh aage bhejne ke liye bahut lamba hai: ismein ${length} akshar hain, aur ek jawab mein ${most} ho sakte hain. Maine kuch nahi bheja.`,
  skipped: (number, text) =>
    `Number ${number} chhod diya: "${text}". Customer ko nahi bataya jata.`,
  skippedTold: (number, text, count) =>
    `Number ${number} chhod diya: "${text}". ${count === 1 ? 'Customer' : `${count} customers`} ko batata hoon ki aap iska jawab nahi de sakte.`,
  howToSkip: 'Bataiye kaun sa: !skip aur uska number. !unanswered unhe dikhata hai.',
  notOpen: (number) => `Number ${number} ab khula nahi hai.`,
  inSession: (number) =>
    `Aap yahan jo bhi likhenge, main use customer ${number} ko bhejunga (!command nahi), jab tak aap !bot na bhejein ya kuch der baat na ho.`,
  botAgain: (number) =>
    `Main customer ${number} ko phir jawab doonga, aur unhe yeh bataya jata hai.`,
  noSession: 'Abhi koi customer kisi insaan se baat nahi kar raha: main sabko jawab deta hoon.',
  whoIsBack: (list) =>
    `Kai customer kisi insaan se baat kar rahe hain. !bot aur number bhejiye:\n${list}`,
  unanswered: 'Inka jawab main nahi de saka:',
  latestUnanswered: (shown, total) =>
    `${total} mein se pichhle ${shown}, jinka jawab main nahi de saka:`,
  askedWhen: (count, when) =>
    count === 1 ? `(${when})` : `(${count} customer, pichhli baar ${when})`,
  howToAnswerOne: 'Jawab dene ke liye: !answer, number aur jawab. !skip se sawaal chhoot jata hai.',
};
