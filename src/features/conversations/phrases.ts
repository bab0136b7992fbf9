import { en } from './phrases/en.ts';
import { es } from './phrases/es.ts';
import { hiLatn } from './phrases/hi-latn.ts';
import { hi } from './phrases/hi.ts';
import { pt } from './phrases/pt.ts';
import { teLatn } from './phrases/te-latn.ts';
import { te } from './phrases/te.ts';

/** Every fixed sentence that a customer may hear. A language is one file. */
export type Phrases = {
  disclosure: (shop: string) => string;
  greeting: (shop: string) => string;
  thanks: string;
  unknown: (phone: string | null) => string;
  cannotRead: string;
  empty: string;
  limit: (minutes: number) => string;
  mediaLimit: (minutes: number) => string;
  paused: (phone: string | null) => string;
  help: (shop: string, phone: string | null) => string;
  optedOut: (shop: string) => string;
  optedIn: (shop: string) => string;
  chooseShop: (numbered: string) => string;
  notAChoice: (numbered: string) => string;
  chosen: (shop: string) => string;
  sorry: (phone: string | null) => string;
};

const languages: Record<string, Phrases> = {
  en,
  es,
  pt,
  hi,
  'hi-Latn': hiLatn,
  te,
  'te-Latn': teLatn,
};

/** The sentences in a language, else in English. */
export const phrasesIn = (language: string | null): Phrases => languages[language ?? 'en'] ?? en;
