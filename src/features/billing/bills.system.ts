import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { CarrierMessage } from '#ports.ts';

type Uses = Pick<App, 'db' | 'clock' | 'channel' | 'accountSid'>;

const AT_ONCE = 500;
const MOST_LISTED = 5_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** The carrier dates a message when it sends it, which a queue at the carrier puts off. */
const SENT_LATER_MS = { first: 10 * MINUTE_MS, later: 10 * HOUR_MS };
/** What has no price yet is asked for again at these ages; after the last the estimate stays. */
const AGES_MS = [7 * HOUR_MS, 31 * HOUR_MS, 79 * HOUR_MS];
const NEVER_SENT = new Set(['failed', 'canceled']);

type Due = { id: string; at: Date; sid: string };

/**
 * Puts the carrier's own prices in place of our estimates, from its list of messages, a page of many at a time. What it has
 * charged is kept in its currency. Gives how many prices it told.
 */
export async function askForBills(app: Uses): Promise<number> {
  for (let told = 0; ;) {
    const due = await dueBills(app);
    if (due.length === 0) return told;
    told += await billSome(app, due);
  }
}

async function billSome(app: Uses, due: readonly Due[]): Promise<number> {
  const now = app.clock.now();
  const times = due.map(({ at }) => at.getTime());
  const isFirst = now.getTime() - Math.min(...times) < (AGES_MS[0] ?? 0);
  const listed = await app.channel.list({
    sentAfter: new Date(Math.min(...times) - MINUTE_MS),
    sentBefore: new Date(Math.max(...times) + SENT_LATER_MS[isFirst ? 'first' : 'later']),
    limit: MOST_LISTED,
  });
  const bySid = new Map(listed.map((message) => [message.sid, message]));
  const bills = due.map(({ id, at, sid }): Bill => {
    const bill = billOf(bySid.get(sid));
    return { id, ...bill, dueAt: bill === null ? nextLook(at, now) : null };
  });
  await app.db.runAsSystem(settleBills(bills));
  return bills.filter(({ micros }) => micros !== undefined).length;
}

/** Null while the carrier does not know; what it never sent costs nothing. */
function billOf(message: CarrierMessage | undefined) {
  if (!message) return null;
  const { price, numSegments, status } = message;
  if (price) return { ...price, segments: numSegments };
  return NEVER_SENT.has(status) ? { currency: null, micros: 0, segments: numSegments } : null;
}

function nextLook(at: Date, now: Date): Date | null {
  const age = now.getTime() - at.getTime();
  const next = AGES_MS.find((ms) => ms > age);
  return next === undefined ? null : new Date(at.getTime() + next);
}

/** The oldest due ones of this account, and of one hour only: that is what is listed. */
const dueBills = ({ db, clock, accountSid }: Uses) =>
  db.runAsSystem(sql<Due>`
    with due as (select c.message_id, c.at, m.message_sid from message_costs c
      join messages m on m.id = c.message_id and m.account_sid = ${accountSid}
      where c.bill_due_at <= ${clock.now()} and c.fee = 'carrier'
      order by c.at limit ${AT_ONCE})
    select message_id::text as id, at, message_sid as sid from due
    where at < (select min(at) from due) + interval '1 hour' order by at`);

type Bill = {
  id: string;
  currency?: string | null;
  micros?: number;
  segments?: number | null;
  dueAt: Date | null;
};

/** Meta charges nothing for what was not delivered: its part goes with the carrier's. */
const settleBills = (bills: readonly Bill[]) => sql`
  with x as materialized (select * from jsonb_to_recordset(${JSON.stringify(bills)}::jsonb)
      as x(id bigint, currency text, micros bigint, segments int, "dueAt" timestamptz)),
    asked as (update message_costs c set bill_due_at = x."dueAt" from x
      where c.message_id = x.id and c.fee = 'carrier' and x.micros is null),
    billed as (
      update message_costs c set billed_micros = case c.fee when 'carrier' then x.micros else 0 end,
        billed_currency = case c.fee when 'carrier' then coalesce(x.currency, c.currency) else c.currency end,
        segments = coalesce(x.segments, c.segments), bill_due_at = null
      from x join message_costs o on o.message_id = x.id join messages m on m.id = x.id
      where c.message_id = x.id and c.fee = o.fee and x.micros is not null and c.billed_micros is null
        and (c.fee = 'carrier' or m.carrier_status in ('failed', 'undelivered', 'canceled'))
      returning c.*, c.segments - o.segments as more),
    stale as (update spending set is_stale = true where not is_stale and currency is not null
      and business_id in (select business_id from billed))
  insert into cost_days as d (business_id, day, channel, purpose, currency, messages, segments,
    estimated_micros, billed_micros)
  select business_id, day, channel, purpose, currency, 0, sum(more), sum(estimated), sum(billed) from (
    select business_id, day, channel, purpose, currency, case fee when 'carrier' then more else 0 end as more,
      -estimated_micros as estimated, 0 as billed from billed
    union all
    select business_id, day, channel, purpose, billed_currency, 0, 0, billed_micros from billed) moved
  group by business_id, day, channel, purpose, currency
  order by business_id, day, channel, purpose, currency
  on conflict (business_id, day, channel, purpose, currency) do update set
    segments = d.segments + excluded.segments,
    estimated_micros = d.estimated_micros + excluded.estimated_micros,
    billed_micros = d.billed_micros + excluded.billed_micros`;
