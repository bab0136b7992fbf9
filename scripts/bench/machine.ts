import { execFile } from 'node:child_process';
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median } from './figures.ts';

const exec = promisify(execFile);
const SYNCS = 200;

/** What the figures were measured on, a line each. */
export async function describeMachine(
  folder: string,
  postgresVersion: string,
  date: string | undefined,
): Promise<Record<string, string>> {
  const commit = await git('log', '-1', '--format=%h (%cs)');
  const changed = await git('status', '--porcelain', '--untracked-files=no');
  return {
    Processor: `${cpus()[0]?.model.trim() ?? 'unknown'}, ${cpus().length} cores`,
    Memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    System: `${type()} ${release()}`,
    Disk: `fdatasync ${medianSyncMs(folder).toFixed(2)} ms (median of ${SYNCS})`,
    Load: `${loadavg()[0]?.toFixed(1)} before the start; other work on the machine makes the figures worse`,
    'Node.js': process.versions.node,
    PostgreSQL: `${postgresVersion}, default settings (fsync and synchronous_commit on)`,
    Commit: commit ? commit + (changed ? ', changed since' : '') : 'none',
    ...(date === undefined ? {} : { Date: date }),
  };
}

async function git(...args: string[]): Promise<string> {
  const cwd = import.meta.dirname;
  return exec('git', args, { cwd }).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  );
}

function medianSyncMs(folder: string): number {
  const file = openSync(join(folder, 'sync'), 'w');
  const page = Buffer.alloc(8192);
  const took = Array.from({ length: SYNCS }, () => {
    const startedAt = performance.now();
    writeSync(file, page, 0, page.length, 0);
    fdatasyncSync(file);
    return performance.now() - startedAt;
  });
  closeSync(file);
  return median(took);
}
