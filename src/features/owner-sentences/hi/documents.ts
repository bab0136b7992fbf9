import type { Group } from '../sentences.ts';

const entries = (count: number) => `${count} एंट्री`;
const foundOf = (count: number) => `${entries(count)} ${count === 1 ? 'मिली' : 'मिलीं'}`;
const were = (count: number) => (count === 1 ? 'थी' : 'थीं');
const READABLE = 'PDF, Word (DOCX), टेक्स्ट और CSV फ़ाइलें';
const NO_MODEL = 'यहाँ मैं फ़ोटो नहीं पढ़ सकता और वॉइस नोट नहीं सुन सकता, क्योंकि कोई AI मॉडल नहीं लगा है।';

export const documents: Group<'documents'> = {
  yourPicture: 'आपकी फ़ोटो',
  yourVoiceNote: 'आपका वॉइस नोट',
  yourFile: 'आपकी फ़ाइल',
  theFile: 'फ़ाइल',
  noModelForPicture: `${NO_MODEL} कृपया फ़ोटो में जो लिखा है उसे टाइप कीजिए: !add और वह बात। ${READABLE} भी चलती हैं।`,
  noModelForRecording: `${NO_MODEL} कृपया आपने जो कहा उसे टाइप कीजिए: !add और वह बात। ${READABLE} भी चलती हैं।`,
  nothingSeen: 'उस फ़ोटो में मैं कुछ पढ़ नहीं पाया। कृपया साफ़ फ़ोटो भेजिए, या टाइप कीजिए।',
  nothingHeard: 'क्या कहा गया, यह समझ नहीं आया। कृपया दोबारा रिकॉर्ड कीजिए, या टाइप कीजिए।',
  tooLarge: (name) => `${name}: साइज़ 16 MB से ज़्यादा है, मैं उतना ही ले सकता हूँ।`,
  gone: 'वह फ़ाइल मुझे नहीं मिल सकी। कृपया दोबारा भेजिए।',
  tooManyEntries: (name, count, most) =>
    `${name} से ${count} एंट्री बनती हैं, और एक फ़ाइल से ${most} बन सकती हैं। कृपया इसे हिस्सों में भेजिए।`,

  found: (count, name) => `${name} में मुझे ${foundOf(count)}:`,
  moreFound: (count) => `... और ${count} और (!sources सब दिखाता है)`,
  moreKnown: (count) => `(${entries(count)} और, जो मुझे पहले से पता ${were(count)}।)`,
  saveFound: (count, number) =>
    `${count === 1 ? 'क्या इसे' : 'क्या इन्हें'} सेव करूँ? हाँ या नहीं लिखिए। (बाद में भी: !approve ${number})`,
  howToChoose: 'सिर्फ़ कुछ चाहिए: उनके नंबर लिखिए, जैसे 1-5, 8।',
  savedSome: (count, name, number, left) =>
    `${name} से ${entries(count)} सेव ${count === 1 ? 'की' : 'कीं'}, यह स्रोत ${number} है, और ${left} छोड़ दीं।`,
  noneChosen: (most) =>
    `मैंने कुछ सेव नहीं किया: एंट्री के नंबर 1 से ${most} तक हैं। सबके लिए हाँ लिखिए, किसी के लिए नहीं तो नहीं, या जो चाहिए उनके नंबर, जैसे 1-5, 8।`,
  earlierWaits: (number) => `(स्रोत ${number} अब भी आपका इंतज़ार कर रहा है: !approve ${number})`,
  allKnown: (name, count) =>
    count === 1
      ? `${name} में जो है वह मुझे पहले से पता है।`
      : `${name} की सभी ${count} बातें मुझे पहले से पता हैं।`,
  saved: (count, name, number) =>
    `${name} से ${entries(count)} सेव ${count === 1 ? 'की' : 'कीं'}, यह स्रोत ${number} है।`,
  knew: (count) => `${entries(count)} मुझे पहले से पता ${were(count)}।`,
  howToRemove: (number) =>
    `!sources आपकी फ़ाइलें दिखाता है; !delete source ${number} इसकी सारी बातें हटा देता है।`,
  dropped: (name) => `ठीक है, ${name} से मैंने कुछ सेव नहीं किया।`,
  savedBefore: (number) => `स्रोत ${number} पहले से सेव है। !sources ${number} दिखाता है कि उसमें क्या है।`,
  nothingWaits: 'कोई फ़ाइल आपकी मंज़ूरी का इंतज़ार नहीं कर रही। !sources आपकी भेजी फ़ाइलें दिखाता है।',
  whichWaits: (list) => `कौन सी? ये इंतज़ार कर रही हैं: ${list}`,
  tooLate: (number) =>
    `वह सवाल अब खुला नहीं है, इसलिए मैंने कुछ सेव नहीं किया। जो मिला था वह अब भी है: !approve ${number}`,
  noSource: (number) => `स्रोत ${number} नहीं है। !sources सब दिखाता है।`,
  noSources:
    'आपने मुझे अभी कोई फ़ाइल नहीं भेजी। मेन्यू या दाम की सूची PDF, Word (DOCX), टेक्स्ट या CSV में भेजिए, मैं उससे सीख लूँगा।',
  sources: 'फ़ाइलों से मैंने जो सीखा:',
  sourceWaits: (name, count, number) =>
    `${name}: ${foundOf(count)}, आपका इंतज़ार है: !approve ${number}`,
  source: (name, count, day) => `${name}: ${entries(count)}, ${day}`,
  olderOnes: (count) => `... और ${count} पुरानी`,
  howToSeeOne: 'एक देखने के लिए: !sources और उसका नंबर। हटाने के लिए: !delete source और उसका नंबर।',
  inside: (name, number, count) => `${name} (स्रोत ${number}): ${entries(count)}`,
  page: (page, pages) => `${pages} में से पन्ना ${page}`,
  next: (command) => `आगे: ${command}`,
  saveWaiting: (count, number) => `${count === 1 ? 'इसे' : 'इन्हें'} सेव करने के लिए: !approve ${number}`,
  nothingInside: (name) => `${name} का कुछ नहीं बचा है।`,
  howToSource: 'नंबर लिखिए, जैसे: !sources 2। सब देखने के लिए सिर्फ़ !sources भेजिए।',
  howToApprove: 'फ़ाइल का नंबर लिखिए, जैसे: !approve 2। !sources उन्हें दिखाता है।',
  howToDelete: 'फ़ाइल का नंबर लिखिए, जैसे: !delete source 2। !sources उन्हें दिखाता है।',
  deleted: (number, name, count) =>
    `स्रोत ${number}, ${name}, ${entries(count)} के साथ हटाया। वापस लाने के लिए !undo भेजिए`,
  restored: (number, name, count) => `स्रोत ${number}, ${name}, ${entries(count)} के साथ वापस आ गया।`,
  useText: 'फ़ाइल के बिना अपनी लिखी बात सेव करने के लिए यह भेजिए:',
};

export const unreadable: Group<'unreadable'> = {
  empty: (name) => `${name} में कुछ लिखा नहीं है: फ़ाइल ख़ाली है।`,
  broken: (name) => `${name} ख़राब है, और मैं उसे खोल नहीं सकता। कृपया फिर से सेव करके भेजिए।`,
  encrypted: (name) => `${name} पर पासवर्ड लगा है। कृपया बिना पासवर्ड के भेजिए।`,
  'too-many-pages': (name, pages, most) =>
    `${name} में ${pages} पन्ने हैं, और मैं ${most} तक पढ़ता हूँ। कृपया सिर्फ़ वे पन्ने भेजिए जिनके बारे में ग्राहक पूछते हैं।`,
  'too-much': (name) =>
    `${name} में इतना कुछ है कि मैं एक बार में नहीं ले सकता। कृपया वह हिस्सा भेजिए जिसके बारे में ग्राहक पूछते हैं।`,
  'no-text': (name) =>
    `${name} के पन्नों पर सिर्फ़ तस्वीरें हैं, लिखा हुआ कुछ नहीं, जैसे स्कैन में होता है। कृपया पन्नों की फ़ोटो या लिखी हुई फ़ाइल भेजिए।`,
  unsupported: (name) => `${name} ऐसी फ़ाइल है जिसे मैं पढ़ नहीं सकता।`,
  unsupportedKind: (name, kind) => `${name} एक ${kind} फ़ाइल है, और उसे मैं पढ़ नहीं सकता।`,
  readable: `${READABLE} चलती हैं।`,
  insteadOfSheet: 'कृपया शीट को CSV में सेव करके भेजिए।',
  insteadOfOldOffice:
    'यह पुरानी Office फ़ाइल है, या उस पर पासवर्ड है: कृपया उसे बिना पासवर्ड के DOCX या PDF में सेव करके भेजिए।',
};
