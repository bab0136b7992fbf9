import type { Language } from '#features/conversations/languages.ts';
import { remembered } from '#platform/remembered.ts';

import { english } from './english.ts';
import { portuguese, spanish } from './iberian.ts';
import { hindi, hinglish, telugu, tenglish } from './indian.ts';

import type { Asking, Wording } from './said.ts';
import { plain } from './said.ts';

/** What somebody wants to hear no more of: everything, or what is advertised to them. */
export type Scope = 'everything' | 'offers';
export type Intent = Scope | 'unsure';

const asked: readonly (readonly [Language, Asking])[] = [
  ['en', english],
  ['es', spanish],
  ['pt', portuguese],
];
const worded: readonly (readonly [Language, Wording])[] = [
  ['hi', hindi],
  ['hi-Latn', hinglish],
  ['te', telugu],
  ['te-Latn', tenglish],
];

/** Nobody needs more to say so; a longer text is heard at its beginning and end. */
const LONGEST = 400;
const MOST_REMEMBERED = 64;

/**
 * Whether a message asks to be written to no more, in any language of the product: certainly, perhaps, or not at all. It goes
 * by clauses that say nothing else: "stop by at 5", "cancel my appointment" and "don't send it to my office" are none.
 */
export const optOutIntent = (text: string): Intent | null => heard(text)?.intent ?? null;

/** The language in which a message asks for it; null when it does not, or in English, which the rest of it may not be in. */
export const languageOfOptOut = (text: string): Language | null => {
  const language = heard(text)?.language;
  return language === 'en' ? null : (language ?? null);
};

type Heard = { intent: Intent; language: Language };

const heard = (text: string): Heard | null =>
  text.length > 2 * LONGEST
    ? hear(`${text.slice(0, LONGEST)}\n${text.slice(-LONGEST)}`)
    : kept(text).heard;

function hear(text: string): Heard | null {
  const clauses = clausesOf(text);
  const isAll = clauses.length === 1;
  // One word among others is said about something else.
  const found = clauses.flatMap((clause) =>
    isAll || clause.includes(' ') ? (intentOf(clause) ?? []) : [],
  );
  const first = (wanted: Intent) => found.find(({ intent }) => intent === wanted);
  const certain = first('everything') ?? first('offers');
  const [any] = found;
  if (!any) return null;
  const isQualified = clauses.some((clause) => qualifies.test(clause));
  return certain && !isQualified ? certain : { ...any, intent: 'unsure' };
}

const kept = remembered(MOST_REMEMBERED, (text: string) => ({ heard: hear(text) }));

/** What stands beside it makes it less than a farewell: "call me instead", "until Monday". */
const qualifies =
  /^(?:but )?(?:(?:please |just |pls )?(?:call|email|phone|ring|whatsapp|text|write) me\b|(?:only )?(?:until|till|unless|except|before|after) |(?:mejor )?(?:llam(?:e|en|a)me|hasta|excepto|salvo) ?|(?:me )?(?:lig(?:a|ue|uem)|ate|exceto)\b|(?:call|phone) (?:karo|kijiye|kar|chey)|कॉल|कॉल्|కాల్)/u;

const clausesOf = (text: string): string[] =>
  plain(text)
    .replace(/\b(don|can|won|didn|isn)['’`´](t)\b/gu, '$1$2')
    .replace(/['’`´]/gu, ' ')
    .split(/[.!,;:।?¿¡\n\r()[\]"“”…–—|/]+|\s-+\s/u)
    .map((clause) => clause.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim())
    .filter((clause) => clause !== '');

function intentOf(clause: string): Heard | null {
  for (const [language, asking] of asked) {
    const intent = intentAsked(clause, asking);
    if (intent) return { intent, language };
  }
  const tokens = clause.split(' ');
  if (tokens.length > MOST_WORDS) return null;
  for (const [language, wording] of worded) {
    const intent = intentWorded(tokens, wording);
    if (intent) return { intent, language };
  }
  return null;
}

function intentAsked(clause: string, language: Asking): Intent | null {
  const late = clause.replace(language.after, '');
  for (const core of new Set([clause, late, late.replace(language.before, '')])) {
    if (core === '') continue;
    if (language.offers.test(core)) return 'offers';
    if (language.everything.test(core)) return 'everything';
  }
  const core = late.replace(language.before, '');
  return language.unsure.test(clause) || language.unsure.test(core) ? 'unsure' : null;
}

const MOST_WORDS = 16;
const kinds: readonly (keyof Wording)[] = [
  'filler',
  'message',
  'offer',
  'bother',
  'not',
  'act',
  'refuse',
  'want',
  'stop',
  'halt',
  'list',
  'remove',
  'how',
];

/** In a language of free word order a clause counts when every word of it belongs to the wish. */
function intentWorded(tokens: readonly string[], language: Wording): Intent | null {
  const isKnown = tokens.every((token) => kinds.some((kind) => language[kind].has(token)));
  if (!isKnown) return null;
  const has: Has = (...wanted) =>
    wanted.every((kind) => tokens.some((token) => language[kind].has(token)));
  if (has('remove')) return isStruckOff(has, tokens) ? 'everything' : null;
  const about = subjectOf(has);
  return about && intentAbout(about, has, tokens);
}

const isStruckOff = (has: Has, tokens: readonly string[]) =>
  !has('offer') && (has('list') || tokens.some((token) => numbers.has(token)));

function intentAbout(about: Scope, has: Has, tokens: readonly string[]): Intent | null {
  if (has('how')) return has('stop') || has('halt') ? 'unsure' : null;
  if (isRefused(has)) return about;
  if (!has('not', 'want')) return null;
  return about === 'offers' && tokens.some((token) => oneOffer.has(token)) ? 'unsure' : about;
}

/** Whether there are words of all these kinds. */
type Has = (...wanted: (keyof Wording)[]) => boolean;

const isRefused = (has: Has) =>
  has('refuse') || has('halt') || has('not', 'act') || has('stop', 'act');

function subjectOf(has: Has): Scope | null {
  if (has('offer')) return 'offers';
  return has('message') || has('bother') ? 'everything' : null;
}

const numbers = new Set(['नंबर', 'नम्बर', 'number', 'nambar', 'నంబర్', 'నంబరు', 'నెంబర్'].map(plain));
/** May be the one that was just made to them. */
const oneOffer = new Set(['offer', 'ऑफर', 'ऑफ़र', 'ఆఫర్'].map(plain));
