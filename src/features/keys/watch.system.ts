import { randomUUID } from 'node:crypto';
import type { App } from '#app.ts';
import type { Phase } from './state.system.ts';
import { keysIn, leave, report } from './state.system.ts';

const EVERY_MS = 5_000;

/** Lets a process of several follow a change of keys, and says how far it has followed. */
export function keyWatch(app: Pick<App, 'db' | 'vault' | 'log'>, { everyMs = EVERY_MS } = {}) {
  const processId = randomUUID();
  let phase: Phase | null = null;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();

  const look = async () => {
    const state = await report(app, processId, phase);
    app.vault.turnTo(keysIn(state));
    const next = state.rotation?.phase ?? null;
    if (next === phase) return;
    phase = next;
    await report(app, processId, phase);
  };
  const lookQuietly = () => {
    looking = look().catch((error: unknown) => {
      app.log.warn('the state of the keys is not known', { reason: String(error) });
    });
  };
  return {
    start() {
      lookQuietly();
      timer = setInterval(lookQuietly, everyMs);
    },
    async stop() {
      clearInterval(timer);
      await looking;
      await leave(app, processId).catch(() => {});
    },
  };
}
