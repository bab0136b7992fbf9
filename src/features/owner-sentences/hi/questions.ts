import type { Group } from '../sentences.ts';

const reply = (canQuote: boolean) => (canQuote ? 'इस मैसेज का जवाब दीजिए, या ' : '');

export const questions: Group<'questions'> = {
  one: (shop, question, number, canQuote) =>
    `${shop}: एक ग्राहक ने वह पूछा है जो मुझे नहीं पता।\n${question}\n${reply(canQuote)}!answer ${number} और जवाब भेजिए। !skip ${number} से यह सवाल छूट जाता है।`,
  several: (shop, list, number) =>
    `${shop}: ग्राहकों ने वह पूछा है जो मुझे नहीं पता।\n${list}\n!answer, नंबर और जवाब भेजिए, जैसे: !answer ${number} हाँ, बिल्कुल। !skip और नंबर से सवाल छूट जाता है।`,
  moreUnanswered: (count) => `... और ${count} और: !unanswered भेजिए`,
  customers: (count) => `(${count} ग्राहक)`,
  shortened: (number) => `(!unanswered ${number} इसे पूरा दिखाता है)`,
  reminder: (shop, list) =>
    `${shop}: इनका जवाब अभी बाकी है:\n${list}\n!answer, नंबर और जवाब भेजिए, या !skip और नंबर।`,
  person: (shop, who, number, text, canQuote) =>
    `${shop}: ${who} किसी इंसान से बात करना चाहते हैं (नंबर ${number}): "${text}"\n${reply(canQuote)}!answer ${number} और अपनी बात भेजिए: मैं उसे आगे भेज दूँगा। तब तक मैं इस ग्राहक को जवाब नहीं दूँगा; !bot ${number} से मैं फिर जवाब दूँगा।`,
  wantedPerson: (shop, who, number, text, canQuote) =>
    `${shop}: ${who} किसी इंसान से बात करना चाहते थे, जब मैं आप तक नहीं पहुँच सका (नंबर ${number}): "${text}"\n${reply(canQuote)}!answer ${number} और अपनी बात भेजिए: मैं उसे आगे भेज दूँगा।`,
  callBack: (shop, who, number, text) =>
    `${shop}: कृपया ${who} को फ़ोन कीजिए (नंबर ${number}), बात यह है: "${text}"। फ़ोन करने के बाद !skip ${number} भेजिए।`,
  aCustomer: 'एक ग्राहक',
  wrotePicture: '(एक फ़ोटो या फ़ाइल जिसे मैं आगे नहीं भेज सकता)',
  wroteOther: '(कुछ जिसे मैं आगे नहीं भेज सकता)',
  quiet: (number) =>
    `ग्राहक ${number} और आपके बीच कुछ देर से बात नहीं हुई, इसलिए मैं उन्हें फिर जवाब दूँगा। !answer ${number} अब भी उन तक पहुँचता है।`,
  nobodyCame: (number, minutes) =>
    `ग्राहक ${number} ने ${minutes} मिनट तक किसी इंसान का इंतज़ार किया। मैंने उन्हें बताया कि अभी कोई ख़ाली नहीं है, और मैं फिर जवाब दूँगा। !answer ${number} अब भी उन तक पहुँचता है।`,
  tookBack: (number) => `ग्राहक ${number} फिर मुझसे, यानी बॉट से, बात करना चाहते हैं।`,

  howToAnswer: (number) => `सवाल का नंबर और जवाब लिखिए, जैसे: !answer ${number} हाँ, बिल्कुल।`,
  noSuchQuestion: (number) => `सवाल ${number} नहीं है। !unanswered खुले सवाल दिखाता है।`,
  noneOpen: 'आपके लिए कोई सवाल बाकी नहीं है। !unanswered दिखाता है कि मैं किनका जवाब नहीं दे सका।',
  whichOne: (list) => `यह किस सवाल का जवाब है? उसका नंबर लिखिए, या नहीं।\n${list}`,
  or: 'या',
  whichShop: (shops) =>
    `यह इनमें से किसी के लिए हो सकता है: ${shops}। इसलिए मैंने कुछ नहीं किया। कृपया सवाल वाले मैसेज का ही जवाब दीजिए, या menu भेजकर दुकान चुनिए और फिर से भेजिए।`,
  isThatTheAnswer: (words, number, question) =>
    `क्या "${words}" नंबर ${number} ("${question}") का जवाब है? हाँ लिखिए तो मैं इसे आगे भेजूँगा, या नहीं।`,
  forCustomer: (number) =>
    `मैंने यह ग्राहक ${number} को भेज दिया। अगर यह मेरे लिए था, तो मेरे सवाल वाले मैसेज का ही जवाब दीजिए।`,
  answeredAlready: (number, text) =>
    `नंबर ${number} ("${text}") का जवाब दिया जा चुका है, इसलिए मैंने कुछ नहीं भेजा।`,
  droppedAlready: (number) => `नंबर ${number} छोड़ दिया गया था, इसलिए मैंने कुछ नहीं भेजा।`,
  sent: 'मैं यह आगे भेज रहा हूँ।',
  sentToSeveral: (count) => `मैं यह ${count} ग्राहकों को भेज रहा हूँ।`,
  notSent: (count) =>
    `${count === 1 ? 'एक ग्राहक' : `${count} ग्राहकों`} को अब नहीं लिखा जा सकता: WhatsApp इसे उनके आख़िरी मैसेज के 24 घंटे तक ही होने देता है, और STOP के बाद कभी नहीं।`,
  offer: (text) =>
    `क्या मैं इसे आगे के लिए याद रखूँ? मैं यह सेव करूँगा: "${text}"\nहाँ लिखिए, या बदलें और अपने शब्द, या नहीं। (!learn on: मैं हमेशा सेव करूँगा।)`,
  answersOpen: (count, list, people) =>
    `${count === 1 ? 'यह एक खुले सवाल का जवाब है' : `यह ${count} खुले सवालों का जवाब है`}:\n${list}\nक्या इसे पूछने वाले ${people === 1 ? 'ग्राहक' : `${people} ग्राहकों`} को भेजूँ? हाँ या नहीं लिखिए।`,
  toldAlready: (number: number) => `नंबर ${number} पूछने वाले को जवाब मिल चुका है।`,
  sentToNobody: 'ठीक है, मैं यह किसी को नहीं भेजूँगा।',
  editHow: 'लिखिए कि मुझे यह कैसे याद रखना है, या नहीं लिखिए।',
  learnsNow: 'अब से मैं ग्राहकों को दिए आपके जवाब बिना पूछे सेव करूँगा। !learn off इसे बंद करता है।',
  learnsNoMore: 'अब से मैं कोई जवाब सेव करने से पहले पूछूँगा।',
  learns: 'मैं ग्राहकों को दिए आपके जवाब बिना पूछे सेव करता हूँ। !learn off इसे बंद करता है।',
  learnsNot: 'मैं कोई जवाब सेव करने से पहले पूछता हूँ। !learn on: मैं हमेशा सेव करूँगा।',
  tooLongToSend: (length, most) =>
    `यह आगे भेजने के लिए बहुत लंबा है: इसमें ${length} अक्षर हैं, और एक जवाब में ${most} हो सकते हैं। मैंने कुछ नहीं भेजा।`,
  skipped: (number, text) => `नंबर ${number} छोड़ दिया: "${text}"। ग्राहक को नहीं बताया जाता।`,
  skippedTold: (number, text, count) =>
    `नंबर ${number} छोड़ दिया: "${text}"। ${count === 1 ? 'ग्राहक' : `${count} ग्राहकों`} को बताता हूँ कि आप इसका जवाब नहीं दे सकते।`,
  howToSkip: 'बताइए कौन सा: !skip और उसका नंबर। !unanswered उन्हें दिखाता है।',
  notOpen: (number) => `नंबर ${number} अब खुला नहीं है।`,
  inSession: (number) =>
    `आप यहाँ जो भी लिखेंगे, मैं उसे ग्राहक ${number} को भेजूँगा (!कमांड नहीं), जब तक आप !bot न भेजें या कुछ देर बात न हो।`,
  botAgain: (number) => `मैं ग्राहक ${number} को फिर जवाब दूँगा, और उन्हें यह बताया जाता है।`,
  noSession: 'अभी कोई ग्राहक किसी इंसान से बात नहीं कर रहा: मैं सबको जवाब देता हूँ।',
  whoIsBack: (list) => `कई ग्राहक किसी इंसान से बात कर रहे हैं। !bot और नंबर भेजिए:\n${list}`,
  unanswered: 'इनका जवाब मैं नहीं दे सका:',
  latestUnanswered: (shown, total) => `${total} में से पिछले ${shown}, जिनका जवाब मैं नहीं दे सका:`,
  askedWhen: (count, when) => (count === 1 ? `(${when})` : `(${count} ग्राहक, पिछली बार ${when})`),
  howToAnswerOne: 'जवाब देने के लिए: !answer, नंबर और जवाब। !skip से सवाल छूट जाता है।',
};
