import { existsSync, fsyncSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { PLAN_ONCE } from '#platform/db/repeated.ts';
import { syncFile, syncTree } from './folder.ts';

const EIO = 29;
const READY_FOR_QUERY = 'Z'.charCodeAt(0);
const READY_FOR_QUERY_LENGTH = 6;

/** PGlite's own parameters, without the timer that a start after a crash leaves behind: it keeps the process alive. */
export const START_PARAMS = [
  ...PGlite.defaultStartParams,
  ...['-c', 'log_startup_progress_interval=0'],
  ...PLAN_ONCE.flatMap(([setting, value]) => ['-c', `${setting}=${value}`]),
];

const DURABLE = [
  ...START_PARAMS.filter((param) => param !== '-F'),
  ...['-c', 'fsync=on'],
  // PGlite's fdatasync, the default, does nothing; its fsync calls the hook below.
  ...['-c', 'wal_sync_method=fsync'],
  ...['-c', 'shared_buffers=32MB'],
  ...['-c', 'max_wal_size=128MB'],
  ...['-c', 'min_wal_size=32MB'],
];

// Nobody creates databases here, and after a crash PostgreSQL syncs every file: 400 of them, not 1,000.
const WITHOUT_TEMPLATES = ['template0', 'template1'].flatMap((name) => [
  `alter database ${name} is_template false`,
  `drop database ${name}`,
]);

/** Gets what PostgreSQL prints, a line at a time. */
type Listener = (line: string) => void;

/** Makes a new cluster at `directory`, which appears there whole and synced or not at all. */
export async function createCluster(directory: string, listener: Listener): Promise<void> {
  const unfinished = `${directory}.tmp`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const db = await PGlite.create({ fs: new NodeFS(unfinished), onStderr: heard(listener) });
  for (const statement of WITHOUT_TEMPLATES) await db.exec(statement);
  await db.close();
  syncTree(unfinished);
  renameSync(unfinished, directory);
  syncFile(dirname(directory));
}

/** Opens the cluster at `directory` so that a commit is on the disk before it is answered, and throws a sentence where that does not hold. */
export async function openCluster(directory: string, listener: Listener): Promise<PGlite> {
  // PGlite would begin a new, empty database there.
  if (!existsSync(join(directory, 'PG_VERSION'))) throw new Error('it holds no PostgreSQL data');
  const fs = new NodeFS(directory);
  const syncs = syncForReal(fs);
  const db = await PGlite.create({ fs, startParams: DURABLE, onStderr: heard(listener) });
  await confirmDurability(db, syncs);
  return db;
}

/** Throws a sentence unless PostgreSQL is told to sync and a commit makes `syncs`, a count of calls, go up. */
export async function confirmDurability(
  db: Pick<PGlite, 'query'>,
  syncs: () => number,
): Promise<void> {
  const settings = await db.query<{ on: boolean }>(
    `select current_setting('fsync') = 'on' and current_setting('synchronous_commit') = 'on' as on`,
  );
  const before = syncs();
  await db.query(`select pg_logical_emit_message(true, 'frontdesk', 'opened')`);
  if (settings.rows[0]?.on !== true || syncs() === before) {
    throw new Error('its commits would not reach the disk, so a power cut could lose messages');
  }
}

/** Gives a batch of PostgreSQL's wire protocol to the database and returns the answers to all of it; throws where the database broke off. */
export async function converse(db: PGlite, batch: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  await db.execProtocolRawStream(batch, {
    syncToFs: false,
    onRawData: (part) => parts.push(part.slice()),
  });
  const reply = new Uint8Array(Buffer.concat(parts));
  if (reply.at(-READY_FOR_QUERY_LENGTH) !== READY_FOR_QUERY) {
    throw new Error('it broke off in the middle of a statement');
  }
  return reply;
}

type Emscripten = {
  FS: {
    filesystems: {
      NODEFS: {
        realPath: (node: unknown) => string;
        stream_ops: { fsync?: (file: { nfd?: number; node: unknown }) => number };
      };
    };
  };
};

const heard = (listener: Listener) => (line: string) => {
  listener(line);
  return false;
};

// Gives PGlite's file system the operation that it lacks; returns how often it was called.
function syncForReal(files: NodeFS): () => number {
  let calls = 0;
  const init = files.init.bind(files);
  files.init = async (pg, options) => {
    const prepared = await init(pg, options);
    prepared.emscriptenOpts.preRun?.push((module: unknown) => {
      const { NODEFS } = (module as Emscripten).FS.filesystems;
      NODEFS.stream_ops.fsync = ({ nfd, node }) => {
        calls += 1;
        try {
          if (nfd === undefined) syncFile(NODEFS.realPath(node));
          else fsyncSync(nfd);
          return 0;
        } catch {
          return EIO; // PostgreSQL stops rather than trust such a disk
        }
      };
    });
    return prepared;
  };
  return () => calls;
}
