import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { Spent, Tokens } from '#ports.ts';
import { createLane } from '#platform/lane.ts';
import { costOf } from './cost.ts';
import { usageMeters } from './meters.ts';
import { PRICED_ON } from './prices.ts';

/** What a model was called for. */
export type Purpose =
  'answer' | 'rewrite' | 'embed' | 'translate' | 'understand' | 'transcribe' | 'read';

export type Use = Tokens & {
  businessId: string;
  purpose: Purpose;
  /** An answer that was kept and told again: it used nothing. */
  isRepeated?: boolean;
};

/** `micros` are the whole millionths of a dollar by which the day's sum grows. */
type Row = Use & { at: Date; cost: number | null; micros: number };

export type Ledger = {
  /** Takes down what a call used. It returns at once; the row is written within half a second, with others. */
  recordUsage: (use: Use) => void;
  /** `recordUsage` for one business and purpose, as the ports of models take it. */
  spentOn: (businessId: string, purpose: Purpose) => Spent;
  /** Writes what was taken down so far. */
  flush: () => Promise<void>;
};

type Uses = Pick<App, 'db' | 'clock' | 'log'>;

const LINGER_MS = 250;
const MOST_AT_ONCE = 500;
/** While the database is away, so many rows wait; those beyond are not kept. */
const MOST_WAITING = 20_000;
const TRY_AGAIN_MS = 5_000;

/**
 * Takes down what models used, in statements of their own beside those of the messages. Only a process that is killed
 * loses what it was told in its last quarter of a second.
 */
export function createLedger({ db, clock, log }: Uses): Ledger {
  const waiting: Row[] = [];
  const wholeOf = wholeMicros();
  const lane = createLane();
  let isWriting = false;

  const writeSome = () =>
    lane(async () => {
      const rows = waiting.slice(0, MOST_AT_ONCE);
      if (rows.length === 0) return;
      await db.runAsSystem(insertUses(rows));
      waiting.splice(0, rows.length);
    });

  const flush = async () => {
    while (waiting.length > 0) await writeSome();
  };

  const writeLater = async () => {
    isWriting = true;
    for (let pauseMs = LINGER_MS; waiting.length > 0;) {
      await sleep(pauseMs, undefined, { ref: false });
      const reason = await flush().catch(String);
      pauseMs = reason ? TRY_AGAIN_MS : LINGER_MS;
      if (reason) log.warn('what models used could not be written; it is tried again', { reason });
    }
    isWriting = false;
  };

  const recordUsage = (use: Use) => {
    const cost = use.isRepeated ? 0 : costOf(use);
    const micros = wholeOf(`${use.businessId} ${use.purpose}`, cost ?? 0);
    const row = { ...use, at: clock.now(), cost, micros };
    usageMeters.used(row);
    if (waiting.length < MOST_WAITING) waiting.push(row);
    if (!isWriting) void writeLater();
  };

  return {
    recordUsage,
    spentOn: (businessId, purpose) => (tokens) => recordUsage({ ...tokens, businessId, purpose }),
    flush,
  };
}

/** Hands out whole millionths of what is given in parts of them, and keeps the rest for the next time. */
function wholeMicros() {
  const rests = new Map<string, number>();
  return (key: string, micros: number): number => {
    const sum = (rests.get(key) ?? 0) + micros;
    const whole = Math.floor(sum + 1e-6);
    rests.set(key, sum - whole);
    return whole;
  };
}

/** Counted among the costs of the day, and against the budget. A business that was removed meanwhile leaves nothing. */
const insertUses = (rows: readonly Row[]) => sql`
  with x as materialized (select b.id, b.time_zone, x.*
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x("businessId" text, at timestamptz,
      purpose text, model text, input int, cached int, output int, seconds real, cost numeric, micros bigint,
      "isRepeated" boolean)
    join businesses b on b.id = x."businessId"),
  used as (
    insert into model_usage (business_id, at, kind, model, input_tokens, cached_tokens, output_tokens,
      seconds, cost_micro_usd, priced_on, is_repeated)
    select id, at, purpose, model, input, cached, output, seconds, cost,
      case when cost is not null then ${PRICED_ON}::date end, coalesce("isRepeated", false) from x),
  stale as (update spending set is_stale = true where not is_stale and currency is not null
    and business_id in (select id from x where micros > 0))
  insert into cost_days as d (business_id, day, channel, purpose, currency, messages, segments,
    estimated_micros, billed_micros)
  select id, (at at time zone time_zone)::date, 'model', purpose, 'USD',
    count(*) filter (where "isRepeated" is not true), 0, sum(micros), 0
  from x group by 1, 2, 4 order by 1, 2, 4
  on conflict (business_id, day, channel, purpose, currency) do update set
    messages = d.messages + excluded.messages,
    estimated_micros = d.estimated_micros + excluded.estimated_micros`;
