import type { Group } from '../sentences.ts';

export const help: Group<'help'> = {
  help: '!help: yeh list',
  add: '!add <baat>: mujhe kuch sikhana',
  list: '!list [page]: jo mujhe pata hai, number ke saath',
  show: '!show <number>: ek entry poori',
  edit: '!edit <number> <nayi baat>: use badalna',
  delete: '!delete <number>: use hatana',
  undo: '!undo: jo pichhli baar hataya ya badla, use wapas lana',
  sources: '!sources [number]: files jinse maine seekha',
  approve: '!approve <number>: file mein jo mila use save karna',
  search: '!search <shabd>: entry dhoondhna',
  ask: '!ask <sawaal>: dekhna ki customer ko kya jawab milega',
  unanswered: '!unanswered [number]: jinka jawab main nahi de saka',
  answer: '!answer <number> <jawab>: customer ko jawab dena',
  skip: '!skip <number>: koi sawaal chhodna',
  learn: '!learn on: aapke jawab bina pooche save karna (off: pehle poochna)',
  bot: '!bot: customer ko phir mujhse jawab dilwana',
  stats: '!stats: aaj aur 7 din ke aankde',
  hours: '!hours [samay]: khulne ka samay dekhna ya badalna',
  closed: '!closed <din>: kisi din band rakhna',
  open: '!open <din>: use wapas lena',
  pause: '!pause: customers ko jawab dena rokna',
  resume: '!resume: phir se jawab dena',
  templates: '!templates: aapke message template aur WhatsApp ka jawab',
  register: '!register <naam>: is number par dukaan jodna',
};

export const commands: Group<'commands'> = {
  sendMe: 'Mujhe bhejiye:',
  hello: (shop) =>
    `Namaste! Main ${shop} ka assistant hoon, aur ise aap chalate hain. Jo customer poochhenge woh mujhse poochhiye, ya main aur kya kar sakta hoon yeh dekhne ke liye !help bhejiye.`,
  suspended: (shop) =>
    `${shop} yahan suspend hai, isliye main kisi ko jawab nahi deta aur koi command nahi chalata. Kripya yeh service chalane walon se poochhiye.`,
  allRight: 'Theek hai! Main kya kar sakta hoon yeh dekhne ke liye !help bhejiye.',
  unknownCommand: (word) => `Main !${word} nahi jaanta. List ke liye !help bhejiye.`,
  didYouMean: (word, name) => `Main !${word} nahi jaanta. Kya aapka matlab !${name} tha?`,
  meantCommand: (command) => `Kya aapka matlab yeh tha: ${command}?`,
  meantPause: 'Kya aapka matlab !pause tha, taaki main customers ko jawab dena band karoon?',
  meantResume: 'Kya aapka matlab !resume tha, taaki main customers ko phir jawab doon?',
  orSayYes: 'Haan likhiye, ya dobara bhejiye.',
  oneCommandAtATime: 'Kripya ek message mein ek hi command bhejiye. Maine kuch nahi kiya.',
  neverMind: 'Theek hai, maine kuch nahi kiya.',
  tooLate:
    'Woh sawaal ab khula nahi hai, isliye maine kuch nahi kiya. Kripya command dobara bhejiye.',
  nothingAsked:
    'Maine aapse abhi kuch nahi poocha hai. Main kya kar sakta hoon yeh dekhne ke liye !help bhejiye.',
  onlyTheText: '(Maine sirf aapka likha hua liya, file nahi.)',
  location: 'Mujhe map par ek jagah mili, par mujhe shabd chahiye: !add Hamara pata hai ...',
  empty:
    'Us message mein kuch likha nahi tha. Main kya kar sakta hoon yeh dekhne ke liye !help bhejiye.',
  limit: (most, time, minutes) =>
    `Ek ghante mein ${most} command ki limit poori ho gayi, isliye yeh maine nahi chalaya. Kripya ise ${time} baje (${minutes} minute mein) dobara bhejiye.`,

  howToAdd:
    'Use command ke baad likhiye, jaise: !add Hum roz subah 9 se raat 9 baje tak khule hain',
  saved: (number, text) => `Number ${number} par save kiya: "${text}"`,
  savedSeveral: (count) => `${count} entry save ki:`,
  until: (day) => `${day} tak`,
  ended: (day) => `${day} ko khatam`,
  toldUntil: (day) => `Main yeh ${day} ke ant tak bataunga.`,
  howToEndToday:
    'Agar yeh sirf aaj ke liye hai, to waisa hi likhiye ("sirf aaj"), main aaj raat se ise nahi bataunga. "ravivar tak" bhi chalta hai.',
  noSuchDay: (words) =>
    `"${words}" jaisa koi din nahi hota, isliye iska koi ant nahi hai. !edit aur uske number se ise badliye.`,
  knownAlready: (number) => `Yeh mujhe pehle se pata hai: yeh number ${number} hai.`,
  severalKnown: (count, numbers) =>
    `Inmein se ${count} mujhe pehle se pata hain: number ${numbers}.`,
  notForCustomers:
    'Yeh card number, bank khata, pehchaan number ya password jaisa lagta hai. Jo main jaanta hoon woh grahakon ko batata hoon, isliye ise save nahin karta. Kripya iske bina bhejiye.',
  tooLong: (length, most) =>
    `Yeh bahut lamba hai: ismein ${length} akshar hain, aur ek entry mein ${most} ho sakte hain. Kripya ise hisson mein bhejiye.`,
  saveHow: (count, first, second) =>
    `Ise ek entry mein save karoon ya ${count} mein?\n1: ek entry\n2: ${count} alag entry, jaise "${first}" aur "${second}"\n1 ya 2 likhiye, chhodne ke liye nahi likhiye.`,
  saveSeparately: (length, most, count) =>
    `Ismein ${length} akshar hain, aur ek entry mein ${most} ho sakte hain. Kya ise ${count} alag entry mein save karoon? Haan ya nahi likhiye.`,
  oneOrSeparate: 'Kripya 1 (ek entry) ya 2 (alag entry) likhiye, chhodne ke liye nahi likhiye.',
  notSaved: 'Theek hai, maine save nahi kiya.',
  earlierNotSaved: '(Aapki pichhli list save nahi hui.)',

  howToPick: (name) =>
    `Bataiye kaun sa: !${name} aur list mein uska number, jaise !${name} 2. Number dekhne ke liye !list bhejiye.`,
  howToEdit:
    'Number aur nayi baat likhiye, jaise: !edit 2 Shukravar ko hum raat 10 baje band hote hain',
  editWhat: (number, text) =>
    `Number ${number} mein likha hai: "${text}"\nBadalne ke liye !edit ${number} aur nayi baat bhejiye.`,
  noNumberYet: (number) =>
    `Number ${number} nahi hai: mujhe abhi kuch nahi pata. !add se sikhaiye.`,
  onlyNumberOne: (number) =>
    `Number ${number} nahi hai. Sirf number 1 hai; dekhne ke liye !list bhejiye.`,
  noSuchNumber: (number, last) =>
    `Number ${number} nahi hai. Number 1 se ${last} tak hain; dekhne ke liye !list bhejiye.`,
  isDeleted: (number) =>
    `Number ${number} hataya ja chuka hai. !undo pichhli hatayi hui baat wapas lata hai; !list dikhata hai ki kya hai.`,
  changed: (number, before, now) => `Number ${number} badal gaya.\nPehle: ${before}\nAb: ${now}`,
  noEndAnyMore: 'Ab iska koi ant nahi hai.',
  undoChange: '!undo pehle wali baat wapas lata hai.',
  sameAsBefore: (number) => `Number ${number} mein pehle se yahi likha hai.`,
  deleted: (number, text) => `Number ${number} hataya: "${text}"\n!undo ise wapas lata hai.`,
  nothingToUndo:
    'Wapas lane ke liye kuch nahi hai. !undo hatane (!delete) aur badalne ke baad kaam karta hai.',
  changedBack: (number, text) => `Number ${number} phir pehle jaisa hai: "${text}"`,
  restored: (number, text) => `Number ${number} wapas aa gaya: "${text}"`,
  thereAlready: (number, text) =>
    `Jo aapne pichhli baar hataya woh pehle se maujood hai, number ${number} par: "${text}"`,

  nothingYet:
    'Mujhe abhi kuch nahi pata. Sikhaiye: !add Hum roz subah 9 se raat 9 baje tak khule hain',
  known: (count) => `Mujhe ${things(count)}:`,
  knownOnPage: (count, page, pages) => `Mujhe ${things(count)} (${pages} mein se page ${page}):`,
  nextPage: (page) => `Aur: !list ${page}`,
  andMore: (count) => `... aur ${count} aur`,
  onlyOnePage: 'Sirf ek hi page hai: !list bhejiye',
  noSuchPage: (pages) => `Page 1 se ${pages} tak hain.`,
  howToList: (words) =>
    `!list bhejiye, ya doosre page ke liye !list 2. Kuch dhoondhne ke liye: !search ${words}`,
  number: (number, note) => `Number ${number}${note}:`,
  howToSearch: 'Likhiye kya dhoondhna hai, jaise: !search delivery',
  notFound: (words) => `"${words}" ke baare mein kuch nahi mila. Sab dekhne ke liye !list bhejiye.`,
  found: (count) => `${count} ${count === 1 ? 'mila' : 'mile'}:`,
  foundBest: (count, shown) => `${count} mile; sabse nazdeeki ${shown}:`,

  howToAsk: 'Sawaal command ke baad likhiye, jaise: !ask Kya aap delivery karte hain?',
  toldCustomer: 'Customer ko yeh jawab milega:',
  fromEntry: (number, text) => `Number ${number} se: "${text}"`,
  fromHours: 'Aapke khulne ke samay se (!hours).',
  nearest: (number, text) => `Sabse nazdeeki baat jo mujhe pata hai, number ${number}: "${text}"`,
  teachAnswer: 'Mujhe kuch sikhane ke liye !add aur woh baat bhejiye.',
  whilePaused:
    '(Abhi jawab ruke hue hain: customers ko yahi bataya jata hai. !resume se main phir jawab doonga.)',

  paused:
    'Maine customers ko jawab dena band kar diya hai. Unhe yeh bataya jata hai. !resume se main phir shuru karoonga.',
  pausedAlready: 'Main pehle se ruka hua hoon. !resume se main phir shuru karoonga.',
  resumed: 'Main customers ko phir jawab de raha hoon.',
  notPaused: 'Main ruka hua nahi tha: main customers ko jawab de raha hoon.',
  stats: (today, week, known) => `Aaj: ${today}\nPichhle 7 din: ${week}\nMujhe ${things(known)}.`,
  noQuestions: 'koi sawaal nahi.',
  counts: (questions, answered, unanswered, took) =>
    `${questions} sawaal, ${answered} ke jawab diye, ${unanswered} bina jawab ke${took ? `, jawab mein aam taur par ${took} lage` : ''}.`,
  seconds: (seconds) => `${seconds} second`,
  minutes: (minutes) => `${minutes} minute`,
  hours: (hours) => `${hours} ghante`,
  allAnswered: 'Pichhle 30 dinon mein koi sawaal bina jawab ke nahi hai.',

  noRegistration:
    'Yahan message se dukaan register nahi ho sakti. Kripya yeh service chalane walon se poochhiye.',
  howToRegister: 'Naam command ke baad likhiye, jaise: !register Sharma Sweets',
  nameTooLong: (most) => `Yeh naam bahut lamba hai; ismein ${most} akshar ho sakte hain.`,
  noName: (name) =>
    `"${name}" kisi dukaan ka naam nahi ho sakta: usmein akshar hone chahiye, aur woh koi command ya menu, stop jaisa shabd nahi hona chahiye. Jaise: !register Sharma Sweets`,
  nameTaken: (name) =>
    `Is number par "${name}" naam ki ek aur dukaan hai, aur customers dono mein fark nahi kar payenge. Kripya doosre naam se register kijiye, jaise sadak ke naam ke saath: !register ${name}, Main Road`,
  needsPhone:
    'Mujhe aapka phone number nahi dikhta, isliye main aapki dukaan register nahi kar sakta.',
  needsWhatsapp: 'Kripya !register WhatsApp se bhejiye.',
  registered: (name, link) =>
    `"${name}" is number par register ho gayi. Iske customers yahan se shuru kar sakte hain: ${link}\nJo is link ke bina likhte hain unse poocha jata hai ki woh kis dukaan se baat karna chahte hain, aur aapse bhi: chunne ke liye menu bhejiye.`,
  registeredBefore: (name, link) =>
    `Is number par "${name}" pehle se aapki hai. Iske customers yahan se shuru kar sakte hain: ${link}\nDukaan chunne ke liye menu bhejiye.`,
};

const things = (count: number) =>
  count === 1 ? `${count} baat pata hai` : `${count} baatein pata hain`;
