import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { freePort } from './free-port.ts';
import type { Place } from './place.ts';
import { childrenOf } from './proc.ts';

const run = promisify(execFile);
const START_LIMIT_MS = 60_000;

/** A PostgreSQL server of the benchmark's own, with its default, durable settings. */
export type Postgres = {
  version: string;
  /** Whether pg_stat_statements is at hand. */
  countsStatements: boolean;
  /** Address of a database, as the role that owns it: no superuser, as on a hosted server. */
  urlOf: (database: string) => string;
  /** Runs one statement as the superuser in the named database. */
  query: <Row>(database: string, sql: string) => Promise<Row[]>;
  createDatabase: (name: string, template?: string) => Promise<void>;
  dropDatabase: (name: string) => Promise<void>;
  /** SIGKILL for the server and every process of it. */
  kill: () => Promise<void>;
  start: () => Promise<void>;
  pid: () => number;
  [Symbol.asyncDispose]: () => Promise<void>;
};

/** Makes a cluster in `folder` and starts it. Throws a sentence when PostgreSQL's server or a user to run it as is missing. */
export async function startPostgres(place: Place): Promise<Postgres> {
  const folder = join(place.folder, 'postgres');
  const bin = await findBinaries();
  const user = await whoRunsIt();
  const data = join(folder, 'data');
  const port = await freePort();
  const password = randomBytes(12).toString('hex');
  await prepareFolder(folder, password, user);

  const countsStatements = existsSync(join(bin, '../lib/pg_stat_statements.so'));
  const as = { ...user, cwd: folder };
  const initdb = ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '-A'];
  await run(join(bin, 'initdb'), [...initdb, 'scram-sha-256', `--pwfile=${folder}/password`], as);
  await writeFile(
    join(data, 'postgresql.auto.conf'),
    [
      `port = ${port}`,
      `listen_addresses = '127.0.0.1'`,
      `unix_socket_directories = ''`,
      // Counts nothing until a scenario switches it on.
      `shared_preload_libraries = '${countsStatements ? 'pg_stat_statements' : ''}'`,
      ...(countsStatements ? [`pg_stat_statements.track = 'none'`] : []),
    ].join('\n'),
  );

  const address = (role: string, database: string) =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
  const query = async <Row>(database: string, sql: string): Promise<Row[]> => {
    const client = new Client({ connectionString: address('postgres', database) });
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query(sql)).rows as Row[];
    } finally {
      await client.end();
    }
  };

  let server: ChildProcess | null = null;
  const start = async () => {
    const deadline = Date.now() + START_LIMIT_MS;
    do {
      if (Date.now() > deadline) throw new Error(`PostgreSQL does not start; see ${data}.`);
      // After a SIGKILL it refuses to start until the last process of the old one is gone.
      if (!server || hasEnded(server)) {
        server = spawn(join(bin, 'postgres'), ['-D', data], { ...as, stdio: 'ignore' });
        place.watch(server);
      }
      await sleep(50);
    } while (!(await query('postgres', 'select 1').catch(() => null)));
  };
  await start();
  await query('postgres', `create role frontdesk login createrole password '${password}'`);
  const [about] = await query<{ version: string }>('postgres', `show server_version`);

  return {
    countsStatements,
    version: Object.values(about ?? {})[0] ?? '',
    urlOf: (database) => address('frontdesk', database),
    query,
    start,
    pid: () => server?.pid ?? 0,
    async createDatabase(name, template = 'template1') {
      await query('postgres', `create database ${name} owner frontdesk template ${template}`);
      await query('postgres', 'checkpoint');
    },
    async dropDatabase(name) {
      await query('postgres', `drop database if exists ${name} with (force)`);
    },
    async kill() {
      await killTree(server);
    },
    async [Symbol.asyncDispose]() {
      if (!server || hasEnded(server)) return;
      server.kill('SIGQUIT');
      await once(server, 'exit');
    },
  };
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) =>
  exitCode !== null || signalCode !== null;

async function killTree(server: ChildProcess | null): Promise<void> {
  if (!server?.pid) return;
  const children = await childrenOf(server.pid);
  const ended = once(server, 'exit');
  server.kill('SIGKILL');
  for (const pid of children) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself when the server did.
    }
  }
  await ended;
}

async function findBinaries(): Promise<string> {
  const debian = '/usr/lib/postgresql';
  const versions = await readdir(debian).catch(() => []);
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  if (newest !== undefined) return join(debian, newest, 'bin');
  const asked = await run('pg_config', ['--bindir']).catch(() => null);
  if (asked) return asked.stdout.trim();
  throw new Error(
    "The benchmark needs PostgreSQL's server: install Debian's package (apt-get install postgresql).",
  );
}

/** PostgreSQL refuses to run as root: then it runs as the user that Debian's package made for it. */
async function whoRunsIt(): Promise<{ uid: number; gid: number } | Record<string, never>> {
  if (process.getuid?.() !== 0) return {};
  const users = await readFile('/etc/passwd', 'utf8');
  const [, uid, gid] = /^postgres:[^:]*:(\d+):(\d+):/m.exec(users) ?? [];
  if (uid === undefined || gid === undefined) {
    throw new Error(
      'PostgreSQL does not run as root, and there is no user "postgres" to run it as: start the benchmark as another user.',
    );
  }
  return { uid: Number(uid), gid: Number(gid) };
}

async function prepareFolder(
  folder: string,
  password: string,
  { uid, gid }: { uid?: number; gid?: number },
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'password'), password, { mode: 0o600 });
  if (uid === undefined || gid === undefined) return;
  await chown(folder, uid, gid);
  await chown(join(folder, 'password'), uid, gid);
}
