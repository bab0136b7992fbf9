import type { z } from 'zod';
import { builtInDrafts, isBuiltIn } from './built-in/built-in.ts';
import { BUILT_IN_NAMES } from './built-in/definitions.ts';
import type { Draft } from './content.ts';
import type { Template } from './queries.ts';
import type { template } from './schemas.ts';
import { plainTextOf } from './twin.ts';

type Shown = z.input<typeof template>;

/** Every template of a business and every built-in one, by name. */
export function shownTemplates(templates: readonly Template[]): Shown[] {
  const byName = Map.groupBy(templates, ({ name }) => name);
  const names = [...new Set([...byName.keys(), ...BUILT_IN_NAMES])].toSorted();
  return names.flatMap((name) => shownTemplate(name, byName.get(name) ?? []) ?? []);
}

/** One of them, with the languages in which it is built in and was not taken over; null where there is none. */
export function shownTemplate(name: string, templates: readonly Template[]): Shown | null {
  const taken = new Set(templates.map(({ language }) => language));
  const more = builtInDrafts(name).filter(({ language }) => !taken.has(language));
  const category = templates.at(-1)?.category ?? more[0]?.category;
  if (!category) return null;
  const languages = [...templates.map(shownVariant), ...more.map(shownBuiltIn)];
  return { name, category, isBuiltIn: isBuiltIn(name), languages };
}

const shownVariant = (template: Template) => ({
  ...shownText(template),
  version: template.version,
  status: template.status,
  isBeingSubmitted: template.stage === 'submitting',
  contentSid: template.contentSid,
  givenCategory: template.givenCategory,
  rejectionReason: template.rejectionReason,
  submittedAt: template.submittedAt,
  lastAskedAt: template.askedAt,
});

const shownBuiltIn = (draft: Draft) => ({
  ...shownText(draft),
  ...{ version: 0, status: 'unsubmitted', isBeingSubmitted: false, contentSid: null },
  ...{ givenCategory: null, rejectionReason: null, submittedAt: null, lastAskedAt: null },
});

const shownText = ({ language, content }: Pick<Draft, 'language' | 'content'>) => ({
  ...content,
  language,
  plainText: plainTextOf(content),
});
