import { figuresOf } from './figures.ts';
import { byFirstLetter } from './fuzzy.ts';
import { romanKey, skeleton } from './roman.ts';
import type { Spellings } from './spelling.ts';
import { read } from './terms.ts';
import type { Reading, Term } from './terms.ts';

/** Where a key stands: in which entry (by its place), how surely it means what it says, how often, whether up front. */
export type Posting = { entry: number; quality: number; count: number; isLead: boolean };

export type Inverted = Spellings & {
  postings: ReadonlyMap<string, readonly Posting[]>;
  /** Content words of each entry. */
  lengths: readonly number[];
  averageLength: number;
};

const INNER = 0.5;
const DAYS = 'monday tuesday wednesday thursday friday saturday sunday weekday weekend'.split(' ');
/** How surely a day with a time tells when one is open. */
const DAY_AND_TIME = 0.8;
/** From this weight on a word says something by itself. */
export const TELLING = 0.45;
/** So many telling words at the start of an entry say what it is about. */
const LEAD = 3;
const SHORTEST_KEY = 3;

/**
 * Indexes texts by keys: `=word`, `en:stem`, `#concept` (from words, phrases and figures), `~romanised`, `^skeleton`.
 */
export function invert(texts: readonly string[]): Inverted {
  const postings = new Map<string, Posting[]>();
  const words = new Set<string>();
  const lengths: number[] = [];
  for (const [entry, text] of texts.entries()) {
    const reading = read(text);
    for (const term of reading.terms)
      if (term.text.length > 3 && !term.text.includes(' ')) words.add(term.text);
    for (const [key, strength] of keysOf(reading, text)) {
      const here = { entry, ...strength };
      const there = postings.get(key);
      if (there) there.push(here);
      else postings.set(key, [here]);
    }
    lengths.push(reading.terms.length);
  }
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return {
    postings,
    lengths,
    averageLength: Math.max(1, total / Math.max(1, lengths.length)),
    vocabulary: byFirstLetter(words),
    has: (key) => postings.has(key),
  };
}

type Strength = Omit<Posting, 'entry'>;

function keysOf(reading: Reading, text: string): Map<string, Strength> {
  const keys = new Map<string, Strength>();
  const add = (key: string, quality: number, isLead: boolean) => {
    const known = keys.get(key) ?? { quality: 0, count: 0, isLead: false };
    keys.set(key, {
      quality: Math.max(known.quality, quality),
      count: known.count + quality,
      isLead: known.isLead || isLead,
    });
  };
  const telling = reading.terms.filter(({ weight }) => weight >= TELLING);
  for (const term of reading.terms) {
    const isLead = telling.indexOf(term) < LEAD && telling.includes(term);
    for (const key of keysOfTerm(term)) add(key, qualityOf(term), isLead);
    if (term.role === 'whole') for (const concept of term.concepts) add(`#${concept}`, 1, isLead);
  }
  for (const { concept, fit } of figuresOf(text)) add(`#${concept}`, fit, false);
  const namesDay = DAYS.some((day) => (keys.get(`#${day}`)?.quality ?? 0) === 1);
  if (namesDay && keys.has('#hours')) add('#hours', DAY_AND_TIME, false);
  return keys;
}

/** A word within a phrase, or one that says little, is not surely what the question means by it. */
const qualityOf = ({ role, weight }: Term) => (role === 'inner' || weight < TELLING ? INNER : 1);

function keysOfTerm(term: Term): Set<string> {
  const keys = new Set(term.forms);
  if (term.text.includes(' ') || term.weight < TELLING) return keys;
  const roman = romanKey(term.text);
  const bones = skeleton(term.text);
  if (roman.length >= SHORTEST_KEY) keys.add(`~${roman}`);
  if (bones.length >= SHORTEST_KEY) keys.add(`^${bones}`);
  return keys;
}
