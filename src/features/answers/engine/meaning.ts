import { lexiconOf, phraseStem } from './lexicon.ts';
import type { Phrase, PhraseWord } from './lexicon.ts';
import { soundedConcepts } from './loans.ts';
import { weightOf } from './relations.ts';
import { romanKey } from './roman.ts';
import { stemOf, TONGUES } from './stems.ts';
import type { Tongue } from './stems.ts';
import { scriptOf } from './text.ts';

/** What a word says: nothing (a stop word), little, or something; and the concepts that it names. */
export type Meaning = { weight: number; concepts: readonly string[]; isKnown: boolean };

const NOTHING: Meaning = { weight: 0, concepts: [], isKnown: true };
const SOME_NUMBER: Meaning = { weight: 0.2, concepts: [], isKnown: true };
const SOME_GENERIC: Meaning = { weight: 0.25, concepts: [], isKnown: true };
const UNHEARD_OF: Meaning = { weight: 1, concepts: [], isKnown: false };
const SHORTEST_PREFIX = 2;
const SHORTEST_LOAN = 4;
const MOST_SKIPPED = 2;

/** What a normalised word means in the likely languages of its text, in that order. */
export function meaningOf(word: string, tongues: readonly Tongue[]): Meaning {
  if (tongues.some((tongue) => lexiconOf(tongue).stops.has(word))) return NOTHING;
  const exact = firstNamed([wordConcepts], word, tongues);
  if (exact.length > 0) return named(exact);
  if (tongues.some((tongue) => lexiconOf(tongue).stopStems.has(stemOf(word, tongue))))
    return NOTHING;
  if (/\d/.test(word)) return SOME_NUMBER;
  if (tongues.some((tongue) => lexiconOf(tongue).generics.has(stemOf(word, tongue))))
    return SOME_GENERIC;
  const near = firstNamed([stemConcepts, prefixConcepts], word, tongues);
  if (near.length > 0) return named(near);
  const loaned = [...loanedConcepts(word), ...soundedConcepts(word)];
  return loaned.length > 0 ? named(loaned) : UNHEARD_OF;
}

const named = (concepts: readonly string[]): Meaning => ({
  weight: Math.max(...concepts.map(weightOf)),
  concepts,
  isKnown: true,
});

type Look = (word: string, tongue: Tongue) => readonly string[] | undefined;

function firstNamed(looks: readonly Look[], word: string, tongues: readonly Tongue[]) {
  for (const look of looks) {
    for (const tongue of tongues) {
      const concepts = look(word, tongue)?.filter((concept) => !concept.startsWith('@')) ?? [];
      if (concepts.length > 0) return concepts;
    }
  }
  return [];
}

const wordConcepts = (word: string, tongue: Tongue) => lexiconOf(tongue).words.get(word);

function stemConcepts(word: string, tongue: Tongue): readonly string[] | undefined {
  const stem = stemOf(word, tongue);
  return stem.length > 2 ? lexiconOf(tongue).stems.get(stem) : undefined;
}

function prefixConcepts(word: string, tongue: Tongue): readonly string[] | undefined {
  const { prefixes } = lexiconOf(tongue);
  const key = spellingOf(word, tongue);
  for (let length = key.length; length >= SHORTEST_PREFIX; length--) {
    const concepts = prefixes.get(key.slice(0, length));
    if (concepts) return concepts;
  }
  return undefined;
}

const spellingOf = (word: string, tongue: Tongue) =>
  tongue === 'hi-Latn' || tongue === 'te-Latn' ? romanKey(word) : word;

/** A word that only another language knows, exactly ("checkout" in Portuguese). */
function loanedConcepts(word: string): readonly string[] {
  if (word.length < SHORTEST_LOAN || scriptOf(word) !== 'latin') return [];
  for (const tongue of TONGUES) {
    const concepts = lexiconOf(tongue).words.get(word);
    if (concepts) return concepts.filter((concept) => !concept.startsWith('@'));
  }
  return [];
}

export type FoundPhrase = { concepts: readonly string[]; length: number };

/** The longest known phrase that begins at a word, with all that it names; `asks` are `@when` and the like, of any. */
export function phrasesAt(
  words: readonly string[],
  start: number,
  tongues: readonly Tongue[],
): { named: FoundPhrase | null; asks: readonly string[] } {
  const found = tongues.flatMap((tongue) => phrasesFrom(words, start, tongue));
  const asks = found.filter(({ concept }) => concept.startsWith('@')).map(({ concept }) => concept);
  const naming = found.filter(({ concept }) => !concept.startsWith('@'));
  const length = Math.max(0, ...naming.map((phrase) => phrase.length));
  const longest = naming.filter((phrase) => phrase.length === length);
  const concepts = [...new Set(longest.map(({ concept }) => concept))];
  return { named: length > 0 ? { concepts, length } : null, asks };
}

function phrasesFrom(words: readonly string[], start: number, tongue: Tongue) {
  const first = words[start] ?? '';
  const { phrases } = lexiconOf(tongue);
  const stem = phraseStem(first, tongue);
  const found: { concept: string; length: number }[] = [];
  for (const key of [stem, `${stem.slice(0, 3)}*`]) {
    for (const phrase of phrases.get(key) ?? []) {
      const length = lengthOf(phrase, words, start, tongue);
      if (length > 0) found.push({ concept: phrase.concept, length });
    }
  }
  return found;
}

/** How many words the phrase takes up here, a few stop words before telling ones included; 0 where it does not stand. */
function lengthOf(phrase: Phrase, words: readonly string[], start: number, tongue: Tongue): number {
  let at = start;
  let left = MOST_SKIPPED;
  for (const part of phrase.words) {
    while (canSkip(part, words[at], tongue) && at > start && left > 0) {
      at++;
      left--;
    }
    if (!matches(part, words[at], tongue)) return 0;
    at++;
  }
  return at - start;
}

const canSkip = (part: PhraseWord, word: string | undefined, tongue: Tongue) =>
  !part.isStop && !matches(part, word, tongue) && isStop(word, tongue);

const isStop = (word: string | undefined, tongue: Tongue) =>
  word !== undefined && lexiconOf(tongue).stops.has(word);

function matches(part: PhraseWord, word: string | undefined, tongue: Tongue): boolean {
  if (word === undefined) return false;
  if (part.isPrefix) return spellingOf(word, tongue).startsWith(part.text);
  return phraseStem(word, tongue) === part.text;
}

/** The asks (`@when`, `@where`, `@howmuch`) that a single word puts. */
export const asksOf = (word: string, tongues: readonly Tongue[]): readonly string[] =>
  tongues.flatMap((tongue) =>
    (lexiconOf(tongue).words.get(word) ?? []).filter((concept) => concept.startsWith('@')),
  );
