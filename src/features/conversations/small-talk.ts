import { bare } from '#features/inbound/keywords.ts';
import type { Language } from './languages.ts';
import { LANGUAGES, wordsIn, wordsOfAll } from './languages.ts';

const thanks = new Set(wordsOfAll('thanks').map(bare));
const others = LANGUAGES.filter((language) => language !== 'en').map(
  (language) => [language, new Set(wordsIn(language, 'thanks').map(bare))] as const,
);

const approval = /^(?:👍|👌|🙏|❤|😊|🙂|\u{FE0F}|\p{Emoji_Modifier}|\s)+$/u;

/** True when nothing but thanks, agreement or goodbye is said. */
export const isThanks = (text: string): boolean => thanks.has(bare(text)) || approval.test(text);

/** The languages that a word of thanks is of; none where it is an English one, which everybody uses, or none at all. */
export function languagesOfThanks(text: string): Language[] {
  const said = bare(text);
  return others.flatMap(([language, words]) => (words.has(said) ? [language] : []));
}
