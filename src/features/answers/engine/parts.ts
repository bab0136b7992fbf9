import { lexiconOf } from './lexicon.ts';
import { remembered } from '#platform/remembered.ts';
import { asksOf } from './meaning.ts';
import { askedOfEach } from './several.ts';
import type { Tongue } from './stems.ts';
import { tokenize } from './text.ts';
import { tonguesOf } from './tongue.ts';

const SENTENCE_END = /(?<=[?!.।])\s+|\n+/u;
/** A second question shows itself by its first words, but where the verb comes last. */
const FIRST_WORDS = 3;
const VERB_LAST: readonly Tongue[] = ['hi', 'hi-Latn', 'te', 'te-Latn'];
const MOST_PARTS = 6;

/**
 * The questions of a message, each by itself; what is only told around them is left out. The message as it stands where
 * it has a single part, or none that asks, or too many, or is spoken at length: then an "and" joins anything.
 */
export function questionsIn(message: string, home: Tongue | null): string[] {
  const tongues = tonguesOf(tokenize(message), home);
  const isRambling = stretchesOf(message).length > 0 && !SENTENCE_END.test(message);
  if (isRambling) return [message];
  const parts = message
    .split(SENTENCE_END)
    .flatMap((sentence) => splitAtAnd(sentence, tongues))
    .filter((part) => part.trim() !== '');
  if (parts.length < 2 || parts.length > MOST_PARTS) return [message];
  const asking = parts.filter((part) => part.trimEnd().endsWith('?') || asksIn(part, tongues));
  return asking.length > 0 ? asking : [message];
}

const andPattern = remembered(100, (ands) => new RegExp(`[\\s,]+(?:${ands}|&)\\s+`, 'iu'));

/** The things that one question asks about, each asked by itself; none where it asks about one. */
export function thingsIn(question: string, home: Tongue | null): string[] {
  const tongues = tonguesOf(tokenize(question), home);
  return askedOfEach(question.split(andOf(tongues)), tongues) ?? [];
}

const andOf = (tongues: readonly Tongue[]): RegExp =>
  andPattern(tongues.flatMap((tongue) => [...lexiconOf(tongue).ands]).join('|'));

function splitAtAnd(sentence: string, tongues: readonly Tongue[]): string[] {
  const pieces = sentence.split(andOf(tongues));
  const [first = '', ...others] = pieces;
  const isEach = others.length > 0 && asksIn(first, tongues);
  return isEach && others.every((part) => asksAtOnce(part, tongues)) ? pieces : [sentence];
}

const asksIn = (part: string, tongues: readonly Tongue[]) =>
  tokenize(part).some(({ text }) => asksOf(text, tongues).includes('@ask'));

function asksAtOnce(part: string, tongues: readonly Tongue[]): boolean {
  const words = tokenize(part);
  const isVerbLast = tongues.some((tongue) => VERB_LAST.includes(tongue));
  return words
    .slice(0, isVerbLast ? words.length : FIRST_WORDS)
    .some(({ text }) => asksOf(text, tongues).includes('@ask'));
}

const LONG = 12;
const MOST_ENDINGS = 4;

/** The ends of a long message, each from a word that asks: what is spoken comes to its question late, if at all. */
export function endingsOf(message: string, home: Tongue | null): string[] {
  const words = message.split(/\s+/).filter((word) => word !== '');
  if (words.length < LONG) return [];
  const tongues = tonguesOf(tokenize(message), home);
  return words
    .flatMap((word, at) => (at > 0 && asksIn(word, tongues) ? [words.slice(at).join(' ')] : []))
    .slice(-MOST_ENDINGS);
}

/** A message of so many words is spoken, not written. */
const SPOKEN = 18;
const STRETCH = 14;

/** What is spoken, in overlapping stretches of a breath each; none of a message that is not so long. */
export function stretchesOf(message: string): string[] {
  const words = message.split(/\s+/).filter((word) => word !== '');
  if (words.length < SPOKEN) return [];
  const starts = Math.ceil((words.length - STRETCH) / (STRETCH / 2)) + 1;
  return Array.from({ length: starts }, (_, at) => {
    const start = (at * STRETCH) / 2;
    return words.slice(start, start + STRETCH).join(' ');
  });
}
