import { z } from 'zod';
import type { App } from '#app.ts';

import { withBusiness } from '#features/businesses/queries.ts';

import type { Endpoint } from '#platform/http/api.ts';
import { created, endpoint, ok } from '#platform/http/api.ts';
import { ofCustomer } from './schemas.ts';
import { sendCode, tryCode } from './verify-phone.ts';

const tag = 'Consent';
const path = '/api/businesses/:businessId/customers/:customerId/phone-code';

/** `phone_verified`: by a code that is sent to the phone. */
export const codeEndpoints = (app: Pick<App, 'db' | 'clock' | 'vault' | 'wakeups'>): Endpoint[] => [
  endpoint({
    method: 'post',
    path: `${path}/check`,
    tag,
    summary: 'Tries the code that the customer has got; five tries, within ten minutes.',
    params: ofCustomer,
    body: z.strictObject({ code: z.string().regex(/^\d{6}$/, 'has six digits') }),
    response: z.object({
      phoneVerified: z.boolean(),
      reason: z.enum(['wrong', 'over']).optional().describe('over: a new code is needed.'),
    }),
  })(async ({ params: { businessId, customerId }, body: { code } }) => {
    const tried = await withBusiness(app, businessId, (tx) =>
      tryCode(tx, app, { businessId, customerId, code }, app.clock.now()),
    );
    return ok(
      tried === 'verified' ? { phoneVerified: true } : { phoneVerified: false, reason: tried },
    );
  }),
  endpoint({
    method: 'post',
    path,
    tag,
    summary: 'Sends the customer a code with which they show that the phone is theirs.',
    params: ofCustomer,
    response: z.object({ expiresAt: z.date() }),
    statuses: [201],
    conflict: 'The customer cannot be written to.',
  })(async ({ params: { businessId, customerId } }) => {
    const sent = await withBusiness(app, businessId, (tx, shop) =>
      sendCode(tx, app, { shop, customerId }, app.clock.now()),
    );
    app.wakeups.wake('outbound_due');
    return created(sent);
  }),
];
