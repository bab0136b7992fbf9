import { asksInEnglish } from './asks-english.ts';
import { asksInPortuguese, asksInSpanish } from './asks-iberian.ts';
import { asksInHindi, asksInTelugu } from './asks-indian.ts';

/** Quotes, brackets, emoji and the like around what is said. */
const around = /^[^\p{L}\p{N}¿¡]+|[^\p{L}\p{M}\p{N}?？؟!！.।:]+$/gu;
const introduction =
  /^(?:(?:hi|hello|hey|ok|okay|so|and|but|also|then|btw|by the way|um|please|just|hola|oye|bueno|y|pues|oi|olá|ola|então|mas|namaste|accha|acha|aur|aur haan|to|toh|నమస్తే|మరి|नमस्ते|अच्छा|और|तो)[\s,.!]+)+(?=\S)/iu;
/** "A word from us? Yes, gladly": what follows a question answers it, unless it is a courtesy. */
const courtesyAfter =
  /^(?:[\s,.!]|please|pls|plz|thanks|thank you|thx|por favor|gracias|obrigad[oa]|tell me|batao|bataiye|cheppandi|కృపయా|कृपया|धन्यवाद)*$/iu;
/** "How we work: by appointment" */
const heading = /^[^:：?]{3,60}[:：]\s*\S/u;
const exclamation = /[!！]$/u;

/** Whether plain words ask something, in any of the product's languages, with or without a question mark; in doubt they state it. */
export function isQuestion(text: string): boolean {
  const whole = text.normalize('NFC').replace(/\s+/gu, ' ').trim().replace(around, '');
  const mark = Math.max(...['?', '？', '؟'].map((sign) => whole.lastIndexOf(sign)));
  if (mark >= 0) return courtesyAfter.test(whole.slice(mark + 1));
  if (whole.startsWith('¿')) return true;
  const said = core(whole);
  if (heading.test(said)) return false;
  if (asksInHindi(said) || asksInTelugu(said)) return true;
  if (exclamation.test(whole)) return false;
  return asksInEnglish(said) || asksInSpanish(said) || asksInPortuguese(said);
}

function core(whole: string): string {
  const lower = whole
    .toLowerCase()
    .replace(/[’‘]/gu, "'")
    .replace(/[.!！।]+$/u, '');
  return lower.replace(introduction, '').trim();
}
