import { confidenceOf, signsOf } from './confidence.ts';
import { gramsOf } from './grams.ts';
import type { Grams } from './grams.ts';
import { invert } from './inverted.ts';
import type { Inverted } from './inverted.ts';
import { rank } from './rank.ts';
import { read } from './terms.ts';

export type Entry = { id: string; text: string };
export type Hit = { id: string; text: string; score: number };
/** `hits` best first; `confidence`, 0..1, that the first one answers the question. */
export type Found = { hits: Hit[]; confidence: number };

/** What `buildIndex` makes of a business's entries; only `search` looks inside. */
export type Index = {
  readonly entries: readonly Entry[];
  readonly inverted: Inverted;
  readonly grams: Map<number, Grams>;
};

export function buildIndex(entries: readonly Entry[]): Index {
  return { entries, inverted: invert(entries.map(({ text }) => text)), grams: new Map() };
}

export function search(index: Index, question: string, limit = 5): Found {
  const reading = read(question, index.inverted.home, index.inverted);
  const ranking = rank(reading, index.inverted, (entry) => gramsAt(index, entry));
  const hits = ranking.standings.slice(0, limit).flatMap(({ entry, score }) => {
    const found = index.entries[entry];
    return found ? [{ ...found, score }] : [];
  });
  return { hits, confidence: confidenceOf(signsOf(ranking)) };
}

function gramsAt(index: Index, entry: number): Grams {
  const known = index.grams.get(entry);
  if (known) return known;
  const grams = gramsOf(
    read(index.entries[entry]?.text ?? '', index.inverted.home)
      .terms.filter(({ text }) => !text.includes(' '))
      .map(({ text }) => text),
  );
  index.grams.set(entry, grams);
  return grams;
}

const CONFIDENT = 0.5;
/** Whether the first hit should be told to the customer. */
export const isConfident = (found: Found): boolean => found.confidence >= CONFIDENT;
