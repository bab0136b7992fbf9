import type { Block } from './blocks.ts';
import { kindOf } from './kind.ts';
import type { FileKind } from './kind.ts';

/** `name` and `contentType` are what somebody says of the bytes; they decide nothing but whether a text is a table. */
export type Given = { bytes: Uint8Array; name: string | null; contentType: string | null };

export type Why =
  | 'empty'
  | 'broken'
  | 'encrypted'
  | 'too-many-pages'
  /** It takes far more memory or time than a file of its size should. */
  | 'too-much'
  /** Pages, but no text on them. */
  | 'no-text'
  | 'unsupported';

export type Read =
  | { kind: 'text'; type: 'pdf' | 'docx' | 'txt' | 'csv'; blocks: Block[]; pages: number | null }
  | { kind: 'picture' | 'recording'; mime: string }
  /** `what` is the kind that the bytes show, such as XLSX; `pages` how many it has. */
  | { kind: 'unreadable'; because: Why; what?: string; pages?: number };

/** The reading could not be finished for a reason that can be told. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly because: Why;
  readonly pages: number | undefined;

  constructor(because: Why, pages?: number) {
    super(because);
    this.because = because;
    this.pages = pages;
  }
}

export const MOST_PAGES = 100;
export const MOST_CHARACTERS = 1_000_000;

/** Reads a file. Not to be called where others wait: a bad one may take all time and memory there is. */
export async function read(given: Given): Promise<Read> {
  if (given.bytes.length === 0) return { kind: 'unreadable', because: 'empty' };
  const kind = await kindOf(given);
  try {
    return await readAs(kind, given.bytes);
  } catch (error) {
    if (!(error instanceof Unreadable)) return { kind: 'unreadable', because: 'broken' };
    const { because, pages } = error;
    return { kind: 'unreadable', because, ...(pages !== undefined && { pages }) };
  }
}

async function readAs(kind: FileKind, bytes: Uint8Array): Promise<Read> {
  switch (kind.type) {
    case 'picture':
    case 'recording':
      return { kind: kind.type, mime: kind.mime };
    case 'unsupported':
      return { kind: 'unreadable', because: 'unsupported', what: kind.what };
    case 'pdf': {
      const { readPdf } = await import('./pdf.ts');
      const { blocks, pages } = await readPdf(bytes);
      return textOr('no-text', { kind: 'text', type: 'pdf', blocks, pages });
    }
    case 'docx': {
      const { readDocx } = await import('./docx.ts');
      return textOr('empty', {
        kind: 'text',
        type: 'docx',
        blocks: await readDocx(bytes),
        pages: null,
      });
    }
    case 'txt':
    case 'csv': {
      const { readText } = await import('./plain-text.ts');
      return textOr('empty', { kind: 'text', ...readText(kind.text, kind.type), pages: null });
    }
  }
}

function textOr(because: Why, read: Extract<Read, { kind: 'text' }>): Read {
  const characters = read.blocks.reduce((sum, { text }) => sum + text.length, 0);
  if (characters > MOST_CHARACTERS) return { kind: 'unreadable', because: 'too-much' };
  return read.blocks.some(({ text }) => /[\p{L}\p{N}]/u.test(text))
    ? read
    : { kind: 'unreadable', because, ...(read.pages !== null && { pages: read.pages }) };
}
