import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#config.ts';

const pathIn = ({ dataDir }: Pick<Config, 'dataDir'>) => join(dataDir, 'encryption.key');

const keysIn = (config: Pick<Config, 'dataDir'>) =>
  readFileSync(pathIn(config), 'utf8').split(/\s+/).filter(Boolean);

/** Puts a new key before the one in `DATA_DIR`, unless one waits there already, and gives it. */
export function newKeyInFile(config: Pick<Config, 'dataDir'>): string {
  const [newest = '', ...older] = keysIn(config);
  if (older.length > 0) return newest;
  const made = randomBytes(32).toString('base64');
  write(config, [made, newest]);
  return made;
}

/** Leaves nothing in the file but the newest key. */
export function dropFormerKeys(config: Pick<Config, 'dataDir'>): void {
  write(config, keysIn(config).slice(0, 1));
}

/** Whole and on the disk, or not at all: without it nothing can be read. */
function write(config: Pick<Config, 'dataDir'>, keys: readonly string[]): void {
  const unfinished = `${pathIn(config)}.new`;
  const file = openSync(unfinished, 'w', 0o600);
  writeSync(file, `${keys.join('\n')}\n`);
  fsyncSync(file);
  closeSync(file);
  renameSync(unfinished, pathIn(config));
}
