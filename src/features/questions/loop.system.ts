import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { ClaimLoop } from '#platform/claim-loop.ts';
import { claimLoop } from '#platform/claim-loop.ts';
import { stepQuestions } from './steps.ts';

type Uses = Pick<App, 'db' | 'clock' | 'config' | 'vault' | 'wakeups' | 'log'>;

/** What is due of one business. */
export type Claimed = { businessId: string; token: string };

const POLL_MS = 2_000;
const LEASE_S = 5;
const LONGEST_WAIT_S = 600;

/** The loop that takes open questions further when they are due: to the owner, and back to who asked. */
export function questionLoop(app: Uses): ClaimLoop<Claimed> {
  const loop = claimLoop<Claimed>({
    name: 'asking owners',
    concurrency: 4,
    pollMs: POLL_MS,
    claim: (limit) => claimDue(app, limit),
    async handle({ businessId, token }) {
      await app.db.asBusiness(businessId, (tx) => stepQuestions(app, tx, token, app.clock.now()));
      app.wakeups.wake('outbound_due');
    },
    log: app.log,
  });
  app.wakeups.on('questions_due', loop.wake);
  return loop;
}

/** What was claimed and not taken further is due again after its lease, which grows with each attempt that came to nothing. */
async function claimDue({ db, clock }: Uses, limit: number): Promise<Claimed[]> {
  const now = clock.now();
  const token = randomUUID();
  const rows = await db.runAsSystem(sql<{ business_id: string }>`
    update questions set claim_token = ${token}::uuid, attempts = attempts + 1,
      due_at = ${now}::timestamptz
        + least(${LONGEST_WAIT_S}::int, ${LEASE_S}::int * power(2, least(attempts, 16))) * interval '1 second'
    where (business_id, id) in (select business_id, id from questions
      where state = 'open' and due_at <= ${now} and business_id in (select business_id from questions
        where state = 'open' and due_at <= ${now} group by business_id order by min(due_at) limit ${limit})
      for no key update skip locked)
    returning business_id`);
  const businesses = new Set(rows.map(({ business_id }) => business_id));
  return [...businesses].map((businessId) => ({ businessId, token }));
}
