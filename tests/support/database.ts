import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
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

const CACHE = 'node_modules/.cache/frontdesk-test-database';

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
  const pglite = await openInMemory(await template());
  const staysOpen = new Proxy(pglite, {
    get(target, name) {
      if (name === 'close') return async () => {};
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { dialect: () => new PGliteDialect({ pglite: staysOpen }), remove: () => pglite.close() };
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

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(migrations)).toSorted()) {
    hash.update(await readFile(join(migrations, name)));
  }
  return hash
    .update(await readFile('package-lock.json'))
    .digest('hex')
    .slice(0, 16);
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
