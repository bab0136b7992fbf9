import { randomBytes } from 'node:crypto';
import type { Dialect } from 'kysely';
import { PGliteDialect } from 'kysely';
import pg from 'pg';
import { migrations } from '#foundation.ts';
import { migrate } from '#platform/db/migrate.ts';
import { postgresDialect } from '#platform/db/postgres.ts';
import { openInMemory } from '#platform/embedded/in-memory.ts';
import type { Logger } from '#platform/logger.ts';

export type TestDatabase = { dialect: Dialect; remove: () => Promise<void> };

/** A new database with every migration: PGlite in memory, or one in `TEST_DATABASE_URL`. */
export async function testDatabase(log: Logger): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  return server ? onServer(server, log) : inMemory();
}

async function inMemory(): Promise<TestDatabase> {
  const pglite = await openInMemory();
  const dialect = new PGliteDialect({ pglite });
  await migrate(dialect, migrations);
  return { dialect, remove: async () => {} };
}

async function onServer(server: string, log: Logger): Promise<TestDatabase> {
  const name = `frontdesk_test_${randomBytes(6).toString('hex')}`;
  await administer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = name;
  await migrate(postgresDialect(url.href, log), migrations, { disposable: true });
  return {
    dialect: postgresDialect(url.href, log),
    remove: () => administer(server, `drop database ${name} with (force)`),
  };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
