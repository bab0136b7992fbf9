import { createHash } from 'node:crypto';
import type { TemplateButton, TemplateCategory } from '#ports.ts';

/** A place in a template: what is put in there, and an example of it for WhatsApp. */
export type Variable = { about: string; sample: string };

/** What a template says in one language. */
export type Content = {
  body: string;
  /** Of `{{1}}`, `{{2}}` and so on. */
  variables: readonly Variable[];
  header: string | null;
  footer: string | null;
  mediaUrl: string | null;
  buttons: readonly TemplateButton[];
  /** For channels that show text only; null: made from the rest. */
  plainText: string | null;
};

export type Draft = {
  name: string;
  category: TemplateCategory;
  language: string;
  content: Content;
};

/** What WhatsApp has said of a template; others than these are kept as they come. */
export const STATUSES = [
  'unsubmitted',
  'received',
  'pending',
  'approved',
  'rejected',
  'paused',
  'disabled',
] as const;
export type Status = (typeof STATUSES)[number];

/** A template that says something and nothing else. */
export const plainContent = (body: string, variables: readonly Variable[]): Content => ({
  body,
  variables,
  header: null,
  footer: null,
  mediaUrl: null,
  buttons: [],
  plainText: null,
});

/** The same for the same template, whatever the order in which it was written down. */
export function hashOf({ category, content }: Pick<Draft, 'category' | 'content'>): string {
  const { body, variables, header, footer, mediaUrl, buttons, plainText } = content;
  const whole = [
    ...[category, body, header, footer, mediaUrl, plainText],
    variables.map(({ about, sample }) => [about, sample]),
    buttons.map((button) => Object.entries(button).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  ];
  return createHash('sha256').update(JSON.stringify(whole)).digest('hex');
}
