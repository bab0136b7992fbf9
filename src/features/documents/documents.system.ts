import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { App } from '#app.ts';
import { endOf } from '#features/knowledge/until.ts';
import { sentencesIn } from '#features/owner-sentences/sentences.ts';
import type { ClaimLoop } from '#platform/claim-loop.ts';
import { claimLoop } from '#platform/claim-loop.ts';
import { saveDocument } from './queries.ts';
import { understand } from './understand.ts';

type Uses = Pick<
  App,
  'db' | 'clock' | 'log' | 'wakeups' | 'files' | 'hearing' | 'seeing' | 'ledger'
>;

type DueDocument = {
  businessId: string;
  id: string;
  name: string;
  contentType: string | null;
  attempts: number;
  token: string;
  timeZone: string;
  country: string;
};

/** Who uploads by the API reads English. */
const english = sentencesIn('en');
const LOST = 'The file was lost before it could be read. Please upload it again.';
const FAILED =
  'The file could not be read at the moment, although it was tried several times. Please upload it again later.';

const LEASE_MS = 30_000;
const TRY_AGAIN_MS = 15_000;
const MOST_ATTEMPTS = 5;
const AT_ONCE = 2;
const PATIENCE_MS = 120_000;

/** Reads uploaded files and adds what they tell. One is done when its entries are stored with it, in one transaction, by whoever still has the claim. */
export function documentLoop(app: Uses): ClaimLoop<DueDocument> {
  const stopping = new AbortController();
  const loop = claimLoop<DueDocument>({
    name: 'reading documents',
    concurrency: AT_ONCE,
    pollMs: 2_000,
    claim: (limit) => claimDue(app, limit),
    handle: (document) => readDocument(app, document, stopping.signal),
    renew: (documents) => renew(app, documents),
    renewMs: LEASE_MS / 3,
    log: app.log,
  });
  app.wakeups.on('documents_due', loop.wake);
  return {
    ...loop,
    stop() {
      stopping.abort(new Error('The process stops'));
      return loop.stop();
    },
  };
}

/** What was claimed and not finished is due again after its lease. */
const claimDue = ({ db, clock }: Uses, limit: number) => {
  const now = clock.now();
  return db.runAsSystem(sql<DueDocument>`
    update documents d set claim_token = ${randomUUID()}::uuid, attempts = attempts + 1,
      due_at = ${new Date(now.getTime() + LEASE_MS)}
    from businesses b where b.id = d.business_id and (d.business_id, d.id) in (
      select business_id, id from documents where due_at <= ${now} and state = 'waiting'
      order by due_at limit ${limit} for update skip locked)
    returning d.business_id as "businessId", d.id, d.name, d.content_type as "contentType", d.attempts,
      d.claim_token as token, b.time_zone as "timeZone", b.default_country as country`);
};

async function renew({ db, clock }: Uses, documents: readonly DueDocument[]): Promise<void> {
  const until = new Date(clock.now().getTime() + LEASE_MS);
  await db.runAsSystem(sql`update documents set due_at = ${until}
    where state = 'waiting' and claim_token = any(${documents.map(({ token }) => token)}::uuid[])`);
}

async function readDocument(app: Uses, document: DueDocument, signal: AbortSignal): Promise<void> {
  if (document.attempts > MOST_ATTEMPTS) return fail(app, document, FAILED);
  try {
    await readAndSave(app, document, signal);
  } catch (error) {
    app.log.warn('a document could not be read; it is tried again', {
      document: document.id,
      reason: String(error),
    });
    await tryAgain(app, document, signal.aborted);
  }
}

async function readAndSave(app: Uses, document: DueDocument, stopping: AbortSignal) {
  const { businessId, id, name, contentType, token } = document;
  const signal = AbortSignal.any([stopping, AbortSignal.timeout(PATIENCE_MS)]);
  const bytes = await app.files.get(businessId, id);
  if (!bytes) return fail(app, document, LOST);
  const understood = await understand(
    app,
    { businessId, file: { bytes, name, contentType }, say: english },
    signal,
  );
  if (understood.kind === 'refused') return fail(app, document, understood.sentence);
  const now = app.clock.now();
  const { pages } = understood;
  const where = { now, timeZone: document.timeZone, country: document.country };
  const facts = understood.texts.map((text) => ({
    text,
    validUntil: endOf(text, where)?.at ?? null,
  }));
  await app.db.asBusiness(businessId, (tx) =>
    saveDocument(tx, document, { facts, from: 'waiting', token, pages, now }),
  );
  app.wakeups.wake('indexing_due');
}

const fail = async ({ db, clock }: Uses, { id, token }: DueDocument, sentence: string) => {
  await db.runAsSystem(sql`
    update documents set state = 'failed', sentence = ${sentence}, due_at = null, claim_token = null,
      finished_at = ${clock.now()}
    where id = ${id}::uuid and claim_token = ${token}::uuid and state = 'waiting'`);
};

/** A process that stops leaves it to the next one at once, and that was no attempt. */
const tryAgain = async ({ db, clock }: Uses, { id, token }: DueDocument, isStopping: boolean) => {
  const at = new Date(clock.now().getTime() + (isStopping ? 0 : TRY_AGAIN_MS));
  await db.runAsSystem(sql`
    update documents set due_at = ${at}, claim_token = null,
      attempts = attempts - case when ${isStopping}::boolean then 1 else 0 end
    where id = ${id}::uuid and claim_token = ${token}::uuid and state = 'waiting'`);
};
