import { lexiconOf } from './lexicon.ts';
import { asksOf } from './meaning.ts';
import type { Tongue } from './stems.ts';
import { tokenize } from './text.ts';

/** What is only named beside the first thing asked about is short. */
const SHORT = 3;
const MOST_THINGS = 3;

/**
 * One question about several things, each asked by itself: of "how much is a haircut" and "a shave" the second is given
 * the first one's beginning; where the verb comes last, the first is given the last one's end. Null where it is no such.
 */
export function askedOfEach(
  pieces: readonly string[],
  tongues: readonly Tongue[],
): string[] | null {
  if (pieces.length < 2 || pieces.length > MOST_THINGS) return null;
  const asking = pieces.map((piece) => wordsOf(piece).some((word) => isAsk(word, tongues)));
  if (asking.filter((asks) => asks).length !== 1) return null;
  const short = pieces.every((piece, at) => asking[at] || wordsOf(piece).length <= SHORT);
  const [first = '', ...others] = pieces;
  const last = pieces.at(-1) ?? '';
  if (!short) return null;
  if (asking[0]) return withBeginning(first, others, tongues);
  return asking.at(-1) ? withEnd(pieces.slice(0, -1), last, tongues) : null;
}

function withBeginning(first: string, others: readonly string[], tongues: readonly Tongue[]) {
  const words = wordsOf(first);
  const end = words.findLastIndex((word) => isFunctional(word, tongues));
  const beginning = words.slice(0, end + 1).join(' ');
  if (end < 0 || end === words.length - 1) return null;
  return [first, ...others.map((other) => `${beginning} ${other}`)];
}

function withEnd(others: readonly string[], last: string, tongues: readonly Tongue[]) {
  const words = wordsOf(last);
  const start = words.findIndex((word) => isFunctional(word, tongues));
  if (start <= 0) return null;
  const end = words.slice(start).join(' ');
  return [...others.map((other) => `${other} ${end}`), last];
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

const plain = (word: string): string => tokenize(word)[0]?.text ?? '';

const isAsk = (word: string, tongues: readonly Tongue[]): boolean =>
  asksOf(plain(word), tongues).includes('@ask');

const isFunctional = (word: string, tongues: readonly Tongue[]): boolean =>
  tongues.some((tongue) => lexiconOf(tongue).stops.has(plain(word)));
