import type { Spread } from './figures.ts';
import type { Result } from './result.ts';

/** A run with the scenario it belongs to; `turn` counts the pairs from 1. */
export type Row = { scenario: string; turn: number; result: Result };

const whole = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(0));
const tenth = (value: number | null) =>
  value === null || Number.isNaN(value) ? '–' : value.toFixed(1);
const hundredth = (value: number | null) =>
  value === null || Number.isNaN(value) ? '–' : value.toFixed(2);
const points = ({ p50, p95, p99 }: Spread) => [p50, p95, p99].map(tenth).join(' / ');

const columns: [title: string, show: (row: Row) => string][] = [
  ['scenario', ({ scenario }) => scenario],
  ['run', ({ result, turn }) => `${result.subject} ${turn}`],
  ['answered/s', ({ result }) => whole(result.perSecond)],
  ['ack p50 / p95 / p99 ms', ({ result }) => points(result.ack)],
  ['end to end p50 / p95 / p99 ms', ({ result }) => points(result.endToEnd)],
  ['RSS MB', ({ result }) => whole(result.peakRssMb)],
  ['CPU ms', ({ result }) => hundredth(result.cpuMs)],
  ['commits', ({ result }) => hundredth(result.commits)],
  ['statements', ({ result }) => tenth(result.statements)],
  ['asked', ({ result }) => whole(result.asked)],
  ['lost', ({ result }) => whole(result.lost)],
  ['repeated', ({ result }) => whole(result.repeated)],
  ['out of order', ({ result }) => whole(result.outOfOrder)],
  ['wrong', ({ result }) => whole(result.wrong)],
];

/** The rows as a Markdown table, its columns aligned so that a terminal shows it as well. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => columns.map(([, show]) => show(row)));
  const titles = columns.map(([title]) => title);
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column < 2 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(titles), line(rule), ...cells.map(line)].join('\n');
}

const pad = (cell: string, width: number, column: number) =>
  column < 2 ? cell.padEnd(width) : cell.padStart(width);

/** One run in one line, for the terminal while the benchmark goes on. */
export function brief({ scenario, turn, result }: Row): string {
  const faults = [
    `lost ${result.lost}${result.lost > 0 ? ` (${result.lostAfterAck} acknowledged)` : ''}`,
    `repeated ${result.repeated}`,
    `out of order ${result.outOfOrder}`,
    `wrong ${result.wrong}`,
  ];
  return [
    `${scenario} ${result.subject} ${turn}:`,
    `${whole(result.perSecond)}/s,`,
    `ack ${points(result.ack)} ms, end to end ${points(result.endToEnd)} ms,`,
    `${whole(result.peakRssMb)} MB, CPU ${hundredth(result.cpuMs)} ms,`,
    `${hundredth(result.commits)} commits; asked ${result.asked}, ${faults.join(', ')}`,
    ...(result.remarks.length > 0 ? [`[${result.remarks.join('; ')}]`] : []),
  ].join(' ');
}
