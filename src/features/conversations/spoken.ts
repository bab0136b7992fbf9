import { detectLanguage, isOtherLanguage } from '#features/answers/language.ts';
import { languageOfOptOut } from '#features/consent/opt-out/intent.ts';
import { languagesOfWish } from '#features/consent/wish.ts';
import { languagesOfGreeting } from '#features/inbound/completeness.ts';
import { isCommand, languagesOfKeyword } from '#features/inbound/keywords.ts';
import type { Language } from './languages.ts';
import { isLanguage } from './languages.ts';
import { languagesOfThanks } from './small-talk.ts';
import type { Turn, TurnMessage } from './turn.ts';
import { wonders } from './who-is-writing.ts';

/**
 * The turn with the language that is spoken in it now. A language that the product does not speak is answered in that of
 * the business, and what was known of the customer stays. An owner's commands, files and forwarded messages are in none.
 */
export function withSpokenLanguage(turn: Turn): Turn {
  const { business, isOwner } = turn;
  const messages = isOwner ? turn.messages.filter(isSpoken) : turn.messages;
  if (messages.length === 0) return turn;
  const said = messages.map(({ body }) => body).join('\n');
  const last = messages.at(-1)?.body ?? '';
  const known = turn.language ?? business.language;
  const asked = wonders(said, business.name)?.language;
  const stopping = languageOfOptOut(last);
  const fixed = [
    ...(stopping ? [stopping] : []),
    ...languagesOfWish(last),
    ...languagesOfKeyword(last),
    ...languagesOfGreeting(said),
    ...languagesOfThanks(said),
    ...(asked ? [asked] : []),
  ];
  const [first] = fixed;
  if (first) return { ...turn, language: likeliest([first, ...fixed], known, business.language) };
  if (isOtherLanguage(said)) return { ...turn, language: business.language, keepsLanguage: true };
  return { ...turn, language: detectLanguage(said, known) };
}

const isSpoken = ({ body, details }: TurnMessage) =>
  !isCommand(body) && !details?.media && details?.isForwarded !== true;

const inLatinLetters = (tag: string) => `${tag}-Latn`;

/** Of the languages that have a word, the customer's own, else that of the business, else the first. */
function likeliest(
  languages: readonly [Language, ...Language[]],
  known: string,
  ofBusiness: string,
): Language {
  const likely = [known, ofBusiness, inLatinLetters(known), inLatinLetters(ofBusiness)];
  const [first] = languages;
  return likely.filter(isLanguage).find((one) => languages.includes(one)) ?? first;
}
