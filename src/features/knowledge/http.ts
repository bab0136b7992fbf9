import { z } from 'zod';
import type { App } from '#app.ts';
import { invalid, notFound } from '#errors.ts';
import { withBusiness } from '#features/businesses/queries.ts';
import { ofBusiness } from '#features/businesses/schemas.ts';
import type { Endpoint } from '#platform/http/api.ts';
import { created, endpoint, ok } from '#platform/http/api.ts';
import { text } from '#platform/http/reading.ts';
import type { Entry } from './queries.ts';
import { sensitiveIn } from './sensitive.ts';
import {
  addEntries,
  changeEntry,
  countEntries,
  deleteEntry,
  findEntry,
  listEntries,
  LONGEST_ENTRY,
} from './queries.ts';

type Uses = Pick<App, 'db' | 'clock' | 'wakeups'>;

const tag = 'Knowledge';
const entry = z
  .object({
    entryId: z.string(),
    text: z.string(),
    source: z.string().describe('Who told it: api, owner, …'),
    validUntil: z.date().nullable().describe('From then on it is no longer told; null: no end.'),
    createdAt: z.date(),
    updatedAt: z.date(),
  })
  .meta({ id: 'Entry' });
const validUntil = z.iso
  .datetime({ offset: true })
  .transform((time) => new Date(time))
  .nullable()
  .optional()
  .describe(
    'The moment from which it is no longer told; null: no end. Left out: no end for a new entry, the former one for a changed one.',
  );
const entryText = z
  .strictObject({
    text: text(LONGEST_ENTRY),
    validUntil,
    valid_until: validUntil.describe('The same as validUntil, which holds where both are given.'),
  })
  .transform(({ valid_until: alias, ...entryGiven }) => ({
    ...entryGiven,
    validUntil: entryGiven.validUntil === undefined ? alias : entryGiven.validUntil,
  }))
  .meta({ id: 'EntryText' });

const all = { path: '/api/businesses/:businessId/knowledge', tag, params: ofBusiness } as const;
const one = {
  path: '/api/businesses/:businessId/knowledge/:entryId',
  tag,
  params: ofBusiness.extend({ entryId: z.guid() }),
} as const;

export function knowledgeEndpoints(app: Uses): Endpoint[] {
  return [listing(app), adding(app), reading(app), changing(app), removing(app)];
}

const listing = (app: Uses) =>
  endpoint({
    ...all,
    method: 'get',
    summary: 'What a business has told, the oldest first.',
    query: z.object({
      limit: z.coerce.number().int().min(1).max(500).default(100),
      offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    }),
    response: z.object({
      entries: z.array(entry),
      total: z.number().int(),
      limit: z.number().int(),
      offset: z.number().int(),
    }),
  })(async ({ params, query }) => {
    const page = await withBusiness(app, params.businessId, async (tx) => ({
      entries: await listEntries(tx, query),
      total: await countEntries(tx),
    }));
    return ok({ ...page, ...query, entries: page.entries.map(shown) });
  });

const adding = (app: Uses) =>
  endpoint({
    ...all,
    method: 'post',
    summary: 'Teaches something; it is known at once.',
    body: entryText,
    response: z.object({ entry }),
    statuses: [201],
  })(async ({ params, body }) => {
    refuseSensitive(body.text);
    const how = { source: 'api', now: app.clock.now() };
    const added = await withBusiness(app, params.businessId, (tx) =>
      addEntries(tx, [{ text: body.text, validUntil: body.validUntil ?? null }], how),
    );
    return created({ entry: indexed(app, added[0]) });
  });

const reading = (app: Uses) =>
  endpoint({
    ...one,
    method: 'get',
    summary: 'One entry.',
    response: z.object({ entry }),
  })(async ({ params }) => {
    const found = await withBusiness(app, params.businessId, (tx) => findEntry(tx, params.entryId));
    return ok({ entry: shown(existing(found)) });
  });

const changing = (app: Uses) =>
  endpoint({
    ...one,
    method: 'put',
    summary: 'Replaces the text of an entry; its end, too, where one is given.',
    body: entryText,
    response: z.object({ entry }),
  })(async ({ params, body }) => {
    refuseSensitive(body.text);
    const changed = await withBusiness(app, params.businessId, (tx) =>
      changeEntry(tx, params.entryId, body, app.clock.now()),
    );
    return ok({ entry: indexed(app, changed) });
  });

const removing = (app: Uses) =>
  endpoint({
    ...one,
    method: 'delete',
    summary: 'Takes an entry out of use.',
    response: z.object({ entry }),
  })(async ({ params }) => {
    const gone = await withBusiness(app, params.businessId, (tx) =>
      deleteEntry(tx, params.entryId, app.clock.now()),
    );
    return ok({ entry: indexed(app, gone) });
  });

function refuseSensitive(text: string): void {
  if (sensitiveIn(text) === null) return;
  throw invalid(
    'sensitive_text',
    'The text looks as if it held a card number, a bank account, an identity number or a password: customers are told what is known. Leave it out.',
  );
}

/** The entry as the API shows it, after the vector store has been told to follow. */
function indexed({ wakeups }: Uses, changed: Entry | null | undefined) {
  const known = existing(changed);
  wakeups.wake('indexing_due');
  return shown(known);
}

function existing(found: Entry | null | undefined): Entry {
  if (!found) throw notFound('entry');
  return found;
}

const shown = ({ id: entryId, ...rest }: Entry) => ({ entryId, ...rest });
