import { sql } from 'kysely';
import type { App } from '#app.ts';
import { fileIdOf } from './file-id.ts';
import { MOST_FILES } from './given.ts';

type Uses = Pick<App, 'db' | 'clock' | 'log' | 'files'>;

const AT_ONCE = 100;

type Old = { id: string; at: Date; businessId: string; count: number };

/**
 * Removes the pictures and voice notes of messages that are older than their business keeps what was said, and forgets where the carrier has them; what
 * an owner sent stays with its source. What cannot be removed is tried again by the next sweep. Gives how many messages
 * there were.
 */
export async function forgetMedia(app: Uses): Promise<number> {
  const now = app.clock.now();
  let forgotten = 0;
  for (let after = { id: '0', at: new Date(0) }; ;) {
    const old = await oldMessages(app, { now, after });
    for (const [businessId, messages] of Map.groupBy(old, (one) => one.businessId)) {
      forgotten += await forgetOf(app, businessId, messages);
    }
    if (old.length < AT_ONCE) return forgotten;
    after = old.at(-1) ?? after;
  }
}

type Part = { now: Date; after: Pick<Old, 'id' | 'at'> };

const oldMessages = ({ db }: Uses, { now, after }: Part) =>
  db.runAsSystem(sql<Old>`
    select m.id::text, m.created_at as at, m.business_id as "businessId", jsonb_array_length(m.details->'media') as count
    from messages m join businesses b on b.id = m.business_id
    where m.direction = 'in' and m.details->'media' is not null
      and m.created_at < ${now}::timestamptz - make_interval(days => b.content_days)
      and (m.created_at, m.id) > (${after.at}, ${after.id}::bigint)
    order by m.created_at, m.id limit ${AT_ONCE}`);

/** The files first: one that is left would never be found again. */
async function forgetOf(app: Uses, businessId: string, messages: readonly Old[]): Promise<number> {
  const ids = messages.flatMap(({ id, count }) =>
    Array.from({ length: Math.min(count, MOST_FILES) }, (_, at) => fileIdOf({ id }, at)),
  );
  try {
    await app.files.remove(businessId, await withoutDocuments(app, businessId, ids));
  } catch (error) {
    app.log.warn('old media could not be removed; it is tried again', {
      business: businessId,
      reason: String(error),
    });
    return 0;
  }
  await app.db.runAsSystem(sql`update messages set details = details - 'media'
    where business_id = ${businessId} and id = any(${messages.map(({ id }) => id)}::bigint[])`);
  return messages.length;
}

async function withoutDocuments(
  { db }: Uses,
  businessId: string,
  ids: readonly string[],
): Promise<string[]> {
  const documents = await db.runAsSystem(sql<{ id: string }>`select id from documents
    where business_id = ${businessId} and id = any(${ids}::uuid[])`);
  const kept = new Set(documents.map(({ id }) => id));
  return ids.filter((id) => !kept.has(id));
}
