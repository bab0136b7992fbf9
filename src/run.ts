import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { Express } from 'express';
import type { App } from './app.ts';
import { createApp } from './app.ts';
import type { Config, Process } from './config.ts';
import { BadConfiguration, givenByCommand, loadEnvFile, readConfig } from './config.ts';
import { openOrSay } from './database.ts';
import { CannotStart } from './errors.ts';
import { openFoundation, secretOf } from './foundation.ts';
import { createMetricsServer, createWebServer } from './routes.ts';
import { banner } from './banner.ts';
import { createWorkers } from './workers.ts';
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

/** Longer than proxies keep an idle connection, so that none sends a request into one which is just being closed. */
const KEEP_ALIVE_MS = 75_000;

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

const startFault = (error: unknown) =>
  `Frontdesk could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;

async function start(role: keyof typeof roles): Promise<void> {
  const before = givenByCommand(process.env);
  loadEnvFile();
  const given = readConfig(process.env, role);
  const config = withAdminKey(given);
  const log = createLogger({ ...config, level: config.logLevel });
  const does = roles[role];
  const dialect = await openOrSay(config, log);

  const app = createApp(await openFoundation(config, log, dialect));
  const signals = connectSignals(app, does);
  const workers = createWorkers(app, does);
  const server = does.serves ? await listen(createWebServer(app), config.port, config.host) : null;
  const metrics = config.metricsPort
    ? await listen(createMetricsServer(app), config.metricsPort, config.host)
    : null;
  workers.start();
  // Whoever reads that it is ready may tell it to stop at once.
  stopOnSignal(stopper({ app, server, metrics, workers, signals, log }));
  if (server) process.stdout.write(banner(app, { isKeyMade: !given.adminApiKey, before }));
  else log.info('worker started');
}

/** One wish to stop may come more than once: from the terminal, and from npm, which passes it on. */
function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (!isStopping) void stop();
      isStopping = true;
    });
  }
}

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

async function listen(web: Express, port: number, host: string | undefined): Promise<Server> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, web);
  server.listen({ port, ...(host !== undefined && { host }) });
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new CannotStart(listeningFault((error as NodeJS.ErrnoException).code, port, host));
  }
  return server;
}

function listeningFault(code: string | undefined, port: number, host: string | undefined): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use; stop what runs there, or set PORT or METRICS_PORT to another one.`;
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `HOST is ${host}, which is no address of this machine; 127.0.0.1 is the machine itself, 0.0.0.0 all that it has.`;
  }
  return `The server cannot listen on port ${port}: ${code}`;
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
    // What came in while it stopped.
    await workers.stop();
    clearInterval(closing);
    metrics?.close();
    await signals?.close();
    await app.ledger.flush().catch(() => {});
    await app.db.close();
    log.info('stopped');
    process.exit(0);
  };
}
