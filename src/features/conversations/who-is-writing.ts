import { bare } from '#features/inbound/keywords.ts';
import { withoutGreeting } from '#features/inbound/completeness.ts';
import type { Language } from './languages.ts';
import { LANGUAGES, speechOf } from './languages.ts';
import { phrasesIn } from './phrases.ts';

/** What somebody asks who wonders whom they are writing to; in the language they ask it in. */
export type Wonders = { about: 'identity' | 'person'; language: Language | null };

const courtesy =
  / (?:please|pls|plz|thanks|thank you|now|por favor|porfa|gracias|obrigado|obrigada|कृपया|प्लीज|ప్లీజ్|దయచేసి|andi|na)$/u;
const isThisPlace =
  /^(?:(?:is|s) (?:this|it|that)|am i (?:talking|speaking|writing) (?:to|with)|es|esto es|hablo con|é|aqui é|falo com|kya (?:yeh|ye|yah)|क्या (?:यह|ये)|idi|ఇది)(?: (?:hai|है|hain))?$/u;

const LONGEST = 100;

/** Whether a whole message asks who is writing here, or for a person; null when it is about anything else. */
export function wonders(text: string, shop: string): Wonders | null {
  const said = coreOf(text);
  if (said.length > LONGEST) return null;
  for (const language of LANGUAGES) {
    const { identity, person, personAlone } = speechOf(language).wonders;
    if (identity.test(said)) return { about: 'identity', language };
    const wish = person.exec(said);
    const isAll = wish ? wish.groups?.more === undefined : personAlone?.test(said);
    if (isAll) return { about: 'person', language };
  }
  return asksForShop(said, bare(shop)) ? { about: 'identity', language: null } : null;
}

/** What is truly answered to who wonders; null where the question is about anything else. */
export function aboutMachine(
  question: string,
  { name, contactPhone }: { name: string; contactPhone: string | null },
  language: string | null,
): { about: Wonders['about']; text: string } | null {
  const wonder = wonders(question, name);
  if (!wonder) return null;
  const say = phrasesIn(wonder.language ?? language);
  const sentence = wonder.about === 'identity' ? say.identity : say.noPerson;
  return { about: wonder.about, text: sentence(name, contactPhone) };
}

/** "Is this Pizza Palace?" */
const asksForShop = (said: string, shop: string) =>
  shop !== '' && said.includes(shop) && isThisPlace.test(said.replace(shop, '').trim());

function coreOf(text: string): string {
  const said = withoutGreeting(bare(text));
  return said.replace(courtesy, '').replace(/^(?:please|por favor|कृपया) /u, '');
}

/** Whether a message begins with the wish to talk to a person, whatever about. */
export const asksForPerson = (text: string): boolean =>
  LANGUAGES.some((language) =>
    speechOf(language).wonders.person.test(coreOf(text).slice(0, LONGEST)),
  );
