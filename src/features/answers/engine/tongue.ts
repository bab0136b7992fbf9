import { lexiconOf } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import { remembered } from '#platform/remembered.ts';
import type { Tongue } from './stems.ts';
import { scriptOf, tokenize } from './text.ts';
import type { Token } from './text.ts';

const LATIN = ['en', 'es', 'pt', 'hi-Latn', 'te-Latn'] as const satisfies readonly Tongue[];
const OF_SCRIPT = { devanagari: 'hi', telugu: 'te' } as const;
/** A language with fewer votes than this share of the leader's is not considered. */
const CLOSE_ENOUGH = 0.7;
/** What a word of a mixed language is worth beside an English one. */
const MIXED = 1.4;
/** So many entries show what language a business writes in. */
const ENOUGH_TEXTS = 200;
/** What being the business's language is worth, in votes. */
const HOME = 1;
const ROMANISED: Partial<Record<Tongue, Tongue>> = { hi: 'hi-Latn', te: 'te-Latn' };

export type Vote = { tongue: Tongue; votes: number };

/**
 * How many words of a text speak for each language, most first; none when no word does. A function word counts one,
 * shared among the languages that have it; other words less, to break ties. Hindi and Telugu in Latin letters count
 * more: who writes them mixes English in, never the other way round.
 */
export function vote(tokens: readonly Token[]): Vote[] {
  const tally = new Map<Tongue, number>();
  for (const { text } of tokens) {
    for (const [tongue, share] of votesOf(text))
      tally.set(tongue, (tally.get(tongue) ?? 0) + share);
  }
  return [...tally].map(([tongue, votes]) => ({ tongue, votes })).sort((a, b) => b.votes - a.votes);
}

const KINDS: readonly [number, (word: string, lexicon: Lexicon) => boolean][] = [
  [1, (word, { stops, shorthands }) => stops.has(word) || shorthands.has(word)],
  [0.6, (word, { genericWords }) => genericWords.has(word)],
  [0.4, (word, { words }) => words.has(word)],
];

const votesOf = remembered(5_000, (word: string): [Tongue, number][] => {
  const script = scriptOf(word);
  if (script === 'devanagari' || script === 'telugu') return [[OF_SCRIPT[script], 1]];
  for (const [worth, has] of KINDS) {
    const having = LATIN.filter((tongue) => has(word, lexiconOf(tongue)));
    if (having.length > 0)
      return having.map((tongue) => [tongue, (worth * mixing(tongue, worth)) / having.length]);
  }
  return [];
});

/** How many of the languages in Latin letters have a word. */
export const countOwners = (word: string): number => votesOf(word).length;

/** What a word alone counts for a language. */
export const votesFor = (word: string, tongue: Tongue): number =>
  votesOf(word).find(([one]) => one === tongue)?.[1] ?? 0;

const mixing = (tongue: Tongue, worth: number) =>
  worth === 1 && (tongue === 'hi-Latn' || tongue === 'te-Latn') ? MIXED : 1;

/** The language that a business writes in most; null when no word tells. */
export const mainTongue = (texts: readonly string[]): Tongue | null =>
  vote(texts.slice(0, ENOUGH_TEXTS).flatMap(tokenize))[0]?.tongue ?? null;

/**
 * The languages in which the words of a text should be looked up, likeliest first; never empty. `home`, the language
 * of the business, is likelier than its words alone say.
 */
export function tonguesOf(tokens: readonly Token[], home: Tongue | null = null): Tongue[] {
  const votes = withHome(vote(tokens), home);
  const [best] = votes;
  if (!best) return ['en', 'es', 'pt'];
  const likely = votes
    .filter(({ votes: count }) => count >= best.votes * CLOSE_ENOUGH)
    .map(({ tongue }) => tongue)
    .slice(0, 3);
  const isMixed = !likely.includes('en') && best.tongue !== 'es' && best.tongue !== 'pt';
  return isMixed ? [...likely, 'en'] : likely;
}

function withHome(votes: readonly Vote[], home: Tongue | null): Vote[] {
  if (!home) return [...votes];
  if (votes.length === 0) return [{ tongue: ROMANISED[home] ?? home, votes: 1 }];
  return votes
    .map((one) => (one.tongue === home ? { ...one, votes: one.votes + HOME } : one))
    .sort((a, b) => b.votes - a.votes);
}
