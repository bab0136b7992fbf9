import sanscript from '@indic-transliteration/sanscript';
import { remembered } from '#platform/remembered.ts';
import { scriptOf } from './text.ts';

/** The package is what its types call its default export. */
type Transliterator = { t: (text: string, from: string, to: string) => string };
const transliterator = sanscript as unknown as Transliterator;

/** An Indic word in the Latin letters that people type, roughly; Latin words come back as they are. */
export function romanise(word: string): string {
  const script = scriptOf(word);
  if (script !== 'devanagari' && script !== 'telugu') return word;
  const spelt = transliterator
    .t(word.replace(/ऑ/g, 'ओ').replace(/ॉ/g, 'ो'), script, 'itrans_lowercase')
    .replace(/~N|N\^|~n|JN/g, 'n')
    .replace(script === 'telugu' ? /M$/ : /m$/, 'm')
    .replace(/\.[nN]|M/g, 'n')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '');
  return script === 'devanagari' ? withoutSchwas(spelt) : spelt;
}

/** Hindi does not speak the short a at the end of a word, nor between vowel+consonant and consonant+vowel. */
function withoutSchwas(spelt: string): string {
  return spelt
    .replace(/(?<=[^aeiou])a$/, '')
    .replace(
      /(?<=[aeiou](?:[kgcjtdpbs]h|[^aeiouh]))a(?=(?:[kgcjtdpbs]h|[^aeiouh])[aeiou])(?!a)/g,
      '',
    );
}

const SPELLINGS: [RegExp, string][] = [
  [/ph/g, 'f'],
  [/w/g, 'v'],
  [/z/g, 'j'],
  [/q/g, 'k'],
  [/x/g, 'ks'],
  [/c?chh?/g, 'C'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/C/g, 'c'],
  [/([kgjtdbs])h/g, '$1'],
  [/aa+/g, 'a'],
  [/ee+|ii+|ie|iy(?=a)/g, 'i'],
  [/oo+|uu+/g, 'u'],
  [/a[iy]|e[iy]/g, 'e'],
  [/a[uv](?![aeiou])|ou|ov(?![aeiou])/g, 'o'],
  [/y$/g, 'i'],
  [/m(?=[pb])/g, 'n'],
  [/(.)\1+/g, '$1'],
];

/** One key for the many ways to spell a Hindi or Telugu word in Latin letters; endings are dropped. */
export const romanKey = remembered(20_000, (word: string): string => {
  let key = romanise(word);
  for (const [spelling, plain] of SPELLINGS) key = key.replace(spelling, plain);
  const bare = key.length > 4 ? key.replace(/(?:iyan|iyo|on|en)$/, '') : key;
  return bare.length > 3 ? bare.replace(/[aeiou]+$/, '') : bare;
});

/** The consonants of a word (its first vowel kept as a mark): what remains of "brkfst" and of "breakfast". */
export function skeleton(word: string): string {
  const key = romanKey(word);
  return key.replace(/^[aeiou]+/, 'a').replace(/(?!^)[aeiouyh]/g, '');
}
