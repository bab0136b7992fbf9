import type { App } from '#app.ts';
import { dropFormerKeys, newKeyInFile } from './key-file.ts';
import type { Rotated } from './rotate.system.ts';
import { rotateKeys } from './rotate.system.ts';

type Uses = Pick<App, 'config' | 'db' | 'vault' | 'log'>;

/** Changes to the newest key of the environment, or to a new one where the key is kept in `DATA_DIR`, whose former one is gone afterwards. */
export async function changeKeys(app: Uses): Promise<Rotated> {
  if (app.config.encryptionKey) {
    const rotated = await rotateKeys(app);
    app.vault.forget(rotated.from);
    return rotated;
  }
  const rotated = await rotateKeys(app, app.vault.learn(newKeyInFile(app.config)));
  dropFormerKeys(app.config);
  app.vault.forget(rotated.from);
  return rotated;
}
