import type { Store } from 'express-rate-limit';
import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { Clock } from '#ports.ts';
import { within } from './deadline.ts';

type Uses = { db: Pick<Database<never>, 'runAsSystem'>; clock: Clock };

const PATIENCE_MS = 1_000;

/** Hits in the table `rate_limit_hits`, so that all processes count together: one statement a hit. */
export function databaseHits({ db, clock }: Uses, windowMs: number): Store {
  let sweepAt = 0;

  const sweep = async (now: Date) => {
    sweepAt = now.getTime() + windowMs;
    await db.runAsSystem(sql`delete from rate_limit_hits where reset_at <= ${now}`);
  };

  return {
    localKeys: false,
    async increment(key) {
      const now = clock.now();
      if (now.getTime() >= sweepAt) await within(PATIENCE_MS, sweep(now));
      const resetAt = new Date(now.getTime() + windowMs);
      const rows = await within(
        PATIENCE_MS,
        db.runAsSystem(sql<{ hits: number; reset_at: Date }>`
          insert into rate_limit_hits as kept (key, hits, reset_at) values (${key}, 1, ${resetAt})
          on conflict (key) do update set
            hits = case when kept.reset_at <= ${now} then 1 else kept.hits + 1 end,
            reset_at = case when kept.reset_at <= ${now} then excluded.reset_at else kept.reset_at end
          returning hits, reset_at`),
      );
      return { totalHits: rows[0]?.hits ?? 1, resetTime: rows[0]?.reset_at ?? resetAt };
    },
    async decrement(key) {
      await db.runAsSystem(
        sql`update rate_limit_hits set hits = hits - 1 where key = ${key} and hits > 0`,
      );
    },
    async resetKey(key) {
      await db.runAsSystem(sql`delete from rate_limit_hits where key = ${key}`);
    },
  };
}
