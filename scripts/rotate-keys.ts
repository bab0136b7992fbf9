import { z } from 'zod';
import type { Config } from '#config.ts';
import { loadEnvFile, readConfig } from '#config.ts';
import { openOrSay } from '#database.ts';
import { AppError } from '#errors.ts';
import { createApp } from '#app.ts';
import { changeKeys } from '#features/keys/change.ts';
import { openFoundation } from '#foundation.ts';
import { createLogger } from '#platform/logger.ts';
import { byServer } from './by-server.ts';
import { forPerson, Hitch } from './server-api.ts';

const USAGE =
  'Changes the encryption key while the product runs: npm run rotate-keys. With ENCRYPTION_KEY set, set a new one first and the present one as ENCRYPTION_KEYS_OLD, and restart every process.';

const State = z.object({
  state: z.string(),
  resealed: z.number().optional(),
  reason: z.string().optional(),
});

async function here(config: Config): Promise<number> {
  const log = createLogger({ ...config, level: 'warn' });
  const app = createApp(await openFoundation(config, log, await openOrSay(config, log)));
  try {
    return (await changeKeys(app)).resealed;
  } catch (error) {
    if (error instanceof AppError) throw new Hitch(error.message);
    throw error;
  } finally {
    await app.db.close();
  }
}

await forPerson(USAGE, async () => {
  loadEnvFile();
  const config = readConfig(process.env);
  const byOther = config.databaseUrl ? null : await byServer(config, State, '/api/keys/rotation');
  const count = byOther?.resealed ?? (await here(config));
  console.log(`The key was changed; ${count} texts were encrypted anew.`);
  console.log(
    config.encryptionKey
      ? 'Remove ENCRYPTION_KEYS_OLD at the next restart.'
      : 'The new key is in encryption.key in DATA_DIR; keep a copy of it apart from the backups.',
  );
  console.log('Backups made before need the former key: keep it as long as them, and no longer.');
});
