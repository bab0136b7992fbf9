import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { putDatabaseInto } from './prepared.ts';

const { PATH, NODE_COMPILE_CACHE } = process.env;
const root = join(import.meta.dirname, '../..');
const PATIENCE_MS = 60_000;

/** A folder that is gone after the tests of this file. */
const home = await mkdtemp(join(tmpdir(), 'frontdesk-product-'));
const running = new Set<ChildProcess>();
after(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(home, { recursive: true, force: true });
});

/** A new folder with an empty database in it, for `DATA_DIR`. */
export async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(home, 'data-'));
  await putDatabaseInto(folder);
  return folder;
}

export async function freePort(host = '127.0.0.1'): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

type Options = {
  /** As at a terminal; without it the program itself is started. */
  command?: [string, ...string[]];
  env?: Record<string, string>;
};

export type Product = Awaited<ReturnType<typeof startProduct>>;

/** Starts the product as a process of its own, on the embedded database and with nothing of this environment. */
export async function startProduct({
  command = [process.execPath, join(root, 'src/main.ts')],
  env = {},
}: Options = {}) {
  const port = env.PORT ?? String(await freePort());
  const dataDir = env.DATA_DIR ?? (await dataFolder());
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd: program === 'npm' ? root : home,
    env: { PATH, NODE_COMPILE_CACHE, DATABASE_URL: '', DATA_DIR: dataDir, PORT: port, ...env },
  });
  running.add(child);
  let out = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => (out += text.toString()));
  }
  const ended = once(child, 'close').then(() => {
    running.delete(child);
    return child.exitCode;
  });
  return { child, ended, url: `http://127.0.0.1:${port}`, port, dataDir, said: () => out };
}

/** Starts it, and waits until it has said all that it says at start. */
export async function startReady(options: Options = {}): Promise<Product> {
  const product = await startProduct(options);
  await until(() => {
    assert.equal(product.child.exitCode, null, product.said());
    return product.said().includes('Try next');
  });
  return product;
}

/** Waits until `isSo`, up to a minute. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; !(await isSo()); await sleep(20)) {
    assert.ok(Date.now() < end, 'it took too long');
  }
}
