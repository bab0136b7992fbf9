import type { Language } from '#features/answers/language.ts';
import { bare } from '#features/inbound/keywords.ts';

const wordsOf = (...lists: string[]) =>
  new Set(lists.flatMap((list) => list.split(', ')).map(bare));

const english = wordsOf(
  'thanks, thank you, thank you so much, thanks a lot, thx, ty, ok, okay, k, cool, great, great thanks, ok thanks',
  'okay thank you, perfect, bye, goodbye, got it',
);
const others: [Language, Set<string>][] = [
  ['es', wordsOf('gracias, muchas gracias, mil gracias, vale, adiós')],
  ['pt', wordsOf('obrigado, obrigada, muito obrigado, muito obrigada, valeu, tchau')],
  ['hi', wordsOf('धन्यवाद, शुक्रिया')],
  ['hi-Latn', wordsOf('dhanyavaad, dhanyawad, shukriya, thik hai, theek hai')],
  ['te', wordsOf('ధన్యవాదాలు')],
  ['te-Latn', wordsOf('dhanyavadalu')],
];
const thanks = new Set([...english, ...others.flatMap(([, words]) => [...words])]);

const approval = /^(?:👍|👌|🙏|❤|😊|🙂|\u{FE0F}|\p{Emoji_Modifier}|\s)+$/u;

/** True when nothing but thanks, agreement or goodbye is said. */
export const isThanks = (text: string): boolean => thanks.has(bare(text)) || approval.test(text);

/** The languages that a word of thanks is of; none where it is an English one, which everybody uses, or none at all. */
export const languagesOfThanks = (text: string): Language[] =>
  others.flatMap(([language, words]) => (words.has(bare(text)) ? [language] : []));
