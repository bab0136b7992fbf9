import { lexiconOf } from './lexicon.ts';
import { asksOf, meaningOf, phrasesAt } from './meaning.ts';
import { weightOf } from './relations.ts';
import { stemOf } from './stems.ts';
import type { Tongue } from './stems.ts';
import { tokenize } from './text.ts';
import type { Token } from './text.ts';
import { tonguesOf } from './tongue.ts';

/** A word or fixed phrase of a text that says something. */
export type Term = {
  /** The words, normalised, a space between. */
  text: string;
  /** How much it says, 0..1: generic words little. */
  weight: number;
  concepts: readonly string[];
  /** Keys of the index that mean this very word: `=word` (and joined: `=wifi`), `en:stem`. */
  forms: readonly string[];
  /** False when no lexicon has the word. */
  isKnown: boolean;
  /** True for a word that is part of a longer phrase, which says more (the card of a gift card). */
  isInner: boolean;
};

export type Ask = '@when' | '@where' | '@howmuch';
export type Reading = { terms: readonly Term[]; asks: ReadonlySet<string>; words: readonly string[] };

/** Reads a text: its languages, its phrases, and what is left of it without stop words. */
export function read(text: string): Reading {
  const tokens = tokenize(text);
  const tongues = tonguesOf(tokens);
  const plain = tokens.flatMap((token) => withoutShorthand(token, tongues));
  const words = plain.map(({ text: word }) => word);
  const terms: Term[] = [];
  const asks = new Set<string>();
  let phraseEnd = 0;
  for (const [at, token] of plain.entries()) {
    const phrases = phrasesAt(words, at, tongues);
    for (const ask of [...phrases.asks, ...asksOf(token.text, tongues)]) asks.add(ask);
    if (phrases.named && at >= phraseEnd) {
      phraseEnd = at + phrases.named.length;
      terms.push(phraseTerm(words.slice(at, phraseEnd), phrases.named.concepts));
    }
    const term = wordTerm(plain, at, tongues, at < phraseEnd);
    if (term.weight > 0) terms.push(term);
  }
  return { terms, asks, words };
}

function withoutShorthand(token: Token, tongues: readonly Tongue[]): Token[] {
  for (const tongue of tongues) {
    const long = lexiconOf(tongue).shorthands.get(token.text);
    if (long) return long.split(' ').map((text) => ({ text, isJoined: false }));
  }
  return [token];
}

function phraseTerm(words: string[], concepts: readonly string[]): Term {
  const text = words.join(' ');
  const weight = Math.max(...concepts.map(weightOf));
  return { text, weight, concepts, forms: [`=${text}`], isKnown: true, isInner: false };
}

function wordTerm(tokens: readonly Token[], at: number, tongues: readonly Tongue[], isInner: boolean): Term {
  const word = tokens[at]?.text ?? '';
  const meaning = meaningOf(word, tongues);
  const stems = tongues.map((tongue) => `${tongue}:${stemOf(word, tongue)}`);
  return { ...meaning, text: word, forms: [`=${word}`, ...joinedForms(tokens, at), ...stems], isInner };
}

function joinedForms(tokens: readonly Token[], at: number): string[] {
  const [before, here, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  const forms: string[] = [];
  if (here?.isJoined && before) forms.push(`=${before.text}${here.text}`);
  if (after?.isJoined && here) forms.push(`=${here.text}${after.text}`);
  return forms;
}
