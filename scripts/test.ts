/**
 * The whole suite: `npm test`. Files that can share a process do, which saves each the start of the product and of a
 * database; a few processes run at once, the longest first.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { glob, readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';

const AT_ONCE = Math.max(3, availableParallelism());
/** More files than this in one process would end long after all others. */
const MOST_TOGETHER = 25;

const started = performance.now();
const files: string[] = [];
for await (const file of glob('tests/**/*.test.ts')) files.push(file);
files.sort();

/** They take longest, for the processes that they start and kill. */
const longest = [
  'tests/journeys/killed.test.ts',
  'tests/scripts/start.test.ts',
  'tests/platform/embedded.test.ts',
];
const folders = ['journeys', 'http', 'features', 'adapters'];
const isIn = (folder: string) => (file: string) => file.startsWith(`tests/${folder}/`);
const sharing: string[] = [];
for (const file of files) {
  const text = await readFile(file, 'utf8');
  const hasOwnWorld = /^const world = await/m.test(text);
  if (!hasOwnWorld && !longest.includes(file)) sharing.push(file);
}
const together = folders.flatMap((folder) => {
  const inFolder = sharing.filter(isIn(folder));
  const processes = Math.ceil(inFolder.length / MOST_TOGETHER);
  return Array.from({ length: processes }, (_, at) =>
    inFolder.filter((_, place) => place % processes === at),
  );
});
const alone = files.filter((file) => !longest.includes(file) && !together.flat().includes(file));
const waiting = [...together, ...[...longest, ...alone].map((file) => [file])];

const results = (await Promise.all(Array.from({ length: AT_ONCE }, lane))).flat();
const failed = results.filter(({ code }) => code !== 0).length;
const sum = (kind: 'pass' | 'fail') => results.reduce((total, result) => total + result[kind], 0);
console.log(`${sum('pass')} passed, ${sum('fail')} failed`);
const seconds = Math.round((performance.now() - started) / 1000);
console.log(
  failed === 0 ? `All passed, in ${seconds} s.` : `Failed, after ${seconds} s: see above.`,
);
process.exitCode = failed === 0 ? 0 : 1;

async function lane() {
  const done: Awaited<ReturnType<typeof run>>[] = [];
  for (let next = waiting.shift(); next; next = waiting.shift()) done.push(await run(next));
  return done;
}

/** What one process says is shown in one piece, when it has ended. */
async function run(tests: readonly string[]) {
  const child = spawn(process.execPath, ['--test', '--test-isolation=none', ...tests], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGINT', pass).on('SIGTERM', pass);
  const [code] = (await once(child, 'close')) as [number | null];
  process.off('SIGINT', pass).off('SIGTERM', pass);
  const text = Buffer.concat(said).toString();
  process.stdout.write(text);
  const count = (kind: string) =>
    Number(new RegExp(`^. ${kind} (\\d+)$`, 'mu').exec(text)?.[1] ?? 0);
  return { code: code ?? 1, pass: count('pass'), fail: count('fail') };
}
