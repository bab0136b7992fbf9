import type { Inverted, Posting } from './inverted.ts';
import { kinshipOf, relatedTo } from './relations.ts';
import { romanKey, skeleton } from './roman.ts';
import type { Term } from './terms.ts';
import { scriptOf } from './text.ts';

/** How well an entry has a term of the question (0..1), and how often. */
export type Match = { quality: number; count: number };

/** What a term of the question found; `how` says by what means, for the confidence. */
export type Found = {
  term: Term;
  entries: ReadonlyMap<number, Match>;
  how: 'meant' | 'guessed' | 'missing';
};

const STEM = 0.97;
const KIN = 0.9;
const CONCEPT = 0.8;
/** What a concept still says where the base has the very word. */
const BESIDE = 0.9;
const ROMAN = 0.8;
const SKELETON = 0.6;

/** Looks a term up: as itself, by what it names, and only when the base has neither, by how it is spelt. */
export function lookUp(term: Term, index: Inverted): Found {
  const entries = new Map<number, Match>();
  const add = adder(index, entries);
  for (const form of term.forms) add(form, (form.startsWith('=') ? 1 : STEM) * term.closeness);
  for (const form of term.kin) add(form, KIN * term.closeness);
  const isExact = entries.size > 0;
  addConcepts(term, (key, fit) => add(key, isExact ? fit * BESIDE : fit));
  if (entries.size > 0 && isFromOtherScript(term.text, index))
    add(`~${romanKey(term.text)}`, ROMAN);
  if (entries.size > 0) return { term, entries, how: term.closeness < 1 ? 'guessed' : 'meant' };
  if (term.weight > 0.5) addSpelling(term.text, add);
  return { term, entries, how: entries.size > 0 ? 'guessed' : 'missing' };
}

const isFromOtherScript = (word: string, { home }: Inverted): boolean =>
  (home === 'hi' || home === 'te') === (scriptOf(word) === 'latin');

type Add = (key: string, fit: number) => void;

function adder(index: Inverted, entries: Map<number, Match>): Add {
  return (key, fit) => {
    for (const posting of index.postings.get(key) ?? []) keepBetter(entries, posting, fit);
  };
}

function keepBetter(
  entries: Map<number, Match>,
  { entry, quality, count }: Posting,
  fit: number,
): void {
  const better = { quality: quality * fit, count };
  const known = entries.get(entry);
  if (!known || known.quality < better.quality) entries.set(entry, better);
}

function addConcepts({ concepts, closeness }: Term, add: Add): void {
  for (const concept of concepts) {
    add(`#${concept}`, CONCEPT * closeness * kinshipOf(concept));
    for (const { concept: other, fit } of relatedTo(concept))
      add(`#${other}`, CONCEPT * closeness * fit);
  }
}

function addSpelling(word: string, add: Add): void {
  add(`~${romanKey(word)}`, ROMAN);
  add(`^${skeleton(word)}`, SKELETON);
}
