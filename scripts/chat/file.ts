import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { Hitch } from '../server-api.ts';
import type { SentFile } from './phone.ts';

const types: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.txt': 'text/plain',
  '.csv': 'text/csv',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.ogg': 'audio/ogg',
  '.mp3': 'audio/mpeg',
};

/** A file of this machine, as a phone sends it. Throws a `Hitch` where it cannot be read. */
export async function fileAt(path: string): Promise<SentFile> {
  const contentType = types[extname(path).toLowerCase()] ?? 'application/octet-stream';
  try {
    return { base64: await readFile(path, 'base64'), contentType, name: basename(path) };
  } catch {
    throw new Hitch(`There is no file ${path} that can be read.`);
  }
}
