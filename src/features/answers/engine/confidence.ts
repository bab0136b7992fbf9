import { TELLING } from './inverted.ts';
import type { Ranking } from './rank.ts';

/** What tells a right answer from a wrong one; every value about 0..1. */
export type Signs = {
  coverage: number;
  margin: number;
  similarity: number;
  /** The share of the question's weight that the lexicon knows and the base lacks: a thing it does not speak of. */
  lacking: number;
  /** The share of what the first entry lacks though the lexicon knows it, or has only from afar. */
  unmet: number;
  /** 1 where the entry lacks, or has only from afar, the word that says most; else 0. */
  headless: number;
  /** The share of words that neither knows. */
  unheardOf: number;
  /** The best match of a single word that says something. */
  bestMatch: number;
  /** The share of the coverage that rests on guessed spellings. */
  guessed: number;
  /** The weight that matched, as such: a rare word says more than a common one. */
  evidence: number;
};

/** A match below this is only of something related. */
const FAR = 0.5;

const bestOf = ({ entries }: Ranking['weighed'][number]): number =>
  Math.max(0, ...[...entries.values()].map(({ quality }) => quality));

const heaviest = (weighed: Ranking['weighed']) =>
  weighed.reduce((heavy, one) => (one.weight > heavy.weight ? one : heavy));

/** Reads the signs of a ranking's first entry; null when only generic words matched, or nothing. */
export function signsOf({ standings, weighed, total }: Ranking): Signs | null {
  const [first, second] = standings;
  if (!first || total === 0) return null;
  const matchOf = (one: (typeof weighed)[number]) => one.entries.get(first.entry)?.quality ?? 0;
  const telling = weighed.filter(({ term }) => term.weight >= TELLING && term.role === 'whole');
  const bestMatch = Math.max(0, ...telling.map(matchOf));
  if (bestMatch < 0.2) return null;
  const missing = weighed.filter(({ how }) => how === 'missing');
  const share = (some: typeof weighed) => some.reduce((sum, { weight }) => sum + weight, 0) / total;
  const matched = (some: typeof weighed) =>
    some.reduce((sum, one) => sum + one.weight * matchOf(one), 0);
  return {
    coverage: first.coverage,
    margin: (first.score - (second?.score ?? 0)) / first.score,
    similarity: first.similarity,
    lacking: share(weighed.filter((one) => one.term.isKnown && bestOf(one) < FAR)),
    unmet: share(weighed.filter((one) => one.term.isKnown && matchOf(one) < FAR)),
    headless: Number(matchOf(heaviest(weighed)) < FAR),
    unheardOf: share(missing.filter(({ term }) => !term.isKnown)),
    bestMatch,
    guessed: matched(weighed.filter(({ how }) => how === 'guessed')) / (matched(weighed) || 1),
    evidence: Math.min(1, matched(telling)),
  };
}

const WEIGHTS: Signs & { bias: number } = {
  bias: -1.8,
  coverage: 3.51,
  margin: 1.02,
  similarity: 1.27,
  lacking: -0.3,
  unmet: -1.95,
  headless: -0.5,
  unheardOf: -1.04,
  bestMatch: -0.12,
  guessed: -0.28,
  evidence: 2.36,
};

/** The probability (0..1) that the first entry answers; weights fitted on the development set. */
export function confidenceOf(signs: Signs | null): number {
  if (!signs) return 0;
  let sum = WEIGHTS.bias;
  for (const sign of Object.keys(signs) as (keyof Signs)[]) sum += WEIGHTS[sign] * signs[sign];
  return 1 / (1 + Math.exp(-sum));
}
