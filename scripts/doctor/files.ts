import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { BUCKET, examineBucket } from '#adapters/files/supabase.ts';
import type { Config } from '#config.ts';
import type { Finding } from './finding.ts';
import { aside, fine, PATIENCE_MS, wrong } from './finding.ts';

const ABOUT = 'Files';
const GIGABYTE = 1024 ** 3;
/** Room for sixty files of the largest size. */
const LEAST_FREE = GIGABYTE;

/** Whether files can be kept: in Supabase Storage where it is set, else on this disk. */
export async function checkFiles({
  supabase,
  dataDir,
}: Pick<Config, 'supabase' | 'dataDir'>): Promise<Finding[]> {
  return [supabase ? await checkStorage(supabase) : checkDisk(dataDir)];
}

/** `free` are bytes; those of the disk where they are not given. */
export function checkDisk(dataDir: string, free?: number): Finding {
  const folder = join(resolve(dataDir), 'files');
  const nearest = nearestOf(folder);
  try {
    accessSync(nearest, constants.W_OK);
  } catch {
    const remedy = 'Set DATA_DIR to a folder of this user.';
    return wrong(ABOUT, `${nearest} cannot be written to.`, remedy);
  }
  const left = free ?? freeAt(nearest);
  const told = `${(left / GIGABYTE).toFixed(1)} GB`;
  if (left >= LEAST_FREE) return fine(ABOUT, `on this disk, in ${folder}; ${told} are free`);
  const remedy = 'Make room, set DATA_DIR to a larger disk, or use Supabase Storage.';
  return wrong(ABOUT, `The disk of ${folder} has only ${told} left.`, remedy);
}

const nearestOf = (folder: string): string =>
  existsSync(folder) ? folder : nearestOf(dirname(folder));

function freeAt(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

const KEY = 'Copy the secret key from the API keys of the Supabase project to SUPABASE_SECRET_KEY.';

async function checkStorage(supabase: NonNullable<Config['supabase']>): Promise<Finding> {
  const found = await examineBucket({ ...supabase, timeoutMs: PATIENCE_MS - 500 });
  switch (found.kind) {
    case 'private':
      return fine(ABOUT, `in Supabase Storage, in the private bucket "${BUCKET}"`);
    case 'public': {
      const remedy = 'Make it private in the Storage settings of the project.';
      return wrong(ABOUT, `Everybody can read the bucket "${BUCKET}": it is public.`, remedy);
    }
    case 'missing':
      return aside(ABOUT, `The bucket "${BUCKET}" is missing; the first file makes it.`);
    case 'refused':
      return wrong(ABOUT, `Supabase Storage does not accept the key: ${found.because}.`, KEY);
    case 'away': {
      const remedy = 'Check SUPABASE_URL, and that the project is not paused.';
      return wrong(ABOUT, `Supabase Storage cannot be asked: ${found.because}.`, remedy);
    }
  }
}
