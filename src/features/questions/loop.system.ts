import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { ClaimLoop } from '#platform/claim-loop.ts';
import { claimLoop } from '#platform/claim-loop.ts';
import { stepQuestions } from './steps.ts';

type Uses = Pick<App, 'db' | 'clock' | 'config' | 'vault' | 'wakeups' | 'log'>;

const POLL_MS = 2_000;

/** The loop that takes open questions further when they are due: to the owner, and back to who asked. */
export function questionLoop(app: Uses): ClaimLoop<string> {
  const loop = claimLoop<string>({
    name: 'asking owners',
    concurrency: 4,
    pollMs: POLL_MS,
    claim: (limit) => businessesWithDue(app, limit),
    async handle(businessId) {
      await app.db.asBusiness(businessId, (tx) => stepQuestions(app, tx, app.clock.now()));
      app.wakeups.wake('outbound_due');
    },
    log: app.log,
  });
  app.wakeups.on('questions_due', loop.wake);
  return loop;
}

/** A second process may find the same ones; the lock of a business lets only the first of them do anything. */
async function businessesWithDue({ db, clock }: Uses, limit: number): Promise<string[]> {
  const rows = await db.runAsSystem(sql<{ business_id: string }>`
    select distinct business_id from questions
    where due_at <= ${clock.now()} and state = 'open' limit ${limit}`);
  return rows.map(({ business_id }) => business_id);
}
