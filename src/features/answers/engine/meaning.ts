import { lexiconOf, stemLexiconOf } from './lexicon.ts';
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

/** What a normalised word means in the likely languages of its text, in that order. */
export function meaningOf(word: string, tongues: readonly Tongue[]): Meaning {
  if (tongues.some((tongue) => lexiconOf(tongue).stops.has(word))) return NOTHING;
  const exact = firstNamed([wordConcepts], word, tongues);
  if (exact.length > 0) return named(exact);
  if (tongues.some((tongue) => stemLexiconOf(tongue).stopStems.has(stemOf(word, tongue))))
    return NOTHING;
  if (/\d/.test(word)) return SOME_NUMBER;
  if (tongues.some((tongue) => stemLexiconOf(tongue).generics.has(stemOf(word, tongue))))
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
  return stem.length > 2 ? stemLexiconOf(tongue).stems.get(stem) : undefined;
}

function prefixConcepts(word: string, tongue: Tongue): readonly string[] | undefined {
  const { prefixes } = stemLexiconOf(tongue);
  const key = spellingOf(word, tongue);
  for (let length = key.length; length >= SHORTEST_PREFIX; length--) {
    const concepts = prefixes.get(key.slice(0, length));
    if (concepts) return concepts;
  }
  return undefined;
}

/** How a word is spelt where the beginnings of words are compared. */
export const spellingOf = (word: string, tongue: Tongue): string =>
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

/** The asks (`@when`, `@where`, `@howmuch`) that a single word puts. */
export const asksOf = (word: string, tongues: readonly Tongue[]): readonly string[] =>
  tongues.flatMap((tongue) =>
    (lexiconOf(tongue).words.get(word) ?? []).filter((concept) => concept.startsWith('@')),
  );
