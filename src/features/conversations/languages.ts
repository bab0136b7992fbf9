import { english } from './phrases/en.ts';
import { spanish } from './phrases/es.ts';
import { hinglish } from './phrases/hi-latn.ts';
import { hindi } from './phrases/hi.ts';
import { portuguese } from './phrases/pt.ts';
import { tenglish } from './phrases/te-latn.ts';
import { telugu } from './phrases/te.ts';
import type { Speech, WordList } from './speech.ts';
import { listed } from './speech.ts';

/** Every language of the product: one is added by its file in phrases/ and its line here. */
const speeches = {
  en: english,
  hi: hindi,
  'hi-Latn': hinglish,
  te: telugu,
  'te-Latn': tenglish,
  es: spanish,
  pt: portuguese,
} satisfies Record<string, Speech>;

/** The languages in which the product speaks, in the script that people write them in. */
export type Language = keyof typeof speeches;

export const LANGUAGES = Object.keys(speeches) as Language[];

/** Whether a tag is one of the product's languages. */
export const isLanguage = (tag: string | null | undefined): tag is Language =>
  LANGUAGES.some((language) => language === tag);

/** The language of the product that a tag means: its own, else the one that it is a kind of (pt-BR: pt); null for any other. */
export function languageOf(tag: string | null | undefined): Language | null {
  if (!tag) return null;
  if (isLanguage(tag)) return tag;
  return languageOf(tag.slice(0, Math.max(0, tag.lastIndexOf('-'))));
}

export const speechOf = (language: Language): Speech => speeches[language];

/** The words of a list in one language. */
export const wordsIn = (language: Language, list: WordList): string[] =>
  listed(speeches[language].words[list]);

/** The words of a list in all languages. */
export const wordsOfAll = (list: WordList): string[] =>
  LANGUAGES.flatMap((language) => wordsIn(language, list));
