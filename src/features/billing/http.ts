import { z } from 'zod';
import type { App } from '#app.ts';
import { withBusiness } from '#features/businesses/queries.ts';
import { ofBusiness } from '#features/businesses/schemas.ts';
import { dayAt, daysAfter } from '#platform/days.ts';
import type { Day } from '#platform/days.ts';
import type { Endpoint } from '#platform/http/api.ts';
import { endpoint, ok } from '#platform/http/api.ts';
import { refuseField } from '#platform/http/reading.ts';
import type { Money } from '#platform/money.ts';
import { totalsOf } from '#platform/money.ts';
import { patternsOf } from './patterns.ts';
import type { Budget } from './queries.ts';
import { spendingFacts } from './queries.ts';
import type { By, Span } from './report.ts';
import { costDays, costsBy, guessesIn, longTexts } from './report.ts';
import { money, moneyShown } from './schemas.ts';

type Uses = Pick<App, 'db' | 'clock'>;

const tag = 'Costs';
const DAYS = 30;
const MOST_DAYS = 400;
const MOST_TEXTS = 50;

const given = {
  from: z.iso.date().optional().describe(`The first day; ${DAYS} days back when not given.`),
  to: z.iso.date().optional().describe('The last day; today when not given.'),
};
const span = z.object(given);
const limited = z.object({ ...given, limit: z.coerce.number().int().min(1).max(500).default(50) });

const day = z
  .object({
    day: z.string(),
    channel: z.string().describe('whatsapp, sms, email, or model.'),
    purpose: z.string().describe('Of messages; of models what they were called for.'),
    messages: z.number().int().describe('Of models: calls.'),
    segments: z.number().int(),
    estimated: money.describe('At list prices, for what the carrier has not told its price of.'),
    billed: money.describe("At the carrier's own prices."),
  })
  .meta({ id: 'CostOfDay' });

const spent = z.object({ spent: money, limit: money.nullable() });
const budget = z
  .object({
    state: z.enum(['within', 'warned', 'spent']).describe('warned from 80 %, spent from 100 %.'),
    day: spent,
    month: spent,
  })
  .meta({ id: 'Budget' });

export const costEndpoints = (app: Uses): Endpoint[] => [days(app), top(app), patterns(app)];

const of = { tag, method: 'get', params: ofBusiness } as const;

const days = (app: Uses) =>
  endpoint({
    ...of,
    path: '/api/businesses/:businessId/costs',
    summary: 'What a business has cost, day by day; amounts of several currencies are never added.',
    query: span,
    response: z.object({
      from: z.string(),
      to: z.string(),
      days: z.array(day),
      totals: z.array(money),
      guesses: z
        .number()
        .int()
        .describe('Estimates at the dearest known price, for want of that of the country.'),
      budget: budget.nullable(),
    }),
  })(async ({ params, query }) =>
    withBusiness(app, params.businessId, async (tx, { timeZone }) => {
      const now = app.clock.now();
      const asked = spanOf(query, dayAt(now, timeZone));
      const found = await costDays(tx, asked);
      const amounts = found.map(({ currency, estimatedMicros, billedMicros }) => ({
        ...{ currency, micros: estimatedMicros + billedMicros },
      }));
      return ok({
        ...asked,
        days: found.map(({ currency, estimatedMicros, billedMicros, ...rest }) => ({
          ...rest,
          estimated: moneyShown({ currency, micros: estimatedMicros }),
          billed: moneyShown({ currency, micros: billedMicros }),
        })),
        totals: totalsOf(amounts).map(moneyShown),
        guesses: await guessesIn(tx, asked),
        budget: budgetShown((await spendingFacts(tx, now)).budget),
      });
    }),
  );

const top = (app: Uses) =>
  endpoint({
    ...of,
    path: '/api/businesses/:businessId/costs/top',
    summary: 'The dearest conversations, customers or campaigns.',
    query: limited.extend({ by: z.enum(['conversation', 'customer', 'campaign']) }),
    response: z.object({
      costs: z.array(
        z.object({ id: z.string(), messages: z.number().int(), costs: z.array(money) }),
      ),
    }),
  })(async ({ params, query: { by, limit, ...query } }) =>
    withBusiness(app, params.businessId, async (tx, { timeZone }) => {
      const asked = spanOf(query, dayAt(app.clock.now(), timeZone));
      const found = await costsBy(tx, { ...asked, by: by as By, limit });
      return ok({
        costs: found.map(({ costs, ...rest }) => ({ ...rest, costs: costs.map(moneyShown) })),
      });
    }),
  );

const pattern = z
  .object({
    text: z.string().describe('One of those that are alike but for their figures.'),
    times: z.number().int(),
    segments: z.number().int().describe('Of all of them.'),
    cost: money,
    encoding: z.enum(['GSM-7', 'UCS-2']),
    forcedBy: z.array(z.string()).describe('For which the wide alphabet is needed.'),
    savedSegments: z.number().int().describe('That the rewrite would have spared.'),
    rewrite: z
      .object({
        text: z.string(),
        segmentsEach: z.number().int(),
        saved: money,
        changes: z
          .array(z.object({ from: z.string(), to: z.string(), times: z.number().int() }))
          .describe('What is written otherwise; nothing in place of what is left out.'),
      })
      .nullable(),
  })
  .meta({ id: 'ExpensiveText' });

const patterns = (app: Uses) =>
  endpoint({
    ...of,
    path: '/api/businesses/:businessId/costs/patterns',
    summary: 'The SMS that take most segments, and the rewrites that would save most.',
    query: span,
    response: z.object({ patterns: z.array(pattern) }),
  })(async ({ params, query }) =>
    withBusiness(app, params.businessId, async (tx, { timeZone }) => {
      const asked = spanOf(query, dayAt(app.clock.now(), timeZone));
      const texts = await longTexts(tx, { ...asked, limit: MOST_TEXTS });
      return ok({ patterns: patternsOf(texts).map(patternShown) });
    }),
  );

function patternShown(found: ReturnType<typeof patternsOf>[number]): z.input<typeof pattern> {
  const { currency, micros, rewrite, forcedBy, ...rest } = found;
  return {
    ...rest,
    forcedBy: [...forcedBy],
    cost: moneyShown({ currency, micros }),
    rewrite: rewrite && {
      ...{ text: rewrite.text, segmentsEach: rewrite.segmentsEach, changes: rewrite.changes },
      saved: moneyShown({ currency, micros: rewrite.savedMicros }),
    },
  };
}

function budgetShown(found: Budget | null): z.input<typeof budget> | null {
  if (!found) return null;
  const { limits, spent: used, state } = found;
  const of = (micros: number): Money => ({ currency: limits.currency, micros });
  const shown = (micros: number, limit: number | null) => ({
    spent: moneyShown(of(micros)),
    limit: limit === null ? null : moneyShown(of(limit)),
  });
  return {
    state,
    day: shown(used.dayMicros, limits.dayMicros),
    month: shown(used.monthMicros, limits.monthMicros),
  };
}

/** The days that are asked for; refuses what lies the wrong way round or is too long. */
function spanOf(asked: { from?: string | undefined; to?: string | undefined }, today: Day): Span {
  const to = asked.to ?? written(today);
  const from = asked.from ?? written(daysAfter(dayOf(to), 1 - DAYS));
  const length = (Date.parse(to) - Date.parse(from)) / (24 * 3_600_000);
  if (length < 0) throw refuseField('invalid_request', 'from', 'is after to');
  if (length > MOST_DAYS) {
    throw refuseField('invalid_request', 'from', `is more than ${MOST_DAYS} days before to`);
  }
  return { from, to };
}

const dayOf = (text: string): Day => {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  return { year, month, day: date };
};

const written = ({ year, month, day: date }: Day) =>
  new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);
