import { romanise } from '#features/answers/engine/roman.ts';
import { withPlainSigns } from './plain-text.ts';
import { isPlain } from './segments.ts';

/** Letters with a dot below, as one code point each: only so does the table of letters know them. */
const DOTTED: Record<string, string> = {
  क़: '\u0958',
  ख़: '\u0959',
  ग़: '\u095A',
  ज़: '\u095B',
  ड़: '\u095C',
  ढ़: '\u095D',
  फ़: '\u095E',
  य़: '\u095F',
};

/** A word with the signs that it is written with, or a digit or a full stop of these scripts. */
const INDIC = /[\p{Script=Devanagari}\p{Script=Telugu}]+|[\u0964\u0965]/gu;

/** Words that are told as they stand: people's names, and all of a template, whose text was approved as it is. */
type Kept = { names?: readonly string[]; isTemplate?: boolean };

/**
 * Hindi and Telugu in the Latin letters that people type, for customers who chose it: an SMS of 160 letters in place of 70.
 * Gives the text as it was when something would still need the wide alphabet.
 */
export function inLatinLetters(
  text: string,
  { names = [], isTemplate = false }: Kept = {},
): string {
  if (isTemplate) return text;
  const whole = text.normalize('NFC');
  const kept = names.map((name) => name.normalize('NFC')).filter((name) => name !== '');
  const written = withPlainSigns(
    apart(whole, kept)
      .map((part) => (kept.includes(part) ? part : part.replace(INDIC, spelt)))
      .join('')
      .replace(/[\u200C\u200D]/g, ''),
  );
  return isPlain(written) ? written : text;
}

/** Cut where the names begin and end. */
function apart(text: string, names: readonly string[]): string[] {
  const [name, ...others] = names;
  if (name === undefined) return [text];
  return text
    .split(name)
    .flatMap((part, at) => (at === 0 ? apart(part, others) : [name, ...apart(part, others)]));
}

function spelt(word: string): string {
  if (/^[\u0964\u0965]+$/u.test(word)) return '.';
  // Last of all: to normalise afterwards would take the dots off again.
  const dotted = word.replace(/[कखगजडढफय]\u093C/gu, (letter) => DOTTED[letter] ?? letter);
  const stop = /[\u0964\u0965]$/u.test(dotted) ? '.' : '';
  const bare = dotted
    .replace(/[\u0964\u0965]/gu, '')
    .replace(/ॐ/g, 'ओम')
    .replace(/ऍ/g, 'ए')
    .replace(/ॅ/g, 'े');
  const latin = romanise(bare).replace(/rri/g, 'ri');
  const typed = /\p{Script=Devanagari}/u.test(bare) ? latin.replace(/([ai])\1$/, '$1') : latin;
  return (/[aeiou0-9]/.test(typed) ? typed : `${typed}a`) + stop;
}
