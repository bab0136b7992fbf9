import type { Group } from '../sentences.ts';

export const offers: Group<'offers'> = {
  understood: (text) => `मैंने यह समझा: "${text}"`,
  wouldTellUntil: (day) => `मैं यह ${day} के अंत तक बताऊँगा।`,
  shallISave: 'क्या इसे सेव करूँ? हाँ या नहीं लिखिए।',
  everyWeek: (words) => `अगर हर हफ़्ते ऐसा है, तो लिखिए: ${words}`,
  replaces: (number, before) => `यह नंबर ${number} की जगह लेगा: "${before}"`,
  changes: (number, before, after) => `इससे नंबर ${number} बदलेगा: "${before}"\nनया: "${after}"`,
  replaceOrNew: 'बदलने के लिए हाँ लिखिए, दोनों रखने के लिए नया, या नहीं।',
  replacesWhich: (list) =>
    `यह इनमें से किसकी जगह लेगा?\n${list}\nउसका नंबर लिखिए, सब रखने के लिए नया, या नहीं।`,
  whichOne: (numbers) => `कृपया इनमें से एक नंबर लिखिए: ${numbers}, या सब रखने के लिए नया, या नहीं।`,
  sendWhole: 'वहाँ क्या लिखना है, यह समझ नहीं आया। कृपया पूरी बात एक बार फिर भेजिए।',
  noStatement: 'मुझे यह सेव करने लायक बात नहीं लगी। मुझे कुछ सिखाने के लिए !add और वह बात भेजिए।',
  changedMeanwhile: (number) =>
    `नंबर ${number} इस बीच बदल गया, इसलिए मैंने कुछ नहीं किया। कृपया दोबारा भेजिए।`,
  customerAsked: (question) => `एक ग्राहक ने पूछा: "${question}"`,
  wouldAnswer: (text) => `मैं यह जवाब दूँगा: ${text}`,
  replyWithAnswer: 'यह मुझे अभी नहीं पता। जवाब लिखिए, मैं उसे सेव कर लूँगा।',
  skipped: 'ठीक है, मैंने वह सवाल छोड़ दिया।',
};
