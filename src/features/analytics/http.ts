import { z } from 'zod';
import type { App } from '#app.ts';
import { withBusiness } from '#features/businesses/queries.ts';
import { ofBusiness } from '#features/businesses/schemas.ts';
import { countEntries } from '#features/knowledge/queries.ts';
import type { Endpoint } from '#platform/http/api.ts';
import { endpoint, ok } from '#platform/http/api.ts';
import { startOfDay } from '#platform/days.ts';
import { usageOf } from '#features/usage/queries.ts';
import { statsOf } from './queries.ts';

type Uses = Pick<App, 'db' | 'clock'>;

const DAY_MS = 24 * 3_600_000;
const THE_BEGINNING = new Date(0);

const stats = z
  .object({
    questions: z.number().int(),
    answered: z.number().int(),
    unanswered: z.number().int(),
    medianResponseMs: z.number().int().nullable(),
  })
  .meta({ id: 'Stats' });

const usage = z
  .object({
    inputTokens: z.number().int(),
    cachedTokens: z.number().int().describe('Among the input, at the lower price.'),
    outputTokens: z.number().int(),
    costUsd: z.number().describe('At list prices; without the calls whose price is not known.'),
    calls: z.number().int(),
    unpricedCalls: z.number().int().describe('Calls whose price is not known.'),
    repeatedAnswers: z.number().int().describe('Answers that were kept and told again.'),
  })
  .meta({ id: 'ModelUsage' });

const metrics = z.object({
  totalQueries: z.number().int().describe('Questions of customers, ever.'),
  responseTime: z.string().nullable().describe('Median of 7 days, such as 1.2s.'),
  customerSatisfaction: z.number().nullable().describe('Null until customers rate.'),
  knowledgeBaseSize: z.number().int().describe('Entries.'),
  today: stats.describe("Since midnight in the business's time zone."),
  last7Days: stats,
  model: z
    .object({ today: usage, last30Days: usage })
    .describe('What models used; zeros without one.'),
});

export const analyticsEndpoints = (app: Uses): Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/api/businesses/:businessId/metrics',
    tag: 'Analytics',
    summary: 'How a business is doing: what customers asked, and how they were answered.',
    params: ofBusiness,
    response: z.object({ businessId: z.string(), metrics }),
  })(async ({ params: { businessId } }) =>
    ok({ businessId, metrics: await metricsOf(app, businessId) }),
  ),
];

async function metricsOf(app: Uses, businessId: string): Promise<z.input<typeof metrics>> {
  const now = app.clock.now();
  return withBusiness(app, businessId, async (tx, { timeZone }) => {
    const ever = await statsOf(tx, { since: THE_BEGINNING, now });
    const midnight = startOfDay(now, timeZone);
    const last7Days = await statsOf(tx, { since: new Date(now.getTime() - 7 * DAY_MS), now });
    const medianMs = last7Days.medianResponseMs;
    return {
      totalQueries: ever.questions,
      responseTime: medianMs === null ? null : `${(medianMs / 1000).toFixed(1)}s`,
      customerSatisfaction: null,
      knowledgeBaseSize: await countEntries(tx),
      today: await statsOf(tx, { since: midnight, now }),
      last7Days,
      model: {
        today: await usageOf(tx, { since: midnight, now }),
        last30Days: await usageOf(tx, { since: new Date(now.getTime() - 30 * DAY_MS), now }),
      },
    };
  });
}
