import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { ClaimLoop } from '#platform/claim-loop.ts';
import { claimLoop } from '#platform/claim-loop.ts';
import type { Embedder, Vectors } from '#ports.ts';

type Uses = Pick<App, 'db' | 'clock' | 'log' | 'wakeups'> & {
  embedder: Embedder;
  vectors: Vectors;
};

type DueEntry = {
  businessId: string;
  id: string;
  text: string;
  version: number;
  token: string;
  isDeleted: boolean;
};
type Batch = { businessId: string; entries: DueEntry[] };

const LEASE_MS = 60_000;
const TRY_AGAIN_MS = 20_000;
const PATIENCE_MS = 30_000;
const AT_ONCE = 100;

/** Brings the vector store up to what the entries say; an entry that changed meanwhile is due again. */
export function indexingLoop(app: Uses): ClaimLoop {
  const loop = claimLoop<Batch>({
    name: 'indexing',
    concurrency: AT_ONCE,
    pollMs: 5_000,
    claim: async (limit) => byBusiness(await claimDue(app, limit)),
    handle: (batch) => indexBatch(app, batch),
    log: app.log,
  });
  app.wakeups.on('indexing_due', loop.wake);
  return loop;
}

const claimDue = ({ db, clock }: Uses, limit: number) =>
  db.runAsSystem(sql<DueEntry>`
    update entries set index_token = ${randomUUID()}::uuid,
      index_due_at = ${new Date(clock.now().getTime() + LEASE_MS)}
    where (business_id, id) in (select business_id, id from entries where index_due_at <= ${clock.now()}
      order by index_due_at limit ${limit} for update skip locked)
    returning business_id as "businessId", id, text, version, index_token as token,
      deleted_at is not null as "isDeleted"`);

const byBusiness = (entries: readonly DueEntry[]): Batch[] =>
  [...Map.groupBy(entries, ({ businessId }) => businessId)].map(([businessId, own]) => ({
    businessId,
    entries: own,
  }));

async function indexBatch(app: Uses, { businessId, entries }: Batch): Promise<void> {
  const [gone, kept] = [entries.filter((e) => e.isDeleted), entries.filter((e) => !e.isDeleted)];
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const texts = kept.map(({ text }) => text);
    const values = texts.length > 0 ? await app.embedder.embed(texts, signal) : [];
    const records = kept.map(({ id }, i) => ({ entryId: id, values: values[i] ?? [] }));
    if (records.length > 0) await app.vectors.upsert(businessId, records);
    if (gone.length > 0)
      await app.vectors.remove(
        businessId,
        gone.map(({ id }) => id),
      );
    await settleEntries(app, entries, null);
  } catch (error) {
    app.log.warn('entries could not be indexed; it is tried again', { reason: String(error) });
    await settleEntries(app, entries, new Date(app.clock.now().getTime() + TRY_AGAIN_MS));
  }
}

/** Null: the entries are in the store as of the version that was claimed. */
const settleEntries = ({ db }: Uses, entries: readonly DueEntry[], dueAgainAt: Date | null) =>
  db.runAsSystem(sql`
    update entries e set index_due_at = ${dueAgainAt}::timestamptz,
      indexed_version = case when ${dueAgainAt === null} then e.version else e.indexed_version end
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
      as x("businessId" text, id uuid, version int, token uuid)
    where e.business_id = x."businessId" and e.id = x.id and e.version = x.version
      and e.index_token = x.token`);

/** Makes every entry of every business due for indexing; how many. */
export async function reindexAll({ db, clock }: Pick<App, 'db' | 'clock'>): Promise<number> {
  const due = await db.runAsSystem(sql`
    update entries set index_due_at = ${clock.now()}, indexed_version = 0
    where deleted_at is null returning id`);
  return due.length;
}
