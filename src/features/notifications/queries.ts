import { sql } from 'kysely';
import type { OneBusiness } from '#db/tables.ts';
import type { Purpose } from '#features/outbound/message.ts';
import type { ChannelKind, Template } from '#ports.ts';
import type { Fallback } from './wording.ts';

/** A number of the business, and how the customer was last written from. */
export type Lines = { channel: ChannelKind; address: string }[];

export async function linesOfBusiness(tx: OneBusiness): Promise<Lines> {
  const { rows } = await sql<Lines[number]>`select channel, address from business_numbers
    where business_id = current_setting('app.business_id') order by channel desc`.execute(tx);
  return rows;
}

/** The channel on which a customer wrote last (null when they never have), and in which language. */
export async function habitsOf(
  tx: OneBusiness,
  conversationId: string,
): Promise<{ channel: ChannelKind | null; language: string | null }> {
  const { rows } = await sql<{ channel: ChannelKind | null; language: string | null }>`
    select case when c.last_inbound_at is not null then c.channel end as channel, p.language
    from conversations c join contacts p on p.id = c.contact_id where c.id = ${conversationId}`.execute(
    tx,
  );
  return rows[0] ?? { channel: null, language: null };
}

export type ToQueue = {
  conversationId: string;
  channel: ChannelKind;
  ourAddress: string;
  theirSealed: string;
  text: string;
  purpose: Purpose;
  template: Template | null;
  fallback: Fallback | null;
  clientKey: string | null;
  dueAt: Date;
  validUntil: Date;
  now: Date;
};

/** Queues a message that nobody asked for; null when its key was used before. */
export async function queueNotice(tx: OneBusiness, given: ToQueue): Promise<string | null> {
  const { template, fallback } = given;
  const details =
    template || fallback
      ? JSON.stringify({ template: template ?? undefined, fallback: fallback ?? undefined })
      : null;
  const { rows } = await sql<{ id: string }>`
    insert into messages (conversation_id, direction, channel, our_address, their_sealed, body, kind, purpose,
      details, client_key, state, due_at, valid_until, created_at)
    select id, 'out', ${given.channel}, ${given.ourAddress}, ${given.theirSealed}, ${given.text}, 'notice',
      ${given.purpose}, ${details}::jsonb, ${given.clientKey}, 'queued', ${given.dueAt}, ${given.validUntil},
      ${given.now}
    from conversations where id = ${given.conversationId}
    on conflict (business_id, client_key) where client_key is not null do nothing
    returning id::text`.execute(tx);
  return rows[0]?.id ?? null;
}

/** Puts off what is still queued. */
export async function putOff(
  tx: OneBusiness,
  id: string,
  { until, reason }: { until: Date; reason: string },
): Promise<void> {
  await sql`update messages set due_at = ${until}, reason = ${reason}
    where id = ${id}::bigint and state = 'queued'`.execute(tx);
}

/** A message that the business sent of its own accord, as it stands. */
export type Notice = {
  messageId: string;
  customerId: string;
  purpose: Purpose;
  channel: ChannelKind;
  text: string;
  state: string;
  carrierStatus: string | null;
  reason: string | null;
  errorCode: number | null;
  error: string | null;
  dueAt: Date;
  validUntil: Date;
  handedOverAt: Date | null;
  createdAt: Date;
};

const columns = sql`m.id::text as "messageId", c.contact_id as "customerId", m.purpose, m.channel,
  m.body as text, m.state, m.carrier_status as "carrierStatus", m.reason, m.error_code as "errorCode",
  m.error_sentence as error, m.due_at as "dueAt", m.valid_until as "validUntil",
  m.handed_over_at as "handedOverAt", m.created_at as "createdAt"`;

const notices = sql`from messages m join conversations c on c.id = m.conversation_id
  where m.direction = 'out' and m.purpose <> 'reply'`;

export async function findNotice(tx: OneBusiness, id: string): Promise<Notice | undefined> {
  const { rows } = await sql<Notice>`select ${columns} ${notices} and m.id = ${id}::bigint`.execute(
    tx,
  );
  return rows[0];
}

export async function noticeByKey(tx: OneBusiness, key: string): Promise<Notice | undefined> {
  const { rows } =
    await sql<Notice>`select ${columns} ${notices} and m.client_key = ${key}`.execute(tx);
  return rows[0];
}

/** Cancels what has not left yet; false when it has, or is leaving. */
export async function cancelNotice(
  tx: OneBusiness,
  id: string,
  sentence: string,
): Promise<boolean> {
  const { rows } = await sql`update messages set state = 'cancelled', error_sentence = ${sentence}
    where id = ${id}::bigint and state = 'queued' and purpose <> 'reply' returning id`.execute(tx);
  return rows.length > 0;
}
