import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Runs a script of statements one by one; each ends with a semicolon at the end of a line. */
export async function runScript(db: Kysely<unknown>, script: string): Promise<void> {
  const statements = script
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
  for (const statement of statements) await sql.raw(statement).execute(db);
}
