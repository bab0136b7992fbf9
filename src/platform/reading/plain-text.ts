import papaparse from 'papaparse';
import type { Block } from './blocks.ts';
import { blocksOf, rowsAsItems } from './blocks.ts';

/** From this length on a line may have been broken off by its writer's program. */
const WRAPPED = 60;

/** A text in lines, or a table of which each row is an item; what is called a table and is none is read as lines. */
export function readText(
  text: string,
  type: 'txt' | 'csv',
): { type: 'txt' | 'csv'; blocks: Block[] } {
  const rows = type === 'csv' ? rowsIn(text) : null;
  return rows
    ? { type: 'csv', blocks: rowsAsItems(rows) }
    : { type: 'txt', blocks: linesAsBlocks(text) };
}

function rowsIn(text: string): string[][] | null {
  const { data } = papaparse.parse<string[]>(text.trim(), { skipEmptyLines: 'greedy' });
  return data.some((row) => row.length > 1) ? data : null;
}

/** The blocks of a text. */
export function linesAsBlocks(text: string): Block[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/u);
  return blocksOf(
    lines.map((line, i) => ({
      text: line,
      isHeading: false,
      afterGap: i > 0 && lines[i - 1]?.trim() === '',
      isFull: line.length >= WRAPPED,
    })),
  );
}
