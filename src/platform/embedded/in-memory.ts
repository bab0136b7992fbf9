import { PGlite } from '@electric-sql/pglite';
import { converse, START_PARAMS } from './cluster.ts';
import type { EmbeddedPglite } from './connection.ts';
import { connectTo } from './connection.ts';

export type InMemoryPglite = EmbeddedPglite & {
  /** The whole database as it is now, for `openInMemory`. */
  dump: () => Promise<Blob>;
};

/** A database for tests, on this thread and gone with it; starts as a copy of `dump` where one is given, which takes a third of the time. */
export async function openInMemory(dump?: Blob): Promise<InMemoryPglite> {
  const db = await PGlite.create({
    ...(dump && { loadDataDir: dump }),
    startParams: [...START_PARAMS, '-c', 'shared_buffers=16MB'],
  });
  let last = Promise.resolve();
  const { pglite, answer, fail } = await connectTo({
    send: (batch) => {
      const reply = last.then(() => converse(db, batch));
      // As from a server, the answer comes after whatever else this thread has to do.
      last = reply.then((bytes) => void setImmediate(answer, bytes)).catch(fail);
    },
    expect: () => {},
    close: () => db.close(),
  });
  const whole = async () => {
    await pglite.query('checkpoint');
    return db.dumpDataDir('none');
  };
  return Object.assign(pglite, { dump: whole });
}
