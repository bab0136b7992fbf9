import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { PGlite } from '@electric-sql/pglite';
import { converse, createCluster, openCluster } from './cluster.ts';

/** What the thread is started for; `serve` runs until it is sent `close`, `create` ends by itself. */
export type Task =
  | { kind: 'create'; directory: string }
  | { kind: 'serve'; directory: string; maintenanceEveryMs: number };

/** What the thread says: answers to the batches that it was sent, in order, and news of itself. */
export type Report =
  | Uint8Array<ArrayBuffer>
  | { kind: 'ready' }
  | { kind: 'log'; message: string }
  | { kind: 'stopped'; reason: string };

/** What the thread is sent: a batch of wire protocol, or the wish that it ends. */
export type Order = Uint8Array<ArrayBuffer> | 'close';

const VACUUM_EVERY = 12;

const EVERY_TABLE = `select format('vacuum (analyze) %I.%I', nspname, relname) as vacuum
  from pg_class join pg_namespace on pg_namespace.oid = relnamespace
  where relkind in ('r', 'm') and relpersistence <> 't' order by relname`;

const port = parentPort as MessagePort;
const report = (message: Report) =>
  port.postMessage(message, message instanceof Uint8Array ? [message.buffer] : []);

let lastWords: string | undefined;

const task = workerData as Task;
if (task.kind === 'create') await createCluster(task.directory, watch);
else await serve(task);

async function serve({ directory, maintenanceEveryMs }: Task & { kind: 'serve' }) {
  const db = await openCluster(directory, watch).catch((error: Error) => {
    throw new Error(lastWords ?? error.message, { cause: error });
  });
  const inTurn = queue();
  const maintenance = maintain(db, inTurn);
  const timer = setInterval(maintenance.plan, maintenanceEveryMs).unref();

  port.on('message', (order: Order) => {
    if (order !== 'close') {
      inTurn(async () => report(await converse(db, order)));
      maintenance.resume();
      return;
    }
    clearInterval(timer);
    inTurn(async () => {
      await db.close();
      process.exit();
    });
  });
  report({ kind: 'ready' });
}

// A checkpoint and, one time in twelve from the first, a vacuum of every table: PGlite does neither by itself. One
// statement at a time, so that nobody waits for more than one, and none inside somebody's transaction.
function maintain(db: PGlite, inTurn: InTurn) {
  const chores: (() => Promise<unknown>)[] = [];
  let plans = 0;
  let isScheduled = false;

  function plan() {
    if (chores.length === 0) chores.push(() => db.exec('checkpoint'));
    if (plans++ % VACUUM_EVERY === 0) chores.push(planVacuums);
    resume();
  }

  async function planVacuums() {
    const { rows } = await db.query<{ vacuum: string }>(EVERY_TABLE);
    for (const { vacuum } of rows) chores.push(() => db.exec(vacuum));
  }

  async function next() {
    isScheduled = false;
    const chore = db.isInTransaction() ? undefined : chores.shift();
    if (chore === undefined) return;
    await chore().catch(({ message }: Error) =>
      report({ kind: 'log', message: `Database maintenance failed: ${message}` }),
    );
    resume();
  }

  function resume() {
    if (isScheduled || chores.length === 0) return;
    isScheduled = true;
    setImmediate(inTurn, next);
  }

  return { plan, resume };
}

type InTurn = (work: () => Promise<void>) => void;

function queue(): InTurn {
  let last = Promise.resolve();
  return (work) => {
    last = last.then(work).catch(stop);
  };
}

// After a panic PGlite goes on as if nothing had happened: it answers "done" to what is not, or never again.
function watch(line: string) {
  const words = /(?:FATAL|PANIC): +(.*)/.exec(line)?.[1];
  if (words !== undefined) lastWords = words;
  if (line.startsWith('Aborted')) stop(new Error(line));
}

function stop(error: Error): never {
  report({ kind: 'stopped', reason: lastWords ?? error.message });
  process.exit(1);
}
