import { isSupportedCountry } from 'libphonenumber-js/max';
import { z } from 'zod';
import { text } from '#platform/http/reading.ts';
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

const phone = text(LONGEST_PHONE);

const timeZone = text(100)
  .refine((name) => timeZoneNamed(name) !== null, 'is not a time zone, such as America/New_York')
  .overwrite((name) => timeZoneNamed(name) ?? name)
  .describe('IANA name.');

const country = z
  .string()
  .overwrite((code) => code.trim().toUpperCase())
  .refine(isSupportedCountry, 'is not a country code of two letters, such as US');

const language = text(35)
  .refine((tag) => languageTag(tag) !== null, 'is not a language tag, such as en or pt-BR')
  .overwrite((tag) => languageTag(tag) ?? tag);

function languageTag(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

export const registration = z
  .object({
    businessName: text(LONGEST_NAME),
    whatsappNumber: phone.meta({ example: 'whatsapp:+14155238886' }),
    ownerPhone: phone.meta({ example: '+14155550100' }),
    smsNumber: phone.optional(),
    timeZone: timeZone.optional(),
    shared: z
      .boolean()
      .optional()
      .describe('Several businesses may have the WhatsApp number; customers choose among them.'),
  })
  .meta({ id: 'Registration' });

export const change = z
  .strictObject({
    name: text(LONGEST_NAME).optional(),
    status: z.enum(['active', 'suspended']).optional(),
    timeZone: timeZone.optional(),
    defaultCountry: country.optional().describe('Of numbers written without a country code.'),
    defaultLanguage: language.optional(),
    openingHours: text(LONGEST_TEXT).nullable().optional(),
    greeting: text(LONGEST_TEXT).nullable().optional(),
    contactPhone: phone.nullable().optional().describe('Told to customers.'),
    owners: z
      .array(phone)
      .min(1)
      .max(MOST_OWNERS)
      .optional()
      .describe('Phones or WhatsApp usernames; they take the place of all owners.'),
    whatsappNumber: phone.optional(),
    shared: z.boolean().optional(),
    smsNumber: phone.nullable().optional(),
  })
  .meta({ id: 'BusinessChange' });

export const business = z
  .object({
    businessId: z.string(),
    name: z.string(),
    status: z.enum(['active', 'suspended']),
    whatsappNumber: z.string().nullable(),
    shared: z.boolean(),
    smsNumber: z.string().nullable(),
    owners: z.array(z.string()).describe('Masked unless reveal=true.'),
    timeZone: z.string(),
    defaultCountry: z.string(),
    defaultLanguage: z.string(),
    openingHours: z.string().nullable(),
    greeting: z.string().nullable(),
    contactPhone: z.string().nullable(),
    answersPaused: z.boolean().describe('By an owner, with !pause.'),
    createdAt: z.date(),
  })
  .meta({ id: 'Business' });

export const reveal = z
  .enum(['true', 'false'])
  .optional()
  .describe('true: the phones of owners are shown whole.');
