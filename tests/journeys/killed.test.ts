import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openEmbedded } from '#platform/embedded/open.ts';
import { putDatabaseInto } from '../support/prepared.ts';

const KILLS = 10;
const AT_ONCE = 8;
const BEFORE_KILL_MS = 150;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function startProduct(dataDir: string, port: number) {
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: String(port),
    LOG_LEVEL: 'error',
    DATABASE_URL: '',
  };
  return spawn(process.execPath, ['src/main.ts'], { env, stdio: 'ignore' });
}

async function untilReady(url: string): Promise<void> {
  for (;;) {
    const isReady = await fetch(`${url}/ready`).then(
      (response) => response.ok,
      () => false,
    );
    if (isReady) return;
    await sleep(50);
  }
}

/** Posts webhooks until the server is gone; keeps the ids of those that were acknowledged. */
async function load(url: string, acknowledged: Set<string>): Promise<void> {
  const customer = `+1415555${String(Math.floor(Math.random() * 9000) + 1000)}`;
  for (;;) {
    const sid = `SM${crypto.randomUUID().replaceAll('-', '')}`;
    const form = new URLSearchParams({
      AccountSid: 'AC1',
      MessageSid: sid,
      From: `whatsapp:${customer}`,
      To: 'whatsapp:+14155238886',
      Body: 'When do you open?',
    });
    const response = await fetch(`${url}/webhooks/twilio/whatsapp`, {
      method: 'POST',
      body: form,
    }).catch(() => null);
    if (!response) return;
    if (response.ok) acknowledged.add(sid);
  }
}

test('a process killed ten times in mid-load has every acknowledged message, exactly once', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'frontdesk-killed-'));
  await putDatabaseInto(dataDir);
  const acknowledged = new Set<string>();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;

  for (let kill = 0; kill < KILLS; kill++) {
    const product = startProduct(dataDir, port);
    await untilReady(url);
    if (kill === 0) {
      await fetch(`${url}/api/businesses/register`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          businessName: 'Pizza Palace',
          whatsappNumber: '+14155238886',
          ownerPhone: '+14155550111',
        }),
      });
    }
    const before = acknowledged.size;
    const loads = Array.from({ length: AT_ONCE }, () => load(url, acknowledged));
    while (acknowledged.size < before + AT_ONCE) await sleep(10);
    await sleep(BEFORE_KILL_MS);
    product.kill('SIGKILL');
    await Promise.all([once(product, 'exit'), ...loads]);
  }

  const database = await openEmbedded(dataDir);
  const { rows } = await database.query<{ message_sid: string }>(
    `select message_sid from messages where direction = 'in'`,
  );
  await database.close();
  const stored = rows.map(({ message_sid }) => message_sid);
  assert.equal(new Set(stored).size, stored.length, 'none twice');
  assert.deepEqual(
    [...acknowledged].filter((sid) => !stored.includes(sid)),
    [],
    'none missing',
  );
  assert.ok(acknowledged.size > KILLS * AT_ONCE);
  await rm(dataDir, { recursive: true });
});
