import { readFileSync } from 'node:fs';
import { romanKey } from './roman.ts';
import { stemOf } from './stems.ts';
import type { Tongue } from './stems.ts';
import { normalise } from './text.ts';

/** A word of a phrase, as its stem; a prefix matches any word that begins with it; `isStop` where it is a stop word. */
export type PhraseWord = { text: string; isPrefix: boolean; isStop: boolean };
export type Phrase = { words: readonly PhraseWord[]; concept: string };

/** What the engine knows of one language, as it is spelt: `lexicon.<tongue>.txt`, indexed. */
export type Lexicon = {
  stops: ReadonlySet<string>;
  genericWords: ReadonlySet<string>;
  shorthands: ReadonlyMap<string, string>;
  /** What joins two questions. */
  ands: ReadonlySet<string>;
  words: ReadonlyMap<string, readonly string[]>;
};

/** The same by stems, and the phrases. */
export type StemLexicon = {
  /** Stop words by their stems, where spelling varies (romanised Hindi and Telugu). */
  stopStems: ReadonlySet<string>;
  /** Words that say little, by their stems. */
  generics: ReadonlySet<string>;
  /** Every word that is spelt out in a phrase. */
  phraseWords: ReadonlySet<string>;
  stems: ReadonlyMap<string, readonly string[]>;
  prefixes: ReadonlyMap<string, readonly string[]>;
  /** By the stem of their first word; where that is a prefix, by its first three letters and a star. */
  phrases: ReadonlyMap<string, readonly Phrase[]>;
};

/** Words that stand for each other in a phrase: my, your, the; mi, su, la. */
const DETERMINERS = new Set([
  ...['my', 'your', 'our', 'his', 'her', 'their', 'the', 'a', 'an', 'this', 'that'],
  ...['mi', 'mis', 'tu', 'tus', 'su', 'sus', 'la', 'el', 'los', 'las', 'un', 'una'],
  ...['meu', 'minha', 'seu', 'sua', 'o', 'um', 'uma'],
]);
const ANY_DETERMINER = 'the';

type Line = { name: string; items: string[] };

const SHORTEST_ROMAN_KEY = 3;
/** Where the words of another file, written in the language's own script, are known in Latin letters too. */
const ROMANISED_FROM: Partial<Record<Tongue, Tongue>> = { 'hi-Latn': 'hi', 'te-Latn': 'te' };

/** The lines of a data file of this folder; empty ones and comments left out. */
export const linesOf = (file: string): string[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

/** The concepts of a language with its words, as the file has them. */
export const readLexicon = (tongue: Tongue): Line[] =>
  linesOf(`lexicon.${tongue}.txt`).map((line) => {
    const colon = line.indexOf(': ');
    return { name: line.slice(0, colon), items: line.slice(colon + 2).split(', ') };
  });

/** The lexicon of a language, read at its first use. */
export const lexiconOf = oncePerTongue(buildLexicon);

/** It takes a while to build, so only the languages that somebody writes in have it. */
export const stemLexiconOf = oncePerTongue(buildStemLexicon);

function oncePerTongue<Made>(build: (tongue: Tongue) => Made): (tongue: Tongue) => Made {
  const built = new Map<Tongue, Made>();
  return (tongue) => {
    const known = built.get(tongue);
    if (known) return known;
    const made = build(tongue);
    built.set(tongue, made);
    return made;
  };
}

function buildLexicon(tongue: Tongue): Lexicon {
  const lines = readLexicon(tongue);
  const words = new Map<string, string[]>();
  for (const [concept, item] of namesIn(lines)) {
    if (!/[\s*-]/.test(item)) push(words, item, concept);
  }
  return {
    words,
    stops: new Set(itemsOf(lines, '@stop').map(normalise)),
    genericWords: new Set(itemsOf(lines, '@generic').map(normalise)),
    shorthands: new Map(itemsOf(lines, '@sms').map(shorthandOf)),
    ands: new Set(itemsOf(lines, '@and')),
  };
}

function buildStemLexicon(tongue: Tongue): StemLexicon {
  const lines = readLexicon(tongue);
  const indexed = {
    stops: lexiconOf(tongue).stops,
    stems: new Map<string, string[]>(),
    prefixes: new Map<string, string[]>(),
    phrases: new Map<string, Phrase[]>(),
  };
  for (const [concept, item] of namesIn(lines)) addItem(indexed, tongue, concept, item);
  const origin = ROMANISED_FROM[tongue];
  if (origin) addRomanised(indexed, tongue, origin);
  const stops = origin ? [tongue, origin].flatMap((one) => itemsOf(readLexicon(one), '@stop')) : [];
  return {
    ...indexed,
    stopStems: new Set(stopStemsOf(stops)),
    phraseWords: new Set(lines.flatMap(({ items }) => items.flatMap(wordsOfPhrase))),
    generics: new Set(itemsOf(lines, '@generic').map((word) => stemOf(normalise(word), tongue))),
  };
}

const itemsOf = (lines: readonly Line[], name: string): string[] =>
  lines.find((line) => line.name === name)?.items ?? [];

const NO_CONCEPTS = ['@stop', '@generic', '@sms', '@and'];

/** Each concept with each of its words and phrases, normalised. */
const namesIn = (lines: readonly Line[]): [string, string][] =>
  lines
    .filter(({ name }) => !NO_CONCEPTS.includes(name))
    .flatMap(({ name, items }) => items.map((item): [string, string] => [name, normalise(item)]));

const stopStemsOf = (words: readonly string[]) =>
  words.map((word) => romanKey(normalise(word))).filter((key) => key.length >= SHORTEST_ROMAN_KEY);

const wordsOfPhrase = (item: string) =>
  item.includes(' ')
    ? normalise(item)
        .split(/[\s-]+/)
        .filter((word) => !word.endsWith('*'))
    : [];

function shorthandOf(item: string): [string, string] {
  const [short = '', long = ''] = item.split('=');
  return [normalise(short), normalise(long)];
}

type Indexed = {
  stops: ReadonlySet<string>;
  stems: Map<string, string[]>;
  prefixes: Map<string, string[]>;
  phrases: Map<string, Phrase[]>;
};

function addItem(to: Indexed, tongue: Tongue, concept: string, item: string): void {
  const parts = item.split(/[\s-]+/);
  const [only = ''] = parts;
  if (parts.length > 1) {
    addPhrase(to, phraseOf(parts, tongue, concept, to.stops));
  } else if (only.endsWith('*')) {
    push(to.prefixes, prefixKey(only.slice(0, -1), tongue), concept);
  } else {
    push(to.stems, stemOf(only, tongue), concept);
  }
}

const phraseOf = (
  parts: readonly string[],
  tongue: Tongue,
  concept: string,
  stops: ReadonlySet<string>,
): Phrase => ({ words: parts.map((part) => phraseWord(part, tongue, stops)), concept });

function phraseWord(part: string, tongue: Tongue, stops: ReadonlySet<string>): PhraseWord {
  const isPrefix = part.endsWith('*');
  const text = isPrefix ? prefixKey(part.slice(0, -1), tongue) : phraseStem(part, tongue);
  return { text, isPrefix, isStop: stops.has(part) };
}

/** The stem by which a word is compared within phrases. */
export const phraseStem = (word: string, tongue: Tongue): string =>
  DETERMINERS.has(word) ? ANY_DETERMINER : stemOf(word, tongue);

const isRoman = (tongue: Tongue) => tongue in ROMANISED_FROM;

const prefixKey = (prefix: string, tongue: Tongue) => (isRoman(tongue) ? romanKey(prefix) : prefix);

function addPhrase(to: Indexed, phrase: Phrase): void {
  const [first] = phrase.words;
  const start = first?.isPrefix ? `${first.text.slice(0, 3)}*` : (first?.text ?? '');
  const sameStart = to.phrases.get(start);
  if (sameStart) sameStart.push(phrase);
  else to.phrases.set(start, [phrase]);
}

function addRomanised(to: Indexed, tongue: Tongue, origin: Tongue): void {
  for (const { name, items } of readLexicon(origin)) {
    if (name.startsWith('@')) continue;
    for (const item of items.map(normalise)) addRomanisedItem(to, tongue, name, item);
  }
}

function addRomanisedItem(to: Indexed, tongue: Tongue, concept: string, item: string): void {
  const keys = item
    .split(/[\s-]+/)
    .map((part) => romanKey(part.replace('*', '')) + (part.endsWith('*') ? '*' : ''));
  const [only = ''] = keys;
  if (keys.length > 1) {
    addPhrase(to, phraseOf(keys, tongue, concept, to.stops));
  } else if (only.replace('*', '').length >= SHORTEST_ROMAN_KEY) {
    if (only.endsWith('*')) push(to.prefixes, only.slice(0, -1), concept);
    else push(to.stems, only, concept);
  }
}

function push(map: Map<string, string[]>, key: string, concept: string): void {
  const concepts = map.get(key);
  if (!concepts) map.set(key, [concept]);
  else if (!concepts.includes(concept)) concepts.push(concept);
}
