import { z } from 'zod';
import type { AppError } from '#errors.ts';
import { invalid } from '#errors.ts';

type Issue = z.core.$ZodRawIssue;

/** What is wrong with one field, as a sentence without its subject. */
export type Problem = { field: string; message: string };

/** A text between 1 and `most` characters, without what no database can store and spaces around it. What cannot be seen is no text. */
export const text = (most: number) => textAs(storable, most);

/** The same, in one line. */
export const line = (most: number) =>
  textAs((value) => storable(value).replace(/[\p{Cc}\p{Z}]+/gu, ' '), most);

const textAs = (asStored: (value: string) => string, most: number) =>
  z
    .string()
    .overwrite((value) => (isVisible(value) ? asStored(value).trim() : ''))
    .min(1)
    .max(most);

const storable = (value: string) => value.replaceAll('\u0000', '').toWellFormed();

const isVisible = (value: string) =>
  /[^\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(value);

/** What the schema makes of `value`; throws a refusal that names every wrong field. `subject` names the whole. */
export function readOrRefuse<S extends z.ZodType>(
  schema: S,
  value: unknown,
  subject: string,
): z.output<S> {
  const result = schema.safeParse(value, { error: (issue) => predicateOf(issue) });
  if (result.success) return result.data;
  const { issues } = result.error;
  const codes = new Set(issues.map(codeOf));
  const [code = GENERAL] = codes.size === 1 ? codes : [];
  throw refusalOf(
    code,
    issues.flatMap((issue) => problemsOf(issue, subject)),
  );
}

const GENERAL = 'invalid_request';

/** A schema may name a code of its own: `refine(…, { params: { code } })`. */
const codeOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'custom' ? String(issue.params?.code ?? GENERAL) : GENERAL;

/** A refusal of one field. */
export const refuseField = (code: string, field: string, predicate: string): AppError =>
  invalid(code, `${field} ${predicate}.`, [{ field, message: `${field} ${predicate}.` }]);

/** Of two things that are wrong with one field, the later is the more exact. */
function refusalOf(code: string, problems: readonly Problem[]): AppError {
  const details = [...new Map(problems.map((problem) => [problem.field, problem])).values()];
  return invalid(code, details[0]?.message ?? 'The request is not valid.', details);
}

function problemsOf(issue: z.core.$ZodIssue, subject: string): Problem[] {
  const fields =
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => [...issue.path, key])
      : [issue.path];
  return fields.map((path) => {
    const field = path.map(String).join('.');
    return { field, message: `${field || subject} ${issue.message}.` };
  });
}

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function predicateOf(issue: Issue): string {
  const { code } = issue;
  if (code === 'invalid_type') {
    if (issue.input === undefined) return 'is required';
    return `must be ${kinds[issue.expected] ?? issue.expected}`;
  }
  if (code === 'too_big') return tooBig(issue.origin, Number(issue.maximum));
  if (code === 'too_small') return tooSmall(issue.origin, Number(issue.minimum));
  if (code === 'invalid_value') return `must be ${issue.values.map(String).join(' or ')}`;
  return code === 'unrecognized_keys' ? 'is not known here' : 'is not valid';
}

function tooBig(origin: string, maximum: number): string {
  if (origin === 'string') return `may have at most ${maximum} characters`;
  return origin === 'array' ? `may have at most ${maximum} items` : `may be at most ${maximum}`;
}

function tooSmall(origin: string, minimum: number): string {
  if (origin === 'string' || origin === 'array') return 'must not be empty';
  return `must be at least ${minimum}`;
}
