import type { ConsentPhrases } from '#features/consent/phrases.ts';
import { LANGUAGES, languageOf, speechOf } from './languages.ts';
import { en } from './phrases/en.ts';

/** When a business is open. `day` is "today" or "on Sunday 22 November", `when` a day with its time, `spans` "9:00–18:00". */
export type HoursPhrases = {
  /** From 0, Sunday. */
  weekdays: readonly string[];
  /** From 0, January. */
  months: readonly string[];
  today: string;
  tomorrow: string;
  onDate: (weekday: string, date: string) => string;
  date: (day: number, month: string) => string;
  /** Minutes after midnight; on the clock that the business itself uses, where the language has both. */
  time: (minutes: number, clock: 12 | 24) => string;
  at: (day: string, time: string) => string;
  yes: (sentence: string) => string;
  no: (sentence: string) => string;
  openNow: (until: string) => string;
  openNowAndOn: string;
  closedNow: string;
  opens: (when: string) => string;
  openOn: (day: string, spans: string) => string;
  openAllDayOn: (day: string) => string;
  closedOn: (day: string) => string;
  closedAt: (when: string) => string;
  /** Said to who cannot be helped at this hour. */
  afterHours: (when: string) => string;
  closed: string;
  allDay: string;
  asUsual: string;
  /** Of hours as they were read, to the owner: "every day", "25 December, every year", "25 December 2026". */
  notUnderstood: string;
  everyDay: string;
  everyYear: (date: string) => string;
  inYear: (date: string, year: number) => string;
};

/** A question that gets no answer; `offersCall` where its asker can be called back. */
export type NoAnswer = {
  shop: string;
  question: string;
  phone: string | null;
  offersCall: boolean;
};

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
  /** The owner is being asked what is not known. */
  asking: (shop: string) => string;
  /** Stands after "I don't know" where the owner cannot be reached now. */
  noted: (shop: string) => string;
  /** Stands around what the owner answered. */
  fromShop: (shop: string, question: string, answer: string) => string;
  couldNotAsk: (shop: string, phone: string | null) => string;
  noAnswerYet: (about: NoAnswer) => string;
  /** The owner has dropped the question. */
  cannotSay: (about: NoAnswer) => string;
  /** With which the offer of a call is accepted; what stands in `noAnswerYet` is among them. */
  callMe: readonly string[];
  /** With which it is accepted too, as long as nothing else was said. */
  agreed: readonly string[];
  callBackAsked: (shop: string) => string;
  callBackNoted: (shop: string) => string;
  /** To who asks for a call and of whom no number is known. */
  cannotCall: (shop: string, phone: string | null) => string;
  /** To who asked for a person and is handed over. */
  toPerson: (shop: string) => string;
  botAgain: (shop: string) => string;
  nobodyFree: (shop: string, phone: string | null) => string;
  cannotRead: string;
  /** Of a file, where pictures and voice notes can be read. */
  cannotOpen: string;
  /** Of a picture or voice note that says nothing. */
  notMadeOut: string;
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
  /** About being written to. */
  consent: ConsentPhrases;
  chooseShop: (numbered: string) => string;
  notAChoice: (numbered: string) => string;
  moreShops: (count: number) => string;
  noShopYet: string;
  chosen: (shop: string) => string;
  sorry: (phone: string | null) => string;
  /** Stands before the opening hours. */
  hoursLabel: string;
  hours: HoursPhrases;
};

/** The sentences of a language, those that it lacks in English. */
export const completed = (sentences: Partial<Phrases>): Phrases => ({ ...en, ...sentences });

const complete = new Map(
  LANGUAGES.map((language) => [language, completed(speechOf(language).sentences)] as const),
);

/** The sentences of every language. */
export const allPhrases: readonly Phrases[] = [...complete.values()];

/** The sentences in a language; English where it is none of the product's. */
export const phrasesIn = (language: string | null): Phrases =>
  complete.get(languageOf(language) ?? 'en') ?? en;
