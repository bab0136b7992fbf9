import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after } from 'node:test';
import type { Dialect } from 'kysely';
import { Kysely, PGliteDialect, sql } from 'kysely';
import pg from 'pg';
import { migrations } from '#foundation.ts';
import { migrate } from '#platform/db/migrate.ts';
import { postgresDialect } from '#platform/db/postgres.ts';
import { openInMemory } from '#platform/embedded/in-memory.ts';
import type { Logger } from '#platform/logger.ts';
import { CACHE, fingerprint } from './prepared.ts';

type Shared = { dialect: Dialect; remove: () => Promise<unknown> };

let shared: Promise<Shared> | undefined;

after(async () => (await shared)?.remove());

/**
 * An empty database with every migration: PGlite in memory, or one in `TEST_DATABASE_URL`. The worlds of one
 * test file use it one after the other.
 */
export async function testDatabase(): Promise<Dialect> {
  const server = process.env.TEST_DATABASE_URL;
  shared ??= server ? onServer(server) : inMemory();
  const { dialect } = await shared;
  await empty(dialect);
  return dialect;
}

async function inMemory(): Promise<Shared> {
  const pglite = await openInMemory(await template());
  const dialect = staysOpen(new PGliteDialect({ pglite }));
  return { dialect, remove: () => pglite.close() };
}

/** A migrated database as a file, made by the first test that needs it and kept until a migration changes. */
async function template(): Promise<Blob> {
  await mkdir(CACHE, { recursive: true });
  const path = join(CACHE, await fingerprint());
  const kept = await readFile(path).catch(() => null);
  if (kept) return new Blob([new Uint8Array(kept)]);
  const pglite = await openInMemory();
  await migrate(new PGliteDialect({ pglite }), migrations);
  const dump = await pglite.dump();
  await pglite.close();
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, new Uint8Array(await dump.arrayBuffer()), { mode: 0o600 });
  await rename(unfinished, path);
  return dump;
}

async function onServer(server: string): Promise<Shared> {
  const name = `frontdesk_test_${randomBytes(6).toString('hex')}`;
  await administer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = name;
  const silent = { debug() {}, info() {}, warn() {}, error() {} } as unknown as Logger;
  const dialect = staysOpen(postgresDialect(url.href, silent));
  await migrate(dialect, migrations);
  return {
    dialect,
    remove: () => administer(server, `drop database ${name} with (force)`),
  };
}

/** Far quicker than truncating: the tables hold a handful of rows. What belongs to a business goes with it. */
const EMPTY = `do $$ declare name text; begin
  delete from businesses where kind = 'shop';
  delete from contacts;
  if exists (select from consent_events) then truncate consent_events; end if;
  for name in select tablename from pg_tables where schemaname = 'public'
    and tablename not like 'kysely%' and tablename <> 'businesses'
  loop execute format('delete from %I', name); end loop;
  for name in select sequencename from pg_sequences where schemaname = 'public'
  loop perform setval(name::regclass, 1, false); end loop;
end $$`;

async function empty(dialect: Dialect): Promise<void> {
  const db = new Kysely<unknown>({ dialect });
  await sql.raw(EMPTY).execute(db);
  await db.destroy();
}

/** The same connections for each world of a file: their statements are prepared by then. */
function staysOpen(dialect: Dialect): Dialect {
  const driver = dialect.createDriver();
  const shared = new Proxy(driver, {
    get(target, name) {
      if (name === 'destroy') return async () => {};
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return {
    createDriver: () => shared,
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
