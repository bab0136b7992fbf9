import { z } from 'zod';
import type { App } from '#app.ts';
import { notFound } from '#errors.ts';
import { withBusiness } from '#features/businesses/queries.ts';
import { ofBusiness } from '#features/businesses/schemas.ts';
import type { Endpoint } from '#platform/http/api.ts';
import { accepted, endpoint, ok } from '#platform/http/api.ts';
import { masked } from '#platform/logger.ts';
import { parsePhone } from '#platform/phones.ts';
import { canonical, parseAddress } from '#platform/phones.ts';
import { beginErasure } from './erase.system.ts';
import { exportCustomer } from './export.ts';
import type { Customer } from './queries.ts';
import { findErasure, listCustomers, retentionOf, setRetention } from './queries.ts';
import { customer, erasure, exported, ofCustomer, ofErasure, retention } from './schemas.ts';

type Uses = Pick<App, 'db' | 'clock' | 'vault' | 'suppressor' | 'answerer' | 'wakeups'>;

const tag = 'Privacy';

export function privacyEndpoints(app: Uses): Endpoint[] {
  return [
    ...retentionEndpoints(app),
    listing(app),
    exporting(app),
    erasing(app),
    readingErasure(app),
  ];
}

const kept = { path: '/api/businesses/:businessId/retention', tag, params: ofBusiness } as const;

const retentionEndpoints = (app: Uses): Endpoint[] => [
  endpoint({
    ...kept,
    method: 'get',
    summary: 'How long what is known of customers is kept.',
    response: z.object({ retention }),
  })(async ({ params }) => {
    const found = await withBusiness(app, params.businessId, (tx) => retentionOf(tx));
    return ok({ retention: foundOr('business', found) });
  }),
  endpoint({
    ...kept,
    method: 'patch',
    summary: 'Changes how long what is known of customers is kept.',
    body: retention.partial(),
    response: z.object({ retention }),
  })(async ({ params, body }) => {
    const found = await withBusiness(app, params.businessId, async (tx) => {
      await setRetention(tx, body);
      return retentionOf(tx);
    });
    return ok({ retention: foundOr('business', found) });
  }),
];

const foundOr = <Found>(what: string, found: Found | undefined): Found => {
  if (found === undefined) throw notFound(what);
  return found;
};

const listing = (app: Uses) =>
  endpoint({
    method: 'get',
    path: '/api/businesses/:businessId/customers',
    tag,
    summary: 'Customers of a business, the newest first, with masked names and numbers.',
    params: ofBusiness,
    query: z.object({
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.string().max(200).optional().describe('nextCursor of the page before.'),
      phone: z
        .string()
        .max(200)
        .optional()
        .describe('Only who writes from this number, or under this WhatsApp username.'),
    }),
    response: z.object({ customers: z.array(customer), nextCursor: z.string().nullable() }),
  })(async ({ params, query }) => {
    const found = await withBusiness(app, params.businessId, (tx, { defaultCountry }) =>
      listCustomers(tx, {
        indexes: query.phone === undefined ? null : indexesOf(app, query.phone, defaultCountry),
        after: placeIn(query.cursor),
        limit: query.limit,
      }),
    );
    const last = found.length === query.limit ? found.at(-1) : undefined;
    return ok({
      customers: found.map((one) => shown(app, one)),
      nextCursor: last ? cursorOf(last) : null,
    });
  });

function indexesOf({ vault }: Uses, given: string, country: string): string[] {
  const phone = parsePhone(given, country);
  const person = phone ? canonical(phone.e164) : parseAddress(given)?.person;
  return person === undefined ? [] : vault.blindIndexes(person);
}

const cursorOf = ({ createdAt, customerId }: Customer) =>
  Buffer.from(`${createdAt.toISOString()} ${customerId}`).toString('base64url');

function placeIn(cursor: string | undefined) {
  const [at = '', customerId = ''] = Buffer.from(cursor ?? '', 'base64url')
    .toString()
    .split(' ');
  const createdAt = new Date(at);
  const isPlace =
    !Number.isNaN(createdAt.getTime()) && ofCustomer.shape.customerId.safeParse(customerId).success;
  return isPlace ? { createdAt, customerId } : null;
}

function shown({ vault }: Uses, { nameSealed, theirSealed, ...rest }: Customer) {
  const name = nameSealed === null ? null : vault.decrypt(nameSealed);
  return {
    ...rest,
    name: name && `${Array.from(name)[0] ?? ''}…`,
    phone: masked(vault.decrypt(theirSealed)),
  };
}

const exporting = (app: Uses) =>
  endpoint({
    method: 'get',
    path: '/api/businesses/:businessId/customers/:customerId/export',
    tag,
    summary: 'Everything that is known of a customer, readable: hand it to nobody but them.',
    params: ofCustomer,
    response: z.object({ customer: exported }),
  })(async ({ params }) => {
    const found = await withBusiness(app, params.businessId, (tx) =>
      exportCustomer(app, tx, params.customerId),
    );
    return ok({ customer: found });
  });

const erasing = (app: Uses) =>
  endpoint({
    method: 'delete',
    path: '/api/businesses/:businessId/customers/:customerId',
    tag,
    summary: 'Erases a customer everywhere; what is done in each system is told by the erasure.',
    params: ofCustomer,
    query: z.object({
      suppress: z
        .enum(['true', 'false'])
        .default('false')
        .describe('true: they are never written to again, as is who has opted out.'),
    }),
    response: z.object({ erasure }),
    statuses: [202],
    conflict: 'An owner cannot be erased: remove them from the owners of the business first.',
  })(async ({ params, query }) => {
    const { businessId, customerId } = params;
    await withBusiness(app, businessId, async () => {});
    const customerOf = { businessId, contactId: customerId };
    const id = await beginErasure(app, customerOf, { suppress: query.suppress === 'true' });
    const begun = await withBusiness(app, businessId, (tx) => findErasure(tx, id));
    return accepted({ erasure: foundOr('erasure', begun) });
  });

const readingErasure = (app: Uses) =>
  endpoint({
    method: 'get',
    path: '/api/businesses/:businessId/erasures/:erasureId',
    tag,
    summary: 'How far an erasure is, with a receipt of each system.',
    params: ofErasure,
    response: z.object({ erasure }),
  })(async ({ params }) => {
    const found = await withBusiness(app, params.businessId, (tx) =>
      findErasure(tx, params.erasureId),
    );
    return ok({ erasure: foundOr('erasure', found) });
  });
