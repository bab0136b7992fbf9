import { setTimeout as sleep } from 'node:timers/promises';
import type { Postgres } from './postgres.ts';

/** A statement of the server under test: how often it ran and how long in all, in ms. */
export type Statement = { calls: number; totalMs: number; query: string };

const WAIT_MS = 10_000;

/** Has PostgreSQL count the statements of a database from now on; false where it cannot. */
export async function countStatements(postgres: Postgres, database: string): Promise<boolean> {
  if (!postgres.countsStatements) return false;
  await postgres.query(database, 'create extension if not exists pg_stat_statements');
  await postgres.query(database, 'select pg_stat_statements_reset()');
  await postgres.query(database, `alter database ${database} set pg_stat_statements.track = 'top'`);
  return true;
}

/** The statements counted, begin and commit included, those that took the most time first. */
export const countedStatements = (postgres: Postgres, database: string) =>
  postgres.query<Statement>(
    database,
    `select calls::int, total_exec_time as "totalMs", regexp_replace(query, '\\s+', ' ', 'g') as query
     from pg_stat_statements join pg_database on dbid = pg_database.oid
     where datname = current_database() and userid = 'frontdesk'::regrole
     order by total_exec_time desc`,
  );

/** Commits of a database since it was made. Exact once nobody is connected any more, which this waits for. */
export async function commitsOf(postgres: Postgres, database: string): Promise<number> {
  const deadline = Date.now() + WAIT_MS;
  const sql = `select xact_commit::int as commits, numbackends as connected
               from pg_stat_database where datname = '${database}'`;
  for (;;) {
    const [row] = await postgres.query<{ commits: number; connected: number }>('postgres', sql);
    if (row?.connected === 0 || Date.now() > deadline) return row?.commits ?? 0;
    await sleep(50);
  }
}
