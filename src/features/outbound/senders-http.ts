import { sql } from 'kysely';
import { z } from 'zod';
import type { App } from '#app.ts';
import { notFound } from '#errors.ts';
import { withBusiness } from '#features/businesses/queries.ts';
import { ofBusiness } from '#features/businesses/schemas.ts';
import type { Endpoint } from '#platform/http/api.ts';
import { endpoint, ok } from '#platform/http/api.ts';
import type { ChannelKind } from '#ports.ts';
import { SENDER_TYPES } from './sender-rate.ts';
import type { GivenSender } from './senders.system.ts';
import { changeSender } from './senders.system.ts';

type Uses = Pick<App, 'db' | 'senders' | 'wakeups'>;

const tag = 'Senders';
const channel = z.enum(['whatsapp', 'sms']);
const type = z
  .enum(SENDER_TYPES)
  .nullable()
  .describe('What kind of number it is; null: as it shows by itself.');
const rate = z
  .number()
  .min(0.01)
  .max(1000)
  .nullable()
  .describe('Messages a second, on SMS segments; null: what is usual for its type.');
const state = z
  .enum(['ready', 'offline', 'not-registered'])
  .describe(
    'ready: it sends. offline: everything waits until it can. not-registered: the carriers of the country refuse it until it is registered (10DLC, toll-free), so everything waits.',
  );

const sender = z
  .object({
    channel,
    number: z.string(),
    type,
    state,
    unitsPerSecond: z.number().describe('How fast it sends.'),
  })
  .meta({ id: 'Sender' });

const all = { path: '/api/businesses/:businessId/senders', tag, params: ofBusiness } as const;

export function senderEndpoints(app: Uses): Endpoint[] {
  return [listing(app), changing(app)];
}

const listing = (app: Uses) =>
  endpoint({
    ...all,
    method: 'get',
    summary: 'The numbers by which a business sends, how fast each is, and whether it can.',
    response: z.object({ senders: z.array(sender) }),
  })(async ({ params }) => ok({ senders: await sendersOf(app, params.businessId) }));

const changing = (app: Uses) =>
  endpoint({
    ...all,
    path: '/api/businesses/:businessId/senders/:channel',
    params: ofBusiness.extend({ channel }),
    method: 'patch',
    summary:
      'Says what kind of number it is, how fast it may send, and whether it can; for all businesses that share it.',
    body: z.strictObject({
      type: type.optional(),
      ratePerSecond: rate.optional(),
      state: state.optional(),
    }),
    response: z.object({ sender }),
  })(async ({ params, body }) => {
    const known = await sendersOf(app, params.businessId);
    const number = known.find((one) => one.channel === params.channel)?.number;
    if (number === undefined) throw notFound('sender');
    const given: GivenSender = { channel: params.channel, address: number, ...body };
    await changeSender(app, given);
    await app.senders.refresh({ atOnce: true });
    app.wakeups.wake('paced_due');
    const [changed] = (await sendersOf(app, params.businessId)).filter(
      (one) => one.channel === params.channel,
    );
    if (!changed) throw notFound('sender');
    return ok({ sender: changed });
  });

type Row = { channel: ChannelKind; number: string; type: z.infer<typeof type> };

async function sendersOf(app: Uses, businessId: string) {
  await app.senders.refresh();
  const rows = await withBusiness(app, businessId, async (tx) => {
    const found = await sql<Row>`select channel, address as number, sender_type as type
      from business_numbers where business_id = current_setting('app.business_id')
      order by channel desc`.execute(tx);
    return found.rows;
  });
  return rows.map((row) => {
    const { rate: unitsPerSecond, state: now } = app.senders.of(row.channel, row.number);
    return { ...row, state: now, unitsPerSecond };
  });
}
