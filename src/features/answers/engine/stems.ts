import snowball from 'snowball-stemmers';
import { remembered } from '#platform/remembered.ts';
import { romanKey } from './roman.ts';

/** The languages that the engine knows, in the scripts that people type them in. */
export const TONGUES = ['en', 'es', 'pt', 'hi', 'hi-Latn', 'te', 'te-Latn'] as const;
export type Tongue = (typeof TONGUES)[number];

const english = snowball.newStemmer('english');
const spanish = snowball.newStemmer('spanish');
const portuguese = snowball.newStemmer('portuguese');

const HINDI_ENDINGS =
  /(?:ियों|ियां|ियाँ|ाओं|ाएं|ाएँ|ुओं|ुएं|ाइयां|ाइयों|ते|ता|ती|ना|नी|ने|ाया|ाई|ाए|ों|ें|ीं|ां|ो|े|ू|ु|ी|ि|ा)$/;
const TELUGU_ENDINGS =
  /(?:లలోకి|లలోని|లలోనూ|లలోనే|లకోసం|లకు|లకి|లను|లని|లతో|లలో|లపై|లా|లూ|లు|లోకి|లోని|లోనూ|లోనే|లోపు|కోసం|నుండి|నుంచి|గానే|గానా|గా|కు|కి|ను|ని|తో|లో|పై|వా|యా|మా|దా|నా|రా|ల|ా|ే|ూ|ు|ి|ీ)$/;

const stemmers: Record<Tongue, (word: string) => string> = {
  en: (word) => english.stem(word),
  es: (word) => spanish.stem(word),
  pt: (word) => portuguese.stem(word),
  hi: (word) => lightStem(word, HINDI_ENDINGS, 1),
  'hi-Latn': romanKey,
  te: (word) => lightStem(word, TELUGU_ENDINGS, 2),
  'te-Latn': romanKey,
};

function lightStem(word: string, endings: RegExp, rounds: number): string {
  let stem = word;
  for (let round = 0; round < rounds; round++) {
    const shorter = stem.replace(endings, '');
    if (shorter.length < 2) break;
    stem = shorter;
  }
  return stem;
}

const REMEMBERED = 20_000;

/** The stem of a normalised word in each language; remembered, since words repeat. */
const stemsIn: Record<Tongue, (word: string) => string> = {
  en: remembered(REMEMBERED, stemmers.en),
  es: remembered(REMEMBERED, stemmers.es),
  pt: remembered(REMEMBERED, stemmers.pt),
  hi: remembered(REMEMBERED, stemmers.hi),
  'hi-Latn': stemmers['hi-Latn'],
  te: remembered(REMEMBERED, stemmers.te),
  'te-Latn': stemmers['te-Latn'],
};

/** The stem of a normalised word in a language. */
export const stemOf = (word: string, tongue: Tongue): string => stemsIn[tongue](word);
