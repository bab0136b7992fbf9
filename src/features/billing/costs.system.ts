import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { AllBusinesses } from '#db/tables.ts';
import type { Counted, CostRow, ReplyCounts } from './fold.ts';
import { costRows, isCharged, isOnItsWay, monthOf } from './fold.ts';

type Uses = Pick<App, 'db' | 'clock' | 'vault'>;

const AT_ONCE = 250;
/** A message may be stored while one with a later number is there already: so long nothing is passed by. */
const LAG_MS = 5_000;
const LOOK_AGAIN_MS = 5_000;

/**
 * Takes down what messages cost that were handed over or came in since, in batches and in their order; what is still on its
 * way is looked at again. One process does so at a time. It stops after `most`, so that a rush of messages is not slowed by
 * being counted. Gives how many were.
 */
export async function countCosts(app: Uses, most = Infinity): Promise<number> {
  for (let counted = 0; ;) {
    const batch = await app.db.asSystem((tx) => countBatch(app, tx));
    counted += batch.counted;
    if (!batch.isFull || counted >= most) return counted;
  }
}

async function countBatch({ clock, vault }: Uses, tx: AllBusinesses) {
  const now = clock.now();
  const lastId = await holdMark(tx);
  if (lastId === null) return { counted: 0, isFull: false };
  const read = await messagesAfter(tx, lastId);
  const tooYoung = read.findIndex(({ createdAt }) => createdAt.getTime() > now.getTime() - LAG_MS);
  const next = tooYoung === -1 ? read : read.slice(0, tooYoung);
  const waited = await waitedFor(tx, now);
  const charged = [...waited, ...next].filter(isCharged);
  const counts = await repliesSoFar(tx, charged);
  await addCosts(
    tx,
    charged.flatMap((message) => costRows(message, vault.decrypt, counts)),
  );
  await keepReplies(tx, counts);
  await waitFor(tx, next.filter(isOnItsWay), now);
  await moveOn(tx, { next, waited, now });
  return { counted: charged.length, isFull: next.length === AT_ONCE || waited.length === AT_ONCE };
}

/** How far it has been counted; null while another process counts. */
async function holdMark(tx: AllBusinesses): Promise<string | null> {
  const { rows } = await sql<{ lastId: string }>`
    with held as (select last_id from cost_marks where name = 'messages' for no key update skip locked),
    begun as (insert into cost_marks select 'messages', 0 where not exists (select from held)
      on conflict do nothing returning last_id)
    select last_id as "lastId" from held union all select last_id from begun`.execute(tx);
  return rows[0]?.lastId ?? null;
}

const columns = sql`m.id::text, m.business_id as "businessId", m.conversation_id as "conversationId",
  m.direction, m.channel, m.our_address as "ourAddress", m.their_sealed as "theirSealed", m.state,
  case m.channel when 'sms' then m.body end as body,
  case m.kind when 'marketing' then 'marketing' else m.purpose end as purpose,
  m.details->>'campaignId' as "campaignId", m.details->'template' is not null as "hasTemplate",
  m.created_at as "createdAt", m.due_at as "dueAt", m.handed_over_at as "handedOverAt"`;

async function messagesAfter(tx: AllBusinesses, lastId: string): Promise<Counted[]> {
  const { rows } = await sql<Counted>`select ${columns} from messages m
    where m.id > ${lastId}::bigint order by m.id limit ${AT_ONCE}`.execute(tx);
  return rows;
}

async function waitedFor(tx: AllBusinesses, now: Date): Promise<Counted[]> {
  const { rows } = await sql<Counted>`select ${columns} from costs_waiting w
    join messages m on m.id = w.message_id
    where w.look_at <= ${now} order by w.look_at limit ${AT_ONCE}`.execute(tx);
  return rows;
}

async function repliesSoFar(tx: AllBusinesses, messages: readonly Counted[]): Promise<ReplyCounts> {
  const numbers = messages.filter(({ channel }) => channel === 'whatsapp');
  if (numbers.length === 0) return new Map();
  const months = numbers.map(({ handedOverAt, createdAt }) => monthOf(handedOverAt ?? createdAt));
  const { rows } = await sql<{ ourAddress: string; month: string; replies: number }>`
    select our_address as "ourAddress", month::text, replies from reply_counts
    where our_address = any(${[...new Set(numbers.map(({ ourAddress }) => ourAddress))]}::text[])
      and month = any(${[...new Set(months)]}::date[]) for no key update`.execute(tx);
  return new Map(rows.map((row) => [`${row.ourAddress} ${row.month}`, row]));
}

async function keepReplies(tx: AllBusinesses, counts: ReplyCounts): Promise<void> {
  if (counts.size === 0) return;
  await sql`insert into reply_counts (our_address, month, replies)
    select x."ourAddress", x.month, x.replies
    from jsonb_to_recordset(${JSON.stringify([...counts.values()])}::jsonb)
      as x("ourAddress" text, month date, replies int)
    on conflict (our_address, month) do update set replies = excluded.replies`.execute(tx);
}

const TO_DAYS = sql`on conflict (business_id, day, channel, purpose, currency) do update set
  messages = d.messages + excluded.messages, segments = d.segments + excluded.segments,
  estimated_micros = d.estimated_micros + excluded.estimated_micros`;

/** Each cost once, whatever was counted before; the days, and the budgets that they are counted against, move with them. */
async function addCosts(tx: AllBusinesses, rows: readonly CostRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`with added as (
      insert into message_costs (business_id, message_id, fee, conversation_id, campaign_id, channel, direction,
        purpose, category, country, segments, currency, estimated_micros, is_guess, bill_due_at, at, day)
      select b.id, x."messageId", x.fee, x."conversationId", x."campaignId", x.channel, x.direction, x.purpose,
        x.category, x.country, x.segments, x.currency, x.micros, x."isGuess", x."billDueAt", x.at,
        (x.at at time zone b.time_zone)::date
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x("businessId" text, "messageId" bigint,
        fee text, "conversationId" uuid, "campaignId" text, channel text, direction text, purpose text,
        category text, country text, segments int, currency text, micros bigint, "isGuess" boolean,
        "billDueAt" timestamptz, at timestamptz)
      join businesses b on b.id = x."businessId"
      on conflict do nothing returning *),
    touched as (
      insert into spending as s (business_id, seen_countries)
      select business_id, coalesce(array_agg(distinct country) filter (where direction = 'in' and country is not null), '{}')
      from added group by business_id order by business_id
      on conflict (business_id) do update set is_stale = s.currency is not null,
        seen_countries = array(select distinct unnest(s.seen_countries || excluded.seen_countries) order by 1)
        where not s.seen_countries @> excluded.seen_countries or s.is_stale <> (s.currency is not null))
    insert into cost_days as d (business_id, day, channel, purpose, currency, messages, segments,
      estimated_micros, billed_micros)
    select business_id, day, channel, purpose, currency, count(*) filter (where fee = 'carrier'),
      coalesce(sum(segments) filter (where fee = 'carrier'), 0), sum(estimated_micros), 0
    from added group by business_id, day, channel, purpose, currency
    order by business_id, day, channel, purpose, currency ${TO_DAYS}`.execute(tx);
}

async function waitFor(tx: AllBusinesses, messages: readonly Counted[], now: Date): Promise<void> {
  if (messages.length === 0) return;
  await sql`insert into costs_waiting (message_id, look_at)
    select x.id, x."lookAt" from jsonb_to_recordset(${JSON.stringify(
      messages.map(({ id, dueAt }) => ({ id, lookAt: laterOf(dueAt, now) })),
    )}::jsonb) as x(id bigint, "lookAt" timestamptz) on conflict do nothing`.execute(tx);
}

const laterOf = (dueAt: Date | null, now: Date) =>
  new Date(Math.max(dueAt?.getTime() ?? 0, now.getTime()) + LOOK_AGAIN_MS);

type Done = { next: readonly Counted[]; waited: readonly Counted[]; now: Date };

async function moveOn(tx: AllBusinesses, { next, waited, now }: Done): Promise<void> {
  const last = next.at(-1);
  if (last) {
    await sql`update cost_marks set last_id = ${last.id}::bigint where name = 'messages'`.execute(
      tx,
    );
  }
  if (waited.length === 0) return;
  const over = waited.filter((message) => !isOnItsWay(message)).map(({ id }) => id);
  await sql`delete from costs_waiting where message_id = any(${over}::bigint[])`.execute(tx);
  await sql`update costs_waiting w set look_at = greatest(m.due_at, ${now}) + ${LOOK_AGAIN_MS} * interval '1 ms'
    from messages m where m.id = w.message_id
      and w.message_id = any(${waited.map(({ id }) => id)}::bigint[])`.execute(tx);
}
