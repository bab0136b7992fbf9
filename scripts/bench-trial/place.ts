import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Guarded } from './guard.ts';

/** Has a process ended when the benchmark is killed before it could do so itself. */
export type Watch = (child: ChildProcess) => void;

/** A temporary folder, gone at the end, and a guard that clears up also after a SIGKILL of the benchmark. */
export type Place = { folder: string; watch: Watch; [Symbol.asyncDispose]: () => Promise<void> };

export async function createPlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'frontdesk-bench-'));
  // PostgreSQL runs as another user and has to get through to its own folder.
  await chmod(folder, 0o711);
  const guard = fork(new URL('guard.ts', import.meta.url));
  const tell = (guarded: Guarded) => guard.connected && guard.send(guarded);
  tell({ folder });

  return {
    folder,
    watch(child) {
      const { pid } = child;
      if (pid === undefined) return;
      tell({ started: pid });
      child.once('exit', () => tell({ ended: pid }));
    },
    async [Symbol.asyncDispose]() {
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
      if (guard.connected) guard.disconnect();
    },
  };
}
