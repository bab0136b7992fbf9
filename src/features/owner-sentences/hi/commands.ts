import type { Group } from '../sentences.ts';

export const help: Group<'help'> = {
  help: '!help: यह सूची',
  add: '!add <बात>: मुझे कुछ सिखाना',
  list: '!list [पन्ना]: जो मुझे पता है, नंबर के साथ',
  show: '!show <नंबर>: एक एंट्री पूरी',
  edit: '!edit <नंबर> <नई बात>: उसे बदलना',
  delete: '!delete <नंबर>: उसे हटाना',
  undo: '!undo: जो पिछली बार हटाया या बदला, उसे वापस लाना',
  sources: '!sources [नंबर]: फ़ाइलें जिनसे मैंने सीखा',
  approve: '!approve <नंबर>: फ़ाइल में जो मिला उसे सेव करना',
  search: '!search <शब्द>: एंट्री ढूँढना',
  ask: '!ask <सवाल>: देखना कि ग्राहक को क्या जवाब मिलेगा',
  unanswered: '!unanswered [नंबर]: जिनका जवाब मैं नहीं दे सका',
  answer: '!answer <नंबर> <जवाब>: ग्राहक को जवाब देना',
  skip: '!skip <नंबर>: कोई सवाल छोड़ना',
  learn: '!learn on: आपके जवाब बिना पूछे सेव करना (off: पहले पूछना)',
  bot: '!bot: ग्राहक को फिर मुझसे जवाब दिलवाना',
  stats: '!stats: आज और 7 दिन के आँकड़े',
  hours: '!hours [समय]: खुलने का समय देखना या बदलना',
  closed: '!closed <दिन>: किसी दिन बंद रखना',
  open: '!open <दिन>: उसे वापस लेना',
  pause: '!pause: ग्राहकों को जवाब देना रोकना',
  resume: '!resume: फिर से जवाब देना',
  templates: '!templates: आपके मैसेज टेम्पलेट और WhatsApp का जवाब',
  register: '!register <नाम>: इस नंबर पर दुकान जोड़ना',
};

export const commands: Group<'commands'> = {
  sendMe: 'मुझे भेजिए:',
  hello: (shop) =>
    `नमस्ते! मैं ${shop} का असिस्टेंट हूँ, और इसे आप चलाते हैं। जो ग्राहक पूछेंगे वह मुझसे पूछिए, या मैं और क्या कर सकता हूँ यह देखने के लिए !help भेजिए।`,
  suspended: (shop) =>
    `${shop} यहाँ निलंबित है, इसलिए मैं किसी को जवाब नहीं देता और कोई कमांड नहीं चलाता। कृपया यह सेवा चलाने वालों से पूछिए।`,
  allRight: 'ठीक है! मैं क्या कर सकता हूँ यह देखने के लिए !help भेजिए।',
  unknownCommand: (word) => `मैं !${word} नहीं जानता। सूची के लिए !help भेजिए।`,
  didYouMean: (word, name) => `मैं !${word} नहीं जानता। क्या आपका मतलब !${name} था?`,
  meantCommand: (command) => `क्या आपका मतलब यह था: ${command}?`,
  meantPause: 'क्या आपका मतलब !pause था, ताकि मैं ग्राहकों को जवाब देना बंद करूँ?',
  meantResume: 'क्या आपका मतलब !resume था, ताकि मैं ग्राहकों को फिर जवाब दूँ?',
  orSayYes: 'हाँ लिखिए, या दोबारा भेजिए।',
  oneCommandAtATime: 'कृपया एक मैसेज में एक ही कमांड भेजिए। मैंने कुछ नहीं किया।',
  neverMind: 'ठीक है, मैंने कुछ नहीं किया।',
  tooLate: 'वह सवाल अब खुला नहीं है, इसलिए मैंने कुछ नहीं किया। कृपया कमांड दोबारा भेजिए।',
  nothingAsked: 'मैंने आपसे अभी कुछ नहीं पूछा है। मैं क्या कर सकता हूँ यह देखने के लिए !help भेजिए।',
  onlyTheText: '(मैंने सिर्फ़ आपका लिखा हुआ लिया, फ़ाइल नहीं।)',
  location: 'मुझे नक्शे पर एक जगह मिली, पर मुझे शब्द चाहिए: !add हमारा पता है ...',
  empty: 'उस मैसेज में कुछ लिखा नहीं था। मैं क्या कर सकता हूँ यह देखने के लिए !help भेजिए।',
  limit: (most, time, minutes) =>
    `एक घंटे में ${most} कमांड की सीमा पूरी हो गई, इसलिए यह मैंने नहीं चलाया। कृपया इसे ${time} बजे (${minutes} मिनट में) दोबारा भेजिए।`,

  howToAdd: 'उसे कमांड के बाद लिखिए, जैसे: !add हम रोज़ सुबह 9 से रात 9 बजे तक खुले हैं',
  saved: (number, text) => `नंबर ${number} पर सेव किया: "${text}"`,
  savedSeveral: (count) => `${count} एंट्री सेव कीं:`,
  until: (day) => `${day} तक`,
  ended: (day) => `${day} को ख़त्म`,
  toldUntil: (day) => `मैं यह ${day} के अंत तक बताऊँगा।`,
  howToEndToday:
    'अगर यह सिर्फ़ आज के लिए है, तो वैसा ही लिखिए ("सिर्फ़ आज"), मैं आज रात से इसे नहीं बताऊँगा। "रविवार तक" भी चलता है।',
  noSuchDay: (words) =>
    `"${words}" जैसा कोई दिन नहीं होता, इसलिए इसका कोई अंत नहीं है। !edit और उसके नंबर से इसे बदलिए।`,
  knownAlready: (number) => `यह मुझे पहले से पता है: यह नंबर ${number} है।`,
  severalKnown: (count, numbers) => `इनमें से ${count} मुझे पहले से पता हैं: नंबर ${numbers}।`,
  notForCustomers:
    'यह कार्ड नंबर, बैंक खाता, पहचान संख्या या पासवर्ड जैसा लगता है। जो मैं जानता हूँ वह ग्राहकों को बताता हूँ, इसलिए इसे सेव नहीं करता। कृपया इसके बिना भेजिए।',
  tooLong: (length, most) =>
    `यह बहुत लंबा है: इसमें ${length} अक्षर हैं, और एक एंट्री में ${most} हो सकते हैं। कृपया इसे हिस्सों में भेजिए।`,
  saveHow: (count, first, second) =>
    `इसे एक एंट्री में सेव करूँ या ${count} में?\n1: एक एंट्री\n2: ${count} अलग एंट्री, जैसे "${first}" और "${second}"\n1 या 2 लिखिए, छोड़ने के लिए नहीं लिखिए।`,
  saveSeparately: (length, most, count) =>
    `इसमें ${length} अक्षर हैं, और एक एंट्री में ${most} हो सकते हैं। क्या इसे ${count} अलग एंट्री में सेव करूँ? हाँ या नहीं लिखिए।`,
  oneOrSeparate: 'कृपया 1 (एक एंट्री) या 2 (अलग एंट्री) लिखिए, छोड़ने के लिए नहीं लिखिए।',
  notSaved: 'ठीक है, मैंने सेव नहीं किया।',
  earlierNotSaved: '(आपकी पिछली सूची सेव नहीं हुई।)',

  howToPick: (name) =>
    `बताइए कौन सा: !${name} और सूची में उसका नंबर, जैसे !${name} 2। नंबर देखने के लिए !list भेजिए।`,
  howToEdit: 'नंबर और नई बात लिखिए, जैसे: !edit 2 शुक्रवार को हम रात 10 बजे बंद होते हैं',
  editWhat: (number, text) =>
    `नंबर ${number} में लिखा है: "${text}"\nबदलने के लिए !edit ${number} और नई बात भेजिए।`,
  noNumberYet: (number) => `नंबर ${number} नहीं है: मुझे अभी कुछ नहीं पता। !add से सिखाइए।`,
  onlyNumberOne: (number) => `नंबर ${number} नहीं है। सिर्फ़ नंबर 1 है; देखने के लिए !list भेजिए।`,
  noSuchNumber: (number, last) =>
    `नंबर ${number} नहीं है। नंबर 1 से ${last} तक हैं; देखने के लिए !list भेजिए।`,
  isDeleted: (number) =>
    `नंबर ${number} हटाया जा चुका है। !undo पिछली हटाई हुई बात वापस लाता है; !list दिखाता है कि क्या है।`,
  changed: (number, before, now) => `नंबर ${number} बदल गया।\nपहले: ${before}\nअब: ${now}`,
  noEndAnyMore: 'अब इसका कोई अंत नहीं है।',
  undoChange: '!undo पहले वाली बात वापस लाता है।',
  sameAsBefore: (number) => `नंबर ${number} में पहले से यही लिखा है।`,
  deleted: (number, text) => `नंबर ${number} हटाया: "${text}"\n!undo इसे वापस लाता है।`,
  nothingToUndo: 'वापस लाने के लिए कुछ नहीं है। !undo हटाने (!delete) और बदलने के बाद काम करता है।',
  changedBack: (number, text) => `नंबर ${number} फिर पहले जैसा है: "${text}"`,
  restored: (number, text) => `नंबर ${number} वापस आ गया: "${text}"`,
  thereAlready: (number, text) =>
    `जो आपने पिछली बार हटाया वह पहले से मौजूद है, नंबर ${number} पर: "${text}"`,

  nothingYet: 'मुझे अभी कुछ नहीं पता। सिखाइए: !add हम रोज़ सुबह 9 से रात 9 बजे तक खुले हैं',
  known: (count) => `मुझे ${things(count)}:`,
  knownOnPage: (count, page, pages) => `मुझे ${things(count)} (${pages} में से पन्ना ${page}):`,
  nextPage: (page) => `और: !list ${page}`,
  andMore: (count) => `... और ${count} और`,
  onlyOnePage: 'सिर्फ़ एक ही पन्ना है: !list भेजिए',
  noSuchPage: (pages) => `पन्ने 1 से ${pages} तक हैं।`,
  howToList: (words) => `!list भेजिए, या दूसरे पन्ने के लिए !list 2। कुछ ढूँढने के लिए: !search ${words}`,
  number: (number, note) => `नंबर ${number}${note}:`,
  howToSearch: 'लिखिए क्या ढूँढना है, जैसे: !search डिलीवरी',
  notFound: (words) => `"${words}" के बारे में कुछ नहीं मिला। सब देखने के लिए !list भेजिए।`,
  found: (count) => `${count} ${count === 1 ? 'मिला' : 'मिले'}:`,
  foundBest: (count, shown) => `${count} मिले; सबसे नज़दीकी ${shown}:`,

  howToAsk: 'सवाल कमांड के बाद लिखिए, जैसे: !ask क्या आप डिलीवरी करते हैं?',
  toldCustomer: 'ग्राहक को यह जवाब मिलेगा:',
  fromEntry: (number, text) => `नंबर ${number} से: "${text}"`,
  fromHours: 'आपके खुलने के समय से (!hours)।',
  nearest: (number, text) => `सबसे नज़दीकी बात जो मुझे पता है, नंबर ${number}: "${text}"`,
  teachAnswer: 'मुझे कुछ सिखाने के लिए !add और वह बात भेजिए।',
  whilePaused: '(अभी जवाब रुके हुए हैं: ग्राहकों को यही बताया जाता है। !resume से मैं फिर जवाब दूँगा।)',

  paused: 'मैंने ग्राहकों को जवाब देना बंद कर दिया है। उन्हें यह बताया जाता है। !resume से मैं फिर शुरू करूँगा।',
  pausedAlready: 'मैं पहले से रुका हुआ हूँ। !resume से मैं फिर शुरू करूँगा।',
  resumed: 'मैं ग्राहकों को फिर जवाब दे रहा हूँ।',
  notPaused: 'मैं रुका हुआ नहीं था: मैं ग्राहकों को जवाब दे रहा हूँ।',
  stats: (today, week, known) => `आज: ${today}\nपिछले 7 दिन: ${week}\nमुझे ${things(known)}।`,
  noQuestions: 'कोई सवाल नहीं।',
  counts: (questions, answered, unanswered, took) =>
    `${questions} सवाल, ${answered} के जवाब दिए, ${unanswered} बिना जवाब के${took ? `, जवाब में आम तौर पर ${took} लगे` : ''}।`,
  seconds: (seconds) => `${seconds} सेकंड`,
  minutes: (minutes) => `${minutes} मिनट`,
  hours: (hours) => `${hours} घंटे`,
  allAnswered: 'पिछले 30 दिनों में कोई सवाल बिना जवाब के नहीं है।',

  noRegistration: 'यहाँ मैसेज से दुकान रजिस्टर नहीं हो सकती। कृपया यह सेवा चलाने वालों से पूछिए।',
  howToRegister: 'नाम कमांड के बाद लिखिए, जैसे: !register शर्मा स्वीट्स',
  nameTooLong: (most) => `यह नाम बहुत लंबा है; इसमें ${most} अक्षर हो सकते हैं।`,
  noName: (name) =>
    `"${name}" किसी दुकान का नाम नहीं हो सकता: उसमें अक्षर होने चाहिए, और वह कोई कमांड या menu, stop जैसा शब्द नहीं होना चाहिए। जैसे: !register शर्मा स्वीट्स`,
  nameTaken: (name) =>
    `इस नंबर पर "${name}" नाम की एक और दुकान है, और ग्राहक दोनों में फ़र्क़ नहीं कर पाएँगे। कृपया दूसरे नाम से रजिस्टर कीजिए, जैसे सड़क के नाम के साथ: !register ${name}, मेन रोड`,
  needsPhone: 'मुझे आपका फ़ोन नंबर नहीं दिखता, इसलिए मैं आपकी दुकान रजिस्टर नहीं कर सकता।',
  needsWhatsapp: 'कृपया !register WhatsApp से भेजिए।',
  registered: (name, link) =>
    `"${name}" इस नंबर पर रजिस्टर हो गई। इसके ग्राहक यहाँ से शुरू कर सकते हैं: ${link}\nजो इस लिंक के बिना लिखते हैं उनसे पूछा जाता है कि वे किस दुकान से बात करना चाहते हैं, और आपसे भी: चुनने के लिए menu भेजिए।`,
  registeredBefore: (name, link) =>
    `इस नंबर पर "${name}" पहले से आपकी है। इसके ग्राहक यहाँ से शुरू कर सकते हैं: ${link}\nदुकान चुनने के लिए menu भेजिए।`,
};

const things = (count: number) => (count === 1 ? `${count} बात पता है` : `${count} बातें पता हैं`);
