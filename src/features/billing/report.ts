import { sql } from 'kysely';
import type { OneBusiness } from '#db/tables.ts';
import type { Money } from '#platform/money.ts';
import { aboutIn } from './rates.ts';

/** From one day to another (YYYY-MM-DD), both included, in the time zone of the business. */
export type Span = { from: string; to: string };

export type DayCost = {
  day: string;
  channel: string;
  purpose: string;
  currency: string;
  messages: number;
  segments: number;
  estimatedMicros: number;
  billedMicros: number;
};

/** What each day cost, by channel, purpose and currency. Models stand among the channels. */
export async function costDays(tx: OneBusiness, { from, to }: Span): Promise<DayCost[]> {
  const { rows } = await sql<DayCost>`
    select day::text, channel, purpose, currency, messages, segments,
      estimated_micros::float8 as "estimatedMicros", billed_micros::float8 as "billedMicros"
    from cost_days where day between ${from}::date and ${to}::date
    order by day, channel, purpose, currency`.execute(tx);
  return rows;
}

/** How many costs of that time rest on a price that is not that of the country. */
export async function guessesIn(tx: OneBusiness, { from, to }: Span): Promise<number> {
  const { rows } = await sql<{ guesses: number }>`
    select count(*)::int as guesses from message_costs
    where is_guess and billed_micros is null and day between ${from}::date and ${to}::date
      and at between ${from}::date - 1 and ${to}::date + 2`.execute(tx);
  return rows[0]?.guesses ?? 0;
}

const KEYS = {
  conversation: sql`c.conversation_id::text`,
  customer: sql`v.contact_id::text`,
  campaign: sql`c.campaign_id`,
};
export type By = keyof typeof KEYS;

export type CostOf = { id: string; messages: number; costs: Money[] };

const MOST_GROUPS = 10_000;

/** What each conversation, customer or campaign cost, the dearest first. */
export async function costsBy(
  tx: OneBusiness,
  { by, from, to, limit }: Span & { by: By; limit: number },
): Promise<CostOf[]> {
  const { rows } = await sql<{ id: string; currency: string; micros: number; messages: number }>`
    select ${KEYS[by]} as id, coalesce(c.billed_currency, c.currency) as currency,
      sum(coalesce(c.billed_micros, c.estimated_micros))::float8 as micros,
      count(*) filter (where c.fee = 'carrier')::int as messages
    from message_costs c join conversations v on v.id = c.conversation_id
    where c.day between ${from}::date and ${to}::date
      and c.at between ${from}::date - 1 and ${to}::date + 2 and ${KEYS[by]} is not null
    group by 1, 2 order by 3 desc limit ${MOST_GROUPS}`.execute(tx);
  const found = [...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => ({
    id,
    messages: own.reduce((sum, { messages }) => sum + messages, 0),
    costs: own.map(({ currency, micros }) => ({ currency, micros })),
  }));
  return found.toSorted((a, b) => dollarsOf(b.costs) - dollarsOf(a.costs)).slice(0, limit);
}

/** Only for telling which is dearer. */
const dollarsOf = (costs: readonly Money[]) =>
  costs.reduce((sum, cost) => sum + (aboutIn('USD', cost) ?? cost.micros), 0);

/** Texts that are alike but for their figures, and what they took. */
export type LongText = {
  text: string;
  times: number;
  segments: number;
  currency: string;
  micros: number;
};

/** The SMS that took most segments, those that are alike but for their figures together. */
export async function longTexts(
  tx: OneBusiness,
  { from, to, limit }: Span & { limit: number },
): Promise<LongText[]> {
  const { rows } = await sql<LongText>`
    select max(m.body) as text, count(*)::int as times, sum(c.segments)::int as segments,
      coalesce(c.billed_currency, c.currency) as currency,
      sum(coalesce(c.billed_micros, c.estimated_micros))::float8 as micros
    from message_costs c join messages m on m.id = c.message_id
    where c.channel = 'sms' and c.direction = 'out' and c.fee = 'carrier' and c.segments > 1
      and c.day between ${from}::date and ${to}::date
      and c.at between ${from}::date - 1 and ${to}::date + 2 and m.body <> ''
    group by regexp_replace(m.body, '[0-9]+', '0', 'g'), 4
    order by 3 desc limit ${limit}`.execute(tx);
  return rows;
}
