import { AsyncLocalStorage } from 'node:async_hooks';
import type { Dialect, Transaction } from 'kysely';
import { Kysely, sql } from 'kysely';
import type { Statement } from './prepared.ts';

declare const scope: unique symbol;

/** A transaction in which row-level security shows the rows of one business only. */
export type BusinessTx<Tables> = Transaction<Tables> & { readonly [scope]: 'business' };

/** A transaction that sees every business; only files named `*.system.ts` may ask for one. */
export type SystemTx<Tables> = Transaction<Tables> & { readonly [scope]: 'system' };

export type Database<Tables> = {
  /** Runs `work` in one transaction scoped to the business by the database itself. */
  asBusiness: <T>(businessId: string, work: (tx: BusinessTx<Tables>) => Promise<T>) => Promise<T>;
  /** Runs `work` in one transaction over all businesses. */
  asSystem: <T>(work: (tx: SystemTx<Tables>) => Promise<T>) => Promise<T>;
  /** Runs one statement over all businesses as a transaction of its own: one round trip. */
  runAsSystem: <Row>(statement: Statement<Row>) => Promise<Row[]>;
  close: () => Promise<void>;
};

const DEADLOCK = '40P01';
const ATTEMPTS = 3;

/** Opens the database over a dialect. No handle leaves it except inside a transaction; one inside another throws. */
export function openDatabase<Tables>(dialect: Dialect): Database<Tables> {
  const kysely = new Kysely<Tables>({ dialect });
  const inside = new AsyncLocalStorage<true>();

  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    if (inside.getStore()) {
      throw new Error('A transaction is open here: use its handle, not the database');
    }
    return inside.run(true, () => withoutDeadlock(work));
  };

  return {
    asBusiness: (businessId, work) =>
      guarded(() =>
        kysely.transaction().execute(async (tx) => {
          await sql`select set_config('role', 'frontdesk_business', true),
            set_config('app.business_id', ${businessId}, true)`.execute(tx);
          return work(tx as BusinessTx<Tables>);
        }),
      ),
    asSystem: (work) =>
      guarded(() => kysely.transaction().execute((tx) => work(tx as SystemTx<Tables>))),
    runAsSystem: (statement) => guarded(async () => (await statement.execute(kysely)).rows),
    close: () => kysely.destroy(),
  };
}

async function withoutDeadlock<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || codeOf(error) !== DEADLOCK) throw error;
    }
  }
}

const codeOf = (error: unknown) => (error as { code?: string } | null)?.code;
