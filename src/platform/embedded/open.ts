import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EmbeddedPglite } from './connection.ts';
import { connectTo } from './connection.ts';
import { holdFolder } from './folder.ts';
import type { Order, Report, Task } from './worker.ts';

type Options = {
  log?: (message: string) => void;
  /** Is told, in a sentence, when the database has broken off; everyone who waits for it is rejected before. */
  stopped?: (message: string) => void;
  /** How often the write-ahead log is cut back; tables are vacuumed at every twelfth time. */
  maintenanceEveryMs?: number;
};

const FIVE_MINUTES = 5 * 60_000;

/** Opens the database kept in `folder`, made there if missing, for this process alone. Throws a sentence where that is impossible. The database lives in a thread of its own; an answered commit is on the disk. */
export async function openEmbedded(
  folder: string,
  { log = () => {}, stopped = log, maintenanceEveryMs = FIVE_MINUTES }: Options = {},
): Promise<EmbeddedPglite> {
  const home = resolve(folder);
  const lock = holdFolder(home);
  const directory = join(home, 'database');
  try {
    if (!existsSync(directory)) {
      log('Preparing the database; the first start takes some seconds.');
      await ended(startThread({ kind: 'create', directory }));
    }
    const thread = startThread({ kind: 'serve', directory, maintenanceEveryMs });
    thread.once('exit', lock.release);
    return await connectToThread(thread, { log, stopped });
  } catch (error) {
    lock.release();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The database in ${directory} cannot be opened: ${reason}.`, { cause: error });
  }
}

// With Node's 4 MB a deeply nested expression overflows the stack before PostgreSQL can refuse it, and ends the thread.
const startThread = (task: Task) =>
  new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { stackSizeMb: 16 },
  });

async function connectToThread(
  thread: Worker,
  { log, stopped }: Required<Pick<Options, 'log' | 'stopped'>>,
) {
  await firstReport(thread);
  const exit = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
  const tell = (order: Order) => thread.postMessage(order, order === 'close' ? [] : [order.buffer]);

  const { pglite, answer, fail } = await connectTo({
    send: tell,
    expect: (answers) => (answers ? thread.ref() : thread.unref()),
    close: () => {
      thread.ref();
      tell('close');
      return exit;
    },
  });

  let reason = 'its thread ended';
  thread.on('message', (report: Report) => {
    if (report instanceof Uint8Array) answer(report);
    else if (report.kind === 'log') log(report.message);
    else if (report.kind === 'stopped') reason = report.reason;
  });
  thread.on('error', (error: Error) => (reason = error.message));
  thread.on('exit', (code) => {
    if (code === 0) return;
    const message = `The database has stopped: ${reason}. Restart Frontdesk.`;
    fail(new Error(message));
    stopped(message);
  });
  thread.unref();
  return pglite;
}

function firstReport(thread: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    thread.once('message', (report: Report) =>
      'reason' in report ? reject(new Error(report.reason)) : resolve(),
    );
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('its thread ended')));
  });
}

function ended(thread: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    thread.once('message', (report: Report) => {
      if ('reason' in report) reject(new Error(report.reason));
    });
    thread.once('error', reject);
    thread.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('its thread ended'))));
  });
}
