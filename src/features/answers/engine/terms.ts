import { phrasesAt } from './phrases.ts';
import { weightOf } from './relations.ts';
import { correct } from './spelling.ts';
import type { Spellings } from './spelling.ts';
import type { Tongue } from './stems.ts';
import { tokenize } from './text.ts';
import type { Token } from './text.ts';
import { tonguesOf } from './tongue.ts';
import type { Dictionary } from './word.ts';
import { dictionaryOf } from './word.ts';

/** A word or fixed phrase of a text that says something. */
export type Term = {
  /** The words, normalised, a space between. */
  text: string;
  /** How much it says, 0..1: generic words little. */
  weight: number;
  concepts: readonly string[];
  /** Keys of the index that mean this very word: `=word` (and joined: `=wifi`), `en:stem`. */
  forms: readonly string[];
  /** Keys of words that say nearly the same: the words of a phrase. */
  kin: readonly string[];
  /** False when no lexicon has the word. */
  isKnown: boolean;
  /** How near the spelling is to what was taken as meant, 0..1. */
  closeness: number;
  /** Whole, or a word within a phrase: one that says the same (the card of a credit card), or not (of a gift card). */
  role: 'whole' | 'agreeing' | 'inner';
};

/** `asks` holds `@when`, `@where`, `@who`, `@howmuch` where the text asks so. */
export type Reading = { terms: readonly Term[]; asks: ReadonlySet<string> };

/**
 * Reads a text: its languages, its phrases, and what is left of it without stop words. `home` is the language of the
 * business. A question is read with the spellings of the base that it is put to, an entry as it stands.
 */
export function read(text: string, home: Tongue | null, spellings?: Spellings): Reading {
  const tokens = tokenize(text);
  const tongues = tonguesOf(tokens, home);
  const dictionary = dictionaryOf(tongues);
  const plain = tokens
    .flatMap((token) => withoutShorthand(token, dictionary))
    .map((token) =>
      spellings ? corrected(token, tongues, spellings) : { ...token, closeness: 1 },
    );
  const words = plain.map((token) => token.text);
  const terms: Term[] = [];
  const asks = new Set<string>();
  let at = 0;
  while (at < words.length) {
    const here = dictionary(words[at] ?? '');
    const phrases = phrasesAt(words, at, here.phrases);
    for (const ask of [...phrases.asks, ...here.asks]) asks.add(ask);
    const { concepts, length } = phrases.named ?? { concepts: [], length: 1 };
    const inside = Array.from({ length }, (_, offset) => wordTerm(plain, at + offset, dictionary));
    if (phrases.named)
      terms.push(...phraseTerms(words.slice(at, at + length).join(' '), concepts, inside));
    else terms.push(...inside);
    at += length;
  }
  return { terms: terms.filter(({ weight }) => weight > 0), asks };
}

type Word = Token & { closeness: number };

function corrected(token: Token, tongues: readonly Tongue[], spellings: Spellings): Word {
  const correction = correct(token.text, tongues, spellings);
  if (!correction) return { ...token, closeness: 1 };
  return { ...token, text: correction.word, closeness: correction.closeness };
}

const withoutShorthand = (token: Token, dictionary: Dictionary): readonly Token[] =>
  dictionary(token.text).long?.map((text) => ({ text, isJoined: false })) ?? [token];

/** The phrase, known by its own words too where they say the same, and then those words. */
function phraseTerms(text: string, concepts: readonly string[], inside: readonly Term[]): Term[] {
  const within = inside.map((term) => ({
    ...term,
    role: term.concepts.some((concept) => concepts.includes(concept))
      ? ('agreeing' as const)
      : ('inner' as const),
  }));
  const agreeing = within.filter(({ role }) => role === 'agreeing').flatMap(({ forms }) => forms);
  const weight = Math.max(...concepts.map(weightOf));
  const closeness = Math.min(...inside.map((term) => term.closeness));
  return [
    {
      text,
      weight,
      concepts,
      closeness,
      forms: [`=${text}`],
      kin: agreeing,
      isKnown: true,
      role: 'whole',
    },
    ...within,
  ];
}

function wordTerm(tokens: readonly Word[], at: number, dictionary: Dictionary): Term {
  const word = tokens[at]?.text ?? '';
  const { meaning, stems } = dictionary(word);
  const isSomePlace = meaning.concepts.length === 0 && isAnyOf(tokens, at, dictionary);
  return {
    ...(isSomePlace ? SOME_PLACE : meaning),
    text: word,
    forms: [`=${word}`, ...joinedForms(tokens, at), ...stems],
    kin: [],
    closeness: tokens[at]?.closeness ?? 1,
    role: 'whole',
  };
}

const SOME_PLACE = { weight: 1, concepts: [], isKnown: true };

/** "Is there a bank?" asks for one; in "where is the bank?" it is who is asked. */
const isAnyOf = (tokens: readonly Word[], at: number, dictionary: Dictionary): boolean =>
  dictionary(tokens[at]?.text ?? '').asks.includes('@venue') &&
  dictionary(tokens[at - 1]?.text ?? '').asks.includes('@indefinite');

function joinedForms(tokens: readonly Token[], at: number): string[] {
  const [before, here, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  const forms: string[] = [];
  if (here?.isJoined && before) forms.push(`=${before.text}${here.text}`);
  if (after?.isJoined && here) forms.push(`=${here.text}${after.text}`);
  return forms;
}
