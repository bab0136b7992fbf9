import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { benchmarksDocument } from './document.ts';
import { goals } from './goals.ts';
import { describeMachine } from './machine.ts';
import { createPlace } from './place.ts';
import { startPostgres } from './postgres.ts';
import { run } from './run.ts';
import type { Bench } from './run.ts';
import { scenarios } from './scenarios.ts';
import type { Scenario } from './scenarios.ts';
import { floor, product, productEntry } from './subjects.ts';
import type { Subject } from './subjects.ts';
import { brief, table } from './table.ts';
import type { Row } from './table.ts';
import { prepareTemplate } from './template.ts';

const PAIRS = 3;
const LIMIT_MINUTES = 45;

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    subject: { type: 'string' },
    pairs: { type: 'string' },
    seed: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    date: { type: 'string' },
    logs: { type: 'string' },
    'cpu-prof': { type: 'string' },
  },
});

if (options.write && (options.only ?? options.subject ?? options.quick)) {
  console.error('--write goes with the whole benchmark: no --only, --subject or --quick.');
  process.exit(2);
}

// The guard does away with everything as soon as this process is gone.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(1));
}
setTimeout(() => {
  console.error(`The benchmark has not ended within ${LIMIT_MINUTES} minutes and gives up.`);
  process.exit(1);
}, LIMIT_MINUTES * 60_000).unref();

const chosen = choose(scenarios(options.quick));
const subjects = chooseSubjects();
await using place = await createPlace();
await using postgres = await startPostgres(place);
const bench = await prepare();
const machine = await describeMachine(place.folder, postgres.version, options.date);
for (const [name, value] of Object.entries(machine)) console.log(`${name}: ${value}`);

const rows: Row[] = [];
const templates = new Map<string, Promise<string>>();
for (const scenario of chosen) await measure(scenario);
report();
if (options.write) await write();

/** Runs a scenario, in pairs or once, and prints each run as it ends. */
async function measure(scenario: Scenario): Promise<void> {
  const { name, title, plan, isPaired } = scenario;
  console.log(`\n${name}: ${title}`);
  const turns = isPaired ? Number(options.pairs ?? (options.quick ? 1 : PAIRS)) : 1;
  for (let turn = 1; turn <= turns; turn++) {
    for (const subject of isPaired ? subjects : subjects.slice(-1)) {
      const template = subject === product ? await templateFor(scenario) : undefined;
      const labels = { name: `${name}-${turn}`, ...(template === undefined ? {} : { template }) };
      const row = { scenario: name, turn, result: await run(bench, subject, plan, labels) };
      rows.push(row);
      console.log(brief(row));
      printDetails(row);
    }
  }
}

function printDetails({ result }: Row): void {
  console.log(
    `  ${Object.entries(result.counts)
      .map((each) => each.join(' '))
      .join(', ')}`,
  );
  for (const { calls, totalMs, query } of result.topStatements.slice(0, 15)) {
    console.log(
      `  ${calls.toFixed(2)} a message, ${totalMs.toFixed(0)} ms: ${query.slice(0, 120)}`,
    );
  }
}

function templateFor({ plan }: Scenario): Promise<string> {
  const hasModel = plan.model !== undefined;
  const name = hasModel ? 'taught_with_model' : 'taught';
  const made = templates.get(name) ?? prepareTemplate(bench, name, hasModel).then(() => name);
  templates.set(name, made);
  return made;
}

function report(): void {
  console.log(`\n${table(rows)}\n`);
  for (const { sentence, isReached } of goals(rows)) {
    console.log(`${isReached ? 'reached' : 'MISSED '}  ${sentence}`);
    if (!isReached) process.exitCode = 1;
  }
}

async function write(): Promise<void> {
  const path = resolve(import.meta.dirname, '../../docs/benchmarks.md');
  const text = await benchmarksDocument({ machine, scenarios: chosen, rows, goals: goals(rows) });
  await writeFile(path, text);
  console.log(`Written to ${path}`);
}

async function prepare(): Promise<Bench> {
  const logFolder = resolve(options.logs ?? join(place.folder, 'logs'));
  const profileFolder = options['cpu-prof'] === undefined ? null : resolve(options['cpu-prof']);
  await mkdir(logFolder, { recursive: true });
  return {
    place,
    postgres,
    seed: Number(options.seed),
    logFolder,
    profileFolder,
  };
}

function choose(all: Scenario[]): Scenario[] {
  const names = options.only ?? all.map(({ name }) => name);
  const known = all.filter(({ name }) => names.includes(name));
  if (known.length < names.length) {
    console.error(`Scenarios: ${all.map(({ name }) => name).join(', ')}`);
    process.exit(2);
  }
  return known;
}

/** Floor and product; the floor alone before there is a product, or when asked for. */
function chooseSubjects(): Subject[] {
  if (options.subject === 'floor') return [floor];
  if (options.subject === 'product') return [product];
  if (existsSync(productEntry)) return [floor, product];
  console.error('There is no product to measure yet: the floor only.');
  return [floor];
}
