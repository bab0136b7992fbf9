import type { Kysely } from 'kysely';
import { runScript } from '../../platform/db/script.ts';

/** Who is taking a question further, and how often that has come to nothing. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runScript(
    db,
    `alter table questions add column claim_token uuid, add column attempts int not null default 0;`,
  );
}
