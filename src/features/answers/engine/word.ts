import { remembered } from '#platform/remembered.ts';
import { lexiconOf } from './lexicon.ts';
import { asksOf, meaningOf } from './meaning.ts';
import type { Meaning } from './meaning.ts';
import type { Begun } from './phrases.ts';
import { begunBy } from './phrases.ts';
import { stemOf, TONGUES } from './stems.ts';
import type { Tongue } from './stems.ts';

/** All that the lexicons of some languages say of a word. */
export type WordFacts = {
  meaning: Meaning;
  /** `@ask`, `@when` and the like. */
  asks: readonly string[];
  /** Its keys in an index: `en:stem`. */
  stems: readonly string[];
  phrases: readonly Begun[];
  /** The normalised words that it is short for. */
  long: readonly string[] | null;
};

export type Dictionary = (word: string) => WordFacts;

const MOST_WORDS = 5_000;
const dictionaries = new Map<number, Dictionary>();

/** The dictionary of some languages, likeliest first; words are looked up normalised, and remembered. */
export function dictionaryOf(tongues: readonly Tongue[]): Dictionary {
  const key = keyOf(tongues);
  const known = dictionaries.get(key);
  if (known) return known;
  const own = [...tongues];
  const dictionary = remembered(MOST_WORDS, (word) => factsOf(word, own));
  dictionaries.set(key, dictionary);
  return dictionary;
}

const keyOf = (tongues: readonly Tongue[]): number =>
  tongues.reduce((key, tongue) => key * (TONGUES.length + 1) + TONGUES.indexOf(tongue) + 1, 0);

const factsOf = (word: string, tongues: readonly Tongue[]): WordFacts => ({
  meaning: meaningOf(word, tongues),
  asks: asksOf(word, tongues),
  stems: tongues.map((tongue) => `${tongue}:${stemOf(word, tongue)}`),
  phrases: begunBy(word, tongues),
  long: longFormOf(word, tongues),
});

function longFormOf(word: string, tongues: readonly Tongue[]): string[] | null {
  for (const tongue of tongues) {
    const long = lexiconOf(tongue).shorthands.get(word);
    if (long) return long.split(' ');
  }
  return null;
}
