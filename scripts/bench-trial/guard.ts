import { rmSync } from 'node:fs';

/** What the guard does away with when the benchmark itself is killed: processes and a temporary folder. */
export type Guarded = { started?: number; ended?: number; folder?: string };

const pids = new Set<number>();
let folder = '';

process.on('message', (guarded: Guarded) => {
  if (guarded.started !== undefined) pids.add(guarded.started);
  if (guarded.ended !== undefined) pids.delete(guarded.ended);
  folder = guarded.folder ?? folder;
});
process.on('disconnect', () => {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  }
  if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  process.exit();
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
