import { sql } from 'kysely';
import type { App } from '#app.ts';

/** A message of ours that did not arrive. */
export type Lost = { id: string; businessId: string; kind: string };

/** What these messages told an owner of, or passed on to one, is due at once: somebody else must be told, or who asked. */
export async function noteNotTold(
  { db, clock, wakeups }: Pick<App, 'db' | 'clock' | 'wakeups'>,
  messages: readonly Lost[],
): Promise<void> {
  const lost = messages.filter(({ kind }) => kind === 'owner-question');
  if (lost.length === 0) return;
  const ids = lost.map(({ id }) => id);
  await db.runAsSystem(sql`update questions set due_at = ${clock.now()}
    where business_id = any(${lost.map(({ businessId }) => businessId)}::text[])
      and state = 'open' and stage in ('telling', 'told')
      and ((message_id = any(${ids}::bigint[]) and replied_at is null)
        or (kind = 'person' and exists (select from messages m where m.id = any(${ids}::bigint[])
          and m.business_id = questions.business_id and m.details ? 'words'
          and m.details->'questions' = jsonb_build_array(questions.number))))`);
  wakeups.wake('questions_due');
}
