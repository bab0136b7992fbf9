import type { Kysely } from 'kysely';
import { runScript } from '../../platform/db/script.ts';

/** From `valid_until` on, an entry is no longer told to customers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runScript(db, 'alter table entries add column valid_until timestamptz;');
}
