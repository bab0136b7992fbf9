import type { Language } from '#features/conversations/languages.ts';
import { LANGUAGES, languageOf } from '#features/conversations/languages.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { hiLatn } from './hi-latn.ts';
import { hi } from './hi.ts';
import { pt } from './pt.ts';
import { teLatn } from './te-latn.ts';
import { te } from './te.ts';

/** Every fixed sentence that an owner may hear. */
export type OwnerSentences = typeof en;

/** Those of one kind in one language; what is missing is said in English. */
export type Group<Name extends keyof OwnerSentences> = Partial<OwnerSentences[Name]>;

/** Those of one language. */
export type OwnerSpeech = { readonly [Name in keyof OwnerSentences]?: Group<Name> };

/** The languages in which owners are spoken to: one is added by its file here and its line. */
export const ownerSpeeches: Partial<Record<Language, OwnerSpeech>> = {
  ...{ en, hi, 'hi-Latn': hiLatn },
  ...{ te, 'te-Latn': teLatn, es, pt },
};

/** The sentences of a language, those that it lacks in English. */
export const completed = (own: OwnerSpeech): OwnerSentences => ({
  help: { ...en.help, ...own.help },
  commands: { ...en.commands, ...own.commands },
  hours: { ...en.hours, ...own.hours },
  questions: { ...en.questions, ...own.questions },
  documents: { ...en.documents, ...own.documents },
  unreadable: { ...en.unreadable, ...own.unreadable },
  offers: { ...en.offers, ...own.offers },
  templates: { ...en.templates, ...own.templates },
  costs: { ...en.costs, ...own.costs },
});

/** The names of what a language lacks. */
export const missingFrom = (own: OwnerSpeech): string[] =>
  (Object.keys(en) as (keyof OwnerSentences)[]).flatMap((group) =>
    Object.keys(en[group])
      .filter((name) => !(own[group] as Record<string, unknown> | undefined)?.[name])
      .map((name) => `${group}.${name}`),
  );

const complete = new Map(
  LANGUAGES.map((language) => [language, completed(ownerSpeeches[language] ?? {})] as const),
);

/** What owners are told in a language; in English where it is none of the product's. */
export const sentencesIn = (language: string | null): OwnerSentences =>
  complete.get(languageOf(language) ?? 'en') ?? en;

/** An owner with the language that she speaks with us, where that is known, and her business. */
export type SpokenTo = { language: string | null; business: { language: string } };

/** The language in which an owner is spoken to: her own, else that of her business. */
export const languageTo = ({ language, business }: SpokenTo): string =>
  language ?? business.language;

/** What an owner is told, in her language. */
export const sentencesTo = (to: SpokenTo): OwnerSentences => sentencesIn(languageTo(to));
