import { getDocumentProxy } from 'unpdf';
import type { Block, Line } from './blocks.ts';
import { blocksOf } from './blocks.ts';
import { MOST_CHARACTERS, MOST_PAGES, Unreadable } from './read.ts';

type Word = { text: string; x: number; y: number; height: number; end: number };
type Row = { text: string; y: number; height: number; end: number };

/** The text of a PDF, line by line as it stands on the pages. Throws `Unreadable` where there is a reason to tell. */
export async function readPdf(bytes: Uint8Array): Promise<{ blocks: Block[]; pages: number }> {
  const pdf = await open(bytes);
  const pages = pdf.numPages;
  if (pages > MOST_PAGES) throw new Unreadable('too-many-pages', pages);
  const rows: Row[][] = [];
  let characters = 0;
  for (let number = 1; number <= pages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const words = items.flatMap((item) => ('str' in item ? [wordOf(item)] : []));
    characters += words.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > MOST_CHARACTERS) throw new Unreadable('too-much');
    rows.push(rowsOf(words));
    page.cleanup();
  }
  const told = withoutRunningLines(rows);
  const usual = usualHeight(told.flat());
  return { blocks: told.flatMap((page) => blocksOf(linesOf(page, usual))), pages };
}

async function open(bytes: Uint8Array) {
  try {
    return await getDocumentProxy(bytes, { verbosity: 0, stopAtErrors: false });
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new Unreadable(isLocked ? 'encrypted' : 'broken');
  }
}

function wordOf(item: { str: string; transform: number[]; width: number; height: number }): Word {
  const [, , , scale = 0, x = 0, y = 0] = item.transform;
  return { text: item.str, x, y, height: item.height || Math.abs(scale), end: x + item.width };
}

/** What stands at one height of the page is one line. */
function rowsOf(words: readonly Word[]): Row[] {
  const rows: Row[] = [];
  for (const { text, y, height, end, x } of words) {
    if (text.trim() === '') continue;
    const last = rows.at(-1);
    if (!last || Math.abs(last.y - y) > Math.max(last.height, height) / 2) {
      rows.push({ text, y, height, end });
      continue;
    }
    const isApart = x - last.end > height / 8;
    last.text += isApart && !/\s$/u.test(last.text) ? ` ${text}` : text;
    last.height = Math.max(last.height, height);
    last.end = Math.max(last.end, end);
  }
  return rows;
}

const FEWEST_PAGES = 3;

/** What stands at the same place of most pages, apart from its numbers, is the head or foot of the page. */
function withoutRunningLines(pages: readonly Row[][]): Row[][] {
  if (pages.length < FEWEST_PAGES) return [...pages];
  const placeOf = ({ text, y }: Row) => `${Math.round(y)} ${text.replace(/\d+/g, '#')}`;
  const counts = new Map<string, number>();
  for (const place of pages.flatMap((page) => [...new Set(page.map(placeOf))])) {
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const isRunning = (row: Row) => (counts.get(placeOf(row)) ?? 0) > pages.length / 2;
  return pages.map((page) => page.filter((row) => !isRunning(row)));
}

/** Of most characters. */
function usualHeight(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const { height, text } of rows) {
    const rounded = Math.round(height * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

const LARGER = 1.15;
const GAP = 1.9;
const NEARLY_FULL = 0.85;
const SHORTEST_FULL = 40;

function linesOf(rows: readonly Row[], usual: number): Line[] {
  const right = Math.max(...rows.map(({ end }) => end));
  return rows.map(({ text, y, height, end }, i) => {
    const above = rows[i - 1];
    return {
      text,
      isHeading: height > usual * LARGER,
      afterGap: above !== undefined && Math.abs(above.y - y) > Math.max(height, above.height) * GAP,
      isFull: end >= right * NEARLY_FULL && text.length >= SHORTEST_FULL,
    };
  });
}
