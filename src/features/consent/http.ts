import { z } from 'zod';
import type { App } from '#app.ts';
import type { OneBusiness } from '#db/tables.ts';

import { AppError, notFound } from '#errors.ts';

import type { Business } from '#features/businesses/queries.ts';
import { withBusiness } from '#features/businesses/queries.ts';
import { ofBusiness } from '#features/businesses/schemas.ts';

import type { Endpoint } from '#platform/http/api.ts';
import { created, endpoint, ok } from '#platform/http/api.ts';
import { refuseField } from '#platform/http/reading.ts';
import { readUpload } from '#platform/http/upload.ts';
import { parsePhone } from '#platform/phones.ts';
import { customersWith } from './customers.ts';
import { give } from './give.ts';
import { importConsents } from './import.ts';
import type { OptInForm } from './opt-in-form.ts';
import { optInFormOf, setOptInForm } from './opt-in-queries.ts';
import { codeEndpoints } from './phone-http.ts';
import { preferenceLink } from './preference-link.ts';
import { proofOf } from './proof.ts';
import { findCustomer } from './queries.ts';
import * as schema from './schemas.ts';

export const tag = 'Consent';
const MOST_BYTES = 8 * 1024 * 1024;
const reveal = z
  .enum(['true', 'false'])
  .optional()
  .describe('true: name and address are shown whole.');

type Uses = Pick<App, 'db' | 'clock' | 'vault' | 'suppressor' | 'wakeups' | 'publicUrl'>;

export function consentEndpoints(app: Uses): Endpoint[] {
  return [
    importing(app),
    giving(app),
    reading(app),
    linking(app),
    readingForm(app),
    settingForm(app),
    ...codeEndpoints(app),
  ];
}

const refusedYes =
  'The customer has opted out, or had their data erased; only they themselves can opt in again, with START, JOIN or on their page.';

const giving = (app: Uses) =>
  endpoint({
    method: 'post',
    path: '/api/businesses/:businessId/consents',
    tag,
    summary: 'Keeps what a customer has agreed to or refused, with its proof.',
    params: ofBusiness,
    body: schema.given,
    response: z.object({
      customerId: z.string(),
      outcome: z
        .enum(['kept', 'asked'])
        .describe('asked: the customer is asked to confirm, and nothing is granted before.'),
      state: schema.state,
    }),
    statuses: [201],
    conflict: refusedYes,
  })(async ({ params, body }) => {
    const { customerId: _id, phone: _phone, ...said } = body;
    const given = await withBusiness(app, params.businessId, async (tx, business) => {
      const contactId = await customerOf(app, tx, business, body);
      const { businessId } = business;
      const result = await give(app, tx, business, { ...said, businessId, contactId });
      return { ...result, contactId };
    });
    const { kind, contactId: customerId, state } = given;
    if (kind === 'refused') throw new AppError('conflict', 'opted_out', refusedYes);
    if (kind === 'asked') app.wakeups.wake('outbound_due');
    const { channel, purpose } = body;
    return created({ customerId, outcome: kind, state: { channel, purpose, ...state } });
  });

async function customerOf(
  app: Uses,
  tx: OneBusiness,
  business: Business,
  { customerId, phone, channel }: z.output<typeof schema.given>,
): Promise<string> {
  if (customerId !== undefined) {
    if (!(await findCustomer(tx, customerId))) throw notFound('customer');
    return customerId;
  }
  const read = parsePhone(phone ?? '', business.defaultCountry);
  if (!read) throw refuseField('invalid_phone', 'phone', 'is not a phone number');
  const found = await customersWith(app, tx, business, { phones: [read.e164], channel });
  return found.get(read.e164) ?? '';
}

const importing = (app: Uses) =>
  endpoint({
    method: 'post',
    path: '/api/businesses/:businessId/consents/import',
    tag,
    summary:
      'Takes the consents of a CSV table with a column "phone", attested by whoever sends it. Nobody who has opted out is opted in.',
    params: ofBusiness,
    query: z.object({
      channel: schema.channel,
      purpose: schema.purpose,
      source: schema.source,
      wording: schema.wording,
      wordingVersion: schema.wordingVersion,
      language: schema.language,
      attestedBy: schema.source.describe('Who attests that each person has agreed to the wording.'),
    }),
    upload: { mostBytes: MOST_BYTES },
    response: z.object({
      rows: z.number().int(),
      granted: z.number().int(),
      already: z.number().int().describe('Had agreed before.'),
      problems: z.array(z.object({ line: z.number().int(), problem: z.string() })),
      fileHash: z.string().describe('SHA-256, kept as evidence with each consent.'),
    }),
    conflict: 'The business has people confirm themselves that they opt in.',
  })(async ({ params: { businessId }, query }, req) => {
    await withBusiness(app, businessId, async () => {});
    const { bytes } = await readUpload(req, { mostBytes: MOST_BYTES });
    return ok(await importConsents(app, businessId, bytes, query));
  });

const reading = (app: Uses) =>
  endpoint({
    method: 'get',
    path: '/api/businesses/:businessId/customers/:customerId/consent',
    tag,
    summary: 'The proof: what a customer gets, and everything that was ever said about it.',
    params: schema.ofCustomer,
    query: z.object({ reveal }),
    response: z.object({
      customerId: z.string(),
      name: z.string().nullable(),
      address: z.string().nullable().describe('Masked unless reveal=true.'),
      language: z.string().nullable(),
      phoneVerified: z.boolean(),
      phoneVerifiedAt: z.date().nullable(),
      states: z.array(schema.state),
      events: z.array(schema.event),
    }),
  })(async ({ params: { businessId, customerId }, query }) => {
    const now = app.clock.now();
    const isRevealed = query.reveal === 'true';
    const proof = await withBusiness(app, businessId, (tx) =>
      proofOf(app, tx, customerId, { now, isRevealed }),
    );
    return ok({ ...proof, phoneVerified: proof.phoneVerifiedAt !== null });
  });

const linking = (app: Uses) =>
  endpoint({
    method: 'post',
    path: '/api/businesses/:businessId/customers/:customerId/preference-link',
    tag,
    summary: 'A link to the page on which this customer chooses what they get; valid for a week.',
    params: schema.ofCustomer,
    response: z.object({ url: z.string() }),
    statuses: [201],
  })(async ({ params: { businessId, customerId } }) => {
    const found = await withBusiness(app, businessId, (tx) => findCustomer(tx, customerId));
    if (!found) throw notFound('customer');
    const holder = { businessId, contactId: customerId };
    return created({ url: preferenceLink(app.vault, app.publicUrl(), holder, app.clock.now()) });
  });

const optIn = {
  path: '/api/businesses/:businessId/opt-in',
  tag,
  params: ofBusiness,
  response: z.object({ optIn: schema.form.extend({ version: z.number().int() }) }),
};
const asShown = ({ words = [], wording, isDouble = false, version = 0 }: OptInForm) => ({
  optIn: { words: [...words], isDouble, version, ...(wording !== undefined && { wording }) },
});

const readingForm = (app: Uses) =>
  endpoint({ ...optIn, method: 'get', summary: 'How people opt in to the offers of a business.' })(
    async ({ params }) => ok(asShown(await withBusiness(app, params.businessId, optInFormOf))),
  );

const settingForm = (app: Uses) =>
  endpoint({
    ...optIn,
    method: 'put',
    summary:
      'Sets the words and the wording with which people opt in; another wording is another version.',
    body: schema.form,
  })(async ({ params, body }) =>
    ok(asShown(await withBusiness(app, params.businessId, (tx) => setOptInForm(tx, body)))),
  );
