import type { OneBusiness } from '#db/tables.ts';
import {
  builtInDraft,
  BUILT_IN_LANGUAGES,
  builtInPlainText,
  isBuiltIn,
  PLAIN_LANGUAGES,
} from './built-in/built-in.ts';
import type { Variable } from './content.ts';
import { languagesFor } from './pick.ts';
import type { Template } from './queries.ts';
import { findForUse } from './queries.ts';
import { plainTextOf } from './twin.ts';

/** A template as it stands for one customer. */
export type TemplateState = {
  name: string;
  /** Null unless WhatsApp has approved it: nothing can be sent with it. */
  contentSid: string | null;
  /** WhatsApp's word: approved, pending, rejected, paused, disabled or another. */
  status: string;
  /** Of what WhatsApp would show. */
  language: string;
  /** For which WhatsApp bills. */
  category: string;
  variables: readonly Variable[];
  body: string;
  /** What goes out by SMS, with its variables: see `renderTwin`. */
  plainText: string;
};

/**
 * The template by that name in the language that suits the customer best: of those that WhatsApp has approved, else of all. A
 * built-in one that was never submitted is there too, as plain text. Null where there is none.
 */
export async function templateState(
  tx: OneBusiness,
  { name, language }: { name: string; language: string | null },
): Promise<TemplateState | null> {
  const { templates, defaultLanguage } = await findForUse(tx, name);
  return stateOf(templates, { name, language, defaultLanguage });
}

type For = { name: string; language: string | null; defaultLanguage: string };

/** The same of the rows of that name. */
export function stateOf(templates: readonly Template[], of: For): TemplateState | null {
  const { name, language, defaultLanguage } = of;
  const inUse = inUseByLanguage(templates);
  const own = languagesFor(language, defaultLanguage, [...inUse.keys()]);
  const approved = own.find((known) => inUse.get(known)?.status === 'approved');
  const best = inUse.get(approved ?? own[0] ?? '');
  if (best) return { ...shownState(best), plainText: plainTextFor(inUse, best, of) };
  return isBuiltIn(name) ? notSubmitted(of) : null;
}

function shownState(template: Template): Omit<TemplateState, 'plainText'> {
  const { name, status, language, category, givenCategory, content } = template;
  return {
    ...{ name, status, language, variables: content.variables, body: content.body },
    contentSid: status === 'approved' ? template.contentSid : null,
    category: givenCategory ?? category,
  };
}

/** Of each language the newest version that is approved, else the newest. */
export function inUseByLanguage(templates: readonly Template[]): Map<string, Template> {
  const inUse = new Map<string, Template>();
  for (const template of templates.toSorted((a, b) => a.version - b.version)) {
    const before = inUse.get(template.language);
    const isBetter = before?.status !== 'approved' || template.status === 'approved';
    if (isBetter) inUse.set(template.language, template);
  }
  return inUse;
}

/** SMS asks nobody: it is said in the customer's own language where there is a text with the same variables. */
function plainTextFor(
  inUse: ReadonlyMap<string, Template>,
  best: Template,
  { name, language, defaultLanguage }: For,
): string {
  const own = Array.from(inUse, ([tag, { content }]) => [tag, plainTextOf(content)] as const);
  const isOfProduct = best.content.plainText === builtInPlainText(name, best.language);
  const builtIn = isOfProduct && best.content.plainText !== null ? plainTexts(name) : [];
  const texts = new Map([...builtIn, ...own]);
  const [first = ''] = languagesFor(language, defaultLanguage, [...texts.keys()]);
  return texts.get(first) ?? plainTextOf(best.content);
}

const plainTexts = (name: string) =>
  [...BUILT_IN_LANGUAGES, ...PLAIN_LANGUAGES].flatMap((tag) => {
    const text = builtInPlainText(name, tag);
    return text === null ? [] : [[tag, text] as const];
  });

function notSubmitted({ name, language, defaultLanguage }: For): TemplateState | null {
  const texts = new Map(plainTexts(name));
  const [plain = 'en'] = languagesFor(language, defaultLanguage, [...texts.keys()]);
  const [worded = 'en'] = languagesFor(language, defaultLanguage, BUILT_IN_LANGUAGES);
  const draft = builtInDraft(name, worded);
  if (!draft) return null;
  const { category, content } = draft;
  return {
    ...{ name, category, language: worded, contentSid: null, status: 'unsubmitted' },
    ...{ variables: content.variables, body: content.body },
    plainText: texts.get(plain) ?? plainTextOf(content),
  };
}
