// Plain JavaScript on purpose: it must start, and speak, on any Node.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as modules from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const isNewEnough = Number(process.versions.node.split('.')[0]) >= 24;
const pinned = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));
const [entry = '', ...rest] = process.argv.slice(2);

// What was compiled once is kept for the next start, and for the many processes of the tests.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(
  new URL('../node_modules/.cache/compiled', import.meta.url),
);
modules.enableCompileCache?.(process.env.NODE_COMPILE_CACHE);

if (isNewEnough && entry.endsWith('.ts')) {
  process.argv = [process.execPath, resolve(entry), ...rest];
  await import(pathToFileURL(resolve(entry)).href);
} else {
  runIn(isNewEnough ? process.execPath : pinned);
}

function runIn(node) {
  if (!existsSync(node)) {
    console.error(
      `Frontdesk needs Node 24 or later; this is ${process.version}. ` +
        'Run "npm ci" (it brings the right Node), or install Node 24.',
    );
    process.exit(1);
  }
  const child = spawn(node, [...process.execArgv, entry, ...rest], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
