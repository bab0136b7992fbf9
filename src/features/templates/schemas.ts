import { z } from 'zod';
import { ofBusiness } from '#features/businesses/schemas.ts';
import { line, text } from '#platform/http/reading.ts';
import type { Draft } from './content.ts';
import { STATUSES } from './content.ts';

const MOST_LANGUAGES = 20;
const MOST_BUTTONS = 20;

export const ofTemplate = ofBusiness.extend({
  templateId: z.string().max(200).describe('Its name.'),
});

const category = z.enum(['UTILITY', 'MARKETING', 'AUTHENTICATION']);

const button = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('reply'),
      id: line(200).describe('Comes back as ButtonPayload.'),
      title: line(100),
    }),
    z.strictObject({ kind: z.literal('url'), title: line(100), url: line(2_000) }),
    z.strictObject({ kind: z.literal('phone'), title: line(100), phone: line(50) }),
    z.strictObject({ kind: z.literal('copy-code'), title: line(100), code: line(50) }),
  ])
  .meta({ id: 'TemplateButton' });

const isTag = (tag: string) => tagOf(tag) !== null;

function tagOf(tag: string): string | null {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-')).baseName;
  } catch {
    return null;
  }
}

export const languageTag = text(35)
  .refine(isTag, 'is not a language tag, such as en or pt-BR')
  .overwrite((tag) => tagOf(tag) ?? tag);

const variable = z.strictObject({
  sample: z.string().max(1_024).describe('An example, which WhatsApp looks at.'),
  about: line(200).default('').describe('What is put in there.'),
});

const optionalText = (most: number) =>
  text(most)
    .nullish()
    .transform((given) => given ?? null);

const variant = z
  .strictObject({
    language: languageTag,
    body: text(4_000).meta({ example: 'Hello {{1}}, your order {{2}} is ready to pick up.' }),
    variables: z.array(variable).max(200).default([]).describe('Of {{1}}, {{2}} and so on.'),
    header: optionalText(200),
    footer: optionalText(200),
    mediaUrl: optionalText(2_000).describe('Of a picture that stands above the text; https.'),
    buttons: z.array(button).max(MOST_BUTTONS).default([]),
    plainText: optionalText(2_000).describe(
      'The same for SMS, with the same variables; made from the rest where it is left out.',
    ),
  })
  .meta({ id: 'TemplateText' });

export const given = z
  .strictObject({
    name: line(200).describe('Small letters, digits and _; the same name changes the template.'),
    category,
    languages: z.array(variant).min(1).max(MOST_LANGUAGES),
  })
  .meta({ id: 'TemplateGiven' });

export const draftsOf = ({ name, category: of, languages }: z.output<typeof given>): Draft[] =>
  languages.map(({ language, ...content }) => ({ name, category: of, language, content }));

const shownVariant = z
  .object({
    language: z.string(),
    version: z.number().int().describe('0: built in, and not taken over yet.'),
    status: z
      .string()
      .describe(`WhatsApp's word: ${STATUSES.join(', ')}, or one that is not known here.`),
    isBeingSubmitted: z.boolean(),
    contentSid: z.string().nullable(),
    givenCategory: z
      .string()
      .nullable()
      .describe('What WhatsApp made of the category; it bills for that one.'),
    rejectionReason: z.string().nullable(),
    submittedAt: z.date().nullable(),
    lastAskedAt: z.date().nullable().describe('When WhatsApp was asked last.'),
    body: z.string(),
    variables: z.array(z.object({ sample: z.string(), about: z.string() })).readonly(),
    header: z.string().nullable(),
    footer: z.string().nullable(),
    mediaUrl: z.string().nullable(),
    buttons: z.array(button).readonly(),
    plainText: z.string().describe('What goes out by SMS.'),
  })
  .meta({ id: 'TemplateVariant' });

export const template = z
  .object({
    name: z.string(),
    category,
    isBuiltIn: z.boolean().describe('It comes with the product; its text may be changed.'),
    languages: z.array(shownVariant),
  })
  .meta({ id: 'Template' });

export const problemShown = z
  .object({
    language: z.string(),
    rule: z.string(),
    field: z.string(),
    sentence: z.string().describe('In plain words.'),
  })
  .meta({ id: 'TemplateProblem' });
