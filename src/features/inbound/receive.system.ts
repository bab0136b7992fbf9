import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { AllBusinesses } from '#db/tables.ts';
import { inBatches } from '#platform/batch.ts';
import type { ChannelKind } from '#ports.ts';
import type { Keyword } from './keywords.ts';
import { isCommand } from './keywords.ts';
import type { Place } from './people.system.ts';
import { conversationsOf, keyOf } from './people.system.ts';

/** A message whose business is known, ready to be stored. Indexes are keyed hashes, sealed texts encrypted. */
export type Received = {
  businessId: string;
  personIndex: string;
  otherIndex: string | null;
  nameSealed: string | null;
  theirSealed: string;
  channel: ChannelKind;
  ourAddress: string;
  accountSid: string;
  messageSid: string;
  body: string;
  kind: string;
  details: Record<string, unknown> | null;
  keyword: Keyword | null;
  receivedAt: Date;
  /** When somebody should look at the conversation. */
  dueAt: Date;
};

type Uses = Pick<App, 'db' | 'clock'>;
const MOST_KEPT = 50_000;
const BUSY_LINGER_MS = 3;
const NO_SUCH_ROW = '23503';

/** Stores messages in batches, each batch one transaction; resolves once stored, to false for one that was stored before. */
export function receiver({ db, clock }: Uses) {
  const kept = new Map<string, Place>();

  const store = async (messages: Received[]): Promise<boolean[]> => {
    const strangers = messages.filter((message) => !kept.has(keyOf(message)));
    if (strangers.length > 0) {
      remember(await conversationsOf(db.runAsSystem, strangers, clock.now()));
    }
    const hasKeyword = messages.some(({ keyword }) => keyword);
    const stored = hasKeyword
      ? await storeWithKeywords(messages)
      : await db.runAsSystem(insertStatement(messages, kept));
    const isNew = new Set(stored.map((row) => row.message_sid));
    return messages.map(({ messageSid }) => isNew.delete(messageSid));
  };

  const storeWithKeywords = (messages: Received[]) =>
    db.asSystem(async (tx) => {
      const { rows } = await insertStatement(messages, kept).execute(tx);
      await applyKeywords(tx, messages, kept, new Set(rows.map((row) => row.message_sid)));
      return rows;
    });

  const remember = (places: ReadonlyMap<string, Place>) => {
    if (kept.size > MOST_KEPT) kept.clear();
    for (const [key, place] of places) kept.set(key, place);
  };

  const storeAnew = async (messages: Received[]) => {
    try {
      return await store(messages);
    } catch (error) {
      if ((error as { code?: string }).code !== NO_SUCH_ROW) throw error;
      kept.clear();
      return store(messages);
    }
  };
  return inBatches(storeAnew, { busyLingerMs: BUSY_LINGER_MS });
}

const insertStatement = (messages: readonly Received[], places: Map<string, Place>) => {
  const ids = messages.map((message) => places.get(keyOf(message))?.conversationId ?? null);
  const input = JSON.stringify(
    messages.map((message, i) => ({ ...message, conversationId: ids[i] })),
  );
  return sql<{ message_sid: string }>`
    with input as materialized (select * from jsonb_to_recordset(${input}::jsonb) as x(
      "businessId" text, "conversationId" uuid, channel text, "ourAddress" text, "theirSealed" text,
      body text, kind text, details jsonb, "accountSid" text, "messageSid" text, "receivedAt" timestamptz,
      "dueAt" timestamptz)),
    held as materialized (select id from conversations
      where id = any(${ids}::uuid[]) order by id for no key update),
    stored as (
      insert into messages (business_id, conversation_id, direction, channel, our_address,
        their_sealed, body, kind, details, account_sid, message_sid, state, created_at)
      select "businessId", "conversationId", 'in', channel, "ourAddress", "theirSealed", body, kind,
        details, "accountSid", "messageSid", 'received', "receivedAt"
      from input where (select count(*) from held) >= 0
      on conflict (account_sid, message_sid) do nothing
      returning id, account_sid, message_sid),
    latest as (
      select distinct on ("conversationId") i.*,
        count(*) over (partition by "conversationId") as arrived
      from stored s
      join input i on i."messageSid" = s.message_sid and i."accountSid" = s.account_sid
      order by "conversationId", s.id desc),
    due as (
      update conversations c set inbound_count = c.inbound_count + l.arrived,
        attention_due_at = l."dueAt", last_inbound_at = greatest(c.last_inbound_at, l."receivedAt"), channel = l.channel,
        our_address = l."ourAddress", their_sealed = l."theirSealed"
      from latest l where c.id = l."conversationId" and c.id = any(${ids}::uuid[]))
    select message_sid from stored`;
};

/** Opting out and in, and cancelling what was still to go out, in the transaction that stores the word. */
async function applyKeywords(
  tx: AllBusinesses,
  messages: readonly Received[],
  places: Map<string, Place>,
  stored: ReadonlySet<string>,
): Promise<void> {
  for (const message of messages) {
    const place = places.get(keyOf(message));
    if (!place || !stored.has(message.messageSid)) continue;
    const at = {
      businessId: message.businessId,
      contactId: place.contactId,
      channel: message.channel,
    };
    if (message.keyword === 'start') await optIn(tx, at);
    if (message.keyword === 'stop' && !(await isOwnersCommand(tx, message, at))) {
      await optOut(tx, { ...at, source: message.messageSid, now: message.dueAt });
      await cancelQueued(tx, place.conversationId, message.channel);
    }
  }
}

/** An owner's `!stop` is a command that she mistook, no wish to hear nothing more; a customer's is that wish. */
async function isOwnersCommand(
  tx: AllBusinesses,
  { body, details }: Received,
  { businessId, contactId }: Where,
): Promise<boolean> {
  if (!isCommand(body) || details?.optOutType) return false;
  const { rows } = await sql`select from contact_aliases a
    join owners o on o.business_id = a.business_id and o.person_index = a.person_index
    where a.business_id = ${businessId} and a.contact_id = ${contactId} limit 1`.execute(tx);
  return rows.length > 0;
}

type Where = { businessId: string; contactId: string; channel: ChannelKind };

const optOut = (
  tx: AllBusinesses,
  { businessId, contactId, channel, source, now }: Where & { source: string; now: Date },
) =>
  tx
    .insertInto('opt_outs')
    .values({ business_id: businessId, contact_id: contactId, channel, opted_out_at: now, source })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

const optIn = (tx: AllBusinesses, { businessId, contactId, channel }: Where) =>
  tx
    .deleteFrom('opt_outs')
    .where('business_id', '=', businessId)
    .where('contact_id', '=', contactId)
    .where('channel', '=', channel)
    .execute();

const cancelQueued = (tx: AllBusinesses, conversationId: string, channel: ChannelKind) =>
  tx
    .updateTable('messages')
    .set({ state: 'cancelled', error_sentence: 'The customer opted out before it was sent.' })
    .where('conversation_id', '=', conversationId)
    .where('channel', '=', channel)
    .where('state', '=', 'queued')
    .execute();
