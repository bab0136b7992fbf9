import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Dialect } from 'kysely';
import { loadEnvFile, readConfig } from '#config.ts';
import type { Config } from '#config.ts';
import type { Tables } from '#db/tables.ts';
import { CannotStart, reasonOf } from '#errors.ts';
import type { Head } from '#features/backup/lines.ts';
import { headOf, NoBackup } from '#features/backup/lines.ts';
import { confirmEmpty, confirmKeysOf, readBackup } from '#features/backup/read.system.ts';
import { migrations, openDialect, openFiles, openKeys, openSuppression } from '#foundation.ts';
import { openDatabase } from '#platform/db/database.ts';
import { migrate, migrateTo, migrationsOf } from '#platform/db/migrate.ts';
import type { Logger } from '#platform/logger.ts';
import { createLogger } from '#platform/logger.ts';
import { forPerson, Hitch } from './server-api.ts';

const USAGE = 'Puts a backup into an empty database: npm run restore -- FILE';

/** Brings an empty database to the form that the backup has; refuses one of another form. */
async function giveForm(dialect: Dialect, { migrations: wanted }: Head): Promise<void> {
  const { all, applied } = await migrationsOf(dialect, migrations);
  const last = wanted.at(-1);
  if (last === undefined || wanted.some((name) => !all.includes(name))) {
    throw new NoBackup('The backup was made by a newer version of Frontdesk: use that one.');
  }
  if (applied.length === 0) await migrateTo(dialect, migrations, last);
  const now = await migrationsOf(dialect, migrations);
  if (now.applied.toSorted().join() === wanted.toSorted().join()) return;
  throw new NoBackup(
    'The database has another form than the backup: restore into one in which nothing was installed yet.',
  );
}

async function restore(config: Config, log: Logger, path: string) {
  const head = await headOf(path);
  confirmKeysOf(head, { vault: openKeys(config), suppressor: openSuppression(config) });
  const dialect = await openDialect(config, log);
  const db = openDatabase<Tables>(dialect);
  try {
    await giveForm(dialect, head);
    await confirmEmpty({ db });
    const read = await readBackup({ db, files: openFiles(config) }, path);
    await migrate(dialect, migrations);
    return { ...read, takenAt: head.takenAt };
  } finally {
    await db.close();
  }
}

await forPerson(USAGE, async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [given] = positionals;
  if (given === undefined || positionals.length > 1) throw new Hitch(USAGE);
  loadEnvFile();
  const config = readConfig(process.env);
  const log = createLogger({ ...config, level: 'warn' });
  try {
    const { rows, files, takenAt } = await restore(config, log, resolve(given));
    console.log(`Restored as it was at ${takenAt}: ${rows} rows, ${files} files.`);
    console.log('Who has been erased since must be erased again.');
  } catch (error) {
    if (error instanceof NoBackup || error instanceof CannotStart) throw new Hitch(error.message);
    throw new Hitch(`Nothing was restored: ${reasonOf(error)}`);
  }
});
