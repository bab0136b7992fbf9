import { sql } from 'kysely';
import type { App } from '#app.ts';

type Uses = Pick<App, 'db' | 'clock' | 'log' | 'wakeups'>;

const EVERY_MS = 30_000;
const TOO_LONG_MS = 20_000;

/** Looks after messages that nobody looks after: each inbound message must end in a reply or a recorded reason. */
export function sweeper(app: Uses) {
  let timer: NodeJS.Timeout | undefined;
  const sweepQuietly = () => {
    sweep(app).catch((error: unknown) => {
      app.log.warn('sweeping failed; it is tried again', { reason: String(error) });
    });
  };
  return {
    start() {
      timer = setInterval(sweepQuietly, EVERY_MS);
    },
    stop() {
      clearInterval(timer);
    },
  };
}

/** Gives conversations with a forgotten message back to the loop; how many there were. */
export async function sweep({ db, clock, log, wakeups }: Uses): Promise<number> {
  const now = clock.now();
  const forgotten = await db.runAsSystem(sql`
    update conversations c set attention_due_at = ${now}
    where c.attention_due_at is null and c.id in (
      select conversation_id from messages where direction = 'in' and outcome is null
      and created_at < ${new Date(now.getTime() - TOO_LONG_MS)})
    returning c.id`);
  await db.runAsSystem(sql`delete from rate_limit_hits where reset_at < ${now}`);
  if (forgotten.length > 0) {
    log.warn('messages had been forgotten', { conversations: forgotten.length });
    wakeups.wake('attention_due');
  }
  return forgotten.length;
}
