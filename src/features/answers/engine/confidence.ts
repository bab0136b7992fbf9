import { TELLING } from './inverted.ts';
import type { Ranking, Standing, Weighed } from './rank.ts';

/** What tells a right answer from a wrong one; every value is about 0..1, shares are of the question's weight. */
export type Signs = {
  /** The share that the first entry has, each word as well as it has it. */
  coverage: number;
  similarity: number;
  /** The share that the lexicon knows and the first entry lacks, or has only from afar. */
  unmet: number;
  /** The share of words that neither the lexicon nor the base knows. */
  unheardOf: number;
  /** The share of the coverage that rests on guessed spellings. */
  guessed: number;
  /** The second entry's coverage. */
  rival: number;
  /** The share that the first entry has word for word. */
  verbatim: number;
  /** The share of telling words that nothing in the base is like. */
  absent: number;
  /** How well the first entry has the word that weighs most. */
  head: number;
  /** The coverage, counted as far as the first entry is ahead. */
  lead: number;
  /** The weight that is matched, as such: a rare word says more than a common one. */
  evidence: number;
  /** What was asked for is a time or a price, and the first entry shows none. */
  unfit: number;
  /** The lead, where yes or no is asked: then much may be alike, and the one thing asked not told. */
  leadOfYesNo: number;
  /** What the first entry lacks of the last word of a yes-or-no question ("is the pool heated"), by what is verbatim. */
  unsaid: number;
  /** Whether words stand together as a phrase that is known. */
  phrase: number;
};

/** A match below this is only of something related. */
const FAR = 0.5;
const VERBATIM = 0.95;
/** With no telling word matched at least so well there is no answer. */
const FAINTEST = 0.2;
/** One guessed word alone must be nearer than this to what it was taken for. */
const UNSURE = 0.8;

const matchAt =
  (entry: number) =>
  ({ entries }: Weighed): number =>
    entries.get(entry)?.quality ?? 0;

/** Reads the signs of a ranking's first entry; null when only generic words matched, or one poor guess, or nothing. */
export function signsOf(ranking: Ranking): Signs | null {
  const { standings, weighed, total } = ranking;
  const [first, second] = standings;
  if (!first || total === 0) return null;
  const matchOf = matchAt(first.entry);
  const share = (some: readonly Weighed[]) => sumOf(some, ({ weight }) => weight) / total;
  const matched = (some: readonly Weighed[]) => sumOf(some, (one) => one.weight * matchOf(one));
  const telling = tellingOf(weighed);
  const found = telling.filter((one) => matchOf(one) >= FAINTEST);
  const isGuess = found.length === 1 && found.every(isPoorGuess);
  if (found.length === 0 || isGuess) return null;
  const margin = (first.score - (second?.score ?? 0)) / first.score;
  const [head] = telling.toSorted((one, other) => other.weight - one.weight);
  const shares = {
    coverage: first.coverage,
    lead: first.coverage * margin,
    head: head ? matchOf(head) : 0,
    rival: second?.coverage ?? 0,
    verbatim: share(weighed.filter((one) => matchOf(one) >= VERBATIM)),
    absent: share(weighed.filter(({ how, term }) => how === 'missing' && term.weight >= TELLING)),
    similarity: first.similarity,
    unmet: share(weighed.filter((one) => one.term.isKnown && matchOf(one) < FAR)),
    unheardOf: share(weighed.filter(({ term, how }) => how === 'missing' && !term.isKnown)),
    guessed: matched(weighed.filter(({ how }) => how === 'guessed')) / (matched(weighed) || 1),
    evidence: Math.min(1, matched(telling)),
  };
  return { ...shares, ...signsOfAsking(ranking, first, shares) };
}

const tellingOf = (weighed: readonly Weighed[]): Weighed[] =>
  weighed.filter(({ term, isSpoken }) => term.weight >= TELLING && isSpoken);

/** What asks for more than yes or no, and what of it for a figure. */
const OPEN = ['@when', '@where', '@howmuch', '@who', '@which'];
const FIGURES = ['@when', '@howmuch'];

type Asking = Pick<Signs, 'unfit' | 'leadOfYesNo' | 'unsaid' | 'phrase'>;

function signsOfAsking(
  { weighed, asks }: Ranking,
  first: Standing,
  { lead, verbatim }: Pick<Signs, 'lead' | 'verbatim'>,
): Asking {
  const isYesNo = !OPEN.some((ask) => asks.has(ask));
  const last = tellingOf(weighed).at(-1);
  return {
    unfit: Number(FIGURES.some((ask) => asks.has(ask)) && !first.fitsAsk),
    leadOfYesNo: isYesNo ? lead : 0,
    unsaid: isYesNo && last ? (1 - matchAt(first.entry)(last)) * verbatim : 0,
    phrase: Number(weighed.some(({ term }) => term.text.includes(' '))),
  };
}

const isPoorGuess = ({ how, term, entries }: Weighed): boolean => {
  const best = Math.max(0, ...[...entries.values()].map(({ quality }) => quality));
  return how === 'guessed' && (term.closeness < 1 ? term.closeness : best) <= UNSURE;
};

const sumOf = (some: readonly Weighed[], value: (one: Weighed) => number): number =>
  some.reduce((sum, one) => sum + value(one), 0);

/** Fitted on the calibration sets by `npm run eval -- --fit`. */
const WEIGHTS: Signs & { bias: number } = {
  bias: -0.99,
  coverage: 1.29,
  lead: 2.96,
  head: 0.38,
  rival: -0.89,
  verbatim: -1.91,
  absent: -0.52,
  similarity: 1.91,
  unmet: -1.91,
  unheardOf: -0.52,
  guessed: 0.4,
  evidence: 1.75,
  unfit: -0.9,
  leadOfYesNo: -0.89,
  unsaid: -1.61,
  phrase: 0.53,
};

/** The probability (0..1) that the first entry answers the question. */
export function confidenceOf(signs: Signs | null): number {
  if (!signs) return 0;
  let sum = WEIGHTS.bias;
  for (const sign of Object.keys(signs) as (keyof Signs)[]) sum += WEIGHTS[sign] * signs[sign];
  return 1 / (1 + Math.exp(-sum));
}
