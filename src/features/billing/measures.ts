import { sql } from 'kysely';
import type { OneBusiness } from '#db/tables.ts';
import type { Money } from '#platform/money.ts';
import type { AlertName, Measured } from './alerts.ts';
import { sumIn } from './budget.ts';

type Row = {
  conversations: number;
  amounts: Money[];
  texts: number;
  segments: number;
  ended: number;
  arrived: number;
  answers: number;
  medianMs: number | null;
};

/** What is watched of a business, after `since` and up to `now`; costs in the given currency. */
export async function measuresOf(
  tx: OneBusiness,
  { since, now, currency }: { since: Date; now: Date; currency: string },
): Promise<Record<AlertName, Measured>> {
  const { rows } = await sql<Row>`
    with costs as materialized (select conversation_id, channel, direction, fee, segments,
        coalesce(billed_currency, currency) as currency, coalesce(billed_micros, estimated_micros) as micros
      from message_costs where at > ${since} and at <= ${now}),
    amounts as (select currency, sum(micros) as micros from costs group by currency
      union all select 'USD', ceil(sum(cost_micro_usd)) from model_usage where at > ${since} and at <= ${now})
    select (select count(distinct conversation_id)::int from costs) as conversations,
      (select coalesce(json_agg(json_build_object('currency', currency, 'micros', micros)), '[]')
        from amounts where micros is not null) as amounts,
      t.texts, t.segments, s.ended, s.arrived, r.answers, r."medianMs"
    from (select count(*)::int as texts, coalesce(sum(segments), 0)::int as segments from costs
        where channel = 'sms' and direction = 'out' and fee = 'carrier') t,
      (select count(*) filter (where state = 'failed' or carrier_status in
            ('delivered', 'read', 'undelivered', 'failed'))::int as ended,
          count(*) filter (where carrier_status in ('delivered', 'read'))::int as arrived
        from messages where direction = 'out' and created_at > ${since} and created_at <= ${now}) s,
      (select count(a.ms)::int as answers,
          percentile_cont(0.5) within group (order by a.ms) as "medianMs"
        from messages m cross join lateral (
          select extract(epoch from o.handed_over_at - m.created_at) * 1000 as ms from messages o
          where o.conversation_id = m.conversation_id and o.direction = 'out' and o.id > m.id
            and o.kind in ('answer', 'unknown') order by o.id limit 1) a
        where m.direction = 'in' and m.outcome in ('answered', 'unanswered')
          and m.created_at > ${since} and m.created_at <= ${now}) r`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('Nothing was measured');
  const { micros } = sumIn(currency, row.amounts);
  const each = (sum: number, count: number) => (count === 0 ? 0 : sum / count);
  return {
    costly: { value: Math.ceil(each(micros, row.conversations)), count: row.conversations },
    undelivered: { value: each(row.arrived * 100, row.ended), count: row.ended },
    slow: { value: (row.medianMs ?? 0) / 1000, count: row.answers },
    longTexts: { value: each(row.segments, row.texts), count: row.texts },
  };
}

/** The alerts that are raised now. */
export async function raisedAlerts(tx: OneBusiness): Promise<AlertName[]> {
  const { rows } = await sql<{ name: AlertName }>`
    select name from cost_alerts where cleared_at is null`.execute(tx);
  return rows.map(({ name }) => name);
}

/** Takes down that an alert was raised, or is over. */
export const noteAlert = (
  tx: OneBusiness,
  { name, isRaised, value }: { name: AlertName; isRaised: boolean; value: number },
  now: Date,
) =>
  sql`insert into cost_alerts as a (name, raised_at, cleared_at, value)
    values (${name}, ${now}, ${isRaised ? null : now}, ${value})
    on conflict (business_id, name) do update set value = excluded.value, cleared_at = excluded.cleared_at,
      raised_at = case when excluded.cleared_at is null then excluded.raised_at else a.raised_at end`.execute(
    tx,
  );
