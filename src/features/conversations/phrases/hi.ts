import { consentHi } from '#features/consent/phrases/hi.ts';
import type { Phrases } from '../phrases.ts';
import { clockTime, partTime } from '../phrase-times.ts';
import type { Speech } from '../speech.ts';
import { anyOf, beginning, pattern } from '../speech.ts';

const orCall = (phone: string | null) => (phone ? ` आप हमें ${phone} पर फ़ोन कर सकते हैं।` : '');
const OFFER = ' क्या आप चाहते हैं कि वे आपको फ़ोन करें? “फ़ोन करें” लिखिए।';

export const hi: Phrases = {
  disclosure: (shop) => `नमस्ते! मैं ${shop} का ऑटोमैटिक असिस्टेंट हूँ।`,
  greeting: (shop) => `नमस्ते! मैं ${shop} का ऑटोमैटिक असिस्टेंट हूँ। आप क्या जानना चाहेंगे?`,
  thanks: 'आपका स्वागत है! कुछ और पूछना हो तो लिखिए।',
  identity: (shop, phone) => `मैं ${shop} का ऑटोमैटिक असिस्टेंट हूँ, एक मशीन, इंसान नहीं।${orCall(phone)}`,
  noPerson: (shop, phone) =>
    `मैं ${shop} का ऑटोमैटिक असिस्टेंट हूँ और यहाँ आपकी किसी इंसान से बात नहीं करा सकता।${orCall(phone)}`,
  unknown: (phone) => `माफ़ कीजिए, यह मुझे नहीं पता।${orCall(phone)}`,
  asking: (shop) => `यह मुझे नहीं पता, इसलिए मैं ${shop} से पूछ रहा हूँ। जवाब आपको यहीं मिलेगा।`,
  noted: (shop) => `मैंने यह ${shop} के लिए लिख लिया है।`,
  fromShop: (shop, question, answer) => `“${question}” के बारे में ${shop}: ${answer}`,
  couldNotAsk: (shop, phone) =>
    `मैं आपका सवाल ${shop} तक नहीं पहुँचा सका। मैंने इसे उनके लिए रख लिया है।${orCall(phone)}`,
  noAnswerYet: ({ shop, question, phone, offersCall }) =>
    `${shop} ने “${question}” का जवाब अभी तक नहीं दिया है।${offersCall ? OFFER : ''}${orCall(phone)}`,
  cannotSay: ({ shop, question, phone, offersCall }) =>
    `माफ़ कीजिए, ${shop} यहाँ “${question}” का जवाब नहीं दे सकते।${offersCall ? OFFER : ''}${orCall(phone)}`,
  callMe: ['फ़ोन करें', 'फोन करें', 'फ़ोन करो', 'फोन करो', 'कॉल करें', 'कॉल करो'],
  agreed: ['हाँ', 'हां', 'जी', 'जी हाँ', 'जी हां', 'हाँ जी', 'ठीक है'],
  callBackAsked: (shop) => `ठीक है, मैं ${shop} से कह रहा हूँ कि वे आपको फ़ोन करें।`,
  callBackNoted: (shop) => `ठीक है, मैंने ${shop} के लिए लिख लिया है कि आपको फ़ोन चाहिए।`,
  cannotCall: (shop, phone) =>
    `मुझे यहाँ आपका फ़ोन नंबर नहीं दिखता, इसलिए ${shop} आपको फ़ोन नहीं कर सकते।${orCall(phone)}`,
  toPerson: (shop) =>
    `मैं आपका संदेश ${shop} को दे रहा हूँ, ताकि कोई व्यक्ति आपको यहीं लिखे। तब तक मैं चुप रहूँगा। मुझसे फिर बात करने के लिए “bot” लिखिए।`,
  botAgain: (shop) => `अब आप फिर से ${shop} के ऑटोमैटिक असिस्टेंट से बात कर रहे हैं।`,
  nobodyFree: (shop, phone) =>
    `${shop} से अभी तक कोई नहीं आ सका, इसलिए मैं फिर से जवाब दे रहा हूँ। आपका संदेश उनके पास है।${orCall(phone)}`,
  cannotRead: 'मैं अभी फ़ोटो, वॉइस नोट या फ़ाइल नहीं खोल सकता। कृपया अपना सवाल लिखकर भेजिए।',
  cannotOpen: 'मैं इस तरह की फ़ाइल नहीं खोल सकता। कृपया अपना सवाल लिखें।',
  notMadeOut: 'माफ़ कीजिए, मैं यह समझ नहीं पाया। कृपया अपना सवाल लिखें।',
  empty: 'मैं वह संदेश नहीं पढ़ सका। कृपया अपना सवाल लिखकर भेजिए।',
  limit: (minutes) =>
    `इस घंटे में आपने काफ़ी सवाल पूछे हैं, इसलिए मुझे रुकना होगा। कृपया ${minutes} मिनट बाद लिखिए।`,
  mediaLimit: (minutes) => `इस घंटे में आपने काफ़ी फ़ाइलें भेजी हैं। ${minutes} मिनट बाद और भेज सकते हैं।`,
  paused: (shop, phone) => `अभी ${shop} के ऑटोमैटिक जवाब बंद हैं।${orCall(phone)}`,
  suspended: (shop) => `${shop} अभी यहाँ संदेशों का जवाब नहीं दे रहा है।`,
  help: (shop, phone) =>
    `यह ${shop} का ऑटोमैटिक असिस्टेंट है। सवाल पूछिए, दुकान ने जो बताया है उससे मैं जवाब दूँगा।${orCall(phone)} संदेश बंद करने के लिए STOP लिखिए।`,
  optedOut: (shop) => `अब आपको ${shop} से कोई संदेश नहीं आएगा। मन बदले तो START लिखिए।`,
  optedIn: (shop) => `आपको ${shop} के संदेश मिलते हैं। बंद करने के लिए STOP लिखिए।`,
  optedOutBefore: (shop) => `आपने ${shop} के संदेश बंद किए थे। फिर से पाने के लिए START लिखिए।`,
  consent: consentHi,
  chooseShop: (numbered) =>
    `नमस्ते! मैं कई दुकानों का ऑटोमैटिक असिस्टेंट हूँ। आपको किससे बात करनी है? नंबर लिखिए:\n${numbered}`,
  notAChoice: (numbered) => `कृपया जिस दुकान से बात करनी है उसका नंबर लिखिए:\n${numbered}`,
  moreShops: (count) => `... और ${count} और। आपकी दुकान यहाँ न हो तो उसका नाम लिखिए।`,
  noShopYet:
    'नमस्ते! मैं एक ऑटोमैटिक असिस्टेंट हूँ। इस नंबर पर अभी कोई दुकान रजिस्टर नहीं है। अपनी दुकान रजिस्टर करने के लिए !register और उसका नाम भेजिए, जैसे: !register शर्मा स्वीट्स',
  chosen: (shop) =>
    `अब आप ${shop} के ऑटोमैटिक असिस्टेंट से बात कर रहे हैं। आप क्या जानना चाहेंगे? (दूसरी दुकान चुनने के लिए "menu" लिखिए।)`,
  sorry: (phone) => `माफ़ कीजिए, मैं जवाब नहीं दे सका। कृपया थोड़ी देर में फिर पूछिए।${orCall(phone)}`,
  hoursLabel: 'खुलने का समय',
  hours: {
    weekdays: 'रविवार सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार'.split(' '),
    months: 'जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर'.split(' '),
    today: 'आज',
    tomorrow: 'कल',
    onDate: (weekday, date) => `${weekday} ${date} को`,
    date: (day, month) => `${day} ${month}`,
    time: (minutes, clock) =>
      clock === 24 ? clockTime(minutes, 24) : partTime(minutes, ['सुबह', 'दोपहर', 'शाम', 'रात']),
    at: (day, time) => `${day} ${time} बजे`,
    yes: (sentence) => `हाँ, ${sentence}`,
    no: (sentence) => `नहीं, ${sentence}`,
    openNow: (until) => `हम अभी खुले हैं, ${until} बजे तक।`,
    openNowAndOn: 'हम अभी खुले हैं, चौबीसों घंटे।',
    closedNow: 'हम अभी बंद हैं।',
    opens: (when) => `हम ${when} खुलेंगे।`,
    openOn: (day, spans) => `हम ${day} खुले हैं: ${spans} बजे।`,
    openAllDayOn: (day) => `हम ${day} 24 घंटे खुले हैं।`,
    closedOn: (day) => `हम ${day} बंद हैं।`,
    closedAt: (when) => `हम ${when} बंद हैं।`,
    afterHours: (when) => `हम अभी बंद हैं और ${when} खुलेंगे।`,
    closed: 'बंद',
    allDay: '24 घंटे खुला',
    asUsual: 'हमेशा की तरह',
    notUnderstood: 'समझ नहीं आया',
    everyDay: 'हर दिन',
    everyYear: (date) => `${date}, हर साल`,
    inYear: (date, year) => `${date} ${year}`,
  },
};

/** What a writer may take us for. */
const machine = anyOf(
  '(?:एक |कोई |असली )*(?:बॉट|बोट|रोबोट|रोबॉट|मशीन|कंप्यूटर|इंसान|इन्सान|आदमी|मनुष्य|व्यक्ति|असली)',
);
/** Of "it" and "this" only what no article in a shop is called. */
const bot = '(?:एक |कोई )*(?:बॉट|बोट|रोबोट|रोबॉट|इंसान|इन्सान)';

export const hindi: Speech = {
  sentences: hi,
  script: /\p{Script=Devanagari}/u,
  words: {
    stop: 'रोको, रोकें, बंद करो, बंद करें, बंद, स्टॉप',
    start: 'शुरू, शुरू करो, शुरू करें, चालू करो, स्टार्ट',
    help: 'मदद, सहायता',
    menu: 'मेनू, मेनु, मेन्यू',
    greeting: 'नमस्ते, नमस्कार',
    thanks: 'धन्यवाद, शुक्रिया',
    yes: 'हाँ, हां, हा, जी, जी हाँ, जी हां, ठीक है, सही, बिल्कुल, कर दो',
    no: 'नहीं, नही, ना, न, मत करो, रहने दो, जी नहीं',
    edit: 'बदलें, बदलो, बदलिए, सुधारें, एडिट, एडिट करें',
    skip: 'छोड़ें, छोड़ो, छोड़ दो, छोड़ दीजिए, जाने दो, जाने दीजिए',
    save: 'सेव करें, सेव करो, सेव कर दो, सेव, सहेजें, सहेज लो, याद रखो, याद रखें',
    one: 'एक, एक साथ, एक ही, एक में, एक एंट्री',
    separate: 'अलग, अलग अलग, अलग करें, दो',
    replace: 'बदलो, बदल दो, बदलें, बदल दीजिए',
    another: 'नया, नई, दोनों, दोनों रखें, दोनों रखो',
    undo: 'वापस लाएँ, वापस लाओ, वापस लाइए, वापस ले आओ, पहले जैसा करो',
  },
  wonders: {
    identity: pattern(
      `(?:क्या )?(?:आप|तुम|तू) ${machine}(?: (?:है|हैं|हो))?(?: या ${machine})?(?: (?:है|हैं|हो))?(?: क्या)?`,
      `(?:क्या )?(?:यह|ये) ${bot}(?: या ${bot})? (?:है|हैं)(?: क्या)?`,
      `क्या (?:मैं |मै )?${machine} से बात कर (?:रहा|रही) (?:हूँ|हूं|हु)`,
      `(?:मैं |मै )${machine} से बात कर (?:रहा|रही) (?:हूँ|हूं|हु)(?: क्या)?`,
      '(?:आप|तुम) (?:कौन|क्या) (?:हैं|हो|है)',
      '(?:आप )?कौन (?:बोल|बात कर|लिख) (?:रहा|रहे|रही) (?:है|हैं|हो)',
      '(?:आपका|तुम्हारा) नाम क्या है',
      'मैं किससे बात कर (?:रहा|रही) (?:हूँ|हूं)',
    ),
    person: beginning(
      '(?:.{0,25} )?(?:किसी|इंसान|इन्सान|व्यक्ति|आदमी|मालिक|मैनेजर|एजेंट|स्टाफ|कर्मचारी)(?: (?:इंसान|इन्सान|व्यक्ति|आदमी|असली इंसान|और))? से बात .{0,25}',
    ),
  },
};
