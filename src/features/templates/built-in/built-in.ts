import type { TemplateButton } from '#ports.ts';
import type { Draft } from '../content.ts';
import { plainContent } from '../content.ts';
import type { BuiltInName, Definition, PlainAll, WordedAll } from './definitions.ts';
import { BUILT_IN_NAMES, definitions } from './definitions.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { hiLatn } from './hi-latn.ts';
import { hi } from './hi.ts';
import { pt } from './pt.ts';
import { teLatn } from './te-latn.ts';
import { te } from './te.ts';

/** The languages in which WhatsApp gets the built-in templates. */
const worded: Readonly<Record<string, WordedAll>> = { en, hi, te, es, pt };

/** Those in which there is a plain text besides. */
const plain: Readonly<Record<string, PlainAll>> = { 'hi-Latn': hiLatn, 'te-Latn': teLatn };

export const BUILT_IN_LANGUAGES: readonly string[] = Object.keys(worded);

export const PLAIN_LANGUAGES: readonly string[] = Object.keys(plain);

export const isBuiltIn = (name: string): name is BuiltInName =>
  BUILT_IN_NAMES.some((known) => known === name);

/** A built-in template as it would be submitted in a language; null where there is none. */
export function builtInDraft(name: string, language: string): Draft | null {
  const all = worded[language];
  if (!isBuiltIn(name) || !all) return null;
  const definition: Definition = definitions[name];
  const { body, plainText, replies = [] } = all[name];
  const buttons = definition.replies.map((id, at): TemplateButton => ({
    kind: 'reply',
    id,
    title: replies[at] ?? '',
  }));
  const content = { ...plainContent(body, definition.variables), plainText, buttons };
  return { name, language, category: definition.category, content };
}

/** All languages of a built-in template; none where there is no such template. */
export const builtInDrafts = (name: string): Draft[] =>
  BUILT_IN_LANGUAGES.flatMap((language) => builtInDraft(name, language) ?? []);

/** The plain text of a built-in template in a language, by its tag; null where there is none. */
export function builtInPlainText(name: string, language: string): string | null {
  if (!isBuiltIn(name)) return null;
  return worded[language]?.[name].plainText ?? plain[language]?.[name] ?? null;
}
