import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after } from 'node:test';

const scripts = join(import.meta.dirname, '../../scripts');

/** An empty folder, in which no `.env` and no key of anybody lie. */
const folder = mkdtempSync(join(tmpdir(), 'frontdesk-script-'));
after(() => rmSync(folder, { recursive: true }));

const { PATH, NODE_COMPILE_CACHE } = process.env;
const kept = { PATH, NODE_COMPILE_CACHE };

type Options = { input?: string; env?: Record<string, string>; cwd?: string };

/** Runs a script as a person would, with what they type and nothing of this environment. */
export async function run(script: string, args: readonly string[], options: Options = {}) {
  const child = spawn(process.execPath, [join(scripts, script), ...args], {
    cwd: options.cwd ?? folder,
    env: { ...kept, DATA_DIR: join(folder, 'data'), ...options.env },
  });
  child.stdin.end(options.input ?? '');
  const [out, err] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    child.exitCode ?? once(child, 'close'),
  ]);
  return { code: child.exitCode, out, err };
}
