import { byFirstLetter, editDistance, nearest } from './fuzzy.ts';
import type { Inverted, Posting } from './inverted.ts';
import { lexiconOf } from './lexicon.ts';
import { meaningOf } from './meaning.ts';
import { relatedTo } from './relations.ts';
import { romanKey, skeleton } from './roman.ts';
import { TONGUES } from './stems.ts';
import type { Term } from './terms.ts';

/** How well an entry has a term of the question (0..1), and how often. */
export type Match = { quality: number; count: number; isLead: boolean };

/** What a term of the question found; `how` says by what means, for the confidence. */
export type Found = {
  term: Term;
  entries: ReadonlyMap<number, Match>;
  how: 'meant' | 'guessed' | 'missing';
};

const STEM = 0.97;
const CONCEPT = 0.85;
const ROMAN = 0.8;
const SKELETON = 0.6;
const MISSPELT = 0.95;

/** Looks a term up: as itself, by what it names, and only when the base has neither, by how it is spelt. */
export function lookUp(term: Term, index: Inverted): Found {
  const entries = new Map<number, Match>();
  const add = adder(index, entries);
  for (const form of term.forms) add(form, form.startsWith('=') ? 1 : STEM);
  addConcepts(term.concepts, add);
  if (entries.size > 0) return { term, entries, how: 'meant' };
  if (term.concepts.length === 0 && !term.isKnown) addMisspelt(term.text, index, add);
  if (entries.size === 0 && term.weight > 0.5) addSpelling(term.text, add);
  return { term, entries, how: entries.size > 0 ? 'guessed' : 'missing' };
}

type Add = (key: string, fit: number) => void;

function adder(index: Inverted, entries: Map<number, Match>): Add {
  return (key, fit) => {
    for (const posting of index.postings.get(key) ?? []) keepBetter(entries, posting, fit);
  };
}

function keepBetter(entries: Map<number, Match>, { entry, quality, count, isLead }: Posting, fit: number): void {
  const better = { quality: quality * fit, count, isLead };
  const known = entries.get(entry);
  if (!known || known.quality < better.quality) entries.set(entry, better);
}

function addConcepts(concepts: readonly string[], add: Add): void {
  for (const concept of concepts) {
    add(`#${concept}`, CONCEPT);
    for (const { concept: other, fit } of relatedTo(concept)) add(`#${other}`, CONCEPT * fit);
  }
}

function addMisspelt(word: string, index: Inverted, add: Add): void {
  const inBase = nearest(word, index.vocabulary);
  const inLexicon = nearest(word, lexiconWords());
  addMisspeltPrefix(word, add);
  const closest = Math.max(0, ...[...inBase, ...inLexicon].map(({ closeness }) => closeness));
  for (const { word: meant, closeness } of inBase) {
    if (closeness === closest) add(`=${meant}`, closeness * MISSPELT);
  }
  for (const { word: meant, closeness } of inLexicon) {
    if (closeness < closest) continue;
    addConcepts(meaningOf(meant, TONGUES).concepts, (key, fit) => add(key, fit * closeness));
  }
}

/** "canselar" for cancel*: the beginning of the word, as long as the prefix, may be misspelt. */
function addMisspeltPrefix(word: string, add: Add): void {
  for (const [prefix, concepts] of lexiconPrefixes().get(word.slice(0, 1)) ?? []) {
    const isNear = prefix.length > 4 && word.length > prefix.length && editDistance(word.slice(0, prefix.length), prefix, 1) === 1;
    if (isNear) addConcepts(concepts, (key, fit) => add(key, fit * ROMAN));
  }
}

function addSpelling(word: string, add: Add): void {
  add(`~${romanKey(word)}`, ROMAN);
  add(`^${skeleton(word)}`, SKELETON);
}

let words: ReadonlyMap<string, readonly string[]> | null = null;

/** Every word of the lexicons that names something, by its first letter. */
function lexiconWords(): ReadonlyMap<string, readonly string[]> {
  words ??= byFirstLetter(
    new Set(TONGUES.flatMap((tongue) => [...lexiconOf(tongue).words.keys()].filter((word) => word.length > 3))),
  );
  return words;
}

let prefixes: ReadonlyMap<string, readonly [string, readonly string[]][]> | null = null;

function lexiconPrefixes() {
  prefixes ??= Map.groupBy(
    TONGUES.flatMap((tongue) => [...lexiconOf(tongue).prefixes]),
    ([prefix]) => prefix.slice(0, 1),
  );
  return prefixes;
}
