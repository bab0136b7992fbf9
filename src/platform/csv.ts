import papaparse from 'papaparse';

/** `cells` by the names of the columns, in small letters; `line` as an editor counts. */
export type Table = {
  columns: string[];
  rows: { line: number; cells: Record<string, string> }[];
};

/** Reads a table with its columns named in the first line, by commas, semicolons or tabs; null when it is no text. */
export function readTable(bytes: Uint8Array): Table | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
  if (text.includes('\u0000')) return null;
  const { data } = papaparse.parse<string[]>(text, { delimiter: delimiterOf(text) });
  const [first = [], ...rest] = data;
  const columns = first.map((name) => name.trim().toLowerCase());
  const rows = rest.flatMap((values, at) => {
    if (values.every((value) => value.trim() === '')) return [];
    const cells: Record<string, string> = Object.fromEntries(
      columns.map((name, i) => [name, (values[i] ?? '').trim()]),
    );
    return [{ line: at + 2, cells }];
  });
  return { columns, rows };
}

const DELIMITERS = [',', ';', '\t', '|'];

/** What stands most often between the names of the columns. */
function delimiterOf(text: string): string {
  const first = (text.split(/\r?\n/u)[0] ?? '').replace(/"[^"]*"/gu, '');
  const counted = DELIMITERS.map((mark) => ({ mark, count: first.split(mark).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.mark ?? ',';
}
