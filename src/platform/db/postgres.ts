import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Dialect } from 'kysely';
import { PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Logger } from '#platform/logger.ts';
import { namesForRepeated, PLAN_ONCE } from './repeated.ts';

const LOST_NOTIFICATIONS_MS = 1_000;

/** A pool of connections to PostgreSQL 15 or later, as a dialect. */
export function postgresDialect(connectionString: string, log: Logger): Dialect {
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    application_name: 'frontdesk',
  });
  const report = (error: Error) => log.warn('database connection lost', { reason: error.message });
  pool.on('error', report);
  pool.on('connect', (client) => {
    client.on('error', report);
    client.query(planOnce).catch(report);
    prepareWhatRepeats(client);
  });
  return new PostgresDialect({ pool });
}

const planOnce = PLAN_ONCE.map(([setting, value]) => `set ${setting} = ${value}`).join('; ');

/** Names what repeats on a connection, so that PostgreSQL parses and plans it no more. */
function prepareWhatRepeats(client: pg.PoolClient): void {
  const nameOf = namesForRepeated();
  const run = client.query.bind(client) as (query: unknown, values?: unknown) => unknown;
  client.query = ((query: unknown, values?: unknown) => {
    const name =
      typeof query === 'string' && Array.isArray(values) && values.length > 0 && nameOf(query);
    return name ? run({ name, text: query, values }) : run(query, values);
  }) as typeof client.query;
}

export type Signals = {
  /** Wakes the listeners of a topic in every process; many calls within a moment become one. */
  notify: (topic: string) => void;
  close: () => Promise<void>;
};

type Listening = {
  connectionString: string;
  topics: readonly string[];
  heard: (topic: string) => void;
  log: Logger;
};

/** LISTEN and NOTIFY over a connection of its own; each time it is lost, every topic is heard once. */
export function postgresSignals(options: Listening): Signals {
  const line: { client: pg.Client | undefined; isClosed: boolean } = {
    client: undefined,
    isClosed: false,
  };
  const pending = new Set<string>();
  let isFlushing = false;
  void keepListening(options, line);

  const flush = async () => {
    isFlushing = true;
    while (pending.size > 0) {
      const topics = [...pending];
      pending.clear();
      await line.client
        ?.query(`select pg_notify(topic, '') from unnest($1::text[]) topic`, [topics])
        .catch(() => {});
    }
    isFlushing = false;
  };

  return {
    notify(topic) {
      pending.add(topic);
      if (!isFlushing) void flush();
    },
    async close() {
      line.isClosed = true;
      await line.client?.end().catch(() => {});
    },
  };
}

async function keepListening(
  { connectionString, topics, heard, log }: Listening,
  line: { client: pg.Client | undefined; isClosed: boolean },
): Promise<void> {
  while (!line.isClosed) {
    const client = new pg.Client({ connectionString, keepAlive: true });
    client.on('notification', ({ channel }) => heard(channel));
    try {
      const lost = once(client, 'end');
      client.on('error', () => {});
      await client.connect();
      await client.query(topics.map((topic) => `listen ${topic}`).join(';'));
      line.client = client;
      await lost;
    } catch (error) {
      log.warn('listening for notifications failed', { reason: String(error) });
    }
    line.client = undefined;
    for (const topic of topics) heard(topic);
    await sleep(LOST_NOTIFICATIONS_MS, undefined, { ref: false });
  }
}
