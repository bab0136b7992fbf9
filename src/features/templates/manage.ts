import type { OneBusiness } from '#db/tables.ts';
import { AppError, invalid, notFound } from '#errors.ts';
import { builtInDraft, builtInDrafts } from './built-in/built-in.ts';
import type { Draft } from './content.ts';
import { lintTemplate } from './lint.ts';
import { languagesFor } from './pick.ts';
import type { Problem } from './problem.ts';
import { problem } from './problem.ts';
import type { Template } from './queries.ts';
import { findForUse, saveTemplate, submitTemplates } from './queries.ts';
import { inUseByLanguage } from './state.ts';

export type ProblemIn = Problem & { language: string };

/** What is wrong with the languages of a template, each and together; `others` are those that stay as they are. */
export function problemsIn(
  drafts: readonly Draft[],
  others: readonly Pick<Draft, 'language' | 'content'>[],
): ProblemIn[] {
  const [first, ...rest] = [...drafts, ...others];
  const found = drafts.flatMap((draft) =>
    lintTemplate(draft).map((one) => ({ ...one, language: draft.language })),
  );
  const count = first?.content.variables.length ?? 0;
  const odd = rest.find(({ content }) => content.variables.length !== count);
  if (!first || !odd) return found;
  const sentence = `The template has ${count} variables in ${first.language} and ${odd.content.variables.length} in ${odd.language}; every language must have the same.`;
  return [...found, { ...problem('variables', 'variables', sentence), language: odd.language }];
}

/** Keeps the languages given of one template, all or none; refuses what WhatsApp would refuse. */
export async function keepTemplate(
  tx: OneBusiness,
  drafts: readonly Draft[],
  now: Date,
): Promise<void> {
  const name = drafts[0]?.name ?? '';
  const given = new Set(drafts.map(({ language }) => language));
  const { templates } = await findForUse(tx, name);
  const others = [...inUseByLanguage(templates).values()].filter(
    ({ language }) => !given.has(language),
  );
  const problems = problemsIn(drafts, others);
  if (problems.length > 0) throw refusalOf(problems);
  for (const draft of drafts) await saveTemplate(tx, draft, now);
}

function refusalOf(problems: readonly ProblemIn[]) {
  const details = problems.map(({ field, sentence, language }) => ({
    field: `${language}.${field}`,
    message: sentence,
  }));
  return invalid('invalid_template', details[0]?.message ?? 'It is no template.', details);
}

/**
 * Has the languages of a template submitted to WhatsApp that wait for it; a built-in one is taken over first, in the language of
 * the business and in English where none are named.
 */
export async function submitTemplate(
  tx: OneBusiness,
  { name, languages }: { name: string; languages: readonly string[] | null },
  now: Date,
): Promise<void> {
  const before = await findForUse(tx, name);
  const wanted = languages ?? defaultsOf(name, before);
  const missing = wanted.filter((tag) =>
    before.templates.every(({ language }) => language !== tag),
  );
  const drafts = missing.map((language) => builtInDraft(name, language) ?? noSuchLanguage(name));
  if (drafts.length > 0) await keepTemplate(tx, drafts, now);
  const { templates } = await findForUse(tx, name);
  const ids = templates.flatMap(({ id, language }) => (wanted.includes(language) ? id : []));
  const isAny = templates.length > 0;
  if (!isAny) throw notFound('template');
  if ((await submitTemplates(tx, ids, now)) === 0) throw nothingToSubmit();
}

/** What is there, else what of a built-in one suits the business. */
function defaultsOf(
  name: string,
  { templates, defaultLanguage }: { templates: readonly Template[]; defaultLanguage: string },
): readonly string[] {
  if (templates.length > 0) return [...new Set(templates.map(({ language }) => language))];
  const there = builtInDrafts(name).map(({ language }) => language);
  return languagesFor(null, defaultLanguage, there);
}

function noSuchLanguage(name: string): never {
  throw invalid(
    'no_such_language',
    `The template ${name} does not exist in one of these languages.`,
    [{ field: 'languages', message: 'The template does not exist in one of these languages.' }],
  );
}

const nothingToSubmit = () =>
  new AppError(
    'conflict',
    'nothing_to_submit',
    'Nothing of this template waits to be submitted: it is with WhatsApp already. Change its text to submit it again.',
  );
