/**
 * The whole suite: `npm test`. The journeys share one process and so do the features, which saves each the start of the
 * product and of a database; everything else has a process a file.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { glob } from 'node:fs/promises';

const started = performance.now();
const all: string[] = [];
for await (const file of glob('tests/**/*.test.ts')) all.push(file);
all.sort();
/** It needs the machine's time for the processes that it starts and kills. */
const killsProcesses = 'tests/journeys/killed.test.ts';
const journeys = all.filter(
  (file) => file.startsWith('tests/journeys/') && file !== killsProcesses,
);
const features = all.filter((file) => file.startsWith('tests/features/'));
const others = all.filter((file) => !journeys.includes(file) && !features.includes(file));

const results = (
  await Promise.all([
    inTurn(['--test-isolation=none', ...journeys], ['--test-isolation=none', ...features]),
    inTurn(['--test-concurrency=2', ...others]),
  ])
).flat();
const failed = results.filter((code) => code !== 0).length;
const seconds = Math.round((performance.now() - started) / 1000);
console.log(
  failed === 0 ? `All passed, in ${seconds} s.` : `Failed, after ${seconds} s: see above.`,
);
process.exitCode = failed === 0 ? 0 : 1;

async function inTurn(...runs: readonly string[][]): Promise<number[]> {
  const codes: number[] = [];
  for (const args of runs) codes.push(await run(args));
  return codes;
}

/** What one run says is shown in one piece, when it has ended. */
async function run(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, ['--test', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => child.kill(signal));
  }
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  process.stdout.write(Buffer.concat(said));
  return code ?? 1;
}
