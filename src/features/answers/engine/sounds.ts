import { remembered } from '#platform/remembered.ts';
import type { Tongue } from './stems.ts';

type Rule = readonly [RegExp, string];

const ENGLISH: readonly Rule[] = [
  [/^kn/g, 'n'],
  [/^wr/g, 'r'],
  [/ph/g, 'f'],
  [/ck|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c(?!h)/g, 'k'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/ea|ee|ie|ei/g, 'i'],
  [/y/g, 'i'],
  [/(?!^)e$/g, ''],
];
const IBERIAN: readonly Rule[] = [
  [/qu?(?=[eik])|k/g, 'k'],
  [/c(?=[ei])|z|x/g, 's'],
  [/c(?!h)/g, 'k'],
  [/(?<!c)h/g, ''],
  [/v|w/g, 'b'],
  [/ll/g, 'y'],
  [/gu(?=[ei])/g, 'g'],
  [/g(?=[ei])/g, 'j'],
];
const RULES: Partial<Record<Tongue, readonly Rule[]>> = {
  en: ENGLISH,
  es: IBERIAN,
  pt: IBERIAN,
};

const soundsIn = new Map(
  Object.entries(RULES).map(([tongue, rules]) => [
    tongue,
    remembered(20_000, (word) => {
      let sound = word;
      for (const [spelling, plain] of rules) sound = sound.replace(spelling, plain);
      return sound.replace(/(.)\1+/g, '$1');
    }),
  ]),
);

/** How a normalised word sounds in a language, roughly ("sita" and "cita" alike); null where no rules are known. */
export const soundOf = (word: string, tongue: Tongue): string | null =>
  soundsIn.get(tongue)?.(word) ?? null;

/** A word without its vowels. */
export const bonesOf = (word: string): string => word.replace(/[aeiou]/g, '');

/** Whether a word is another one with vowels left out ("prk", "srvice"). */
export function leavesOutVowels(short: string, full: string): boolean {
  if (short.length >= full.length || short[0] !== full[0]) return false;
  if (bonesOf(short) !== bonesOf(full)) return false;
  let at = 0;
  for (const vowel of full.replace(/[^aeiou]/g, '')) if (vowel === vowelAt(short, at)) at++;
  return vowelAt(short, at) === undefined;
}

const vowelAt = (word: string, at: number): string | undefined => word.replace(/[^aeiou]/g, '')[at];
