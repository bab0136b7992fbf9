import { consentHiLatn } from '#features/consent/phrases/hi-latn.ts';
import type { Phrases } from '../phrases.ts';
import { clockTime, partTime, uncapitalised } from '../phrase-times.ts';
import type { Speech } from '../speech.ts';
import { anyOf, beginning, pattern } from '../speech.ts';

const orCall = (phone: string | null) =>
  phone ? ` Aap humein ${phone} par call kar sakte hain.` : '';
const OFFER = ' Kya aap chahte hain ki woh aapko call karein? “call karo” likhiye.';

export const hiLatn: Phrases = {
  disclosure: (shop) => `Namaste! Main ${shop} ka automatic assistant hoon.`,
  greeting: (shop) => `Namaste! Main ${shop} ka automatic assistant hoon. Aap kya jaanna chahenge?`,
  thanks: 'Aapka swagat hai! Kuch aur poochna ho to likhiye.',
  identity: (shop, phone) =>
    `Main ${shop} ka automatic assistant hoon, ek machine, insaan nahi.${orCall(phone)}`,
  noPerson: (shop, phone) =>
    `Main ${shop} ka automatic assistant hoon aur yahan aapki kisi insaan se baat nahi kara sakta.${orCall(phone)}`,
  unknown: (phone) => `Maaf kijiye, yeh mujhe nahi pata.${orCall(phone)}`,
  asking: (shop) =>
    `Yeh mujhe nahi pata, isliye main ${shop} se pooch raha hoon. Jawab aapko yahin milega.`,
  noted: (shop) => `Maine yeh ${shop} ke liye likh liya hai.`,
  fromShop: (shop, question, answer) => `“${question}” ke baare mein ${shop}: ${answer}`,
  couldNotAsk: (shop, phone) =>
    `Main aapka sawaal ${shop} tak nahi pahuncha saka. Maine ise unke liye rakh liya hai.${orCall(phone)}`,
  noAnswerYet: ({ shop, question, phone, offersCall }) =>
    `${shop} ne “${question}” ka jawab abhi tak nahi diya hai.${offersCall ? OFFER : ''}${orCall(phone)}`,
  cannotSay: ({ shop, question, phone, offersCall }) =>
    `Maaf kijiye, ${shop} yahan “${question}” ka jawab nahi de sakte.${offersCall ? OFFER : ''}${orCall(phone)}`,
  callMe: ['call karo', 'call karein', 'call karna', 'call kar do', 'phone karo'],
  agreed: ['haan', 'han', 'ha', 'haa', 'ji', 'ji haan', 'haan ji', 'theek hai', 'thik hai'],
  callBackAsked: (shop) => `Theek hai, main ${shop} se keh raha hoon ki woh aapko call karein.`,
  callBackNoted: (shop) => `Theek hai, maine ${shop} ke liye likh liya hai ki aapko call chahiye.`,
  cannotCall: (shop, phone) =>
    `Mujhe yahan aapka phone number nahi dikhta, isliye ${shop} aapko call nahi kar sakte.${orCall(phone)}`,
  toPerson: (shop) =>
    `Main aapka message ${shop} ko de raha hoon, taaki koi insaan aapko yahin likhe. Tab tak main chup rahunga. Mujhse phir baat karne ke liye “bot” likhiye.`,
  botAgain: (shop) => `Ab aap phir se ${shop} ke automatic assistant se baat kar rahe hain.`,
  nobodyFree: (shop, phone) =>
    `${shop} se abhi tak koi nahi aa saka, isliye main phir se jawab de raha hoon. Aapka message unke paas hai.${orCall(phone)}`,
  cannotRead:
    'Main abhi photo, voice note ya file nahi khol sakta. Kripya apna sawaal likh kar bhejiye.',
  cannotOpen: 'Main is tarah ki file nahi khol sakta. Kripya apna sawaal likhein.',
  notMadeOut: 'Maaf kijiye, main yeh samajh nahi paya. Kripya apna sawaal likhein.',
  empty: 'Main woh message nahi padh saka. Kripya apna sawaal likh kar bhejiye.',
  limit: (minutes) =>
    `Is ghante mein aapne kaafi sawaal pooche hain, isliye mujhe rukna hoga. Kripya ${minutes} minute baad likhiye.`,
  mediaLimit: (minutes) =>
    `Is ghante mein aapne kaafi file bheji hain. ${minutes} minute baad aur bhej sakte hain.`,
  paused: (shop, phone) => `Abhi ${shop} ke automatic jawab band hain.${orCall(phone)}`,
  suspended: (shop) => `${shop} abhi yahan message ka jawab nahi de raha hai.`,
  help: (shop, phone) =>
    `Yeh ${shop} ka automatic assistant hai. Sawaal poochiye, dukaan ne jo bataya hai usse main jawab doonga.${orCall(phone)} Message band karne ke liye STOP likhiye.`,
  optedOut: (shop) => `Ab aapko ${shop} se koi message nahi aayega. Mann badle to START likhiye.`,
  optedIn: (shop) => `Aapko ${shop} ke message milte hain. Band karne ke liye STOP likhiye.`,
  optedOutBefore: (shop) =>
    `Aapne ${shop} ke message band kiye the. Phir se paane ke liye START likhiye.`,
  consent: consentHiLatn,
  chooseShop: (numbered) =>
    `Namaste! Main kai dukaanon ka automatic assistant hoon. Aapko kisse baat karni hai? Number likhiye:\n${numbered}`,
  notAChoice: (numbered) => `Kripya jis dukaan se baat karni hai uska number likhiye:\n${numbered}`,
  moreShops: (count) => `... aur ${count} aur. Aapki dukaan yahan na ho to uska naam likhiye.`,
  noShopYet:
    'Namaste! Main ek automatic assistant hoon. Is number par abhi koi dukaan register nahi hai. Apni dukaan register karne ke liye !register aur uska naam bhejiye, jaise: !register Sharma Sweets',
  chosen: (shop) =>
    `Ab aap ${shop} ke automatic assistant se baat kar rahe hain. Aap kya jaanna chahenge? (Doosri dukaan chunne ke liye "menu" likhiye.)`,
  sorry: (phone) =>
    `Maaf kijiye, main jawab nahi de saka. Kripya thodi der mein phir poochiye.${orCall(phone)}`,
  hoursLabel: 'Khulne ka samay',
  hours: {
    weekdays: 'Ravivar Somvar Mangalvar Budhvar Guruvar Shukravar Shanivar'.split(' '),
    months:
      'January February March April May June July August September October November December'.split(
        ' ',
      ),
    today: 'aaj',
    tomorrow: 'kal',
    onDate: (weekday, date) => `${weekday} ${date} ko`,
    date: (day, month) => `${day} ${month}`,
    time: (minutes, clock) =>
      clock === 24
        ? clockTime(minutes, 24)
        : partTime(minutes, ['subah', 'dopahar', 'shaam', 'raat']),
    at: (day, time) => `${day} ${time} baje`,
    yes: (sentence) => `Haan, ${uncapitalised(sentence)}`,
    no: (sentence) => `Nahi, ${uncapitalised(sentence)}`,
    openNow: (until) => `Hum abhi khule hain, ${until} baje tak.`,
    openNowAndOn: 'Hum abhi khule hain, chaubison ghante.',
    closedNow: 'Hum abhi band hain.',
    opens: (when) => `Hum ${when} khulenge.`,
    openOn: (day, spans) => `Hum ${day} khule hain: ${spans} baje.`,
    openAllDayOn: (day) => `Hum ${day} 24 ghante khule hain.`,
    closedOn: (day) => `Hum ${day} band hain.`,
    closedAt: (when) => `Hum ${when} band hain.`,
    afterHours: (when) => `Hum abhi band hain aur ${when} khulenge.`,
    closed: 'band',
    allDay: '24 ghante khula',
    asUsual: 'hamesha ki tarah',
    notUnderstood: 'samajh nahi aaya',
    everyDay: 'har din',
    everyYear: (date) => `${date}, har saal`,
    inYear: (date, year) => `${date} ${year}`,
  },
};

/** What a writer may take us for. */
const machine = anyOf(
  '(?:ek |koi |asli |real )*(?:bot|robot|chatbot|machine|computer|ai|insaan|insan|human|aadmi|person|real|asli)',
);
/** Of "it" and "this" only what no article in a shop is called. */
const bot = '(?:ek |koi )*(?:bot|robot|chatbot|insaan|insan|human)';

export const hinglish: Speech = {
  sentences: hiLatn,
  words: {
    stop: 'roko, band karo, band karein',
    start: 'shuru, shuru karo, chalu karo',
    help: 'madad, sahayata',
    menu: 'menu',
    greeting: 'namaste, namaskar',
    thanks: 'dhanyavaad, dhanyawad, shukriya, thik hai, theek hai',
    yes: 'haan, han, ha, haa, haan ji, ha ji, ji, ji haan, ji ha, jee, thik hai, theek hai, sahi, bilkul, kar do',
    no: 'nahi, nahin, nhi, na, naa, nai, mat karo, rehne do, ji nahi',
    edit: 'badlein, badlo, badlen, badliye, edit karo, edit karein',
    skip: 'chhodein, chhodo, chodo, chhod do, chod do, jaane do, jane do',
    save: 'save karein, save karo, save kardo, save kar do, save kar dijiye, yaad rakho',
    one: 'ek, ek saath, ek sath, ek hi, ek mein, ek entry',
    separate: 'alag, alag alag, alag karo, do',
    replace: 'badlo, badal do, badlein, badal dijiye',
    another: 'naya, nayi, dono, dono rakho, dono rakhein',
    undo: 'wapas laayein, wapas lao, vapas lao, wapas laao, wapis lao, undo karo, pehle jaisa karo',
  },
  wonders: {
    identity: pattern(
      `(?:kya )?(?:aap|ap|tum|tu) ${machine}(?: (?:ho|hai|hain|he|h))?(?: ya ${machine})?(?: (?:ho|hai|hain|he|h))?(?: kya)?`,
      `(?:kya )?(?:yeh|ye) ${bot}(?: ya ${bot})? (?:hai|h)(?: kya)?`,
      `(?:kya )?(?:main |mai |me )?(?:kisi )?${machine} se (?:baat|bat) kar (?:raha|rahi|rha|rhi) (?:hoon|hun|hu|hoo)(?: kya)?`,
      '(?:aap|ap|tum) (?:kaun|kon|koun|kya) (?:ho|hai|hain|he|h)',
      '(?:aapka|apka|tumhara) (?:naam|nam) kya (?:hai|h)',
      '(?:aap )?(?:kaun|kon) (?:bol|baat kar|likh) (?:raha|rahe|rahi|rha|rhe) (?:ho|hai|hain|h)',
    ),
    person: beginning(
      '(?:.{0,25} )?(?:kisi|insaan|insan|human|aadmi|vyakti|malik|owner|manager|agent|staff|person)(?: (?:insaan|insan|human|aadmi|person|real insaan|asli insaan|aur))? se (?:baat|bat) .{0,25}',
    ),
  },
};
