import { randomUUID } from 'node:crypto';
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { AllBusinesses } from '#db/tables.ts';
import type { ClaimLoop } from '#platform/claim-loop.ts';
import { claimLoop } from '#platform/claim-loop.ts';
import type { Forgotten } from '#ports.ts';

type Uses = Pick<App, 'db' | 'clock' | 'log' | 'channel' | 'wakeups'>;

export type Removal = {
  businessId: string;
  messageSid: string;
  act: 'delete' | 'redact';
  hasMedia: boolean;
  erasureId: string | null;
  attempts: number;
  askedAt: Date;
  token: string;
};

const LEASE_MS = 60_000;
const AT_ONCE = 4;
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 6 * 3_600_000;
/** What is under way can be removed after a minute, seldom only after two weeks. */
const GIVEN_UP_AFTER_MS = 15 * 24 * 3_600_000;

/** The messages of a statement, as it asks for the removal of their copies at the carrier. A whole message is more than its text. */
export const askFor = (
  messages: RawBuilder<unknown>,
  {
    act,
    erasureId = null,
    now,
  }: { act: 'delete' | 'redact'; erasureId?: string | null; now: Date },
) => sql`
  insert into carrier_removals (business_id, message_sid, act, has_media, erasure_id, asked_at, due_at)
  select business_id, message_sid, ${act}, has_media, ${erasureId}::uuid, ${now}::timestamptz, ${now}::timestamptz
  from ${messages} where message_sid is not null
  on conflict (business_id, message_sid) do update set act = excluded.act, erasure_id = excluded.erasure_id,
    attempts = 0, asked_at = excluded.asked_at, due_at = excluded.due_at, fault = null
  where carrier_removals.act = 'redact'`;

/** Whether a message came with files, as far as its row or its SID tells. */
export const hadMedia = sql`(coalesce(details ? 'media', false) or coalesce(message_sid like 'MM%', false))`;

/** Removes copies at the carrier. One is done when its row is gone; what the carrier cannot do yet is asked again. */
export function carrierCopies(app: Uses): ClaimLoop<Removal> {
  const loop = claimLoop<Removal>({
    name: 'removing copies at the carrier',
    concurrency: AT_ONCE,
    pollMs: 10_000,
    claim: (limit) => claimDue(app, limit),
    handle: async (removal) => {
      const { messageSid: sid, act, hasMedia } = removal;
      await settle(app, removal, await app.channel.forget({ sid, act, hasMedia }));
    },
    log: app.log,
  });
  app.wakeups.on('privacy_due', loop.wake);
  return loop;
}

const claimDue = ({ db, clock }: Uses, limit: number) => {
  const now = clock.now();
  return db.runAsSystem(sql<Removal>`
    update carrier_removals set claim_token = ${randomUUID()}::uuid, attempts = attempts + 1,
      due_at = ${new Date(now.getTime() + LEASE_MS)}
    where (business_id, message_sid) in (select business_id, message_sid from carrier_removals
      where due_at <= ${now} order by due_at limit ${limit} for update skip locked)
    returning business_id as "businessId", message_sid as "messageSid", act, has_media as "hasMedia",
      erasure_id as "erasureId", attempts, asked_at as "askedAt", claim_token as token`);
};

async function settle({ db, clock, log }: Uses, removal: Removal, end: Forgotten): Promise<void> {
  const { businessId, messageSid, erasureId, token } = removal;
  const claimed = sql`business_id = ${businessId} and message_sid = ${messageSid} and claim_token = ${token}::uuid`;
  if (end.kind === 'done') {
    await db.asSystem(async (tx) => {
      const { rows } = await sql`delete from carrier_removals where ${claimed} returning 1`.execute(
        tx,
      );
      if (erasureId && rows.length > 0) await countRemoved(tx, businessId, erasureId);
    });
    return;
  }
  const now = clock.now();
  const at = end.kind === 'refused' ? null : nextAttempt(removal, end.retryAfterMs, now);
  if (at === null) log.warn('a copy at the carrier stays', { messageSid, reason: end.because });
  await db.runAsSystem(sql`update carrier_removals set due_at = ${at}, claim_token = null,
    fault = ${end.because} where ${claimed}`);
}

const countRemoved = (tx: AllBusinesses, businessId: string, erasureId: string) =>
  sql`update erasure_steps set removed = removed + 1 where business_id = ${businessId}
    and erasure_id = ${erasureId}::uuid and system = 'carrier'`.execute(tx);

/** When it is asked again: later each time; null when it has been asked for long enough. */
export function nextAttempt(
  { attempts, askedAt }: Pick<Removal, 'attempts' | 'askedAt'>,
  retryAfterMs: number | undefined,
  now: Date,
): Date | null {
  if (now.getTime() - askedAt.getTime() > GIVEN_UP_AFTER_MS) return null;
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
  return new Date(now.getTime() + Math.max(pause, retryAfterMs ?? 0));
}
