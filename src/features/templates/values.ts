import { filled } from './placeholders.ts';

/** WhatsApp counts the text together with what is put in (error 63021). */
export const LONGEST_TOGETHER = 1_024;

/** Why a value cannot stand in a template, as the end of a sentence; null when it can (error 63013). */
export function faultOfValue(value: string): string | null {
  if (value.trim() === '') return 'is empty';
  if (/[\n\r\u0085\u2028\u2029]/.test(value)) return 'has a line break, which WhatsApp refuses';
  if (value.includes('\t')) return 'has a tab, which WhatsApp refuses';
  if (/ {5}/.test(value)) return 'has more than four spaces in a row, which WhatsApp refuses';
  return null;
}

export type ValueProblem = { variable: number; sentence: string };

type Asked = { body: string; count: number };

/** What is wrong with the values that a template is to be sent with, a sentence each; nothing when it may leave. */
export function valueProblems(
  { body, count }: Asked,
  values: Readonly<Record<string, string>>,
): ValueProblem[] {
  const names = Array.from({ length: count }, (_, at) => at + 1);
  const known = new Set(names.map(String));
  const faults = names.flatMap((variable) => {
    const value = values[variable];
    const fault = value === undefined ? 'is missing' : faultOfValue(value);
    return fault === null
      ? []
      : [{ variable, sentence: `The value for {{${variable}}} ${fault}.` }];
  });
  const unknown = Object.keys(values).filter((name) => !known.has(name));
  const extra = unknown.map((name) => ({
    variable: Number(name),
    sentence: `There is no {{${name}}} in this template, but a value for it.`,
  }));
  const problems = [...faults, ...extra];
  return problems.length > 0 ? problems : tooLong(body, values);
}

function tooLong(body: string, values: Readonly<Record<string, string>>): ValueProblem[] {
  const length = Array.from(filled(body, values)).length;
  if (length <= LONGEST_TOGETHER) return [];
  const [longest = '1'] = Object.entries(values)
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([name]) => name);
  return [
    {
      variable: Number(longest),
      sentence: `Text and values together have ${length} characters, and WhatsApp takes ${LONGEST_TOGETHER}. Shorten the value for {{${longest}}}.`,
    },
  ];
}

/** A value as a template takes it: in one line, and no longer than `most` characters. */
export function asValue(text: string, most: number): string {
  const line = text.toWellFormed().replace(/\s+/gu, ' ').trim();
  const characters = Array.from(line);
  return characters.length <= most
    ? line
    : `${characters
        .slice(0, most - 3)
        .join('')
        .trimEnd()}...`;
}

/** How long the last of the values may be. */
export function roomFor(body: string, others: Readonly<Record<string, string>>, last: number) {
  return LONGEST_TOGETHER - Array.from(filled(body, { ...others, [last]: '' })).length;
}
