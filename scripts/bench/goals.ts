import { median } from './figures.ts';
import type { Result } from './result.ts';
import type { Row } from './table.ts';

/** What was to be reached, what was, and whether that is enough. */
export type Goal = { sentence: string; isReached: boolean };

/** Holds the product's runs against the goals, as far as the runs at hand can tell. */
export const goals = (rows: readonly Row[]): Goal[] => [
  ...(['throughput', 'reports'] as const).flatMap((scenario) =>
    ratioGoal(rows, {
      scenario,
      what: "answered messages/s, of the floor's",
      of: ({ perSecond }) => perSecond,
      atLeast: 0.5,
    }),
  ),
  ...ratioGoal(rows, {
    scenario: 'latency',
    what: "end-to-end p50, of the floor's",
    of: ({ endToEnd }) => endToEnd.p50,
    atMost: 4,
  }),
  ...ratioGoal(rows, {
    scenario: 'latency',
    what: "ack p99, of the floor's",
    of: ({ ack }) => ack.p99,
    atMost: 2,
  }),
  ...limitGoal(
    rows.filter(({ scenario }) => scenario === 'replies'),
    '24 at once: end-to-end p95 in ms',
    100,
    ({ endToEnd }) => endToEnd.p95,
  ),
  ...limitGoal(rows, 'resident memory in MB', 300, ({ peakRssMb }) => peakRssMb),
  ...limitGoal(
    rows.filter(({ scenario }) => ['throughput', 'reports'].includes(scenario)),
    'commits a message',
    3,
    ({ commits }) => commits,
  ),
  ...limitGoal(rows, 'lost messages', 0, ({ lost }) => lost),
  ...limitGoal(rows, 'repeated messages', 0, ({ repeated }) => repeated),
  ...limitGoal(rows, 'messages out of order', 0, ({ outOfOrder }) => outOfOrder),
  ...limitGoal(rows, 'answers from a wrong entry', 0, ({ wrong }) => wrong),
];

type Ratio = {
  scenario: string;
  what: string;
  of: (result: Result) => number;
  atLeast?: number;
  atMost?: number;
};

function ratioGoal(rows: readonly Row[], ratio: Ratio): Goal[] {
  const { scenario, what, of, atLeast = -Infinity, atMost = Infinity } = ratio;
  const inScenario = rows.filter((row) => row.scenario === scenario);
  const ratios = inScenario
    .filter(({ result }) => result.subject === 'product')
    .flatMap(({ turn, result }) => {
      const floor = inScenario.find((row) => row.turn === turn && row.result.subject === 'floor');
      return floor ? [of(result) / of(floor.result)] : [];
    });
  if (ratios.length === 0) return [];
  const middle = median(ratios);
  const wanted = atLeast > -Infinity ? `at least ${atLeast}` : `at most ${atMost}`;
  const pairs = ratios.map((each) => each.toFixed(2)).join(', ');
  return [
    {
      sentence: `${scenario}: ${what}: ${middle.toFixed(2)}, median of the pairs ${pairs}; wanted ${wanted}`,
      isReached: middle >= atLeast && middle <= atMost,
    },
  ];
}

function limitGoal(
  rows: readonly Row[],
  what: string,
  limit: number,
  of: (result: Result) => number | null,
): Goal[] {
  const measured = rows.filter(({ result }) => result.subject === 'product');
  if (measured.length === 0) return [];
  const most = Math.max(...measured.map(({ result }) => of(result) ?? 0));
  const shown = Number.isInteger(most) ? String(most) : most.toFixed(2);
  return [
    { sentence: `${what}: at most ${shown}; wanted at most ${limit}`, isReached: most <= limit },
  ];
}
