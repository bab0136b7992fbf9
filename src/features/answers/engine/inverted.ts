import { figuresOf } from './figures.ts';
import { byFirstLetter } from './fuzzy.ts';
import { romanKey, skeleton } from './roman.ts';
import { read } from './terms.ts';
import type { Reading, Term } from './terms.ts';

/** Where a key stands: in which entry (by its place), how surely it means what it says, how often. */
export type Posting = { entry: number; quality: number; count: number };

export type Inverted = {
  postings: ReadonlyMap<string, readonly Posting[]>;
  /** Content words of each entry. */
  lengths: readonly number[];
  averageLength: number;
  /** The words of the base, by first letter, for spelling. */
  vocabulary: ReadonlyMap<string, readonly string[]>;
};

const INNER = 0.5;
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
    for (const term of reading.terms) if (!term.text.includes(' ')) words.add(term.text);
    for (const [key, { quality, count }] of keysOf(reading, text)) {
      const here = { entry, quality, count };
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
  };
}

type Strength = { quality: number; count: number };

function keysOf(reading: Reading, text: string): Map<string, Strength> {
  const keys = new Map<string, Strength>();
  const add = (key: string, quality: number) => {
    const known = keys.get(key);
    keys.set(key, {
      quality: Math.max(known?.quality ?? 0, quality),
      count: (known?.count ?? 0) + quality,
    });
  };
  for (const term of reading.terms) {
    for (const key of keysOfTerm(term)) add(key, term.isInner ? INNER : 1);
    if (!term.isInner) for (const concept of term.concepts) add(`#${concept}`, 1);
  }
  for (const { concept, fit } of figuresOf(text)) if (!keys.has(`#${concept}`)) add(`#${concept}`, fit);
  return keys;
}

function keysOfTerm(term: Term): Set<string> {
  const keys = new Set(term.forms);
  if (term.text.includes(' ') || term.weight < 0.5) return keys;
  const roman = romanKey(term.text);
  const bones = skeleton(term.text);
  if (roman.length >= SHORTEST_KEY) keys.add(`~${roman}`);
  if (bones.length >= SHORTEST_KEY) keys.add(`^${bones}`);
  return keys;
}
