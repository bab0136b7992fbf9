import type { Language } from '#features/conversations/languages.ts';
import { LANGUAGES, languageOf, speechOf } from '#features/conversations/languages.ts';
import { listed } from '#features/conversations/speech.ts';
import { normalise, tokenize } from './engine/text.ts';
import type { Token } from './engine/text.ts';
import { countOwners, vote, votesFor } from './engine/tongue.ts';
import { foreignVotes } from './foreign.ts';

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

/** The script of a text: the language that is written in it alone, `latin`, or that of neither. */
type Script = Language | 'latin' | 'other';

/**
 * The language of a message: its script decides, then its function words (Hinglish and Tenglish too). A message of
 * one or two words, one that does not tell, or one in another language, leaves what is `known`, else English.
 */
export function detectLanguage(text: string, known?: string): Language {
  const tokens = tokenize(text);
  const script = mainScript(tokens.map((token) => token.text));
  if (script !== 'latin' && script !== 'other') return script;
  const before = languageOf(known);
  if (before && tokens.length < FEWEST_WORDS) return before;
  if (isOtherLanguage(text)) return before ?? 'en';
  const votes = withMarks(votesIn(tokens), text);
  return before ? (clearest(votes) ?? before) : (votes[0]?.tongue ?? 'en');
}

/**
 * Whether a message is in a language that the product does not speak: by its script, or because more of its words are
 * common in another language than in any of ours.
 */
export function isOtherLanguage(text: string): boolean {
  const tokens = tokenize(text);
  const words = tokens.map((token) => token.text);
  const script = mainScript(words);
  if (script !== 'latin') return script === 'other' && words.length > 0;
  const theirs = foreignVotes(words, countOwners);
  const [ours] = withMarks(votesIn(tokens), text);
  return theirs >= ENOUGH && theirs > (ours?.votes ?? 0);
}

const scripts = LANGUAGES.flatMap((language) => {
  const { script } = speechOf(language);
  return script ? [[language, script] as const] : [];
});

/** Of words, all characters before this are Latin letters and digits. */
const FIRST_OTHER = 0x80;

/** The script that most letters are in; digits count as Latin. */
function mainScript(words: readonly string[]): Script {
  const letters = new Map<Script, number>();
  for (const word of words) {
    const script = scriptOf(word);
    letters.set(script, (letters.get(script) ?? 0) + word.length);
  }
  const [most] = [...letters].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? 'latin';
}

function scriptOf(word: string): Script {
  if (word.charCodeAt(0) < FIRST_OTHER) return 'latin';
  const [first = ''] = word;
  if (/[\p{Script=Latin}\p{N}]/u.test(first)) return 'latin';
  return scripts.find(([, letters]) => letters.test(first))?.[0] ?? 'other';
}

const wordsOf = (list: string) => new Set(list.split(' '));

/** Hindi and Telugu words in Latin letters that are words, or endings, of other languages as well. */
const AMBIGUOUS: Partial<Record<Language, ReadonlySet<string>>> = {
  'hi-Latn': wordsOf(
    'ka ki ke ko me mai se par pe h ho un ya hum hay ap ne kare mere are ja aa ana ata jana den lo li la le han ha mat ' +
      'na sab har kam bad jab tab ek jo jis log vale phir raha tum tha thi de bata bolo mil',
  ),
  'te-Latn': wordsOf(
    'ee em ma mi mee ye ela leva kada hai anna bro ki ku ni nu tho ga ante ani mari undo ledo unte mida inka sare unna ' +
      'adi idi evi aa',
  ),
};

type Vote = { tongue: Language; votes: number };

/** Languages without a lexicon of the engine, with the words by which they are told. */
const byCommonWords = LANGUAGES.flatMap((tongue) => {
  const { common } = speechOf(tongue);
  return common ? [{ tongue, words: new Set(listed(common).map(normalise)) }] : [];
});

/** One word that might be of any language does not make a sentence Hinglish or Tenglish. */
function votesIn(tokens: readonly Token[]): Vote[] {
  const byWords = byCommonWords.map(({ tongue, words }) => ({
    tongue,
    votes: tokens.filter(({ text }) => words.has(text)).length,
  }));
  const votes = vote(tokens).filter(({ tongue }) => {
    const ambiguous = AMBIGUOUS[tongue];
    if (!ambiguous) return true;
    const speaking = tokens.filter(({ text }) => votesFor(text, tongue) >= ENOUGH / 2);
    return speaking.length > 1 || speaking.some(({ text }) => !ambiguous.has(text));
  });
  return [...votes, ...byWords.filter((one) => one.votes > 0)];
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
