import { sql } from 'kysely';
import type { App } from '#app.ts';
import { newsDueAt } from './changes.ts';

type Uses = Pick<App, 'db' | 'clock' | 'wakeups'>;

/** What WhatsApp says of a template when a message with it fails (Twilio's errors). */
const STATUS_OF: Readonly<Record<number, 'rejected' | 'paused' | 'disabled'>> = {
  63040: 'rejected',
  63041: 'paused',
  63042: 'disabled',
};

/**
 * Stops templates with which messages failed because WhatsApp has taken them back, and has the owners told; WhatsApp is asked at
 * once how they stand.
 */
export async function stopRefusedTemplates(
  { db, clock, wakeups }: Uses,
  failed: readonly { id: string; errorCode: number | null }[],
): Promise<void> {
  const now = clock.now();
  const input = failed.flatMap(({ id, errorCode }) => {
    const status = STATUS_OF[errorCode ?? 0];
    return status ? [{ id, status }] : [];
  });
  if (input.length === 0) return;
  const stopped = await db.runAsSystem(sql`
    update templates t set status = f.status, news = array[f.status], due_at = ${now}, attempts = 0,
      news_due_at = least(t.news_due_at, ${newsDueAt(['paused'], now)}::timestamptz)
    from jsonb_to_recordset(${JSON.stringify(input)}::jsonb) as f(id bigint, status text)
    join messages m on m.id = f.id
    where t.business_id = m.business_id and t.content_sid = m.details->'template'->>'contentSid'
      and t.stage = 'watched' and t.status = 'approved'
    returning t.id`);
  if (stopped.length > 0) wakeups.wake('templates_due');
}
