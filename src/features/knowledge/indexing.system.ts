import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { App } from '#app.ts';
import { reasonOf } from '#errors.ts';
import type { ClaimLoop } from '#platform/claim-loop.ts';
import { claimLoop } from '#platform/claim-loop.ts';
import type { AllBusinesses } from '#db/tables.ts';
import type { VectorIndex } from '#ports.ts';
import { placeOf } from './index-place.ts';

type Uses = Pick<App, 'db' | 'clock' | 'log' | 'wakeups' | 'ledger'> & VectorIndex;

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
/** As long as another process may hold entries: its lease, and a little. */
const OTHERS_WITHIN_MS = LEASE_MS + 30_000;
const ASK_OTHERS_MS = 500;

/** Brings the vector store up to what the entries say; an entry that changed meanwhile is due again. */
export function indexingLoop(app: Uses): ClaimLoop<Batch> {
  const loop = claimLoop<Batch>({
    name: 'indexing',
    concurrency: AT_ONCE,
    pollMs: 5_000,
    claim: async (limit) => byBusiness(await claimDue(app, limit)),
    handle: async (batch) => void (await indexBatch(app, batch)),
    log: app.log,
  });
  app.wakeups.on('indexing_due', loop.wake);
  return loop;
}

/**
 * Makes this process's index the one in use. When it was another one before, that is kept as the former, and every entry
 * becomes due; entries that a process set to the former one indexes from now on stay due until they are in this one too.
 */
export async function useIndex(app: Uses): Promise<void> {
  const { db, clock, log } = app;
  const index = placeOf(app);
  const due = await db.asSystem(async (tx) => {
    if (!(await replaceIndex(tx, index))) return [];
    const { rows } = await sql`
      update entries set index_due_at = ${clock.now()}, index_token = null
      where indexed_in is distinct from ${index} returning id`.execute(tx);
    return rows;
  });
  if (due.length > 0) log.info('entries are indexed anew', { index, entries: due.length });
}

/** The former index is the last one that was complete: one that was left half filled does not take its place. */
async function replaceIndex(tx: AllBusinesses, index: string): Promise<boolean> {
  const { rows } = await sql<{ value: string }>`
    select value from installation where name = 'index' for update`.execute(tx);
  const before = rows[0]?.value;
  if (before === index) return false;
  await sql`insert into installation (name, value) values ('index', ${index})
    on conflict (name) do update set value = excluded.value`.execute(tx);
  if (before === undefined) return true;
  await sql`insert into installation (name, value) values ('former_index', ${before})
    on conflict (name) do update set value = excluded.value
    where installation.value = ${index}`.execute(tx);
  return true;
}

/** Only what is not in this process's index as it now reads. */
const claimDue = (app: Uses, limit: number) => {
  const now = app.clock.now();
  return app.db.runAsSystem(sql<DueEntry>`
    update entries set index_token = ${randomUUID()}::uuid,
      index_due_at = ${new Date(now.getTime() + LEASE_MS)}
    where (business_id, id) in (select business_id, id from entries where index_due_at <= ${now}
      and (indexed_in is distinct from ${placeOf(app)} or indexed_version <> version)
      order by index_due_at limit ${limit} for update skip locked)
    returning business_id as "businessId", id, text, version, index_token as token,
      deleted_at is not null as "isDeleted"`);
};

const byBusiness = (entries: readonly DueEntry[]): Batch[] =>
  [...Map.groupBy(entries, ({ businessId }) => businessId)].map(([businessId, own]) => ({
    businessId,
    entries: own,
  }));

/** Null, or why it failed; what failed is due again. */
async function indexBatch(app: Uses, batch: Batch): Promise<string | null> {
  const reason = await write(app, batch).then(
    () => null,
    (error: unknown) => reasonOf(error),
  );
  if (reason) app.log.warn('entries could not be indexed; it is tried again', { reason });
  const settled = await settleEntries(app, batch.entries, reason === null);
  if (settled.length === 0) await removeOrphans(app, batch.businessId);
  return reason;
}

async function write(
  { embedder, vectors, ledger }: Uses,
  { businessId, entries }: Batch,
): Promise<void> {
  const [gone, kept] = [entries.filter((e) => e.isDeleted), entries.filter((e) => !e.isDeleted)];
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const texts = kept.map(({ text }) => text);
  const spent = ledger.spentOn(businessId, 'embed');
  const values = texts.length > 0 ? await embedder.embed(texts, signal, spent) : [];
  const records = kept.map(({ id }, i) => ({ entryId: id, values: values[i] ?? [] }));
  const goneIds = gone.map(({ id }) => id);
  if (records.length > 0) await vectors.upsert(businessId, records);
  if (goneIds.length > 0) await vectors.remove(businessId, goneIds);
}

/** Entries that are done are due no more, unless another index is in use by now; gives those that were still ours to settle. */
const settleEntries = (app: Uses, entries: readonly DueEntry[], isDone: boolean) => {
  const now = app.clock.now();
  return app.db.runAsSystem(sql<{ id: string }>`
    update entries e set
      index_due_at = case when not ${isDone}::boolean then ${new Date(now.getTime() + TRY_AGAIN_MS)}::timestamptz
        when (select value from installation where name = 'index') <> ${placeOf(app)} then ${now}::timestamptz end,
      indexed_version = case when ${isDone}::boolean then e.version else e.indexed_version end,
      indexed_in = case when ${isDone}::boolean then ${placeOf(app)} else e.indexed_in end
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
      as x("businessId" text, id uuid, version int, token uuid)
    where e.business_id = x."businessId" and e.id = x.id and e.version = x.version
      and e.index_token = x.token returning e.id`);
};

/** A business that was removed while its entries were being indexed leaves no vectors behind. */
async function removeOrphans({ db, vectors, log }: Uses, businessId: string): Promise<void> {
  const found = await db.runAsSystem(sql`select id from businesses where id = ${businessId}`);
  if (found.length > 0) return;
  await vectors.removeBusiness(businessId).catch((error: unknown) => {
    log.error('vectors of a removed business are left', { business: businessId, error });
  });
}

export type Rebuilt = { indexed: number; total: number; reason: string | null };

/** Indexes every entry of every business again, and waits until all are in the index or one fails. */
export async function rebuild(app: Uses): Promise<Rebuilt> {
  await useIndex(app);
  await app.db.runAsSystem(sql`
    update entries set index_due_at = ${app.clock.now()}, indexed_in = null, index_token = null
    where deleted_at is null`);
  let reason: string | null = null;
  for (let idleMs = 0; ; idleMs += ASK_OTHERS_MS) {
    for (const batch of byBusiness(await claimDue(app, AT_ONCE))) {
      reason ??= await indexBatch(app, batch);
      idleMs = 0;
    }
    const { indexed, total } = await countIndexed(app);
    if (indexed < total && idleMs > OTHERS_WITHIN_MS)
      reason ??= 'another process holds the others.';
    if (indexed >= total || reason !== null) return { indexed, total, reason };
    // What a running server has claimed is waited for.
    if (idleMs > 0) await sleep(ASK_OTHERS_MS);
  }
}

async function countIndexed(app: Uses): Promise<{ indexed: number; total: number }> {
  const [counts] = await app.db.runAsSystem(sql<{ indexed: number; total: number }>`
    select count(*)::int as total, count(*) filter (where indexed_in = ${placeOf(app)}
      and indexed_version = version)::int as indexed
    from entries where deleted_at is null`);
  return counts ?? { indexed: 0, total: 0 };
}
