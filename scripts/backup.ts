import { copyFile, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createApp } from '#app.ts';
import type { Config } from '#config.ts';
import { loadEnvFile, readConfig } from '#config.ts';
import { openOrSay } from '#database.ts';
import { writeBackup } from '#features/backup/write.system.ts';
import { openFoundation } from '#foundation.ts';
import { createLogger } from '#platform/logger.ts';
import { byServer } from './by-server.ts';
import { forPerson, Hitch } from './server-api.ts';

const USAGE = 'Writes everything to a file while the product runs: npm run backup -- FILE';

const State = z.object({
  state: z.string(),
  reason: z.string().optional(),
  file: z.string().optional(),
  rows: z.number().default(0),
  files: z.number().default(0),
  hasFiles: z.boolean().default(true),
});

/** The server alone has the embedded database open: it writes the file, which is then put where it is wanted. */
async function ofServer(config: Config, path: string) {
  const written = await byServer(config, State, '/api/backups');
  if (!written?.file) return null;
  await rename(written.file, path).catch(async () => {
    await copyFile(written.file ?? '', path);
    await rm(written.file ?? '');
  });
  return written;
}

async function here(config: Config, path: string) {
  const log = createLogger({ ...config, level: 'warn' });
  const app = createApp(await openFoundation(config, log, await openOrSay(config, log)));
  try {
    return await writeBackup(app, path);
  } finally {
    await app.db.close();
  }
}

await forPerson(USAGE, async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [given] = positionals;
  if (given === undefined || positionals.length > 1) throw new Hitch(USAGE);
  loadEnvFile();
  const config = readConfig(process.env);
  const path = resolve(given);
  const byOther = config.databaseUrl ? null : await ofServer(config, path);
  const { rows, files, hasFiles } = byOther ?? (await here(config, path));
  console.log(`${path}: ${rows} rows, ${files} files.`);
  if (!hasFiles) console.log('Files are in Supabase Storage and are not in it.');
  console.log(
    'The keys are not in it: keep ENCRYPTION_KEY and SUPPRESSION_KEY (where none is set, encryption.key and ' +
      'suppression.key in DATA_DIR) in another place; without them it cannot be restored.',
  );
});
