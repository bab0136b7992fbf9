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

/** Applies the migrations of `folder` up to one of them. */
export async function migrateTo(dialect: Dialect, folder: string, name: string): Promise<void> {
  const { error } = await migrator(new Kysely({ dialect }), folder).migrateTo(name);
  if (error) throw error;
}

/** The names of the migrations of `folder`, and of those that the database has. */
export async function migrationsOf(
  dialect: Dialect,
  folder: string,
): Promise<{ all: string[]; applied: string[] }> {
  const known = await migrator(new Kysely({ dialect }), folder).getMigrations();
  const applied = known.filter(({ executedAt }) => executedAt);
  return { all: known.map(({ name }) => name), applied: applied.map(({ name }) => name) };
}

/** The migrations of `folder` that the database lacks. */
export async function pendingMigrations(dialect: Dialect, folder: string): Promise<string[]> {
  const all = await migrator(new Kysely({ dialect }), folder).getMigrations();
  return all.filter(({ executedAt }) => !executedAt).map(({ name }) => name);
}

const migrator = (db: Kysely<unknown>, migrationFolder: string) =>
  new Migrator({ db, provider: new FileMigrationProvider({ fs, path, migrationFolder }) });
