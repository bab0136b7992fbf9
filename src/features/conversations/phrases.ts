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
  /** To who asks whether a machine is writing. */
  identity: (shop: string, phone: string | null) => string;
  /** To who asks for a person. */
  noPerson: (shop: string, phone: string | null) => string;
  unknown: (phone: string | null) => string;
  cannotRead: string;
  empty: string;
  limit: (minutes: number) => string;
  mediaLimit: (minutes: number) => string;
  paused: (shop: string, phone: string | null) => string;
  suspended: (shop: string) => string;
  help: (shop: string, phone: string | null) => string;
  optedOut: (shop: string) => string;
  optedIn: (shop: string) => string;
  /** To who chooses a business whose messages they had stopped. */
  optedOutBefore: (shop: string) => string;
  chooseShop: (numbered: string) => string;
  notAChoice: (numbered: string) => string;
  moreShops: (count: number) => string;
  noShopYet: string;
  chosen: (shop: string) => string;
  sorry: (phone: string | null) => string;
  /** Stands before the opening hours. */
  hoursLabel: string;
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
