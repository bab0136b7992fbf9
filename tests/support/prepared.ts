import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGliteDialect } from 'kysely';
import { migrations } from '#foundation.ts';
import { migrate } from '#platform/db/migrate.ts';
import { openEmbedded } from '#platform/embedded/open.ts';

const root = join(import.meta.dirname, '../..');

/** Where databases that tests copy are kept, until a migration or a dependency changes. */
export const CACHE = join(root, 'node_modules/.cache/frontdesk-test-database');

/** What the kept databases were made from, as a short name. */
export async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(migrations)).toSorted()) {
    hash.update(await readFile(join(migrations, name)));
  }
  return hash
    .update(await readFile(join(root, 'package-lock.json')))
    .digest('hex')
    .slice(0, 16);
}

/** Puts an empty database with every migration into `folder`, as a first start would: a start takes seconds, a copy none. */
export async function putDatabaseInto(folder: string): Promise<void> {
  const kept = join(CACHE, `${await fingerprint()}-folder`);
  if (!existsSync(kept)) await make(kept);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await cp(join(kept, 'database'), join(folder, 'database'), { recursive: true });
}

async function make(kept: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const unfinished = await mkdtemp(join(CACHE, 'unfinished-'));
  const pglite = await openEmbedded(unfinished);
  await migrate(new PGliteDialect({ pglite }), migrations);
  await pglite.close();
  await rename(unfinished, kept).catch(() => rm(unfinished, { recursive: true }));
}
