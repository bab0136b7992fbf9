import type { Dialect } from 'kysely';
import { Kysely } from 'kysely';
import { FileMigrationProvider, Migrator } from 'kysely/migration';
import { promises as fs } from 'node:fs';
import path from 'node:path';

/**
 * Applies the migrations of `folder` that are not yet recorded, and names them; a second runner waits for
 * the first. The dialect's connections stay open unless it is `disposable`.
 */
export async function migrate(
  dialect: Dialect,
  folder: string,
  { disposable = false } = {},
): Promise<string[]> {
  const kysely = new Kysely({ dialect });
  const provider = new FileMigrationProvider({ fs, path, migrationFolder: folder });
  const { error, results } = await new Migrator({ db: kysely, provider }).migrateToLatest();
  if (disposable) await kysely.destroy();
  if (error) throw error;
  return (results ?? []).map(({ migrationName }) => migrationName);
}
