import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import type { Config } from '#config.ts';
import { Hitch, keyOf, openServer } from './server-api.ts';

const AGAIN_MS = 500;

/** Has the running server do something that takes a while, and gives what it says at the end; null where no server runs. */
export async function byServer<
  Schema extends z.ZodType<{ state: string; reason?: string | undefined }>,
>(config: Config, schema: Schema, path: string): Promise<z.infer<Schema> | null> {
  const server = openServer({ url: config.localUrl, key: keyOf(config) });
  try {
    await server.call(schema, path, { method: 'POST' });
  } catch (error) {
    if (error instanceof Hitch && error.status === 0) return null;
    throw error;
  }
  for (;;) {
    const now = await server.call(schema, path);
    if (now.state === 'done') return now;
    if (now.state !== 'running') {
      throw new Hitch(now.reason ?? 'The server was started anew meanwhile; try again.');
    }
    await sleep(AGAIN_MS);
  }
}
