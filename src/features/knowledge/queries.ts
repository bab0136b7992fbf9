import { sql } from 'kysely';
import type { OneBusiness } from '#db/tables.ts';
import type { Fact } from './fact.ts';

export type Entry = Fact & {
  id: string;
  source: string;
  createdAt: Date;
  updatedAt: Date;
};

export const LONGEST_ENTRY = 4_000;

const columns = [
  'id',
  'text',
  'source',
  'valid_until as validUntil',
  'created_at as createdAt',
  'updated_at as updatedAt',
] as const;

/** Adds entries and makes them known at once; the vector store follows. */
export async function addEntries(
  tx: OneBusiness,
  facts: readonly Fact[],
  { source, documentId = null, now }: { source: string; documentId?: string | null; now: Date },
): Promise<Entry[]> {
  const values = facts.map(({ text, validUntil }) => ({
    text,
    valid_until: validUntil,
    source,
    document_id: documentId,
    created_at: now,
    updated_at: now,
    index_due_at: now,
  }));
  const added = await tx.insertInto('entries').values(values).returning(columns).execute();
  await knowledgeChanged(tx);
  return added;
}

/** What is not given stays. Null when there is no such entry. */
export async function changeEntry(
  tx: OneBusiness,
  id: string,
  { text, validUntil }: { [key in keyof Fact]?: Fact[key] | undefined },
  now: Date,
): Promise<Entry | null> {
  const changed = await tx
    .updateTable('entries')
    .set(({ eb }) => ({
      ...(text !== undefined && { text }),
      ...(validUntil !== undefined && { valid_until: validUntil }),
      version: eb('version', '+', 1),
      updated_at: now,
      index_due_at: now,
    }))
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .returning(columns)
    .executeTakeFirst();
  if (changed) await knowledgeChanged(tx);
  return changed ?? null;
}

/** Takes an entry out of use; `restoreEntry` brings it back. Null when there is no such entry. */
export async function deleteEntry(tx: OneBusiness, id: string, now: Date): Promise<Entry | null> {
  const deleted = await tx
    .updateTable('entries')
    .set(({ eb }) => ({ deleted_at: now, version: eb('version', '+', 1), index_due_at: now }))
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .returning(columns)
    .executeTakeFirst();
  if (deleted) await knowledgeChanged(tx);
  return deleted ?? null;
}

/** Null when it was not deleted. */
export async function restoreEntry(tx: OneBusiness, id: string, now: Date): Promise<Entry | null> {
  const restored = await tx
    .updateTable('entries')
    .set(({ eb }) => ({ deleted_at: null, version: eb('version', '+', 1), index_due_at: now }))
    .where('id', '=', id)
    .where('deleted_at', 'is not', null)
    .returning(columns)
    .executeTakeFirst();
  if (restored) await knowledgeChanged(tx);
  return restored ?? null;
}

export const findEntry = (tx: OneBusiness, id: string): Promise<Entry | undefined> =>
  tx
    .selectFrom('entries')
    .select(columns)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();

/** In the order in which they were added. */
export const listEntries = (
  tx: OneBusiness,
  { limit, offset }: { limit: number; offset: number },
): Promise<Entry[]> =>
  tx
    .selectFrom('entries')
    .select(columns)
    .where('deleted_at', 'is', null)
    .orderBy('seq')
    .limit(limit)
    .offset(offset)
    .execute();

export async function countEntries(tx: OneBusiness): Promise<number> {
  const { count } = await tx
    .selectFrom('entries')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Everything that a business tells now, with the version that it is, and when the first of it ends. */
export async function wholeKnowledge(tx: OneBusiness, now: Date) {
  const business = await tx
    .selectFrom('businesses')
    .select(['knowledge_version as version', 'opening_hours as hours'])
    .executeTakeFirst();
  const entries = await tx
    .selectFrom('entries')
    .select(['id', 'text', 'valid_until as validUntil'])
    .where('deleted_at', 'is', null)
    .where(isTold(now))
    .orderBy('seq')
    .execute();
  const ends = entries.flatMap(({ validUntil }) => validUntil?.getTime() ?? []);
  return {
    version: business?.version ?? '0',
    hours: business?.hours ?? null,
    entries,
    goodUntil: Math.min(...ends),
  };
}

const isTold = (now: Date) => sql<boolean>`(valid_until is null or valid_until > ${now})`;

/** Whoever has an index of the older version builds a new one. */
export const knowledgeChanged = (tx: OneBusiness) =>
  sql`update businesses set knowledge_version = knowledge_version + 1
    where id = current_setting('app.business_id')`.execute(tx);

/** Of every entry, in the order in which they were added. */
export async function entryIds(tx: OneBusiness): Promise<string[]> {
  const entries = await tx
    .selectFrom('entries')
    .select('id')
    .where('deleted_at', 'is', null)
    .orderBy('seq')
    .execute();
  return entries.map(({ id }) => id);
}

/** In the order of the ids; leaves out what does not exist any more. */
export async function findEntries(tx: OneBusiness, ids: readonly string[]): Promise<Entry[]> {
  if (ids.length === 0) return [];
  const found = await tx
    .selectFrom('entries')
    .select(columns)
    .where('id', 'in', ids)
    .where('deleted_at', 'is', null)
    .execute();
  const byId = new Map(found.map((entry) => [entry.id, entry]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/**
 * For each text the id of the oldest entry that says the same, apart from case and spacing, and has not ended; null
 * where there is none. `exceptId` is not looked at.
 */
export async function findSame(
  tx: OneBusiness,
  texts: readonly string[],
  now: Date,
  exceptId: string | null = null,
): Promise<(string | null)[]> {
  const plain = (column: string) =>
    sql`lower(btrim(regexp_replace(${sql.ref(column)}, '\\s+', ' ', 'g')))`;
  const { rows } = await sql<{ id: string | null }>`
    with given as materialized (select place, ${plain('text')} as said
        from jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb) with ordinality as t(text, place)),
      known as materialized (select distinct on (said) said, id from (
          select id, seq, ${plain('text')} as said from entries where deleted_at is null
          and (valid_until is null or valid_until > ${now}) and id is distinct from ${exceptId}::uuid) e
        where said in (select said from given) order by said, seq)
    select k.id from given g left join known k on k.said = g.said
    order by g.place`.execute(tx);
  return rows.map(({ id }) => id);
}
