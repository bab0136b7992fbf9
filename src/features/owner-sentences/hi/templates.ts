import type { Group } from '../sentences.ts';

export const templates: Group<'templates'> = {
  heading: (shop) => `${shop} के मैसेज टेम्पलेट की ख़बर:`,
  approved: (names) => `WhatsApp ने मंज़ूर किया: ${names}। अब से मैं इसे इस्तेमाल करूँगा।`,
  rejected: (names, reason) =>
    `WhatsApp ने नामंज़ूर किया: ${names}। उसका कारण: ${reason}। इससे कुछ नहीं भेजा जाता। टेक्स्ट बदलवाकर फिर से जमा करवाइए।`,
  paused: (names) =>
    `WhatsApp ने रोक दिया, क्योंकि ग्राहकों ने शिकायत की या इसे पढ़ा नहीं: ${names}। फ़िलहाल इससे कुछ नहीं भेजा जाता। कम लोगों को लिखिए और सिर्फ़ उन्हें जो चाहते हैं; WhatsApp अक्सर कुछ घंटों में रोक हटा देता है।`,
  disabled: (names) =>
    `WhatsApp ने हमेशा के लिए बंद किया: ${names}। अब इससे कुछ नहीं भेजा जाता। दूसरा टेक्स्ट बनवाकर जमा करवाइए।`,
  stopped: (names, status) =>
    `WhatsApp अभी मुझे यह इस्तेमाल नहीं करने देता: ${names}। वह कहता है: ${status}। इससे कुछ नहीं भेजा जाता। मैं फिर पूछूँगा और आपको बताऊँगा।`,
  refused: (names, reason) =>
    `मैं यह जमा नहीं कर सका: ${names}। ${reason} टेक्स्ट बदलवाकर फिर से जमा करवाइए।`,
  gone: (names) =>
    `Twilio के पास अब नहीं है: ${names}। इससे कुछ नहीं भेजा जाता। ज़रूरत हो तो फिर से जमा करवाइए।`,
  recategorised: (names, category) =>
    `WhatsApp ने श्रेणी बदलकर ${category} कर दी: ${names}। इससे मैसेज महँगे हो सकते हैं, और MARKETING वाले सिर्फ़ उन ग्राहकों को जाते हैं जो ऑफ़र चाहते हैं। यह सही न हो तो टेक्स्ट बदलवाइए।`,
  list: 'मैसेज टेम्पलेट, और WhatsApp उनके बारे में क्या कहता है:',
  none: 'अभी कोई मैसेज टेम्पलेट नहीं है। जो यह सेवा चलाते हैं, वे WhatsApp को कुछ भेज सकते हैं।',
  isUnsubmitted: 'अभी जमा नहीं किया',
  isPending: 'WhatsApp देख रहा है',
  isApproved: 'मंज़ूर',
  isRejected: 'नामंज़ूर',
  isPaused: 'WhatsApp ने रोका है',
  isDisabled: 'WhatsApp ने बंद किया है',
};
