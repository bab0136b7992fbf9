import { randomBytes } from 'node:crypto';
import { after } from 'node:test';
import type { Dialect } from 'kysely';
import { Kysely, PGliteDialect, sql } from 'kysely';
import pg from 'pg';
import { migrations } from '#foundation.ts';
import { migrate } from '#platform/db/migrate.ts';
import { postgresDialect } from '#platform/db/postgres.ts';
import { openInMemory } from '#platform/embedded/in-memory.ts';
import type { Logger } from '#platform/logger.ts';

type Shared = { dialect: (log: Logger) => Dialect; remove: () => Promise<unknown> };

let shared: Promise<Shared> | undefined;

after(async () => (await shared)?.remove());

/**
 * An empty database with every migration: PGlite in memory, or one in `TEST_DATABASE_URL`. The worlds of one
 * test file use it one after the other.
 */
export async function testDatabase(log: Logger): Promise<Dialect> {
  const server = process.env.TEST_DATABASE_URL;
  shared ??= server ? onServer(server) : inMemory();
  const { dialect } = await shared;
  await empty(dialect(log));
  return dialect(log);
}

async function inMemory(): Promise<Shared> {
  const pglite = await openInMemory();
  const staysOpen = new Proxy(pglite, {
    get(target, name) {
      if (name === 'close') return async () => {};
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const dialect = () => new PGliteDialect({ pglite: staysOpen });
  await migrate(dialect(), migrations);
  return { dialect, remove: () => pglite.close() };
}

async function onServer(server: string): Promise<Shared> {
  const name = `frontdesk_test_${randomBytes(6).toString('hex')}`;
  await administer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = name;
  const dialect = (log: Logger) => postgresDialect(url.href, log);
  const silent = { debug() {}, info() {}, warn() {}, error() {} } as unknown as Logger;
  await migrate(dialect(silent), migrations, { disposable: true });
  return { dialect, remove: () => administer(server, `drop database ${name} with (force)`) };
}

async function empty(dialect: Dialect): Promise<void> {
  const db = new Kysely<unknown>({ dialect });
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables
    where schemaname = 'public' and tablename not like 'kysely%' and tablename <> 'businesses'`.execute(
    db,
  );
  await sql.raw(`truncate ${rows.map(({ name }) => name).join(', ')} restart identity`).execute(db);
  await sql`delete from businesses where kind = 'shop'`.execute(db);
  await db.destroy();
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
