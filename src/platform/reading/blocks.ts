/** A piece of a text: a heading for what follows, a thing in a list or a row of a table, or a paragraph. */
export type Block = { kind: 'heading' | 'item' | 'paragraph'; text: string };

/** Without what no database can store: NUL, and halves of surrogate pairs. */
export const storable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();

export type Line = {
  text: string;
  /** It looks like a heading: by its size, or because it is marked so. */
  isHeading: boolean;
  afterGap: boolean;
  /** It goes to the end of the line, so that the sentence may go on in the next. */
  isFull: boolean;
};

const bullet = /^\s*(?:[-*•–—·▪◦‣●○■□▶►➤✓✔]\uFE0F?\s+|[•▪●]|\(?\d{1,3}[.)]\s+(?=\p{L}))/u;
const LONGEST_HEADING = 80;
const MOST_WORDS = 8;

/** Lines as blocks: wrapped lines joined, headings told by their marks, size or place. */
export function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  let before: Line | null = null;
  lines.forEach((line, i) => {
    const text = line.text.replace(/\s+/gu, ' ').trim();
    if (text === '') return;
    const last = blocks.at(-1);
    if (bullet.test(text)) blocks.push({ kind: 'item', text: text.replace(bullet, '').trim() });
    else if (isHeading(line, text, before, lines[i + 1]))
      blocks.push({ kind: 'heading', text: bareHeading(text) });
    else if (last && goesOn(last, before, line)) last.text = joined(last.text, text);
    else blocks.push({ kind: 'paragraph', text });
    before = line;
  });
  return blocks.filter(({ text }) => text !== '');
}

const goesOn = (last: Block, before: Line | null, line: Line) =>
  last.kind !== 'heading' && before !== null && before.isFull && !line.afterGap;

/** A word that was divided at the end of a line is whole again. */
const joined = (text: string, more: string) =>
  /\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(more) ? text.slice(0, -1) + more : `${text} ${more}`;

const bareHeading = (text: string) => text.replace(/^#+\s*/u, '').replace(/\s*[:：#]+$/u, '');

function isHeading(line: Line, text: string, before: Line | null, next: Line | undefined): boolean {
  const words = text.split(' ').length;
  if (text.length > LONGEST_HEADING || words > MOST_WORDS + 4) return false;
  if (line.isHeading || /^#{1,6}\s+\S|[:：]$/u.test(text)) return true;
  if (/[.!?…,;।]$|\d/u.test(text) || words > MOST_WORDS) return false;
  return isUpperCase(text) || (isFirst(line, before) && isFollowed(next));
}

const isFirst = (line: Line, before: Line | null) => before === null || line.afterGap;

const isFollowed = (next: Line | undefined) =>
  next !== undefined && !next.afterGap && next.text.trim() !== '';

const isUpperCase = (text: string) =>
  /\p{Lu}{3}/u.test(text) && text === text.toUpperCase() && text !== text.toLowerCase();

/** Rows of a table as items; with the names of the columns where the first row gives them. */
export function rowsAsItems(rows: readonly (readonly string[])[]): Block[] {
  const filled = rows
    .map((row) => row.map((cell) => cell.replace(/\s+/gu, ' ').trim()))
    .filter((row) => row.some((cell) => cell !== ''));
  const [first = [], ...rest] = filled;
  const hasNames = rest.length > 0 && first.length > 1 && first.every(isName);
  const written = hasNames ? rest.map((row) => named(row, first)) : filled.map(unnamed);
  return written.map((text) => ({ kind: 'item', text }));
}

const isName = (cell: string) =>
  cell !== '' && cell.length <= 40 && !/^\W*\d/u.test(cell) && !/[.!?]$/u.test(cell);

const unnamed = (row: readonly string[]) => row.filter((cell) => cell !== '').join(', ');

const named = (row: readonly string[], names: readonly string[]) =>
  row
    .map((cell, i) => (cell === '' ? '' : names[i] ? `${names[i]}: ${cell}` : cell))
    .filter((cell) => cell !== '')
    .join(', ');
