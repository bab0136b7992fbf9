import { z } from 'zod';
import type { App } from '#app.ts';
import { AppError, notFound } from '#errors.ts';
import { withBusiness } from '#features/businesses/queries.ts';
import { ofBusiness } from '#features/businesses/schemas.ts';
import { REASONS, sentenceOf } from '#features/outbound/refusals.ts';
import type { Endpoint } from '#platform/http/api.ts';
import { created, endpoint, ok } from '#platform/http/api.ts';
import { text } from '#platform/http/reading.ts';
import { notify } from './notify.ts';
import type { Notice } from './queries.ts';
import { cancelNotice, findNotice } from './queries.ts';

type Uses = Pick<App, 'db' | 'clock' | 'vault' | 'suppressor' | 'wakeups' | 'config' | 'senders'>;

const tag = 'Messages';
const LONGEST_TEXT = 1600;
const LONGEST_KEY = 200;

const moment = z.iso.datetime({ offset: true }).transform((time) => new Date(time));
const reason = z.enum(REASONS);

const variables = z.record(z.string().regex(/^\w{1,32}$/), z.string().max(1000)).default({});
const byName = z.strictObject({ name: z.string().regex(/^[a-z0-9_]{1,100}$/), variables });
const byContent = z.strictObject({ contentSid: z.string().regex(/^HX[0-9a-f]{32}$/i), variables });

const wish = z
  .strictObject({
    to: z.string().min(5).max(40).describe('The phone of the customer.'),
    name: text(200).optional(),
    purpose: z
      .enum(['transactional', 'marketing'])
      .describe('About something of theirs (an order, a booking), or to sell.'),
    text: text(LONGEST_TEXT)
      .optional()
      .describe('May be left out with a named template, which then says it.'),
    template: z
      .union([byName, byContent])
      .optional()
      .describe(
        "By name: one of the business's own, sent where WhatsApp takes no free text. By its Content SID: always sent in place of the text.",
      ),
    channel: z
      .enum(['whatsapp', 'sms'])
      .optional()
      .describe('Left out: where the customer wrote last, else WhatsApp.'),
    sendAt: moment.optional().describe('Not before then; left out: now.'),
    validUntil: moment
      .optional()
      .describe('Not after then; left out: 12 hours, for marketing 24 hours after it is due.'),
    key: text(LONGEST_KEY)
      .optional()
      .describe('The same key is the same message: it is sent once, however often this is called.'),
  })
  .meta({ id: 'NoticeWish' });

const notice = z
  .object({
    messageId: z.string(),
    customerId: z.string(),
    purpose: z.enum(['transactional', 'marketing']),
    channel: z.enum(['whatsapp', 'sms']),
    text: z.string(),
    state: z
      .string()
      .describe('queued, sending, unknown, handed-over, failed, cancelled or expired.'),
    carrierStatus: z.string().nullable(),
    reason: reason.nullable().describe('Why it waits, or was not sent.'),
    sentence: z.string().nullable().describe('The same in a sentence.'),
    errorCode: z.number().int().nullable(),
    dueAt: z.date(),
    validUntil: z.date(),
    handedOverAt: z.date().nullable(),
    createdAt: z.date(),
  })
  .meta({ id: 'Notice' });

const all = { path: '/api/businesses/:businessId/messages', tag, params: ofBusiness } as const;
const one = {
  path: '/api/businesses/:businessId/messages/:messageId',
  tag,
  params: ofBusiness.extend({ messageId: z.string().regex(/^\d{1,18}$/) }),
} as const;

export function notificationEndpoints(app: Uses): Endpoint[] {
  return [sending(app), reading(app), cancelling(app)];
}

const sending = (app: Uses) =>
  endpoint({
    ...all,
    method: 'post',
    summary:
      'Sends a message that nobody has asked for: now, or as soon as it may; refused, with the reason, where it may not be sent at all.',
    body: wish,
    response: z.object({ message: notice }),
    statuses: [200, 201],
    conflict: 'The customer does not want it, or it cannot reach them; the code says why.',
  })(async ({ params, body }) => {
    const business = await withBusiness(app, params.businessId, async (_tx, known) => known);
    const accepted = await notify(app, business, body);
    const answer = { message: shown(accepted.notice) };
    return accepted.isNew ? created(answer) : ok(answer);
  });

const reading = (app: Uses) =>
  endpoint({
    ...one,
    method: 'get',
    summary: 'A message that was sent so, as it stands.',
    response: z.object({ message: notice }),
  })(async ({ params }) => ok({ message: shown(await found(app, params)) }));

const cancelling = (app: Uses) =>
  endpoint({
    ...one,
    method: 'delete',
    summary: 'Cancels a message that has not left yet.',
    response: z.object({ message: notice }),
    conflict: 'It has left already.',
  })(async ({ params }) => {
    const isCancelled = await withBusiness(app, params.businessId, (tx) =>
      cancelNotice(tx, params.messageId, 'It was cancelled before it was sent.'),
    );
    const message = await found(app, params);
    if (!isCancelled && message.state !== 'cancelled')
      throw new AppError('conflict', 'has_left', 'The message has left already.');
    return ok({ message: shown(message) });
  });

type Params = { businessId: string; messageId: string };

async function found(app: Uses, { businessId, messageId }: Params): Promise<Notice> {
  const message = await withBusiness(app, businessId, (tx) => findNotice(tx, messageId));
  if (!message) throw notFound('message');
  return message;
}

function shown({ purpose, reason: given, error, ...message }: Notice) {
  const known = REASONS.find((one) => one === given) ?? null;
  return {
    ...message,
    purpose: purpose as Exclude<typeof purpose, 'reply'>,
    reason: known,
    sentence: error ?? (known && sentenceOf(known)),
  };
}
