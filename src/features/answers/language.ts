import { scriptOf, tokenize } from './engine/text.ts';
import type { Script } from './engine/text.ts';
import { vote } from './engine/tongue.ts';
import type { Vote } from './engine/tongue.ts';

export const LANGUAGES = ['en', 'hi', 'hi-Latn', 'te', 'te-Latn', 'es', 'pt'] as const;

/** The languages in which the product speaks, in the script that people write them in. */
export type Language = (typeof LANGUAGES)[number];

const OF_SCRIPT: Partial<Record<Script, Language>> = { devanagari: 'hi', telugu: 'te' };
/** Fewer words than this never change a language that is known. */
const FEWEST_WORDS = 3;
/** A language must have this many times the votes of the next one, and this many at least. */
const CLEAR = 1.3;
const ENOUGH = 1;
/** Letters and marks that only one of the languages in Latin letters has; worth as much as a word. */
const MARKS: readonly [Language, RegExp][] = [
  ['es', /[ñ¿¡]/iu],
  ['pt', /[ãõçêôà]/iu],
];

/**
 * The language of a message: its script decides, then its function words (Hinglish and Tenglish too). A message of
 * one or two words, or one that does not tell, leaves what is `known`, else English.
 */
export function detectLanguage(text: string, known?: string): Language {
  const tokens = tokenize(text);
  const script = mainScript(tokens.map((token) => token.text));
  const ofScript = OF_SCRIPT[script];
  if (ofScript) return ofScript;
  const before = isLanguage(known) ? known : null;
  if (script === 'other' || (before && tokens.length < FEWEST_WORDS)) return before ?? 'en';
  const votes = withMarks(vote(tokens), text);
  return before ? (clearest(votes) ?? before) : (votes[0]?.tongue ?? 'en');
}

const isLanguage = (tag: string | undefined): tag is Language =>
  LANGUAGES.some((language) => language === tag);

/** The script that most letters are in. */
function mainScript(words: readonly string[]): Script {
  const letters = new Map<Script, number>();
  for (const word of words) {
    const script = scriptOf(word);
    letters.set(script, (letters.get(script) ?? 0) + word.length);
  }
  const [most] = [...letters].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? 'latin';
}

function withMarks(votes: readonly Vote[], text: string): Vote[] {
  const marked = MARKS.filter(([, mark]) => mark.test(text)).map(([language]) => language);
  const others = marked.filter((language) => !votes.some(({ tongue }) => tongue === language));
  const all = [...votes, ...others.map((tongue) => ({ tongue, votes: 0 }))];
  return all
    .map((one) => (marked.includes(one.tongue) ? { ...one, votes: one.votes + 1 } : one))
    .sort((a, b) => b.votes - a.votes);
}

function clearest([best, next]: readonly Vote[]): Language | null {
  if (!best || best.votes < ENOUGH) return null;
  return best.votes >= (next?.votes ?? 0) * CLEAR ? best.tongue : null;
}
