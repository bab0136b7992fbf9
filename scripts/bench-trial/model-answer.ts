import { topics } from './topics.ts';

/** The part of a JSON schema that structured output needs here. */
export type Schema = {
  type?: string | string[];
  properties?: Record<string, Schema>;
  enum?: unknown[];
  anyOf?: Schema[];
};

type Found = { label: string; text: string } | null;

/** Fills the schema as a model would that found the one fitting passage and cites it, or that found none. */
export const fill = (schema: Schema, input: unknown): unknown =>
  valueOf(schema, '', passageFor(input));

/** Passages are lines of JSON with a `label` and a `text`; the question is in the last message. */
function passageFor(input: unknown): Found {
  const texts = textsIn(input);
  const question = texts.at(-1) ?? '';
  const topic = topics.find((each) => question.includes(each.question));
  if (!topic) return null;
  const lines = texts
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.startsWith('{"label"'));
  for (const line of lines) {
    const passage = JSON.parse(line) as { label: string; text: string };
    if (passage.text.includes(topic.mark)) return passage;
  }
  return null;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (value === null || typeof value !== 'object') return [];
  const { content, text } = value as { content?: unknown; text?: unknown };
  return textsIn(content ?? text);
}

function valueOf(schema: Schema, name: string, found: Found): unknown {
  const { enum: choices, anyOf, type } = schema;
  if (choices) return choices[0];
  if (anyOf?.[0]) return valueOf(anyOf[0], name, found);
  return makers[[type].flat()[0] ?? 'string']?.(schema, name, found) ?? null;
}

const makers: Record<string, (schema: Schema, name: string, found: Found) => unknown> = {
  object: ({ properties = {} }, _, found) =>
    Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name, valueOf(schema, name, found)]),
    ),
  array: (_schema, _name, found) => (found ? [found.label] : []),
  boolean: (_schema, _name, found) => found !== null,
  number: (_schema, _name, found) => (found ? 1 : 0),
  integer: (_schema, _name, found) => (found ? 1 : 0),
  string: (_schema, name, found) => (/lang/i.test(name) ? 'en' : (found?.text ?? '')),
};
