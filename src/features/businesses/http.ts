import { z } from 'zod';
import type { App } from '#app.ts';
import { rulesOf } from '#features/billing/rules.ts';
import { rulesShown } from '#features/billing/schemas.ts';
import { shownDays } from '#features/hours/given-days.ts';
import { hoursShown } from '#features/hours/schema.ts';
import { dayAt } from '#platform/days.ts';
import type { Endpoint } from '#platform/http/api.ts';
import { created, endpoint, ok } from '#platform/http/api.ts';
import { masked } from '#platform/logger.ts';
import { changeBusiness } from './change.system.ts';
import { isCommonNumber } from './common-number.ts';
import { hoursOfBusiness } from './hours-of.ts';
import { listBusinesses } from './list.system.ts';
import type { Business } from './queries.ts';
import { withBusiness } from './queries.ts';
import { register } from './register.system.ts';
import { removeBusiness } from './remove.system.ts';
import { business, change, ofBusiness, registration, reveal } from './schemas.ts';

type Uses = Pick<
  App,
  | 'config'
  | 'db'
  | 'clock'
  | 'vault'
  | 'wakeups'
  | 'channel'
  | 'vectors'
  | 'formerIndex'
  | 'files'
  | 'log'
>;

const tag = 'Businesses';
const warnings = z.array(z.string()).describe('What was accepted though it looks unusual.');
const taken =
  'The number belongs to another business. Send "shared": true if several businesses are to have the same WhatsApp number; an SMS number cannot be shared.';
const warningsIfAny = (found: string[]) => (found.length > 0 ? { warnings: found } : {});

export function businessEndpoints(app: Uses): Endpoint[] {
  return [registering(app), listing(app), reading(app), changing(app), removing(app)];
}

const registering = (app: Uses) =>
  endpoint({
    method: 'post',
    path: '/api/businesses/register',
    tag,
    summary: 'Registers a business; the same number, owner and name give the same business again.',
    body: registration,
    response: z.object({
      businessId: z.string(),
      whatsappNumber: z.string(),
      warnings: warnings.optional(),
    }),
    statuses: [200, 201],
    conflict: taken,
  })(async ({ body }) => {
    const { isNew, businessId, whatsappNumber, warnings: found } = await register(app, body);
    const answer = { businessId, whatsappNumber, ...warningsIfAny(found) };
    return isNew ? created(answer) : ok(answer);
  });

const listing = (app: Uses) =>
  endpoint({
    method: 'get',
    path: '/api/businesses',
    tag,
    summary: 'All businesses, the oldest first.',
    query: z.object({
      limit: z.coerce.number().int().min(1).max(500).default(100),
      cursor: z.string().max(500).optional().describe('nextCursor of the page before.'),
      reveal,
    }),
    response: z.object({ businesses: z.array(business), nextCursor: z.string().nullable() }),
  })(async ({ query: { limit, cursor, reveal: revealed } }) => {
    const page = await listBusinesses(app, { limit, cursor });
    return ok({ ...page, businesses: page.businesses.map((one) => shown(app, one, revealed)) });
  });

const one = { path: '/api/businesses/:businessId', tag, params: ofBusiness } as const;

const reading = (app: Uses) =>
  endpoint({
    ...one,
    method: 'get',
    summary: 'One business.',
    query: z.object({ reveal }),
    response: z.object({ business }),
  })(async ({ params, query }) => {
    const found = await withBusiness(app, params.businessId, async (_tx, known) => known);
    return ok({ business: shown(app, found, query.reveal) });
  });

const changing = (app: Uses) =>
  endpoint({
    ...one,
    method: 'patch',
    summary: 'Changes what is given of a business, all or nothing.',
    query: z.object({ reveal }),
    body: change,
    response: z.object({ business, warnings: warnings.optional() }),
    conflict: taken,
  })(async ({ params, query, body }) => {
    const changed = await changeBusiness(app, params.businessId, body);
    const found = shown(app, changed.business, query.reveal);
    return ok({ business: found, ...warningsIfAny(changed.warnings) });
  });

const removing = (app: Uses) =>
  endpoint({
    ...one,
    method: 'delete',
    summary: 'Removes a business with all its conversations and knowledge. This cannot be undone.',
    response: z.object({ businessId: z.string() }),
    canBeUnavailable: true,
  })(async ({ params }) => {
    await removeBusiness(app, params.businessId);
    return ok(params);
  });

/** As the API shows it: numbers as the carrier writes them, owners masked unless revealed. */
function shown(
  app: Pick<App, 'vault' | 'config' | 'channel' | 'clock'>,
  known: Business,
  revealed: 'true' | 'false' | undefined,
): z.input<typeof business> {
  const { ownersSealed, isShared, isPaused, ...more } = known;
  const { knowledgeVersion: _version, ...rest } = more;
  const owners = ownersSealed.map((sealed) => app.vault.decrypt(sealed)).toSorted();
  const now = app.clock.now();
  return {
    ...rest,
    specialDays: shownDays(rest.specialDays, dayAt(now, rest.timeZone)),
    whatsappNumber: rest.whatsappNumber && `whatsapp:${rest.whatsappNumber}`,
    shared: isShared || isCommonNumber(app, rest.whatsappNumber ?? ''),
    owners: revealed === 'true' ? owners : owners.map(masked),
    answersPaused: isPaused,
    spending: rulesShown(rulesOf(rest.spending)),
    hours: hoursShown(hoursOfBusiness(known), now),
  };
}
