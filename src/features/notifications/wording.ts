import type { OneBusiness } from '#db/tables.ts';
import { invalid } from '#errors.ts';
import { templateState } from '#features/templates/state.ts';
import { renderTwin } from '#features/templates/twin.ts';
import { valueProblems } from '#features/templates/values.ts';
import type { Template } from '#ports.ts';

/** One of the business's own templates with its values. */
export type NamedTemplate = { name: string; variables: Record<string, string> };

/** By which the approved wording is found when the message leaves. */
export type Fallback = NamedTemplate & { language: string };

export type Worded = { text: string; template: Template | null; fallback: Fallback | null };

/**
 * What a customer of this language is to be told: the text as it stands; or, of a named template, its plain text, and the
 * template itself where free text may not leave. Throws a sentence for what cannot be worded.
 */
export async function worded(
  tx: OneBusiness,
  {
    text,
    template,
  }: { text?: string | undefined; template?: Template | NamedTemplate | undefined },
  language: string | null,
): Promise<Worded> {
  if (!template || 'contentSid' in template) {
    if (text === undefined) throw invalid('no_text', '"text" is missing: say what is to be sent.');
    return { text, template: template ?? null, fallback: null };
  }
  const state = await templateState(tx, { name: template.name, language });
  if (!state) throw invalid('no_such_template', `There is no template "${template.name}".`);
  const [problem] = valueProblems(
    { body: state.body, count: state.variables.length },
    template.variables,
  );
  if (problem) throw invalid('bad_value', problem.sentence);
  return {
    text: text ?? renderTwin(state, template.variables),
    template: null,
    fallback: { ...template, language: state.language },
  };
}
