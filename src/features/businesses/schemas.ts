import { z } from 'zod';
import { country, spending, spendingChange } from '#features/billing/schemas.ts';
import { givenDays } from '#features/hours/given-days.ts';
import { hours, specialDays } from '#features/hours/schema.ts';
import { line, text } from '#platform/http/reading.ts';
import { looksLikePhone, parseAddress } from '#platform/phones.ts';
import { NO_PHONE } from './phone.ts';
import { timeZoneNamed } from './time-zones.ts';

const LONGEST_NAME = 200;
const LONGEST_PHONE = 200;
const LONGEST_TEXT = 1_000;
const MOST_OWNERS = 20;

/** The parameter of every path of one business. */
export const ofBusiness = z.object({
  businessId: z
    .string()
    .regex(/^[a-z0-9_]{1,100}$/)
    .describe('As registration returned it.'),
});

/** Which country's number it is, is known only when the rest has been read. */
const number = line(LONGEST_PHONE).refine(looksLikePhone, NO_PHONE);
const person = line(LONGEST_PHONE).refine(
  (given) => looksLikePhone(given) || parseAddress(given) !== null,
  NO_PHONE,
);
const isShared =
  'Several businesses may have the WhatsApp number; customers choose among them from a menu.';

const timeZone = text(100)
  .refine((name) => timeZoneNamed(name) !== null, 'is not a time zone, such as America/New_York')
  .overwrite((name) => timeZoneNamed(name) ?? name)
  .describe('IANA name.');

const language = text(35)
  .refine((tag) => languageTag(tag) !== null, 'is not a language tag, such as en or pt-BR')
  .overwrite((tag) => languageTag(tag) ?? tag);

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

function languageTag(tag: string): string | null {
  try {
    const { language, baseName } = new Intl.Locale(tag);
    return languages.of(language) === undefined ? null : baseName;
  } catch {
    return null;
  }
}

const answerMinutes = 'How long owners have for a question of a customer before they are reminded.';
const savesAnswers =
  'Whether what owners answer to customers is saved without asking them (!learn on).';
const openingHours = text(LONGEST_TEXT)
  .describe('In words, in any language of the product; what was understood is shown.')
  .meta({ example: 'Mon-Fri 9-18, Sat 10-14, closed 25 Dec' });

export const registration = z
  .object({
    businessName: line(LONGEST_NAME),
    whatsappNumber: number.meta({ example: 'whatsapp:+14155238886' }),
    ownerPhone: person.meta({ example: '+14155550111' }),
    smsNumber: number.optional(),
    timeZone: timeZone.optional(),
    openingHours: openingHours.optional(),
    shared: z
      .boolean()
      .optional()
      .describe(`${isShared} Without it a number of another business is refused.`),
  })
  .meta({ id: 'Registration' });

export const change = z
  .strictObject({
    name: line(LONGEST_NAME).optional(),
    status: z.enum(['active', 'suspended']).optional(),
    timeZone: timeZone.optional(),
    defaultCountry: country.optional().describe('Of numbers written without a country code.'),
    defaultLanguage: language.optional(),
    openingHours: openingHours
      .nullable()
      .optional()
      .describe('Days set one by one, and dates that only the former text names, are kept.'),
    specialDays: givenDays
      .optional()
      .describe('Days that differ from the week; they take the place of all that were set.'),
    greeting: text(LONGEST_TEXT).nullable().optional(),
    contactPhone: number.nullable().optional().describe('Told to customers.'),
    ownerAnswerMinutes: z
      .int()
      .min(1)
      .max(10_080)
      .optional()
      .describe(`${answerMinutes} Counted in opening hours.`),
    savesAnswers: z.boolean().optional().describe(savesAnswers),
    spending: spendingChange.optional(),
    owners: z
      .array(person)
      .min(1)
      .max(MOST_OWNERS)
      .optional()
      .describe('Phones or WhatsApp usernames; they take the place of all owners.'),
    whatsappNumber: number.optional(),
    shared: z.boolean().optional().describe(isShared),
    smsNumber: number.nullable().optional(),
  })
  .meta({ id: 'BusinessChange' });

export const business = z
  .object({
    businessId: z.string(),
    name: z.string(),
    status: z.enum(['active', 'suspended']),
    whatsappNumber: z.string().nullable(),
    shared: z.boolean().describe(isShared),
    smsNumber: z.string().nullable(),
    owners: z.array(z.string()).describe('Masked unless reveal=true.'),
    timeZone: z.string(),
    defaultCountry: z.string(),
    defaultLanguage: z.string(),
    openingHours: z.string().nullable().describe('As the owner wrote it.'),
    specialDays: specialDays.describe(
      'Days set one by one that are not over; they hold before openingHours.',
    ),
    hours: hours.describe('What was understood of it, and the days that the owner set.'),
    greeting: z.string().nullable(),
    contactPhone: z.string().nullable(),
    ownerAnswerMinutes: z.number().describe(answerMinutes),
    savesAnswers: z.boolean().describe(savesAnswers),
    spending,
    answersPaused: z.boolean().describe('By an owner, with !pause.'),
    createdAt: z.date(),
  })
  .meta({ id: 'Business' });

export const reveal = z
  .enum(['true', 'false'])
  .optional()
  .describe('true: the phones of owners are shown whole.');
