import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { ClaimLoop } from '#platform/claim-loop.ts';
import { claimLoop } from '#platform/claim-loop.ts';
import { eraseRows } from './erase-rows.system.ts';

type Uses = Pick<
  App,
  'db' | 'clock' | 'log' | 'files' | 'vault' | 'suppressor' | 'answerer' | 'wakeups'
>;

export type Step = {
  businessId: string;
  erasureId: string;
  contactId: string;
  system: 'database' | 'files' | 'carrier' | 'answers';
  ids: string[];
  attempts: number;
  token: string;
};

/** Done, with what was removed and what the receipt says; or to be tried again. */
export type StepEnd =
  | { kind: 'done'; removed?: number; detail?: string }
  | { kind: 'failed'; detail: string }
  | { kind: 'again'; afterMs: number; detail: string };

const LEASE_MS = 60_000;
const AGAIN_MS = 30_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** Takes erasures further, one system after the other. Each step does only what is still to be done, so that it can be done again. */
export function erasureLoop(app: Uses): ClaimLoop<Step> {
  const loop = claimLoop<Step>({
    name: 'erasing',
    concurrency: 2,
    pollMs: 10_000,
    claim: (limit) => claimDue(app, limit),
    handle: (step) => take(app, step),
    log: app.log,
  });
  app.wakeups.on('privacy_due', loop.wake);
  return loop;
}

const claimDue = ({ db, clock }: Uses, limit: number) => {
  const now = clock.now();
  return db.runAsSystem(sql<Step>`
    update erasure_steps s set claim_token = ${randomUUID()}::uuid, attempts = attempts + 1,
      due_at = ${new Date(now.getTime() + LEASE_MS)}
    from erasures e where e.business_id = s.business_id and e.id = s.erasure_id
      and (s.business_id, s.erasure_id, s.system) in (select business_id, erasure_id, system from erasure_steps
        where due_at <= ${now} and state = 'waiting' order by due_at limit ${limit} for update skip locked)
    returning s.business_id as "businessId", s.erasure_id as "erasureId", e.contact_id as "contactId",
      s.system, s.ids, s.attempts, s.claim_token as token`);
};

const takes: Record<Step['system'], (app: Uses, step: Step) => Promise<StepEnd>> = {
  database: eraseRows,
  files: async ({ files }, { businessId, ids }) => {
    await files.remove(businessId, ids);
    return { kind: 'done', removed: ids.length };
  },
  carrier: copiesLeft,
  answers: async () => ({
    kind: 'done',
    detail: 'What was kept of answers, never with who asked, has expired.',
  }),
};

async function take(app: Uses, step: Step): Promise<void> {
  const end = await takes[step.system](app, step).catch((error: unknown): StepEnd => {
    app.log.warn('an erasure is tried again', { system: step.system, reason: String(error) });
    return { kind: 'again', afterMs: pauseAfter(step), detail: 'It is tried again.' };
  });
  await settle(app, step, end);
}

const pauseAfter = ({ attempts }: Step) =>
  Math.min(AGAIN_MS * 2 ** Math.min(attempts - 1, 10), LONGEST_PAUSE_MS);

/** The copies at the carrier are removed one by one, by their own loop. */
async function copiesLeft({ db }: Uses, { businessId, erasureId }: Step): Promise<StepEnd> {
  const [row] = await db.runAsSystem(sql<{ waiting: number; stuck: number; fault: string | null }>`
    select count(*) filter (where due_at is not null)::int as waiting,
      count(*) filter (where due_at is null)::int as stuck, max(fault) as fault
    from carrier_removals where business_id = ${businessId} and erasure_id = ${erasureId}::uuid`);
  const { waiting = 0, stuck = 0, fault = null } = row ?? {};
  if (waiting > 0) {
    return { kind: 'again', afterMs: AGAIN_MS, detail: `${waiting} messages are still there.` };
  }
  if (stuck === 0) return { kind: 'done' };
  return { kind: 'failed', detail: `${stuck} messages are still there: ${fault ?? ''}` };
}

/** Ends or puts off a step whose claim is still ours, and the erasure with its last step. */
async function settle({ db, clock }: Uses, step: Step, end: StepEnd): Promise<void> {
  const { businessId, erasureId, system, token } = step;
  const now = clock.now();
  const isOver = end.kind !== 'again';
  await db.asSystem(async (tx) => {
    // Of two steps that end at once, each would see the other one waiting.
    await sql`select from erasures where business_id = ${businessId} and id = ${erasureId}::uuid for update`.execute(
      tx,
    );
    await sql`update erasure_steps set claim_token = null, detail = ${end.detail ?? null},
        state = ${isOver ? end.kind : 'waiting'}, done_at = ${isOver ? now : null},
        due_at = ${end.kind === 'again' ? new Date(now.getTime() + end.afterMs) : null},
        removed = removed + ${end.kind === 'done' ? (end.removed ?? 0) : 0}
      where business_id = ${businessId} and erasure_id = ${erasureId}::uuid and system = ${system}
        and claim_token = ${token}::uuid`.execute(tx);
    await sql`update erasures e set finished_at = ${now}, state = case when exists (select from erasure_steps s
        where s.business_id = e.business_id and s.erasure_id = e.id and s.state = 'failed') then 'failed' else 'done' end
      where business_id = ${businessId} and id = ${erasureId}::uuid and state = 'running'
        and not exists (select from erasure_steps s where s.business_id = e.business_id
          and s.erasure_id = e.id and s.state = 'waiting')`.execute(tx);
  });
}
