import { Duplex } from 'node:stream';
import type { PGlite } from 'kysely';
import pg from 'pg';
import { namesForRepeated } from '#platform/db/repeated.ts';

/** What Kysely's PGliteDialect drives. `pg` writes the parameters and reads the results, so that values and errors are those of a PostgreSQL server's. */
export type EmbeddedPglite = PGlite & AsyncDisposable;

/** The database at the other end. */
export type FarEnd = {
  /** Takes a batch of PostgreSQL's wire protocol, and its buffer; the answers go to `Connection.answer`. */
  send: (batch: Uint8Array<ArrayBuffer>) => void;
  /** Whether somebody waits for an answer, so that the process must not end. */
  expect: (answers: boolean) => void;
  close: () => Promise<void>;
};

export type Connection = {
  pglite: EmbeddedPglite;
  answer: (reply: Uint8Array<ArrayBuffer>) => void;
  /** Ends the connection; whatever waits, and whatever is asked from now on, is rejected with `fault`. */
  fail: (fault: Error) => void;
};

// PostgreSQL's "authenticated" and "ready for query".
const WELCOME = Buffer.from('R\0\0\0\x08\0\0\0\0Z\0\0\0\x05I', 'latin1');

const CHANGES_ROWS = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

/** Connects to the database behind `far`. */
export async function connectTo(far: FarEnd): Promise<Connection> {
  const socket = socketTo(far);
  const client = new pg.Client({
    ...{ user: 'postgres', database: 'postgres', host: 'embedded', ssl: false },
    stream: () => socket,
    // Without waiting for each answer: a transaction's BEGIN goes along with its first statement.
    pipeline: true,
  });
  // Every statement that waits is rejected by itself; without a listener the process would end.
  client.on('error', () => {});
  await client.connect();

  let fault: Error | undefined;
  const end = (reason: Error) => {
    fault ??= reason;
    socket.destroy(reason);
  };
  const ask = asking(client, far, () => fault);
  const { query, transaction, alone } = session(ask, socket);
  let closing: Promise<void> | undefined;

  const close = async () => {
    await far.close();
    end(new Error('The database is closed.'));
  };
  const pglite: EmbeddedPglite = {
    query,
    transaction,
    close: () => (closing ??= alone(close)),
    [Symbol.asyncDispose]: () => pglite.close(),
    waitReady: Promise.resolve(),
    get ready() {
      return closing === undefined && fault === undefined;
    },
    get closed() {
      return fault !== undefined;
    },
  };
  return { pglite, answer: (reply) => socket.push(reply), fail: end };
}

type Ask = (text: string, values?: unknown[]) => Promise<Result>;
type Result = pg.QueryResult;

// Sends a statement at once, whether or not others still wait for their answers.
function asking(client: pg.Client, far: FarEnd, fault: () => Error | undefined): Ask {
  let waiting = 0;
  const nameOf = namesForRepeated();
  return async (text, values = []) => {
    if (typeof text !== 'string') throw new TypeError('A statement must be a string.');
    const stopped = fault();
    if (stopped !== undefined) throw stopped;
    if (waiting++ === 0) far.expect(true);
    try {
      const name = values.length > 0 ? nameOf(text) : undefined;
      const results: Result | Result[] = await client.query({
        ...(name && { name }),
        text,
        values,
      });
      return Array.isArray(results) ? (results.at(-1) as Result) : results;
    } finally {
      if (--waiting === 0) far.expect(false);
    }
  };
}

// There is one connection: what belongs to no transaction waits until none is open.
function session(ask: Ask, socket: Duplex) {
  let last: Promise<unknown> = Promise.resolve();

  function alone<T>(work: () => Promise<T>): Promise<T> {
    const result = last.then(work);
    last = result.catch(() => {});
    return result;
  }

  const query: PGlite['query'] = async (text, values) => {
    await last;
    return asPglite(await ask(text, values));
  };

  const transaction: PGlite['transaction'] = (work) =>
    alone(async () => {
      const tx = begin(ask, socket);
      try {
        const result = await work(tx);
        await tx.commit();
        return result;
      } catch (error) {
        await tx.rollback();
        throw error;
      }
    });

  return { query, transaction, alone };
}

function begin(ask: Ask, socket: Duplex) {
  let state: 'unused' | 'open' | 'over' = 'unused';

  async function send(text: string, values?: unknown[]) {
    if (state === 'over') throw new Error('This transaction has ended.');
    if (state === 'open') return ask(text, values);
    state = 'open';
    socket.cork();
    ask('begin').catch(() => {}); // what follows is rejected for the same reason
    const first = ask(text, values);
    socket.uncork();
    return first;
  }

  async function end(word: 'commit' | 'rollback') {
    const wasOpen = state === 'open';
    state = 'over';
    return wasOpen ? ask(word) : undefined;
  }

  const query: PGlite['query'] = async (text, values) => asPglite(await send(text, values));

  return {
    query,
    // PostgreSQL answers COMMIT with "ROLLBACK" where a statement had failed; Kysely knows that by this code.
    commit: async () => {
      const answer = await end('commit');
      if (answer?.command !== 'ROLLBACK') return;
      const message =
        'The transaction was rolled back, not committed: a statement in it had failed.';
      throw Object.assign(new Error(message), { code: '25P02' });
    },
    // What has failed already is what the caller is told about.
    rollback: async () => {
      await end('rollback').catch(() => {});
    },
  };
}

const asPglite = ({ rows, fields, command, rowCount }: Result) => ({
  rows,
  fields: fields.map(({ name, dataTypeID }) => ({ name, dataTypeID })),
  ...(CHANGES_ROWS.has(command) && { affectedRows: rowCount ?? 0 }),
});

// Stands for the TCP socket that `pg` expects.
function socketTo(far: FarEnd): Duplex {
  let isGreeted = false;
  const forward = (chunks: Uint8Array[]) => {
    if (isGreeted) far.send(new Uint8Array(Buffer.concat(chunks)));
    else socket.push(WELCOME);
    isGreeted = true;
  };
  const socket = new Duplex({
    read: () => {},
    write: (chunk: Buffer, _encoding, done) => {
      forward([chunk]);
      done();
    },
    writev: (chunks, done) => {
      forward(chunks.map(({ chunk }) => chunk as Buffer));
      done();
    },
  });
  return Object.assign(socket, {
    setNoDelay: () => {},
    connect: () => queueMicrotask(() => socket.emit('connect')),
  });
}
