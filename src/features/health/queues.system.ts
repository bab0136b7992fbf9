import { sql } from 'kysely';
import type { App } from '#app.ts';

export const queues = ['turns', 'outbound', 'sending', 'unknown', 'indexing'] as const;

export type QueueDepth = { queue: (typeof queues)[number]; rows: number; oldestSeconds: number };

/** How much waits in each queue where something does, over all businesses, in one statement over the indexes of what is due. */
export const queueDepths = ({ db }: Pick<App, 'db'>, now: Date): Promise<QueueDepth[]> =>
  db.runAsSystem(sql<QueueDepth>`
    select queue, count(*)::int as rows,
      coalesce(extract(epoch from greatest(interval '0', ${now}::timestamptz - min(due_at))), 0)::float8
        as "oldestSeconds"
    from (
      select 'turns' as queue, attention_due_at as due_at from conversations
        where attention_due_at is not null
      union all select 'outbound', due_at from messages where state = 'queued'
      union all select state, coalesce(uncertain_since, due_at) from messages where state in ('sending', 'unknown')
      union all select 'indexing', index_due_at from entries where index_due_at is not null
    ) waiting group by queue`);

/** Rejects when the database does not answer. */
export const pingDatabase = ({ db }: Pick<App, 'db'>) => db.runAsSystem(sql`select 1`);

/** When the last message of a customer or owner came in; null when none has. */
export async function lastMessageAt({ db }: Pick<App, 'db'>): Promise<Date | null> {
  const [last] = await db.runAsSystem(sql<{ created_at: Date }>`
    select created_at from messages where direction = 'in' order by id desc limit 1`);
  return last?.created_at ?? null;
}
