import { z } from 'zod';
import { invalid } from '#errors.ts';
import { parseAddress } from '#platform/phones.ts';
import type { ChannelKind } from '#ports.ts';

const LONGEST_DELAY_MS = 60_000;
const FARTHEST_MS = 10 * 366 * 24 * 3_600_000;

const milliseconds = z.int().min(0).max(LONGEST_DELAY_MS);
const channel = z.enum(['whatsapp', 'sms']);
const code = z.int().positive();
const manner = {
  answerAfterMs: milliseconds.exactOptional(),
  statusDelayMs: milliseconds.exactOptional(),
  callbacks: z.enum(['normal', 'reversed', 'duplicated', 'none']).exactOptional(),
};

/** How one hand-over ends and what becomes of the message. */
const outcome = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rate-limited'),
    retryAfterMs: milliseconds.exactOptional(),
    ...manner,
  }),
  z.strictObject({
    kind: z.enum(['unreachable', 'unknown-not-delivered', 'unknown-but-delivered']),
    ...manner,
  }),
  z.strictObject({ kind: z.enum(['sent', 'delivered', 'read']), ...manner }),
  z.strictObject({ kind: z.enum(['rejected', 'undelivered', 'failed']), code, ...manner }),
]);

export type Outcome = z.infer<typeof outcome>;

/** A phone sends a text. Bare numbers are WhatsApp's unless `channel` says otherwise; `extra` are further webhook parameters, `media` the files that come with it. */
export const textFromPhone = z.strictObject({
  from: z.string(),
  to: z.string(),
  body: z.string().max(1600),
  channel: channel.default('whatsapp'),
  extra: z.record(z.string(), z.string()).exactOptional(),
  media: z
    .array(
      z.strictObject({
        base64: z.base64(),
        contentType: z.string().max(200).default('application/octet-stream'),
        name: z.string().max(200).nullable().default(null),
      }),
    )
    .max(10)
    .exactOptional(),
});

export const outcomesToCome = z.strictObject({
  outcomes: z.array(outcome).min(1).max(1000),
  phone: z.string().exactOptional(),
  channel: channel.default('whatsapp'),
});

/** What WhatsApp decides about a template. */
export const decision = z.strictObject({
  template: z.string().describe('Its Content SID, or the name under which it was submitted.'),
  status: z.string(),
  category: z.string().exactOptional(),
  rejectionReason: z.string().exactOptional(),
});

export const clockMove = z.strictObject({ advanceMs: z.int().min(0).max(FARTHEST_MS) });

export const phoneQuery = z.object({
  after: z.string().exactOptional(),
  channel: channel.exactOptional(),
});

export type Phone = {
  /** The phone's addresses as the carrier writes them; on both channels unless one was named. */
  addresses: Partial<Record<ChannelKind, string>>;
  person: string;
};

const NO_PHONE = 'is neither a phone number, such as +14155550122, nor a WhatsApp username.';

/** Reads a phone; `whatsapp:` before it or a username mean that channel alone. */
export function readPhone(text: string, on?: ChannelKind): Phone {
  const known = parseAddress(text);
  if (!known) throw invalid('invalid_phone', `"${text}" ${NO_PHONE}`);
  const { address, person } = known;
  const isWhatsAppOnly = /^whatsapp:/i.test(text.trim()) || !address.startsWith('+');
  if (isWhatsAppOnly && on === 'sms') {
    throw invalid('invalid_phone', `"${text}" is an address of WhatsApp, not of SMS.`);
  }
  const isOn = (kind: ChannelKind) => (on ?? (isWhatsAppOnly ? 'whatsapp' : kind)) === kind;
  return {
    person,
    addresses: {
      ...(isOn('whatsapp') && { whatsapp: `whatsapp:${address}` }),
      ...(isOn('sms') && { sms: address }),
    },
  };
}

/** The address of a phone on one channel. */
export const addressOn = (kind: ChannelKind, text: string): string =>
  readPhone(text, kind).addresses[kind] ?? '';
