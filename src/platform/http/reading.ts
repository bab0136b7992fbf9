import { z } from 'zod';
import type { AppError } from '#errors.ts';
import { invalid } from '#errors.ts';

type Issue = z.core.$ZodRawIssue;

/** What is wrong with one field, as a sentence without its subject. */
export type Problem = { field: string; message: string };

/** A text between 1 and `most` characters, without what no database can store and spaces around it. */
export const text = (most: number) =>
  z
    .string()
    .overwrite((value) => value.replaceAll('\u0000', '').toWellFormed().trim())
    .min(1)
    .max(most);

/** What the schema makes of `value`; throws a refusal that names every wrong field. `subject` names the whole. */
export function readOrRefuse<S extends z.ZodType>(
  schema: S,
  value: unknown,
  subject: string,
): z.output<S> {
  const result = schema.safeParse(value, { error: (issue) => predicateOf(issue) });
  if (result.success) return result.data;
  throw refusalOf(result.error.issues.flatMap((issue) => problemsOf(issue, subject)));
}

/** A refusal of one field. */
export const refuseField = (code: string, field: string, predicate: string): AppError =>
  invalid(code, `${field} ${predicate}.`, [{ field, message: `${field} ${predicate}.` }]);

function refusalOf(problems: readonly Problem[]): AppError {
  return invalid('invalid_request', problems[0]?.message ?? 'The request is not valid.', problems);
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
