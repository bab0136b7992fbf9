/** What was seen of a case (the first value is 1, for the bias), and how it was. */
export type Case = { inputs: readonly number[]; isTrue: boolean };

const ROUNDS = 25;
const RIDGE = 1;

const dot = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);

/** The probability that these weights give to a case. */
export const probability = (weights: readonly number[], inputs: readonly number[]): number =>
  1 / (1 + Math.exp(-dot(weights, inputs)));

/** Logistic regression by Newton's method; a ridge keeps the weights small, but for the bias. */
export function fitLogistic(cases: readonly Case[]): number[] {
  let weights = (cases[0]?.inputs ?? []).map(() => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const step = solved(curvature(cases, weights), slope(cases, weights));
    weights = weights.map((weight, at) => weight + (step[at] ?? 0));
  }
  return weights;
}

const pull = (at: number): number => (at === 0 ? 0 : RIDGE);

function slope(cases: readonly Case[], weights: readonly number[]): number[] {
  const sums = weights.map((weight, at) => -pull(at) * weight);
  for (const { inputs, isTrue } of cases) {
    const error = Number(isTrue) - probability(weights, inputs);
    for (const [at, value] of inputs.entries()) sums[at] = (sums[at] ?? 0) + error * value;
  }
  return sums;
}

function curvature(cases: readonly Case[], weights: readonly number[]): number[][] {
  const sums = weights.map((_, row) => weights.map((__, at) => (row === at ? pull(at) : 0)));
  for (const { inputs } of cases) {
    const likely = probability(weights, inputs);
    for (const [row, line] of sums.entries()) {
      const share = likely * (1 - likely) * (inputs[row] ?? 0);
      for (const at of line.keys()) line[at] = (line[at] ?? 0) + share * (inputs[at] ?? 0);
    }
  }
  return sums;
}

/** Solves a system of linear equations by elimination. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((line, at) => [...line, right[at] ?? 0]);
  for (const at of rows.keys()) {
    const best = rows
      .slice(at)
      .reduce((one, other) => (size(other, at) > size(one, at) ? other : one));
    const from = rows.indexOf(best);
    [rows[at], rows[from]] = [best, rows[at] ?? best];
    for (const [row, line] of rows.entries()) if (row !== at) eliminate(line, best, at);
  }
  return rows.map((line, at) => (line.at(-1) ?? 0) / (line[at] ?? 1));
}

const size = (line: readonly number[], at: number): number => Math.abs(line[at] ?? 0);

function eliminate(line: number[], by: readonly number[], at: number): void {
  const factor = (line[at] ?? 0) / (by[at] ?? 1);
  for (const [column, value] of by.entries()) line[column] = (line[column] ?? 0) - factor * value;
}
