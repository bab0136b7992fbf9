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
  const { error, results } = await migrator(kysely, folder).migrateToLatest();
  if (disposable) await kysely.destroy();
  if (error) throw error;
  return (results ?? []).map(({ migrationName }) => migrationName);
}

/** The migrations of `folder` that the database lacks. */
export async function pendingMigrations(dialect: Dialect, folder: string): Promise<string[]> {
  const all = await migrator(new Kysely({ dialect }), folder).getMigrations();
  return all.filter(({ executedAt }) => !executedAt).map(({ name }) => name);
}

const migrator = (db: Kysely<unknown>, migrationFolder: string) =>
  new Migrator({ db, provider: new FileMigrationProvider({ fs, path, migrationFolder }) });
