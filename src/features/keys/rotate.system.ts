import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '#app.ts';
import { AppError } from '#errors.ts';
import { dropFormerNames, nameAnew, renameChoices, renameOwners } from './names.system.ts';
import { resealAll } from './reseal.system.ts';
import type { KeyState, Phase, Rotation } from './state.system.ts';
import { keysIn, presentProcesses, readState, writeState } from './state.system.ts';

type Uses = Pick<App, 'db' | 'vault' | 'log'>;

/** What was sealed anew, and of how many names the address is not known, so that they stay under the former key. */
export type Rotated = { from: string; to: string; resealed: number; unknown: number };

/** Nothing to do: what is in use is the newest. */
export const nothingToRotate = () =>
  new AppError(
    'conflict',
    'no_new_key',
    'The key in use is the newest one. Set a new one as ENCRYPTION_KEY and the present one as ENCRYPTION_KEYS_OLD, restart every process, and try again.',
  );

const LOOK_AGAIN_MS = 250;

/**
 * Changes everything from the key in use to the newest one, while processes go on. A change that was broken off is taken
 * up again; each step does only what is still to be done.
 */
export async function rotateKeys(app: Uses, to = app.vault.keyIds[0] ?? ''): Promise<Rotated> {
  const rotation = await begin(app, to);
  const go = (phase: Phase) => enter(app, { ...rotation, phase });
  if (rotation.phase === 'both') {
    await go('both');
    await nameAnew(app, rotation);
  }
  if (rotation.phase !== 'leaving') {
    await go('switched');
    await renameOwners(app, rotation);
    await nameAnew(app, rotation);
    await renameChoices(app, rotation);
  }
  await go('leaving');
  await renameOwners(app, rotation);
  await nameAnew(app, rotation);
  await renameChoices(app, rotation);
  await dropFormerNames(app, rotation);
  const resealed = await resealAll(app, rotation);
  // What a request had in hand when the last phase began.
  const unknown = await dropFormerNames(app, rotation);
  const ended: KeyState = { key: rotation.to, rotation: null };
  await writeState(app, ended);
  app.vault.turnTo(keysIn(ended));
  return { from: rotation.from, to: rotation.to, resealed, unknown };
}

/** Takes up what was begun, else begins; refuses while a process runs that does not know both keys. */
async function begin(app: Uses, to: string): Promise<Rotation> {
  const { key, rotation } = await readState(app);
  const wanted: Rotation = rotation ?? { from: key, to, phase: 'both' };
  if (wanted.from === wanted.to) throw nothingToRotate();
  const processes = await presentProcesses(app);
  const isReady = processes.every(({ keys }) =>
    [wanted.from, wanted.to].every((id) => keys.includes(id)),
  );
  if (isReady) return wanted;
  throw new AppError(
    'conflict',
    'key_not_known_everywhere',
    'A process is running that does not know the new key: restart every web and worker process with the new ENCRYPTION_KEY and the present one in ENCRYPTION_KEYS_OLD, and try again in half a minute.',
  );
}

/** Goes on when every process acts by it; one that is silent for half a minute counts as gone. */
async function enter(app: Uses, rotation: Rotation): Promise<void> {
  const key = rotation.phase === 'both' ? rotation.from : rotation.to;
  const state: KeyState = { key, rotation };
  await writeState(app, state);
  app.vault.turnTo(keysIn(state));
  app.log.info('keys are being changed', { phase: rotation.phase });
  while ((await presentProcesses(app)).some(({ phase }) => phase !== rotation.phase)) {
    await sleep(LOOK_AGAIN_MS);
  }
}
