import { sql } from 'kysely';
import type { AnyTx, OneBusiness } from '#db/tables.ts';
import type { BudgetState, Limits, Spent, Told } from './budget.ts';
import { spentOn, stateOf, sumIn } from './budget.ts';
import type { Rules, SpendingJson } from './rules.ts';
import { rulesOf, rulesRow, spendingColumns } from './rules.ts';

type Row = {
  businessId: string;
  currency: string;
  dayLimit: string | null;
  monthLimit: string | null;
  today: string;
  amounts: { currency: string; month: number; today: number }[];
  toldDay: string | null;
  toldDayLevel: number;
  toldMonth: string | null;
  toldMonthLevel: number;
};

/** A budget as it stands, and what its owner knows of it. */
export type Counted = {
  businessId: string;
  limits: Limits;
  spent: Spent;
  told: Told;
  /** Currencies of costs that no rate is known of. */
  uncounted: string[];
};

/**
 * Sums up anew what is stale of the budgets that this transaction sees, and gives them. What is spent meanwhile makes them
 * stale again.
 */
export async function recountBudgets(tx: AnyTx, now: Date): Promise<Counted[]> {
  const { rows } = await sql<{ business_id: string }>`update spending set is_stale = false
    where is_stale and currency is not null returning business_id`.execute(tx);
  if (rows.length === 0) return [];
  const ids = rows.map(({ business_id }) => business_id);
  const budgets = (await sumsOf(tx, ids, now)).map(countedOf);
  await sql`update spending s set day = x.day, day_micros = x."dayMicros", month_micros = x."monthMicros"
    from jsonb_to_recordset(${JSON.stringify(
      budgets.map(({ businessId, spent }) => ({ businessId, ...spent })),
    )}::jsonb) as x("businessId" text, day date, "dayMicros" bigint, "monthMicros" bigint)
    where s.business_id = x."businessId"`.execute(tx);
  return budgets;
}

async function sumsOf(tx: AnyTx, ids: readonly string[], now: Date): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select s.business_id as "businessId", s.currency, s.day_limit_micros as "dayLimit",
      s.month_limit_micros as "monthLimit", d.today::text, s.told_day::text as "toldDay",
      s.told_day_level as "toldDayLevel", s.told_month::text as "toldMonth",
      s.told_month_level as "toldMonthLevel",
      (select coalesce(json_agg(json_build_object('currency', t.currency, 'month', t.month, 'today', t.today)), '[]')
        from (select c.currency, sum(c.estimated_micros + c.billed_micros) as month,
            coalesce(sum(c.estimated_micros + c.billed_micros) filter (where c.day = d.today), 0) as today
          from cost_days c where c.business_id = s.business_id
            and c.day between date_trunc('month', d.today)::date and d.today
          group by c.currency) t) as amounts
    from spending s join businesses b on b.id = s.business_id,
      lateral (select (${now}::timestamptz at time zone b.time_zone)::date as today) d
    where s.business_id = any(${ids}::text[])`.execute(tx);
  return rows;
}

function countedOf({ businessId, currency, today, amounts, ...row }: Row): Counted {
  const month = sumIn(
    currency,
    amounts.map((one) => ({ ...one, micros: one.month })),
  );
  const day = sumIn(
    currency,
    amounts.map((one) => ({ ...one, micros: one.today })),
  );
  return {
    businessId,
    limits: {
      currency,
      dayMicros: numberOr(row.dayLimit),
      monthMicros: numberOr(row.monthLimit),
    },
    spent: { day: today, dayMicros: day.micros, monthMicros: month.micros },
    told: {
      ...{ day: row.toldDay, dayLevel: row.toldDayLevel },
      ...{ month: row.toldMonth, monthLevel: row.toldMonthLevel },
    },
    uncounted: month.uncounted,
  };
}

const numberOr = (value: string | null) => (value === null ? null : Number(value));

/** A budget as it stands on this day. */
export type Budget = { limits: Limits; spent: Spent; state: BudgetState };

/** What decides whether a business may write to somebody, as far as costs go. */
export type SpendingFacts = {
  rules: Rules;
  budget: Budget | null;
  ownCountry: string;
  /** From which somebody wrote to it. */
  seenCountries: string[];
  /** To which nothing is sent for now, because it looked like fraud. */
  stoppedCountries: string[];
};

export type FactsRow = {
  spending: SpendingJson | null;
  day: string | null;
  dayMicros: string | null;
  monthMicros: string | null;
  today: string;
  ownCountry: string;
  seenCountries: string[] | null;
  stoppedCountries: string[];
};

/** What is known of a business's spending: two rows by their keys. */
export async function spendingFacts(tx: OneBusiness, now: Date): Promise<SpendingFacts> {
  const { rows } = await sql<FactsRow>`select ${factsColumns(now)}
    from businesses b left join spending s on s.business_id = b.id`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('The business is gone');
  return factsOf(row);
}

/** Of `businesses b` and their `spending s`, for `factsOf`. */
export const factsColumns = (now: Date) => sql`${spendingColumns} as spending, s.day::text,
  s.day_micros as "dayMicros", s.month_micros as "monthMicros", b.default_country as "ownCountry",
  s.seen_countries as "seenCountries",
  case when s.stopped_until > ${now} then s.stopped_countries else '{}' end as "stoppedCountries",
  (${now}::timestamptz at time zone b.time_zone)::date::text as today`;

/** What is known of a business's spending, from its row. */
export function factsOf(row: FactsRow): SpendingFacts {
  const { ownCountry, seenCountries, stoppedCountries } = row;
  const rules = rulesOf(row.spending);
  const known = { ownCountry, seenCountries: seenCountries ?? [], stoppedCountries };
  return { rules, budget: budgetOf(rules, row), ...known };
}

function budgetOf({ budget: limits }: Rules, row: FactsRow): Budget | null {
  if (!limits) return null;
  const { today, day, dayMicros, monthMicros } = row;
  const counted = { dayMicros: Number(dayMicros), monthMicros: Number(monthMicros) };
  const spent = spentOn({ day: day ?? today, ...counted }, today);
  return { limits, spent, state: stateOf(limits, spent, today) };
}

/** How far a business is with its budget; within it where it has none. */
export const budgetState = async (tx: OneBusiness, now: Date): Promise<BudgetState> =>
  (await spendingFacts(tx, now)).budget?.state ?? 'within';

/** Changes what is given of a business's rules on spending; a new budget is counted and told of anew. */
export async function setRules(
  tx: AnyTx,
  businessId: string,
  change: Partial<Rules>,
  now: Date,
): Promise<void> {
  const row = rulesRow(change);
  await tx
    .insertInto('spending')
    .values({ ...row, business_id: businessId })
    .onConflict((conflict) =>
      conflict.column('business_id').doUpdateSet({ ...row, business_id: businessId }),
    )
    .execute();
  if (change.budget === undefined) return;
  await sql`update spending set is_stale = currency is not null, told_day_level = 0, told_month_level = 0,
    day_micros = 0, month_micros = 0 where business_id = ${businessId}`.execute(tx);
  await recountBudgets(tx, now);
  await sql`update spending set is_stale = currency is not null
    where business_id = ${businessId}`.execute(tx);
}

/** Takes down what an owner was told of her budget. */
export const noteTold = (
  tx: OneBusiness,
  { span, level }: { span: 'day' | 'month'; level: number },
  today: string,
) =>
  tx
    .updateTable('spending')
    .set(
      span === 'day'
        ? { told_day: today, told_day_level: level }
        : { told_month: today, told_month_level: level },
    )
    .execute();
