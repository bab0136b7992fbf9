import { z } from 'zod';
import { ofBusiness } from '#features/businesses/schemas.ts';
import { isLanguage } from '#features/conversations/languages.ts';
import { NO_PHONE } from '#features/businesses/phone.ts';
import { line, text } from '#platform/http/reading.ts';
import { looksLikePhone } from '#platform/phones.ts';
import { CHANNELS, PURPOSES } from './events.ts';

const LONGEST_WORDING = 1_000;
const LONGEST_SOURCE = 300;

export const channel = z.enum(CHANNELS);
export const purpose = z.enum(PURPOSES);
export const wording = text(LONGEST_WORDING).describe('Exactly what the person was shown.');
export const wordingVersion = line(50).optional();
export const source = line(LONGEST_SOURCE).describe(
  'Where it was given, such as the address of a form.',
);
export const language = z
  .string()
  .refine(isLanguage, 'is not a language of the product, such as en or hi-Latn')
  .optional();

export const ofCustomer = ofBusiness.extend({ customerId: z.guid() });

export const given = z
  .strictObject({
    customerId: z.guid().optional(),
    phone: line(200)
      .refine(looksLikePhone, NO_PHONE)
      .optional()
      .describe('In place of customerId.'),
    channel,
    purpose,
    status: z.enum(['granted', 'denied', 'withdrawn']),
    method: z.enum(['api', 'dashboard']).default('api'),
    source,
    wording: wording.optional(),
    wordingVersion,
    language,
    actor: line(200).default('api').describe('Who says so.'),
    ip: z.union([z.ipv4(), z.ipv6()]).optional().describe('From which it was given.'),
    expiresAt: z.coerce.date().optional(),
  })
  .refine(({ customerId, phone }) => (customerId === undefined) !== (phone === undefined), {
    path: ['customerId'],
    error: 'or phone is required, one of them',
  })
  .refine(({ status, wording: shown }) => status !== 'granted' || shown !== undefined, {
    path: ['wording'],
    error: 'is required: without what the person was shown a consent proves nothing',
  })
  .meta({ id: 'ConsentGiven' });

export const state = z
  .object({
    channel,
    purpose,
    status: z.enum(['granted', 'denied', 'withdrawn', 'expired', 'none']),
    since: z.date().nullable(),
    method: z.string().nullable(),
  })
  .meta({ id: 'ConsentState' });

export const event = z
  .object({
    channel,
    purpose,
    status: z.enum(['granted', 'denied', 'withdrawn']),
    method: z.string(),
    source: z.string(),
    wording: z.string().nullable(),
    wordingVersion: z.string().nullable(),
    language: z.string().nullable(),
    actor: z.string(),
    at: z.date(),
    expiresAt: z.date().nullable(),
    messageSid: z.string().nullable(),
    fileHash: z.string().nullable(),
    ip: z.string().nullable(),
  })
  .meta({ id: 'ConsentEvent' });

export const form = z
  .object({
    words: z
      .array(line(40))
      .max(20)
      .default([])
      .describe('Whole messages that opt in, besides JOIN and its like.'),
    wording: wording
      .optional()
      .describe('What people are shown where they are asked to send such a word.'),
    isDouble: z
      .boolean()
      .default(false)
      .describe('Opting in counts only when it has been confirmed.'),
  })
  .meta({ id: 'OptIn' });
