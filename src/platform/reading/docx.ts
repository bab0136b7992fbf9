import type { Zippable } from 'fflate';
import { unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { Block } from './blocks.ts';
import { rowsAsItems } from './blocks.ts';
import { Unreadable } from './read.ts';

/** Of all parts of a document that hold text or say how it is meant. */
const MOST_UNPACKED = 24 * 1024 * 1024;
const MOST_PARTS = 500;
const needed = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?[^/]+\.(?:xml|rels))$/;

/** The text of a Word document; what it would unpack to is measured before any of it is. */
export async function readDocx(bytes: Uint8Array): Promise<Block[]> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(repacked(bytes)) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  );
  return blocksIn(value);
}

/** Only the parts that are read, as they were measured: what the reader sees cannot be more than that. */
function repacked(bytes: Uint8Array): Uint8Array {
  let unpacked = 0;
  let parts = 0;
  const files = unzipSync(bytes, {
    filter({ name, originalSize }) {
      if (!needed.test(name)) return false;
      unpacked += originalSize;
      if (unpacked > MOST_UNPACKED || ++parts > MOST_PARTS) throw new Unreadable('too-much');
      return true;
    },
  });
  const stored: Zippable = {};
  for (const [name, content] of Object.entries(files)) stored[name] = [content, { level: 0 }];
  return zipSync(stored);
}

/** The markup that mammoth writes is plain: headings, paragraphs, lists and tables, one after the other. */
const piece =
  /<table>(?<table>[\s\S]*?)<\/table>|<(?<tag>h[1-6]|p|li)(?: [^>]*)?>(?<inner>[\s\S]*?)(?=<\/\k<tag>>|<[uo]l>)/g;
const row = /<tr>([\s\S]*?)<\/tr>/g;
const cell = /<t[dh](?: [^>]*)?>([\s\S]*?)<\/t[dh]>/g;
const allBold = /^\s*(?:<a [^>]*><\/a>)*<strong>[^<]*<\/strong>\s*$/;
const LONGEST_BOLD_HEADING = 80;

function blocksIn(html: string): Block[] {
  return [...html.matchAll(piece)].flatMap(({ groups = {} }) => {
    const { table, tag = '', inner = '' } = groups;
    if (table !== undefined) return rowsAsItems(rowsIn(table));
    const text = textIn(inner);
    return text === '' ? [] : [{ kind: kindOf(tag, inner, text), text }];
  });
}

const rowsIn = (table: string): string[][] =>
  [...table.matchAll(row)].map(([, cells = '']) =>
    [...cells.matchAll(cell)].map(([, inner = '']) => textIn(inner)),
  );

function kindOf(tag: string, inner: string, text: string): Block['kind'] {
  if (tag === 'li') return 'item';
  const isHeading = tag !== 'p' || (allBold.test(inner) && text.length <= LONGEST_BOLD_HEADING);
  return isHeading ? 'heading' : 'paragraph';
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

const textIn = (html: string): string =>
  html
    .replace(/<(?:br|\/p|\/li)[^>]*>/g, ' ')
    .replace(/<[^>]+>/g, '')
    // It leads from a note back to its place.
    .replaceAll('↑', '')
    .replace(/&(?:lt|gt|quot|amp|#39);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/gu, ' ')
    .trim();
