import { sql } from 'kysely';
import type { App } from '#app.ts';

/** A message of ours that did not arrive. */
export type Lost = { id: string; businessId: string; kind: string };

/** What these messages told an owner of is due at once: somebody else must be told, or who asked. */
export async function noteNotTold(
  { db, clock, wakeups }: Pick<App, 'db' | 'clock' | 'wakeups'>,
  messages: readonly Lost[],
): Promise<void> {
  const lost = messages.filter(({ kind }) => kind === 'owner-question');
  if (lost.length === 0) return;
  await db.runAsSystem(sql`update questions set due_at = ${clock.now()}
    where business_id = any(${lost.map(({ businessId }) => businessId)}::text[])
      and message_id = any(${lost.map(({ id }) => id)}::bigint[])
      and state = 'open' and stage in ('telling', 'told') and replied_at is null`);
  wakeups.wake('questions_due');
}
