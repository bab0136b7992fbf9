import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Config } from '#config.ts';
import { loadEnvFile, readConfig } from '#config.ts';
import { openOrSay } from '#database.ts';
import { AppError } from '#errors.ts';
import { createApp } from '#app.ts';
import { changeKeys } from '#features/keys/change.ts';
import { openFoundation } from '#foundation.ts';
import { createLogger } from '#platform/logger.ts';
import { forPerson, Hitch, keyOf, openServer } from './server-api.ts';

const USAGE =
  'Changes the encryption key while the product runs: npm run rotate-keys. With ENCRYPTION_KEY set, set a new one first and the present one as ENCRYPTION_KEYS_OLD, and restart every process.';

const AGAIN_MS = 500;
const State = z.object({
  state: z.enum(['idle', 'running', 'done', 'failed']),
  resealed: z.number().optional(),
  reason: z.string().optional(),
});

/** The server alone has the embedded database open; null where none runs. */
async function byServer(config: Config): Promise<number | null> {
  const server = openServer({ url: config.localUrl, key: keyOf(config) });
  try {
    await server.call(State, '/api/keys/rotation', { method: 'POST' });
  } catch (error) {
    if (error instanceof Hitch && error.status === 0) return null;
    throw error;
  }
  for (;;) {
    const { state, resealed = 0, reason } = await server.call(State, '/api/keys/rotation');
    if (state === 'done') return resealed;
    if (state !== 'running') throw new Hitch(reason ?? 'The server was started anew; try again.');
    await sleep(AGAIN_MS);
  }
}

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
  const byOther = config.databaseUrl ? null : await byServer(config);
  const count = byOther ?? (await here(config));
  console.log(`The key was changed; ${count} texts were encrypted anew.`);
  console.log(
    config.encryptionKey
      ? 'Remove ENCRYPTION_KEYS_OLD at the next restart.'
      : 'The new key is in encryption.key in DATA_DIR; keep a copy of it apart from the backups.',
  );
  console.log('Backups made before need the former key: keep it as long as them, and no longer.');
});
