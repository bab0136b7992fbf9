import type { Plan } from './run.ts';

/** A scenario: `pairs` of floor and product, measured in turns, or runs of the product alone. */
export type Scenario = { name: string; title: string; isPaired: boolean; plan: Plan };

const seconds = (count: number) => count * 1000;

/** Everything that is measured, in this order; `isQuick` for a first look in a few minutes. */
export function scenarios(isQuick: boolean): Scenario[] {
  const durationMs = seconds(isQuick ? 6 : 20);
  const warmUpMs = seconds(isQuick ? 2 : 4);
  const settleMs = seconds(isQuick ? 30 : 60);
  const middle = durationMs * 0.4;
  const busy = { pace: { conversations: 32 }, warmUpMs, durationMs, settleMs };
  const steady = { pace: { perSecond: 100 }, warmUpMs, durationMs, settleMs };

  return [
    {
      name: 'throughput',
      title: '32 conversations at once, no status reports',
      isPaired: true,
      plan: { load: busy, carrier: { callbackShare: 0 } },
    },
    {
      name: 'reports',
      title:
        '32 conversations at once, two status reports for each message; the floor takes them too',
      isPaired: true,
      plan: { load: busy, floorTakesReports: true },
    },
    {
      name: 'latency',
      title: '100 messages a second',
      isPaired: true,
      plan: { load: steady },
    },
    {
      name: 'replies',
      title: '24 conversations at once: how long a customer waits',
      isPaired: false,
      plan: { load: { ...busy, pace: { conversations: 24 }, durationMs: durationMs / 2 } },
    },
    {
      name: 'statements',
      title: '32 conversations at once, statements counted',
      isPaired: false,
      plan: { load: { ...busy, durationMs: durationMs / 2 }, countsStatements: true },
    },
    {
      name: 'kill',
      title: 'kill -9 of the process in mid-load, started again at once',
      isPaired: false,
      plan: { load: steady, incident: { kind: 'kill-server', atMs: middle, downMs: 0 } },
    },
    {
      name: 'missed',
      title: 'the same, down for 3 s, and Twilio posts nothing again',
      isPaired: false,
      plan: {
        load: steady,
        webhookRepeats: 0,
        incident: { kind: 'kill-server', atMs: middle, downMs: seconds(3) },
      },
    },
    {
      name: 'redelivery',
      title: 'each webhook twice at the same instant, a third of them later again',
      isPaired: false,
      plan: { load: { ...steady, isPostedTwice: true, postedAgainShare: 0.33 } },
    },
    {
      name: 'carrier-faults',
      title: 'Twilio API: 10 % 429, 5 % 500, 3 % reset; who waits for such a message asks on',
      isPaired: false,
      plan: {
        load: { ...steady, asksOnAfterFault: true },
        carrier: {
          faults: {
            'too-many': 0.1,
            'failed-before': 0.025,
            'failed-after': 0.025,
            'reset-before': 0.03,
          },
        },
      },
    },
    {
      name: 'carrier-cuts',
      title: 'Twilio API: 5 % accepted, then cut; half of all messages without callbacks',
      isPaired: false,
      plan: { load: steady, carrier: { faults: { 'cut-after': 0.05 }, callbackShare: 0.5 } },
    },
    {
      name: 'database',
      title: 'PostgreSQL killed (-9) in mid-load, down for 2 s',
      isPaired: false,
      plan: {
        load: steady,
        incident: { kind: 'kill-database', atMs: middle, downMs: seconds(2) },
      },
    },
    {
      name: 'workers',
      title: '32 conversations at once, one web and two worker processes',
      isPaired: false,
      plan: { load: busy, shape: 'split' },
    },
    {
      name: 'slow-model',
      title: '100 messages a second, a model that takes 2 s',
      isPaired: false,
      plan: { load: steady, model: { answerMs: seconds(2), embeddingMs: 20 } },
    },
  ];
}
