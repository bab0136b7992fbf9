import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

export const FORMAT = 1;

/** What a backup begins with. `keyIds` tell the keys without which it is of no use. */
export type Head = {
  format: number;
  takenAt: string;
  keyIds: string[];
  suppressionKeyId: string;
  migrations: string[];
  hasFiles: boolean;
};

/** A backup is lines of JSON, compressed: its head, rows by table, files, and an end that counts both. */
export type Line =
  | ['frontdesk', Head]
  | ['row', string, Record<string, unknown>]
  | ['file', string, string, string]
  | ['end', { rows: number; files: number }];

/** What is wrong with a file that is no whole backup, as a sentence. */
export class NoBackup extends Error {
  override readonly name = 'NoBackup';
}

/** The lines of a backup, one by one; throws `NoBackup` where it is none, or not whole. */
export async function* linesOf(path: string): AsyncGenerator<Line> {
  const text = createGunzip();
  pipeline(createReadStream(path), text, () => {});
  try {
    for await (const line of createInterface({ input: text, crlfDelay: Infinity })) {
      yield JSON.parse(line) as Line;
    }
    if (text.errored) throw text.errored;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new NoBackup(`There is no file ${path}.`);
    }
    throw new NoBackup(`${path} is no whole backup of Frontdesk.`);
  }
}

/** Reads a backup to its end and gives its head; throws `NoBackup` unless it is whole. */
export async function headOf(path: string): Promise<Head> {
  let head: Head | undefined;
  let isWhole = false;
  const found = { rows: 0, files: 0 };
  for await (const [kind, ...rest] of linesOf(path)) {
    if (kind === 'frontdesk') head = rest[0] as Head;
    if (kind === 'row') found.rows++;
    if (kind === 'file') found.files++;
    if (kind === 'end') isWhole = JSON.stringify(rest[0]) === JSON.stringify(found);
  }
  if (!head || !isWhole) throw new NoBackup(`${path} is no whole backup of Frontdesk.`);
  if (head.format !== FORMAT) {
    throw new NoBackup(`${path} was written by another version of Frontdesk: use that one.`);
  }
  return head;
}
