import { remembered } from '#platform/remembered.ts';
import { byFirstLetter, editDistance, nearest } from './fuzzy.ts';
import type { Near } from './fuzzy.ts';
import { lexiconOf, stemLexiconOf } from './lexicon.ts';
import { meaningOf } from './meaning.ts';
import { bonesOf, leavesOutVowels, soundOf } from './sounds.ts';
import { stemOf, TONGUES } from './stems.ts';
import type { Tongue } from './stems.ts';

/** What a word was probably meant to be, and how near it is (0..1). */
export type Correction = Near;

/** What spelling needs to know of a base: its words by first letter, and whether it has a key. */
export type Spellings = {
  vocabulary: ReadonlyMap<string, readonly string[]>;
  has: (key: string) => boolean;
};

const SHORTEST = 3;
/** Shorter words of the lexicon are not what a misspelt one was meant to be. */
const SHORTEST_MEANT = 4;
const SHORTEST_PREFIX = 5;

/** Corrects a word that neither the lexicons, their phrases nor the base know; null when it is known, or like nothing. */
export function correct(
  word: string,
  tongues: readonly Tongue[],
  base: Spellings,
): Correction | null {
  if (word.length < SHORTEST || /\d/.test(word)) return null;
  if (meaningOf(word, tongues).isKnown || isInBase(word, tongues, base)) return null;
  if (tongues.some((tongue) => stemLexiconOf(tongue).phraseWords.has(word))) return null;
  const inBase = [
    ...nearest(word, base.vocabulary),
    ...alike(word, base.vocabulary.get(word.slice(0, 1)) ?? [], tongues),
  ];
  const inLexicon = tongues.flatMap((tongue) => nearestIn.get(tongue)?.(word) ?? []);
  const [best] = [...inBase, ...inLexicon].sort((a, b) => b.closeness - a.closeness);
  return best ?? correctPrefix(word, tongues);
}

const isInBase = (word: string, tongues: readonly Tongue[], base: Spellings) =>
  base.has(`=${word}`) || tongues.some((tongue) => base.has(`${tongue}:${stemOf(word, tongue)}`));

/** "canselar" for cancel*: the beginning of the word, as long as the prefix, may be misspelt. */
function correctPrefix(word: string, tongues: readonly Tongue[]): Correction | null {
  const prefixes = tongues.flatMap((tongue) => [...stemLexiconOf(tongue).prefixes.keys()]);
  const meant = prefixes.find((prefix) => isNearPrefix(word, prefix));
  return meant ? { word: meant, closeness: 1 - 1 / meant.length } : null;
}

const isNearPrefix = (word: string, prefix: string) =>
  prefix.length >= SHORTEST_PREFIX &&
  word.length > prefix.length &&
  word[0] === prefix[0] &&
  editDistance(word.slice(0, prefix.length), prefix, 1) === 1;

const spelt = new Map<Tongue, ReadonlyMap<string, readonly string[]>>();

/** Every word that a language's lexicon spells out, by its first letter. */
function wordsOf(tongue: Tongue): ReadonlyMap<string, readonly string[]> {
  const known = spelt.get(tongue);
  if (known) return known;
  const { words, stops, genericWords } = lexiconOf(tongue);
  const { phraseWords } = stemLexiconOf(tongue);
  const all = new Set([...words.keys(), ...phraseWords, ...genericWords, ...stops]);
  const groups = byFirstLetter([...all].filter((word) => word.length >= SHORTEST_MEANT));
  spelt.set(tongue, groups);
  return groups;
}

const MOST_REMEMBERED = 1_000;

const nearestIn = new Map(
  TONGUES.map((tongue) => [
    tongue,
    remembered(MOST_REMEMBERED, (word) => [
      ...nearest(word, wordsOf(tongue)),
      ...alike(word, likeIn(tongue)(word), [tongue]),
    ]),
  ]),
);

const SOUNDS_SAME = 0.9;
const SAME_START = 0.02;
const LACKS_VOWELS = 0.87;

/** Those of some words that sound like this one, or are this one with its vowels. */
function alike(word: string, others: readonly string[], tongues: readonly Tongue[]): Near[] {
  const sounds = tongues.map((tongue) => soundOf(word, tongue));
  return others.flatMap((other) => {
    const isHeard = tongues.some(
      (tongue, at) => sounds[at] !== null && soundOf(other, tongue) === sounds[at],
    );
    if (isHeard)
      return [{ word: other, closeness: SOUNDS_SAME + (other[0] === word[0] ? SAME_START : 0) }];
    return leavesOutVowels(word, other) ? [{ word: other, closeness: LACKS_VOWELS }] : [];
  });
}

const likes = new Map<Tongue, ReadonlyMap<string, readonly string[]>>();

/** The words of a language that have the sound or the consonants of another one. */
const likeIn = (tongue: Tongue) => (word: string) => {
  const known = likes.get(tongue) ?? likesOf(tongue);
  likes.set(tongue, known);
  return keysOf(word, tongue).flatMap((key) => known.get(key) ?? []);
};

function keysOf(word: string, tongue: Tongue): string[] {
  const sound = soundOf(word, tongue);
  const bones = `^${bonesOf(word)}`;
  return sound === null ? [bones] : [`~${sound}`, bones];
}

function likesOf(tongue: Tongue): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const word of [...wordsOf(tongue).values()].flat())
    for (const key of keysOf(word, tongue)) groups.set(key, [...(groups.get(key) ?? []), word]);
  return groups;
}
