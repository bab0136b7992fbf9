import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

const SQLITE_BUSY = 5;

/** Makes `folder` where it is missing and holds it for this process until `release`, or until the process ends in whatever way. Throws a sentence where another one holds it, or where it cannot be written. */
export function holdFolder(folder: string): { release: () => void } {
  const release = lock(folder);
  if (release !== undefined) return { release };
  throw new Error(
    `Another Frontdesk is already running on the data in ${folder}; stop it first, or set DATA_DIR to another folder.`,
  );
}

/** Puts a whole directory on the disk. */
export function syncTree(directory: string): void {
  for (const entry of readdirSync(directory, { withFileTypes: true, recursive: true })) {
    syncFile(join(entry.parentPath, entry.name));
  }
  syncFile(directory);
}

/** Puts a file on the disk, or a directory's list of entries. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function lock(folder: string) {
  try {
    makeFolder(folder);
    return lockFile(join(folder, 'lock'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `Frontdesk cannot keep its data in ${folder} (${reason}); set DATA_DIR to a folder that it may write to.`;
    throw new Error(message, { cause: error });
  }
}

function makeFolder(folder: string) {
  const highest = mkdirSync(folder, { recursive: true, mode: 0o700 });
  accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  if (highest === undefined) return;
  for (let made = folder; made.startsWith(highest); made = dirname(made)) syncFile(dirname(made));
}

// SQLite's lock is the operating system's: it goes with the process, and leaves nothing to clean up.
function lockFile(file: string) {
  const { DatabaseSync } = sqlite();
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('pragma journal_mode = memory; begin exclusive');
  } catch (error) {
    database.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  return () => {
    if (database.isOpen) database.close();
  };
}

const isBusy = (error: unknown) =>
  error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;

// Early Nodes 24 print an ExperimentalWarning while this module loads: it would be the first thing that a user reads.
function sqlite() {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => {};
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}
