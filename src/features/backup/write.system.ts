import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Gzip } from 'node:zlib';
import { createGzip } from 'node:zlib';
import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { AllBusinesses } from '#db/tables.ts';
import type { Head } from './lines.ts';
import { FORMAT } from './lines.ts';
import { migrationsIn, tablesInOrder } from './tables.system.ts';

type Uses = Pick<App, 'config' | 'db' | 'clock' | 'vault' | 'suppressor'>;

export type Written = { rows: number; files: number; hasFiles: boolean };

const AT_ONCE = 500;

/**
 * Writes everything as it is at one moment to a file, which is there whole or not at all, readable by its owner only. The
 * product goes on; the embedded database answers others when it is done. Keys are not in it.
 */
export async function writeBackup(app: Uses, path: string): Promise<Written> {
  const unfinished = `${path}.unfinished`;
  const gzip = createGzip();
  const file = createWriteStream(unfinished, { mode: 0o600, flush: true });
  gzip.pipe(file);
  try {
    const rows = await app.db.asSystem(async (tx) => {
      await sql`set transaction isolation level repeatable read`.execute(tx);
      return writeRows(app, tx, gzip);
    });
    const hasFiles = !app.config.supabase;
    const files = hasFiles ? await writeFiles(join(app.config.dataDir, 'files'), gzip) : 0;
    await put(gzip, JSON.stringify(['end', { rows, files }]));
    gzip.end();
    await finished(file);
    await rename(unfinished, path);
    return { rows, files, hasFiles };
  } catch (error) {
    gzip.destroy();
    file.destroy();
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function put(gzip: Gzip, line: string): Promise<void> {
  if (!gzip.write(`${line}\n`)) await once(gzip, 'drain');
}

async function writeRows(app: Uses, tx: AllBusinesses, gzip: Gzip): Promise<number> {
  await put(gzip, JSON.stringify(['frontdesk', await headFor(app, tx)]));
  let count = 0;
  for (const table of await tablesInOrder(tx)) {
    const isOfNow = table === 'installation' ? sql`where not starts_with(name, 'process ')` : sql``;
    await sql`declare everything no scroll cursor for
      select row_to_json(t)::text as row from ${sql.table(table)} t ${isOfNow}`.execute(tx);
    for (;;) {
      const { rows } = await sql<{
        row: string;
      }>`fetch ${sql.lit(AT_ONCE)} from everything`.execute(tx);
      for (const { row } of rows) await put(gzip, `["row",${JSON.stringify(table)},${row}]`);
      count += rows.length;
      if (rows.length < AT_ONCE) break;
    }
    await sql`close everything`.execute(tx);
  }
  return count;
}

async function headFor(app: Uses, tx: AllBusinesses): Promise<Head> {
  const { rows } = await sql<{ value: string }>`select value from installation
    where name = 'key_rotation'`.execute(tx);
  const rotation = rows[0] && (JSON.parse(rows[0].value) as { from: string; to: string });
  return {
    format: FORMAT,
    takenAt: app.clock.now().toISOString(),
    keyIds: rotation ? [rotation.from, rotation.to] : [app.vault.keyId],
    suppressionKeyId: app.suppressor.keyId,
    migrations: await migrationsIn(tx),
    hasFiles: !app.config.supabase,
  };
}

const asId = /^[0-9a-f-]{36}$/;

/** A file that goes meanwhile was to go. */
async function writeFiles(folder: string, gzip: Gzip): Promise<number> {
  const businesses = await readdir(folder).catch(() => []);
  let count = 0;
  for (const business of businesses) {
    const ids = await readdir(join(folder, business)).catch(() => []);
    for (const id of ids.filter((name) => asId.test(name))) {
      const bytes = await readFile(join(folder, business, id)).catch(() => null);
      if (!bytes) continue;
      await put(gzip, JSON.stringify(['file', business, id, bytes.toString('base64')]));
      count++;
    }
  }
  return count;
}
