import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { z } from 'zod';
import type { App } from '#app.ts';
import { invalid, notFound } from '#errors.ts';
import { withBusiness } from '#features/businesses/queries.ts';
import { ofBusiness } from '#features/businesses/schemas.ts';
import { sentencesIn } from '#features/owner-sentences/sentences.ts';
import type { Endpoint } from '#platform/http/api.ts';
import { accepted, endpoint, ok } from '#platform/http/api.ts';
import { readUpload } from '#platform/http/upload.ts';
import type { Document } from './queries.ts';
import { addDocument, deleteDocument, findDocument, listDocuments } from './queries.ts';
import { nameOf } from './understand.ts';

type Uses = Pick<App, 'db' | 'clock' | 'wakeups' | 'files' | 'log'>;

const MOST_BYTES = 16 * 1024 * 1024;
const tag = 'Knowledge';

const document = z
  .object({
    documentId: z.string(),
    number: z.number().int().describe('What the owner calls it by: !sources, !delete source.'),
    name: z.string(),
    source: z.enum(['owner', 'api']).describe('Who sent it.'),
    state: z
      .enum(['waiting', 'reading', 'found', 'added', 'dropped', 'failed'])
      .describe(
        'waiting and reading: soon more. found: the owner is asked whether to save what is in it. dropped: they said no.',
      ),
    pages: z.number().int().nullable().describe('Null where there are none.'),
    entriesFound: z.number().int(),
    entriesAdded: z.number().int().describe('Without those that were known already.'),
    error: z.string().nullable().describe('Why it failed, as a sentence.'),
    createdAt: z.date(),
    finishedAt: z.date().nullable(),
  })
  .meta({ id: 'Document' });

const all = {
  path: '/api/businesses/:businessId/knowledge/documents',
  tag,
  params: ofBusiness,
} as const;
const one = {
  path: '/api/businesses/:businessId/knowledge/documents/:documentId',
  tag,
  params: ofBusiness.extend({ documentId: z.guid() }),
  response: z.object({ document }),
} as const;

export function documentEndpoints(app: Uses): Endpoint[] {
  return [listing(app), uploading(app), reading(app), removing(app)];
}

const listing = (app: Uses) =>
  endpoint({
    ...all,
    method: 'get',
    summary: 'The files that a business has learned from, the newest first.',
    query: z.object({
      limit: z.coerce.number().int().min(1).max(500).default(100),
      offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    }),
    response: z.object({
      documents: z.array(document),
      total: z.number().int(),
      limit: z.number().int(),
      offset: z.number().int(),
    }),
  })(async ({ params, query }) => {
    const { documents, total } = await withBusiness(app, params.businessId, (tx) =>
      listDocuments(tx, query),
    );
    return ok({ documents: documents.map(shown), total, ...query });
  });

const uploading = (app: Uses) =>
  endpoint({
    ...all,
    method: 'post',
    summary:
      'Takes a PDF, Word (DOCX), text or CSV file, a picture or a voice note, and adds what it tells. Ask for the document until it is added or failed.',
    upload: { mostBytes: MOST_BYTES },
    response: z.object({ document }),
    statuses: [202],
  })(async ({ params: { businessId } }, req) => {
    await withBusiness(app, businessId, async () => {});
    const kept = await keep(app, businessId, req);
    app.wakeups.wake('documents_due');
    return accepted({ document: shown(kept) });
  });

/** The file first: what is acknowledged can be read after a crash. */
async function keep(app: Uses, businessId: string, req: Request): Promise<Document> {
  const upload = await readUpload(req, { mostBytes: MOST_BYTES });
  if (upload.bytes.length === 0) throw invalid('file_empty', 'The file is empty.');
  const id = randomUUID();
  const name = nameOf(upload.name, upload.contentType, sentencesIn('en'));
  await app.files.put(businessId, id, { ...upload, name });
  try {
    const { contentType } = upload;
    const document = { id, name, contentType, source: 'api', state: 'waiting' } as const;
    const added = await withBusiness(app, businessId, (tx) =>
      addDocument(tx, { ...document, pages: null, found: [], now: app.clock.now() }),
    );
    return existing(added);
  } catch (error) {
    await removeFile(app, businessId, id);
    throw error;
  }
}

const reading = (app: Uses) =>
  endpoint({
    ...one,
    method: 'get',
    summary: 'One file, with how far it has come.',
  })(async ({ params }) => {
    const found = await withBusiness(app, params.businessId, (tx) =>
      findDocument(tx, { id: params.documentId }),
    );
    return ok({ document: shown(existing(found)) });
  });

const removing = (app: Uses) =>
  endpoint({
    ...one,
    method: 'delete',
    summary: 'Removes a file, and every entry that came from it.',
  })(async ({ params: { businessId, documentId } }) => {
    const gone = await withBusiness(app, businessId, async (tx) => {
      const found = existing(await findDocument(tx, { id: documentId }));
      await deleteDocument(tx, documentId, app.clock.now());
      return found;
    });
    await removeFile(app, businessId, documentId);
    app.wakeups.wake('indexing_due');
    return ok({ document: shown(gone) });
  });

async function removeFile({ files, log }: Uses, businessId: string, id: string): Promise<void> {
  await files.remove(businessId, [id]).catch((error: unknown) => {
    log.warn('a file could not be removed', { business: businessId, reason: String(error) });
  });
}

function existing(found: Document | null | undefined): Document {
  if (!found) throw notFound('document');
  return found;
}

const shown = (one: Document) => ({
  documentId: one.id,
  number: one.number,
  name: one.name,
  source: one.source,
  state: one.state === 'waiting' && one.isInHand ? ('reading' as const) : one.state,
  pages: one.pages,
  entriesFound: one.foundCount,
  entriesAdded: one.addedCount,
  error: one.sentence,
  createdAt: one.createdAt,
  finishedAt: one.finishedAt,
});
