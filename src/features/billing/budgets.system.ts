import { sql } from 'kysely';
import type { App } from '#app.ts';
import { noticeOwner } from '#features/questions/notice.ts';
import { crossingsOf } from './budget.ts';
import type { Crossing } from './budget.ts';
import type { Counted } from './queries.ts';
import { noteTold, recountBudgets } from './queries.ts';
import { billingMeters } from './meters.ts';
import { moneyText } from './money-text.ts';

type Uses = Pick<App, 'db' | 'clock' | 'config' | 'vault' | 'wakeups' | 'log'>;

/** Of what the operator was told while no owner could be reached, who is tried again: once is enough. */
const reported = new Set<string>();
const MOST_REPORTED = 10_000;

/** Sums up the budgets that were drawn on, and tells owners and operator what has been reached. */
export async function watchBudgets(app: Uses): Promise<void> {
  const now = app.clock.now();
  const budgets = await app.db.asSystem((tx) => recountBudgets(tx, now));
  for (const budget of budgets) {
    if (budget.uncounted.length > 0) {
      const { businessId: business, uncounted } = budget;
      app.log.warn('costs in these currencies are not held against the budget', {
        business,
        currencies: uncounted.join(),
      });
    }
    const crossings = crossingsOf(budget.limits, budget.spent, budget.told);
    for (const crossing of crossings) await tell(app, budget, crossing, now);
  }
}

async function tell(app: Uses, budget: Counted, crossing: Crossing, now: Date): Promise<void> {
  const { businessId, limits, spent } = budget;
  const { span, level } = crossing;
  const [micros, limit] =
    span === 'day'
      ? [spent.dayMicros, limits.dayMicros ?? 0]
      : [spent.monthMicros, limits.monthMicros ?? 0];
  const isTold = await app.db.asBusiness(businessId, async (tx) => {
    const reached = await noticeOwner(
      app,
      tx,
      ({ costs }, shop) => {
        const say = SENTENCES[span][level];
        const { currency } = limits;
        return costs[say](
          shop,
          moneyText({ currency, micros }),
          moneyText({ currency, micros: limit }),
        );
      },
      now,
    );
    if (reached) await noteTold(tx, crossing, spent.day);
    return reached;
  });
  const crossed = `${businessId} ${spent.day} ${span} ${level}`;
  if (isTold || !reported.has(crossed)) {
    billingMeters.budget(span, level);
    app.log.warn('a budget is being used up', { business: businessId, span, level, isTold });
  }
  if (reported.size > MOST_REPORTED) reported.clear();
  reported.add(crossed);
  if (isTold) app.wakeups.wake('outbound_due');
}

const SENTENCES = {
  day: { 80: 'dayWarned', 100: 'daySpent' },
  month: { 80: 'monthWarned', 100: 'monthSpent' },
} as const;

/** The businesses that have spent what they may, as far as it has been counted. */
export const spentBusinesses = ({ db, clock }: Pick<App, 'db' | 'clock'>) =>
  db.runAsSystem(sql<{ id: string }>`
    select s.business_id as id from spending s join businesses b on b.id = s.business_id,
      lateral (select (${clock.now()}::timestamptz at time zone b.time_zone)::date as today) d
    where s.currency is not null and (
      (s.day = d.today and s.day_micros >= s.day_limit_micros)
      or (date_trunc('month', s.day) = date_trunc('month', d.today) and s.month_micros >= s.month_limit_micros))`);
