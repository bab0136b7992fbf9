import type { DatabaseSync } from 'node:sqlite';

const SQLITE_BUSY = 5;

/** Holds `file` for this process, which the kernel undoes however the process ends; `undefined` where somebody holds it. Throws where the file cannot be written. */
export function takeLock(file: string): { release: () => void } | undefined {
  const { DatabaseSync } = sqlite();
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('pragma locking_mode = exclusive; begin exclusive');
  } catch (error) {
    database.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  return { release: () => close(database) };
}

// Early Nodes 24 print an ExperimentalWarning while this module loads, which would be the first thing that a user reads.
function sqlite() {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => {};
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}

function close(database: DatabaseSync) {
  if (database.isOpen) database.close();
}

const isBusy = (error: unknown) =>
  error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
