import { fileTypeFromBuffer } from 'file-type';
import type { Given } from './read.ts';

export type FileKind =
  | { type: 'pdf' | 'docx' }
  | { type: 'txt' | 'csv'; text: string }
  | { type: 'picture' | 'recording'; mime: string }
  | { type: 'unsupported'; what: string };

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const pictures = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif']);
/** By the names that the bytes are given, the ones that models take. */
const recordings: Readonly<Record<string, string>> = {
  'audio/ogg': 'audio/ogg',
  'audio/mpeg': 'audio/mpeg',
  'audio/mp4': 'audio/mp4',
  'audio/x-m4a': 'audio/mp4',
  'audio/wav': 'audio/wav',
  'audio/flac': 'audio/flac',
  'audio/x-flac': 'audio/flac',
  'audio/webm': 'audio/webm',
};

/** What a file is, told from its bytes; a text that is named or sent as a table is one if it looks like one. */
export async function kindOf({ bytes, name, contentType }: Given): Promise<FileKind> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (!found) return textOr(bytes, isSaidToBeTable(name, contentType));
  const mime = found.mime.split(';')[0] ?? '';
  if (mime === 'application/pdf') return { type: 'pdf' };
  if (mime === DOCX) return { type: 'docx' };
  if (pictures.has(mime)) return { type: 'picture', mime };
  const recording = recordings[mime];
  if (recording) return { type: 'recording', mime: recording };
  return { type: 'unsupported', what: found.ext.toUpperCase() };
}

const isSaidToBeTable = (name: string | null, contentType: string | null) =>
  /\.(?:csv|tsv)$/i.test(name ?? '') ||
  /^text\/(?:csv|tab-separated-values)\b/i.test(contentType ?? '');

function textOr(bytes: Uint8Array, isTable: boolean): FileKind {
  const text = decoded(bytes);
  if (text === null) return { type: 'unsupported', what: '' };
  if (/^\s*(?:<!doctype|<html|<\?xml|\{\\rtf)/i.test(text)) {
    return { type: 'unsupported', what: /rtf/.test(text.slice(0, 20)) ? 'RTF' : 'HTML' };
  }
  return { type: isTable ? 'csv' : 'txt', text };
}

/** As UTF-8, as UTF-16 where it says so, else as Windows writes western text; null for what is no text. */
function decoded(bytes: Uint8Array): string | null {
  const [a, b] = bytes;
  const isWide = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  const text = isWide
    ? new TextDecoder(a === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
    : (strictly('utf-8', bytes) ?? strictly('windows-1252', bytes));
  // oxlint-disable-next-line no-control-regex
  return text === null || /[\0-\x08\x0e-\x1a\x1c-\x1f]/u.test(text) ? null : text;
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
