import { detectLanguage } from '#features/answers/language.ts';

const begins = '(?<![\\p{L}\\p{M}])';
const ends = '(?![\\p{L}\\p{M}])';
const anywhere = (list: string) =>
  new RegExp(`${begins}(?:${list.normalize('NFC').trim().split(/\s+/u).join('|')})${ends}`, 'u');
const last = (...parts: string[]) => new RegExp(`(?:${parts.join('|').normalize('NFC')})$`, 'u');

/** Question words stand anywhere in the sentence; "कब भी" and "kabhi" (ever) are none. */
const hindi = anywhere(
  'क्या कब कहाँ कहां कैसे कैसा कैसी कितना कितने कितनी कौन कौनसा कौनसी किस किसे किसको क्यों किधर कबतक',
);
const hinglish = anywhere(
  'kya kab kahan kahaan kaise kaisa kaisi kitna kitne kitni ktna kitney kaun kon koun konsa konsi kaunsa kaunsi kisko kise kyu kyun kyon kidhar kabtak',
);
const askedOfYou = [
  /^(?:aap|ap|tum|aaplog|aap log|tumlog)(?: log)? (?!.*(?:sakt[aei]|skte|milega|milegi|payenge)).+ (?:ho|hai|hain|h|hein)$/u,
  /^(?:आप|तुम)(?: लोग)? (?!.*(?:सकत|मिलेग)).+ (?:हो|है|हैं)$/u,
];
const tagHindi = last(' ना', ' न', ' na', ' kya', ' क्या', ' है ना', ' hai na');
/** "Nobody knows when", "to learn how much it is, call", "whenever": told, not asked. */
const toldInHindi = new RegExp(
  [
    'पता चल|pata chal|नहीं पता|पता नहीं|मालूम नहीं|नही पता|nahi pata|pata nahi|nahin pata|pata nahin|malum nahi',
    '(?:जानने|पूछने) के लिए|(?:jaanne|janne|puchne|poochne) ke liye',
    '(?:कब|कैसे|कितना|कितने|कहाँ|कहां|कुछ|क्या) (?:भी)|(?:kab|kaise|kitna|kitne|kahan|kuch|kya) bhi',
    '(?:kaha|kahaa) hai ki|ने कहा',
    'जब .+ तब|jab .+ tab',
  ].join('|'),
  'u',
);

/** Whether a sentence in lower case asks in Hindi, in its own letters or in Latin ones. */
export const asksInHindi = (said: string): boolean =>
  !toldInHindi.test(said) &&
  (hindi.test(said) ||
    hinglish.test(said) ||
    askedOfYou.some((asks) => asks.test(said)) ||
    (tagHindi.test(said) && isHindi(said)));

const isHindi = (said: string) => detectLanguage(said).startsWith('hi');

const telugu = anywhere(
  'ఏమి ఏమిటి ఏంటి ఏం ఎప్పుడు ఎక్కడ ఎలా ఎంత ఎన్ని ఎవరు ఎందుకు ఏది ఏవి ఏ ఎవరి ఎవరిని ఎక్కడికి ఎంతసేపు ఎన్నింటికి ఎప్పటివరకు ఎప్పటికి ఎక్కడుంది ఎంతకు ఎంతమంది',
);
const tenglish = anywhere(
  'eppudu yeppudu ekkada yekkada entha yentha enni yenni evaru yevaru enduku yenduku emiti enti yenti ennintiki ekkadiki ekkadundi enthasepu eppativaraku',
);
/** Words that ask only where the sentence is Telugu in Latin letters otherwise, too. */
const tenglishOnly = anywhere('ela yela em emi yemi enta edi evi e ye');
/** The long vowel at the end of the verb asks: ఉందా, తెరుస్తారా; "కూడా" (also) and "-గా" do not. */
const asksByEnding = /(?:ద|ర|య|వ|న|చ్చ|ల|డ)ా$/u;
const noVerb = /(?:కూడా|ద్వారా|చాలా|కుండా|ఇంకా|అలా|ఇలా|మా|మీదా|రోజూ|వారంలా|గా|దాకా|వరకూ|లోనూ|అయినా|ఐనా|ప్పటికీ|కన్నా)$/u;
const asksByEndingInLatin =
  /(?:undh?a+|unna+r?a+|unnaya+|unta+y?r?a+|untunda+|[aeiou]sth?a+ra+|[dt]h?a+ra+|[ou]tunda+|sth?unda+|tund[h]?a+|va?ch+a+|cheyoch+a+|leda+|avuna+|kaada+|kada+|kavala+|cheyala+|ivvara+|unda andi)$/u;
const toldInTelugu =
  /తెలియదు|తెలీదు|teliyadu|theliyadu|teledu|అప్పుడు|appudu|ఎప్పుడైనా|ఎక్కడ .*నా సరే|కోసం .*(?:చేయండి|అడగండి)$/u;

/** Whether a sentence in lower case asks in Telugu, in its own letters or in Latin ones. */
export function asksInTelugu(said: string): boolean {
  if (toldInTelugu.test(said)) return false;
  if (telugu.test(said) || tenglish.test(said)) return true;
  const words = said.replace(/ (?:andi|అండి|గారు|garu)$/u, '').split(' ');
  const final = words.at(-1) ?? '';
  if (/\p{Script=Telugu}/u.test(final)) return asksByEnding.test(final) && !noVerb.test(final);
  if (detectLanguage(said) !== 'te-Latn')
    return words.length <= 4 && /^(?:undh?a+|unnaya+|unnara+|untunda+|untara+|leda+)$/u.test(final);
  return tenglishOnly.test(said) || asksByEndingInLatin.test(final);
}
