import { gramsOf, similarity } from './grams.ts';
import type { Grams } from './grams.ts';
import { TELLING } from './inverted.ts';
import type { Inverted } from './inverted.ts';
import { lookUp } from './match.ts';
import type { Found } from './match.ts';
import { signsOfAmbience } from './relations.ts';
import type { Reading, Term } from './terms.ts';

/** An entry's standing for a question. Shares are of the question's weight, 0..1. */
export type Standing = {
  entry: number;
  score: number;
  coverage: number;
  similarity: number;
  fitsAsk: boolean;
};

/** A question looked up in a base: its entries, best first, and what each of its terms weighs and found. */
export type Ranking = {
  standings: readonly Standing[];
  weighed: readonly Weighed[];
  total: number;
  /** How the question asks (`@when`, `@howmuch`). */
  asks: ReadonlySet<string>;
};

/** `isSpoken`: said as such, not only within a phrase that the base has. */
export type Weighed = Found & { weight: number; isSpoken: boolean };

const K1 = 0.5;
const B = 0.2;
/** A base smaller than this is weighed as if it had this many entries. */
const FEWEST = 12;
/** How fast an entry that has a word only from afar stops counting among those that have it. */
const FADE = 2;
const SIMILARITY = 0.4;
const ASK = 0.15;
const HINT = 0.4;
/** A phrase that no entry has so well is lost: it costs less, and its words are looked at one by one. */
const LOST = 0.2;
const COST_OF_LOST = 0.7;
/** Who says so much tells of other things too: what the base has nothing like costs little. */
const MANY = 10;
const COST_OF_ASIDE = 0.5;
const RERANKED = 20;

const FIGURES_OF: Record<string, readonly string[]> = {
  '@when': ['#hours', '#date'],
  '@where': ['#location'],
  '@howmuch': ['#price', '#percent'],
};

/** Ranks the entries of a base for a question. `gramsAt` gives an entry's grams. */
export function rank(
  reading: Reading,
  index: Inverted,
  gramsAt: (entry: number) => Grams,
): Ranking {
  const weighed = weighAll(termsOf(reading), index);
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return { standings: [], weighed, total, asks: reading.asks };
  const scores = scoresOf(weighed, index, total);
  const best = [...scores].sort((a, b) => b.score - a.score).slice(0, RERANKED);
  const grams = gramsOf(weighed.map(({ term }) => term.text.replaceAll(' ', '')));
  const fitting = fittingEntries(reading, index);
  const standings = best.map(({ entry, score, coverage }) => {
    const alike = similarity(grams, gramsAt(entry));
    const fitsAsk = fitting.has(entry);
    return {
      entry,
      coverage,
      similarity: alike,
      fitsAsk,
      score: score + SIMILARITY * alike + (fitsAsk ? ASK : 0),
    };
  });
  standings.sort((a, b) => b.score - a.score || a.entry - b.entry);
  return { standings, weighed, total, asks: reading.asks };
}

/**
 * The question's terms, those that name the same taken together. Words within a phrase count only as a hint. A bare
 * "where are you" asks for the address, and "where is the lab" perhaps.
 */
function termsOf({ terms, asks }: Reading): Term[] {
  const kept = merged(terms.filter(({ role }) => role !== 'agreeing'));
  const isPlaced = kept.some(({ concepts }) => concepts.includes('location'));
  const things = kept.filter(({ weight }) => weight >= TELLING).length;
  if (asks.has('@where') && terms.length > 0 && things <= 1 && !isPlaced) kept.push(WHEREABOUTS);
  if (asks.has('@who')) kept.push(SOMEBODY);
  return kept;
}

/** Terms that name the same are one; where one could name more, the other tells which is meant. */
function merged(terms: readonly Term[]): Term[] {
  const kept: Term[] = [];
  for (const term of terms) {
    const at = kept.findIndex((other) => isSame(other, term));
    const same = kept[at];
    if (!same) kept.push(term);
    else
      kept[at] = same.concepts.length <= term.concepts.length ? both(same, term) : both(term, same);
  }
  return kept;
}

function isSame(one: Term, other: Term): boolean {
  if (one.role !== other.role) return false;
  if (one.role === 'inner' || one.concepts.length + other.concepts.length === 0)
    return one.text === other.text;
  const [few, many] = one.concepts.length <= other.concepts.length ? [one, other] : [other, one];
  return (
    few.concepts.length > 0 && few.concepts.every((concept) => many.concepts.includes(concept))
  );
}

const both = (one: Term, other: Term): Term => ({
  ...one,
  forms: [...one.forms, ...other.forms],
  kin: [...one.kin, ...other.kin],
});

const asked = (text: string, weight: number, concepts: readonly string[]): Term => ({
  text,
  weight,
  concepts,
  forms: [],
  kin: [],
  isKnown: true,
  closeness: 1,
  role: 'whole',
});
const WHEREABOUTS = asked('where', 0.6, ['location']);
const SOMEBODY = asked('who', 0.4, [
  'staff',
  'owner',
  'doctor',
  'teacher',
  'human',
  'contact',
  'reception',
]);

function weighAll(terms: readonly Term[], index: Inverted): Weighed[] {
  let isLost = false;
  const isRambling = terms.length >= MANY;
  return terms.map((term) => {
    const found = lookUp(term, index);
    if (term.role !== 'inner') isLost = isLostPhrase(found);
    return weigh(found, index, { isLost, isRambling });
  });
}

const isLostPhrase = ({ term, entries }: Found): boolean =>
  term.text.includes(' ') && [...entries.values()].every(({ quality }) => quality < LOST);

type Said = { isLost: boolean; isRambling: boolean };

function weigh(found: Found, index: Inverted, said: Said): Weighed {
  const size = Math.max(FEWEST, index.lengths.length);
  let frequency = 0;
  for (const { quality } of found.entries.values()) frequency += quality ** FADE;
  const rarity =
    Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5)) / Math.log(1 + (size + 0.5) / 0.5);
  const weight = found.term.weight * rarity * stakeOf(found, index, said);
  return { ...found, weight, isSpoken: found.term.role === 'whole' || said.isLost };
}

/** A hint that finds nothing costs nothing; a generic word that finds nothing costs little. */
function stakeOf({ term, how }: Found, index: Inverted, { isLost, isRambling }: Said): number {
  if (term.role === 'inner') return how === 'meant' ? HINT : 0;
  if (isRambling && how === 'missing') return COST_OF_ASIDE;
  if (isLost) return COST_OF_LOST;
  if (how === 'missing' && term.weight < TELLING) return HINT;
  return term.concepts.some((concept) => isAmbient(concept, index)) ? HINT : 1;
}

/** What the whole business is about (the pets of a vet) tells its entries from each other badly. */
const isAmbient = (concept: string, index: Inverted): boolean =>
  signsOfAmbience(concept).filter((sign) => index.has(`#${sign}`)).length >= 2;

function scoresOf(weighed: readonly Weighed[], index: Inverted, total: number) {
  const scores = new Map<number, { entry: number; score: number; coverage: number }>();
  for (const { weight, entries } of weighed) {
    for (const [entry, { quality, count }] of entries) {
      const length = (index.lengths[entry] ?? 0) / index.averageLength;
      const often = (count * (K1 + 1)) / (count + K1 * (1 - B + B * length));
      const known = scores.get(entry) ?? { entry, score: 0, coverage: 0 };
      known.score += (weight * quality * often) / total;
      known.coverage += (weight * quality) / total;
      scores.set(entry, known);
    }
  }
  return scores.values();
}

function fittingEntries(reading: Reading, index: Inverted): Set<number> {
  const keys = [...reading.asks].flatMap((ask) => FIGURES_OF[ask] ?? []);
  return new Set(keys.flatMap((key) => (index.postings.get(key) ?? []).map(({ entry }) => entry)));
}
