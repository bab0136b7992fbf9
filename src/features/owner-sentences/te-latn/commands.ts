import type { Group } from '../sentences.ts';

export const help: Group<'help'> = {
  help: '!help: ee list',
  add: '!add <vishayam>: naaku edaina nerpadam',
  list: '!list [page]: naaku telisinavi, numberlatho',
  show: '!show <number>: oka entry poortiga',
  edit: '!edit <number> <kotta vishayam>: daanni marchadam',
  delete: '!delete <number>: daanni teeseyadam',
  undo: '!undo: chivariga teesesindi leda marchindi venakki tevadam',
  sources: '!sources [number]: nenu nerchukunna filelu',
  approve: '!approve <number>: file lo dorikinavi save cheyadam',
  search: '!search <padalu>: entrylu vetakadam',
  ask: '!ask <prashna>: customer ku e javabu vastundo choodadam',
  unanswered: '!unanswered [number]: nenu javabu ivvalenivi',
  answer: '!answer <number> <javabu>: customer ku javabu ivvadam',
  skip: '!skip <number>: oka prashnanu vadileyadam',
  learn: '!learn on: mee javabulanu adagakunda save cheyadam (off: mundu adagadam)',
  bot: '!bot: customer ku malli nene javabu ivvadam',
  stats: '!stats: eeroju, 7 rojula lekkalu',
  hours: '!hours [velalu]: pani velalu choodadam leda marchadam',
  closed: '!closed <roju>: oka roju selavu',
  open: '!open <roju>: aa selavu raddu',
  pause: '!pause: customerlaku javabulu aapadam',
  resume: '!resume: malli javabulu modalupettadam',
  templates: '!templates: mee message templatelu, WhatsApp javabu',
  register: '!register <peru>: ee number lo vyaparam cherchadam',
};

export const commands: Group<'commands'> = {
  sendMe: 'Naaku pampandi:',
  hello: (shop) =>
    `Namaskaram! Nenu ${shop} assistant ni, deenni nadipedi meeru. Customerlu adigedi nannu adagandi, leda nenu inka emi cheyagalano choodadaniki !help pampandi.`,
  suspended: (shop) =>
    `${shop} ikkada suspend ayyindi, anduke nenu evariki javabu ivvanu, commandlu amalu cheyanu. Dayachesi ee service nadipevaarini adagandi.`,
  allRight: 'Sare! Nenu emi cheyagalano choodadaniki !help pampandi.',
  unknownCommand: (word) => `!${word} naaku teliyadu. List kosam !help pampandi.`,
  didYouMean: (word, name) => `!${word} naaku teliyadu. Mee uddesham !${name} aa?`,
  meantCommand: (command) => `Mee uddesham idena: ${command}?`,
  meantPause: 'Customerlaku javabulu aapamani, ante !pause, mee uddeshama?',
  meantResume: 'Customerlaku malli javabu ivvamani, ante !resume, mee uddeshama?',
  orSayYes: 'Avunu ani rayandi, leda malli pampandi.',
  oneCommandAtATime: 'Dayachesi oka message lo oke command pampandi. Nenu emi cheyaledu.',
  neverMind: 'Sare, nenu emi cheyaledu.',
  tooLate:
    'Aa prashna ippudu terichi ledu, anduke nenu emi cheyaledu. Dayachesi command malli pampandi.',
  nothingAsked:
    'Nenu mimmalni ippudu emi adagaledu. Nenu emi cheyagalano choodadaniki !help pampandi.',
  onlyTheText: '(Meeru rasindi matrame teesukunnanu, file kaadu.)',
  location: 'Map lo oka chotu vachindi, kaani naaku matalu kavali: !add Maa address ...',
  empty: 'Aa message lo emi rasi ledu. Nenu emi cheyagalano choodadaniki !help pampandi.',
  limit: (most, time, minutes) =>
    `Oka gantalo ${most} commandla parimithi poorti ayyindi, anduke deenni amalu cheyaledu. Dayachesi ${time} ki (${minutes} nimishallo) malli pampandi.`,

  howToAdd:
    'Command tarvata rayandi, udaharanaku: !add Memu prati roju udayam 9 nundi ratri 9 varaku terichi untamu',
  saved: (number, text) => `Number ${number} ga save chesanu: "${text}"`,
  savedSeveral: (count) => `${count} entrylu save chesanu:`,
  until: (day) => `${day} varaku`,
  ended: (day) => `${day} tho mugisindi`,
  toldUntil: (day) => `Deenni ${day} chivari varaku chebutanu.`,
  howToEndToday:
    'Idi eeroju matrame aite alage rayandi ("eeroju matrame"), ee ratri nundi cheppanu. "adivaram varaku" kuda pani chestundi.',
  noSuchDay: (words) =>
    `"${words}" ane roju ledu, anduke deeniki mugimpu ledu. !edit mariyu daani number tho marchandi.`,
  knownAlready: (number) => `Adi naaku munde telusu: adi number ${number}.`,
  severalKnown: (count, numbers) => `Veetilo ${count} naaku munde telusu: numberlu ${numbers}.`,
  notForCustomers:
    'Idi card number, bank khata, gurthimpu sankhya leda password laaga undi. Naaku telisinadi customers ki chebutanu, kabatti deenni save cheyanu. Dayachesi adi lekunda pampandi.',
  tooLong: (length, most) =>
    `Idi chala podavuga undi: indulo ${length} aksharalu unnayi, oka entry lo ${most} undavachu. Dayachesi bhagaluga pampandi.`,
  saveHow: (count, first, second) =>
    `Deenni oke entry ga save cheyala, ${count} gana?\n1: oke entry\n2: ${count} veru veru entrylu, udaharanaku "${first}" mariyu "${second}"\n1 leda 2 ani rayandi, vaddanukunte vaddu ani rayandi.`,
  saveSeparately: (length, most, count) =>
    `Indulo ${length} aksharalu unnayi, oka entry lo ${most} undavachu. ${count} veru veru entryluga save cheyala? Avunu leda vaddu ani rayandi.`,
  oneOrSeparate:
    'Dayachesi 1 (oke entry) leda 2 (veru veru entrylu) ani rayandi, vaddanukunte vaddu ani rayandi.',
  notSaved: 'Sare, save cheyaledu.',
  earlierNotSaved: '(Mee munupati list save kaaledu.)',

  howToPick: (name) =>
    `Edo cheppandi: !${name} mariyu list lo daani number, udaharanaku !${name} 2. Numberlu choodadaniki !list pampandi.`,
  howToEdit:
    'Number, kotta vishayam rayandi, udaharanaku: !edit 2 Shukravaram ratri 10 ki moosestamu',
  editWhat: (number, text) =>
    `Number ${number} lo ila undi: "${text}"\nMarchadaniki !edit ${number} mariyu kotta vishayam pampandi.`,
  noNumberYet: (number) => `Number ${number} ledu: naaku inka emi teliyadu. !add tho nerpandi.`,
  onlyNumberOne: (number) => `Number ${number} ledu. 1 okkate undi; choodadaniki !list pampandi.`,
  noSuchNumber: (number, last) =>
    `Number ${number} ledu. Numberlu 1 nundi ${last} varaku unnayi; choodadaniki !list pampandi.`,
  isDeleted: (number) =>
    `Number ${number} teesesaru. Chivariga teesesinadaanni !undo venakki testundi; unnavi !list choopistundi.`,
  changed: (number, before, now) => `Number ${number} maarindi.\nMundu: ${before}\nIppudu: ${now}`,
  noEndAnyMore: 'Deeniki ippudu mugimpu ledu.',
  undoChange: '!undo munupati vishayanni venakki testundi.',
  sameAsBefore: (number) => `Number ${number} lo munde ade undi.`,
  deleted: (number, text) =>
    `Number ${number} teesesanu: "${text}"\n!undo daanni venakki testundi.`,
  nothingToUndo:
    'Venakki tevadaniki emi ledu. !undo teesesina (!delete) tarvata, marchina tarvata pani chestundi.',
  changedBack: (number, text) => `Number ${number} malli munupatila undi: "${text}"`,
  restored: (number, text) => `Number ${number} venakki vachindi: "${text}"`,
  thereAlready: (number, text) =>
    `Meeru chivariga teesesindi munde undi, number ${number} ga: "${text}"`,

  nothingYet:
    'Naaku inka emi teliyadu. Nerpandi: !add Memu prati roju udayam 9 nundi ratri 9 varaku terichi untamu',
  known: (count) => `Naaku ${things(count)}:`,
  knownOnPage: (count, page, pages) => `Naaku ${things(count)} (${pages} lo page ${page}):`,
  nextPage: (page) => `Inka: !list ${page}`,
  andMore: (count) => `... inka ${count}`,
  onlyOnePage: 'Oke page undi: !list pampandi',
  noSuchPage: (pages) => `Pagelu 1 nundi ${pages} varaku unnayi.`,
  howToList: (words) =>
    `!list pampandi, rendo page kosam !list 2. Edaina vetakadaniki: !search ${words}`,
  number: (number, note) => `Number ${number}${note}:`,
  howToSearch: 'Emi vetakalo rayandi, udaharanaku: !search delivery',
  notFound: (words) => `"${words}" gurinchi emi dorakaledu. Anni choodadaniki !list pampandi.`,
  found: (count) => `${count} ${count === 1 ? 'dorikindi' : 'dorikayi'}:`,
  foundBest: (count, shown) => `${count} dorikayi; daggaraga unna ${shown}:`,

  howToAsk: 'Command tarvata prashna rayandi, udaharanaku: !ask Meeru delivery chestara?',
  toldCustomer: 'Customer ku ee javabu vastundi:',
  fromEntry: (number, text) => `Number ${number} nundi: "${text}"`,
  fromHours: 'Mee pani velala nundi (!hours).',
  nearest: (number, text) => `Naaku telisina vaatilo daggaridi number ${number}: "${text}"`,
  teachAnswer: 'Naaku edaina nerpadaniki !add mariyu aa vishayam pampandi.',
  whilePaused:
    '(Ippudu javabulu aapi unnayi: customerlaku ade chebutanu. !resume tho malli javabu istanu.)',

  paused: 'Customerlaku javabulu aapanu. Vaariki adi chebutanu. !resume tho malli modalupedatanu.',
  pausedAlready: 'Javabulu munde aapi unnayi. !resume tho malli modalupedatanu.',
  resumed: 'Customerlaku malli javabu istunnanu.',
  notPaused: 'Javabulu aapi levu: customerlaku javabu istoone unnanu.',
  stats: (today, week, known) =>
    `Eeroju: ${today}\nGata 7 rojulu: ${week}\nNaaku ${things(known)}.`,
  noQuestions: 'prashnalu levu.',
  counts: (questions, answered, unanswered, took) =>
    `${questions} ${questions === 1 ? 'prashna' : 'prashnalu'}, javabu ichinavi ${answered}, javabu ivvanivi ${unanswered}${took ? `, javabuku sadharananga pattina samayam ${took}` : ''}.`,
  seconds: (seconds) => `${seconds} secondlu`,
  minutes: (minutes) => `${minutes} nimishalu`,
  hours: (hours) => `${hours} gantalu`,
  allAnswered: 'Gata 30 rojullo javabu leni prashnalu levu.',

  noRegistration:
    'Ikkada message tho vyaparam register cheyaleru. Dayachesi ee service nadipevaarini adagandi.',
  howToRegister: 'Command tarvata peru rayandi, udaharanaku: !register Lakshmi Tiffins',
  nameTooLong: (most) => `Aa peru chala podavuga undi; ${most} aksharalu undavachu.`,
  noName: (name) =>
    `"${name}" vyaparam peru kaaledu: andulo aksharalu undali, adi command gaani menu, stop lanti padam gaani kaakudadu. Udaharanaku: !register Lakshmi Tiffins`,
  nameTaken: (name) =>
    `Ee number lo "${name}" ane maro vyaparam undi, customerlu rendintini gurtupattaleru. Dayachesi vere peruto register cheyandi, udaharanaku mee veedhi peruto: !register ${name}, Main Road`,
  needsPhone:
    'Mee phone number naaku kanipinchadam ledu, anduke mee vyaparanni register cheyalenu.',
  needsWhatsapp: 'Dayachesi !register ni WhatsApp nundi pampandi.',
  registered: (name, link) =>
    `"${name}" ee number lo register ayyindi. Customerlu ikkada modalupettavachu: ${link}\nEe link lekunda rasevaarini e vyaparam kavalo adugutanu, mimmalni kuda: enchukovadaniki menu pampandi.`,
  registeredBefore: (name, link) =>
    `Ee number lo "${name}" munde meedi. Customerlu ikkada modalupettavachu: ${link}\nE vyaparamo enchukovadaniki menu pampandi.`,
};

const things = (count: number) =>
  count === 1 ? `${count} vishayam telusu` : `${count} vishayalu telusu`;
