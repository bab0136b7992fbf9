import { z } from 'zod';
import { event } from '#features/consent/schemas.ts';
import { ofBusiness } from '#features/businesses/schemas.ts';

export const ofCustomer = ofBusiness.extend({ customerId: z.uuid() });
export const ofErasure = ofBusiness.extend({ erasureId: z.uuid() });

const TEN_YEARS = 3650;
const days = (of: string) => z.int().min(1).max(TEN_YEARS).describe(of);

export const retention = z
  .strictObject({
    contentDays: days('What was said, pictures, voice notes; also at the carrier. 30 unless set.'),
    metadataDays: days(
      'That something was said, when and what became of it; and people who are silent. 365 unless set.',
    ),
    consentDays: days(
      'Who agreed to what, and receipts of erasures. 2557 (seven years) unless set.',
    ),
  })
  .meta({ id: 'Retention' });

const channel = z.enum(['whatsapp', 'sms']);

export const customer = z
  .object({
    customerId: z.string(),
    name: z.string().nullable().describe('Masked.'),
    phone: z.string().describe('Masked.'),
    channel,
    language: z.string().nullable(),
    optedOut: z.array(channel),
    lastMessageAt: z.date().nullable(),
    createdAt: z.date(),
  })
  .meta({ id: 'Customer' });

export const exported = z
  .object({
    customerId: z.string(),
    name: z.string().nullable(),
    addresses: z.array(z.string()),
    channel,
    language: z.string().nullable(),
    lastMessageAt: z.date().nullable(),
    createdAt: z.date(),
    optOuts: z.array(
      z.object({
        channel,
        scope: z.enum(['offers', 'everything']),
        since: z.date(),
        source: z.string(),
      }),
    ),
    consents: z.array(event),
    questions: z.array(
      z.object({
        number: z.number(),
        kind: z.string(),
        text: z.string(),
        state: z.string(),
        askedAt: z.date(),
      }),
    ),
    messages: z.array(
      z.object({
        id: z.string(),
        direction: z.enum(['in', 'out']),
        channel,
        body: z.string(),
        kind: z.string(),
        details: z.record(z.string(), z.unknown()).nullable(),
        state: z.string(),
        outcome: z.string().nullable(),
        status: z.string().nullable(),
        error: z.string().nullable(),
        at: z.date(),
      }),
    ),
  })
  .meta({ id: 'CustomerExport' });

export const erasure = z
  .object({
    erasureId: z.string(),
    customerId: z.string(),
    state: z.enum(['running', 'done', 'failed']),
    requestedAt: z.date(),
    finishedAt: z.date().nullable(),
    receipts: z.array(
      z.object({
        system: z.string().describe('database, files, carrier, answers, vectors or models.'),
        state: z.enum(['waiting', 'done', 'failed']),
        removed: z.number(),
        detail: z.string().nullable(),
        doneAt: z.date().nullable(),
      }),
    ),
  })
  .meta({ id: 'Erasure' });
