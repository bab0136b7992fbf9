import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { ClaimLoop } from '#platform/claim-loop.ts';
import { claimLoop } from '#platform/claim-loop.ts';

const AT_ONCE = 8;
/** The carrier sends nothing earlier than five minutes after it was scheduled. */
const POLL_MS = 15_000;
const LEASE_MS = 30_000;
const LONGEST_WAIT_MS = 600_000;

type Uses = Pick<App, 'db' | 'clock' | 'channel' | 'log'>;
type Scheduled = { messageId: string; messageSid: string; attempts: number };

/** Calls off at the carrier what is scheduled there for people who have opted out, again and again until it is settled. */
export function cancellationLoop(app: Uses): ClaimLoop<Scheduled> {
  return claimLoop({
    name: 'calling off',
    concurrency: AT_ONCE,
    pollMs: POLL_MS,
    claim: (limit) => claim(app, limit),
    handle: (scheduled) => callOff(app, scheduled),
    log: app.log,
  });
}

/** The due time is the lease: whoever dies with it in hand leaves it to the next. */
const claim = ({ db, clock }: Uses, limit: number) => {
  const now = clock.now();
  return db.runAsSystem(sql<Scheduled>`
    update scheduled_cancellations set attempts = attempts + 1,
      due_at = ${new Date(now.getTime() + LEASE_MS)}
    where message_id in (select message_id from scheduled_cancellations where due_at <= ${now}
      order by due_at limit ${limit} for no key update skip locked)
    returning message_id::text as "messageId", message_sid as "messageSid", attempts`);
};

async function callOff(app: Uses, { messageId, messageSid, attempts }: Scheduled): Promise<void> {
  const outcome = await app.channel.cancel(messageSid);
  if (outcome === 'unknown') {
    const waitMs = Math.min(LONGEST_WAIT_MS, LEASE_MS * attempts);
    const dueAt = new Date(app.clock.now().getTime() + waitMs);
    await app.db.runAsSystem(sql`update scheduled_cancellations set due_at = ${dueAt}
      where message_id = ${messageId}::bigint`);
    return;
  }
  await app.db.runAsSystem(sql`
    with settled as (delete from scheduled_cancellations where message_id = ${messageId}::bigint)
    update messages set state = 'cancelled', carrier_status = 'canceled',
      error_sentence = 'The customer opted out before it was sent.'
    where id = ${messageId}::bigint and ${outcome === 'cancelled'}
      and carrier_status in ('scheduled', 'canceled')`);
}
