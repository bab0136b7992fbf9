import type { Kysely } from 'kysely';
import { runScript } from '../../platform/db/script.ts';

/** Days on which a business is open otherwise than in the week that `opening_hours` tells, set one by one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runScript(
    db,
    `alter table businesses add column special_days jsonb not null default '[]'::jsonb;`,
  );
}
