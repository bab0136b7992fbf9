import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { account } from './account.ts';
import { businesses } from './businesses.ts';
import { commitsOf, countedStatements, countStatements } from './counters.ts';
import { freePort } from './free-port.ts';
import { startHelper } from './ipc.ts';
import type { Load, LoadCalls, LoadOrder } from './load.ts';
import type { Place } from './place.ts';
import type { Postgres } from './postgres.ts';
import { summarize } from './result.ts';
import type { Result } from './result.ts';
import { createServer } from './server.ts';
import type { Server } from './server.ts';
import type { Shape, Subject, Surroundings } from './subjects.ts';
import { startVendors } from './vendors.ts';
import type { VendorPlan, Vendors } from './vendors.ts';

/** What happens to a server under load, so long after the load began. */
export type Incident = { kind: 'kill-server' | 'kill-database'; atMs: number; downMs: number };

/** One measurement: who asks what, how the vendors behave and what breaks. */
export type Plan = VendorPlan & {
  load: Load;
  shape?: Shape;
  /** How often Twilio posts a webhook again that got no 2xx; its `rc`. */
  webhookRepeats?: number;
  incident?: Incident;
  countsStatements?: boolean;
  /** The floor asks for status reports and keeps them, as the product always does. */
  floorTakesReports?: boolean;
};

/** What stays the same for all runs of a benchmark. */
export type Bench = {
  place: Place;
  postgres: Postgres;
  seed: number;
  logFolder: string;
  /** Where CPU profiles of the server go; null: none are made. */
  profileFolder: string | null;
};

const DATABASE = 'bench';
const WEBHOOK_REPEATS = 5;
const QUIET_MS = 1000;
const QUIET_AFTER_FAULTS_MS = 5000;

/** Starts everything anew on a copy of the template database, carries out the plan on the subject and takes all of it down again. */
export async function run(
  bench: Bench,
  subject: Subject,
  plan: Plan,
  { name, template }: { name: string; template?: string },
): Promise<Result> {
  const { postgres, seed } = bench;
  await postgres.createDatabase(DATABASE, template);
  const isCounting = plan.countsStatements === true && (await countStatements(postgres, DATABASE));
  await using vendors = await startVendors(plan, seed);
  await using load = startHelper<LoadCalls>('load.ts');
  const port = await freePort();
  const surroundings = {
    ...surroundingsOf(bench, port, vendors),
    floorTakesReports: plan.floorTakesReports === true,
  };
  await using server = await prepareServer(bench, subject, surroundings, { plan, name });
  await server.start();

  const asking = load.ask('run', orderOf(plan, port, vendors, seed));
  const [asked] = await Promise.all([asking, happen(plan.incident, server, postgres)]);
  const isFaulty = plan.incident ?? plan.carrier?.faults ?? plan.load.postedAgainShare;
  await sleep(isFaulty ? QUIET_AFTER_FAULTS_MS : QUIET_MS);

  const deliveries = await vendors.deliveries();
  const counts = await vendors.counts();
  await server.stop();
  const statements = isCounting ? await countedStatements(postgres, DATABASE) : null;
  const commits = await commitsOf(postgres, DATABASE);
  await postgres.dropDatabase(DATABASE);
  return summarize({
    subject: subject.name,
    asked,
    deliveries,
    counts,
    server,
    statements,
    // A PostgreSQL that crashed starts its counters anew; so does a killed server its CPU time.
    commits: plan.incident?.kind === 'kill-database' ? null : commits,
    hasCpuTime: plan.incident?.kind !== 'kill-server',
  });
}

const surroundingsOf = (
  { place, postgres }: Bench,
  port: number,
  vendors: Vendors,
): Omit<Surroundings, 'floorTakesReports'> => ({
  port,
  databaseUrl: postgres.urlOf(DATABASE),
  dataDir: join(place.folder, 'data'),
  carrierUrl: vendors.carrierUrl,
  modelUrl: vendors.modelUrl,
});

async function prepareServer(
  { place, logFolder, profileFolder }: Bench,
  subject: Subject,
  surroundings: Surroundings,
  { plan, name }: { plan: Plan; name: string },
): Promise<Server> {
  await mkdir(surroundings.dataDir, { recursive: true });
  const profiling = profileFolder === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`];
  const programs = subject.programs(surroundings, plan.shape ?? 'one');
  return createServer({
    programs: programs.map((program) => [...profiling, ...program]),
    env: subject.env(surroundings),
    folder: place.folder,
    logFile: join(logFolder, `${name}-${subject.name}.log`),
    readyUrl: `http://127.0.0.1:${surroundings.port}/ready`,
    watch: place.watch,
  });
}

function orderOf(plan: Plan, port: number, { feedPort }: Vendors, seed: number): LoadOrder {
  return {
    ...plan.load,
    target: {
      url: `http://127.0.0.1:${port}/webhooks/twilio/whatsapp`,
      accountSid: account.accountSid,
      authToken: account.authToken,
      repeats: plan.webhookRepeats ?? WEBHOOK_REPEATS,
    },
    businesses: businesses.map(({ number }) => number),
    feedPort,
    seed,
  };
}

async function happen(
  incident: Incident | undefined,
  server: Server,
  postgres: Postgres,
): Promise<void> {
  if (!incident) return;
  const victim = incident.kind === 'kill-server' ? server : postgres;
  await sleep(incident.atMs);
  await victim.kill();
  await sleep(incident.downMs);
  await victim.start();
}
