import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger } from '#platform/logger.ts';

test('nobody but its owner can read the log of webhooks', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'frontdesk-log-'));
  const logDir = join(folder, 'logs');
  createLogger({ level: 'info', isProduction: true, logDir }).info('TWILIO message received');
  const file = join(logDir, 'webhook.log');
  for (let i = 0; i < 100; i++) {
    if (await stat(file).catch(() => null)) break;
    await sleep(20);
  }
  assert.equal((await stat(file)).mode & 0o077, 0);
  assert.equal((await stat(logDir)).mode & 0o077, 0);
  await rm(folder, { recursive: true });
});
