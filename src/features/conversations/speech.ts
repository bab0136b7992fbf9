import type { Phrases } from './phrases.ts';

/** Words and phrases, a comma between. */
type Listed = string;

/** What the product says and understands in one language. */
export type Speech = {
  /** What is missing here is said in English. */
  sentences: Partial<Phrases>;
  /** The letters that only this language is written in, where it has some. */
  script?: RegExp;
  /** Words by which it is told from others, for a language that the engine has no lexicon of. */
  common?: Listed;
  /**
   * Whole messages: keywords, greetings, thanks, the word that brings the menu, how one agrees or refuses, and what an owner
   * answers us. The first word of a list is the one that our sentences name.
   */
  words: Record<WordList, Listed>;
  wonders: Wondering;
};

export type WordList =
  'stop' | 'start' | 'help' | 'menu' | 'greeting' | 'thanks' | 'yes' | 'no' | OwnerWordList;

/**
 * What an owner answers: she words it herself, a question is dropped, a file's finds are kept, a list is one entry or
 * several, what is known is replaced or stays beside it, and what she did last is taken back.
 */
export type OwnerWordList =
  'edit' | 'skip' | 'save' | 'one' | 'separate' | 'replace' | 'another' | 'undo';

/**
 * How one asks whether a machine is writing, and for a person: `person` in what begins with a wish to talk, `personAlone`
 * in a few words that are no more than the wish. Each matches a whole message: lower case, without punctuation, greeting
 * before and courtesy after it.
 */
export type Wondering = { identity: RegExp; person: RegExp; personAlone?: RegExp };

export const pattern = (...parts: string[]) => new RegExp(`^(?:${parts.join('|')})$`, 'u');
export const beginning = (...parts: string[]) =>
  new RegExp(`^(?:${parts.join('|')})(?<more> .*)?$`, 'u');
export const anyOf = (words: string) => `(?:${words})`;

/** The items of a list. */
export const listed = (list: Listed): string[] => list.split(', ').filter((item) => item !== '');

/** The names of what a language lacks beside a complete one. */
export const missingFrom = (speech: Speech, complete: Speech): string[] => [
  ...lacking('sentences', speech.sentences, complete.sentences),
  ...lacking('words', speech.words, complete.words),
  ...lacking('wonders', speech.wonders, { identity: true, person: true }),
];

const lacking = (group: string, given: object, wanted: object) =>
  Object.keys(wanted)
    .filter((name) => !(given as Record<string, unknown>)[name])
    .map((name) => `${group}.${name}`);
