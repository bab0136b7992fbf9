import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Dialect } from 'kysely';
import type { App } from './app.ts';
import { createApp } from './app.ts';
import type { Config, Process } from './config.ts';
import { BadConfiguration, loadEnvFile, readConfig } from './config.ts';
import { migrations, openDialect, openFoundation, secretOf } from './foundation.ts';
import { createMetricsServer, createWebServer } from './routes.ts';
import { banner } from './banner.ts';
import { createWorkers } from './workers.ts';
import { migrate, pendingMigrations } from '#platform/db/migrate.ts';
import { postgresSignals } from '#platform/db/postgres.ts';
import type { Logger } from '#platform/logger.ts';
import { createLogger } from '#platform/logger.ts';
import { topics } from '#platform/wakeups.ts';

type Does = { serves: boolean; works: boolean };

const roles: Record<Exclude<Process, 'release'>, Does> = {
  main: { serves: true, works: true },
  web: { serves: true, works: false },
  worker: { serves: false, works: true },
};

const DRAIN_MS = 10_000;

/** Starts the process and runs it until SIGTERM or SIGINT; a fault at start is said in a sentence. */
export async function run(role: keyof typeof roles): Promise<void> {
  try {
    await start(role);
  } catch (error) {
    const isOurs = error instanceof BadConfiguration || error instanceof CannotStart;
    process.stderr.write(`${isOurs ? error.message : startFault(error)}\n`);
    process.exit(1);
  }
}

class CannotStart extends Error {}

const startFault = (error: unknown) =>
  `Frontdesk could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;

async function start(role: keyof typeof roles): Promise<void> {
  loadEnvFile();
  const config = withAdminKey(readConfig(process.env, role));
  const log = createLogger({ ...config, level: config.logLevel });
  const does = roles[role];
  const dialect = await openOrSay(config, log);

  const app = createApp(await openFoundation(config, log, dialect));
  const signals = connectSignals(app, does);
  const workers = createWorkers(app, does);
  const server = does.serves ? await listen(app) : null;
  const metrics = config.metricsPort ? createMetricsServer(app).listen(config.metricsPort) : null;
  workers.start();
  if (server) process.stdout.write(banner(app));
  else log.info('worker started');

  const stop = stopper({ app, server, metrics, workers, signals, log });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}

/** Opens the database and brings it up to date; in production that is the task of `npm run release`. */
async function openOrSay(config: Config, log: Logger): Promise<Dialect> {
  try {
    const dialect = await openDialect(config, log);
    if (config.databaseUrl && config.isProduction) {
      const missing = await pendingMigrations(dialect, migrations);
      if (missing.length > 0) throw new Error('it is not up to date; run "npm run release" first');
    } else {
      await migrate(dialect, migrations);
    }
    return dialect;
  } catch (error) {
    const reason = reasonOf(error);
    throw new CannotStart(
      config.databaseUrl ? `The database of DATABASE_URL cannot be used: ${reason}` : reason,
    );
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error
    ? error.message || String((error as { code?: string }).code)
    : String(error);

const withAdminKey = (config: Config): Config => ({
  ...config,
  adminApiKey: secretOf(config, config.adminApiKey, 'admin.key'),
});

function connectSignals({ config, wakeups, log }: App, { serves, works }: Does) {
  if (!config.databaseUrl) return null;
  const signals = postgresSignals({
    connectionString: config.databaseUrl,
    topics,
    heard: (topic) => wakeups.heard(topic as (typeof topics)[number]),
    log,
  });
  // One process that does both wakes itself; others find what it left at their next poll.
  const isAlone = serves && works;
  wakeups.connect((topic) => {
    if (!isAlone || topic === 'numbers_changed') signals.notify(topic);
  });
  return signals;
}

async function listen(app: App): Promise<Server> {
  const server = createWebServer(app).listen(app.config.port);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CannotStart(
      code === 'EADDRINUSE'
        ? `Port ${app.config.port} is in use; stop what runs there, or set PORT to another one.`
        : `The server cannot listen on port ${app.config.port}: ${code}`,
    );
  }
  return server;
}

type Running = {
  app: App;
  server: Server | null;
  metrics: Server | null;
  workers: ReturnType<typeof createWorkers>;
  signals: ReturnType<typeof connectSignals>;
  log: Logger;
};

/** Stops taking, finishes what is in hand, closes the database cleanly; after ten seconds it ends all the same. */
function stopper({ app, server, metrics, workers, signals, log }: Running) {
  return async () => {
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    app.lifecycle.isDraining = true;
    const closed = server && once(server, 'close');
    server?.close();
    const closing = setInterval(() => server?.closeIdleConnections(), 100);
    await workers.stop();
    await closed;
    clearInterval(closing);
    metrics?.close();
    await signals?.close();
    await app.db.close();
    log.info('stopped');
    process.exit(0);
  };
}
