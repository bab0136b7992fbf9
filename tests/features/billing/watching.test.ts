import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { alertsFor, crossingOf } from '#features/billing/alerts.ts';
import type { AlertName } from '#features/billing/alerts.ts';
import {
  fraudIn,
  isCountryAllowed,
  isLoop,
  isRunaway,
  isWithinFrequency,
} from '#features/billing/breakers.ts';
import type { Countries, Said } from '#features/billing/breakers.ts';
import {
  crossingsOf,
  levelOf,
  spentOn,
  spentUntil,
  stateOf,
  sumIn,
} from '#features/billing/budget.ts';

const now = new Date('2026-11-22T12:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);
const HOUR_MS = 3_600_000;

describe('a budget', () => {
  const limits = { currency: 'USD', dayMicros: 100, monthMicros: 1_000 };
  const told = { day: null, dayLevel: 0, month: null, monthLevel: 0 };
  const on = (dayMicros: number, monthMicros = dayMicros) => ({
    ...{ day: '2026-11-22', dayMicros, monthMicros },
  });

  test('is warned of at 80 % and spent at 100 %', () => {
    const cases = [
      [0, 0],
      [79, 0],
      [80, 80],
      [99, 80],
      [100, 100],
      [500, 100],
    ] as const;
    for (const [micros, level] of cases) assert.equal(levelOf(micros, 100), level);
    assert.equal(levelOf(1_000_000, null), 0);
  });

  test('is as far as the further of day and month, and a new day begins at nothing', () => {
    const today = '2026-11-22';
    assert.equal(stateOf(limits, on(10), today), 'within');
    assert.equal(stateOf(limits, on(80), today), 'warned');
    assert.equal(stateOf(limits, on(10, 1_000), today), 'spent');
    assert.equal(stateOf(limits, on(100), '2026-11-23'), 'within');
    assert.equal(stateOf(limits, on(100, 800), '2026-11-23'), 'warned');
    assert.equal(stateOf(limits, on(100, 1_000), '2026-12-01'), 'within');
    assert.deepEqual(spentOn(on(5, 7), '2026-11-30'), {
      day: '2026-11-30',
      dayMicros: 0,
      monthMicros: 7,
    });
    assert.equal(stateOf({ ...limits, monthMicros: null }, on(0, 9_999), today), 'within');
  });

  test('starts anew with the day or the month of the business', () => {
    const until = (dayMicros: number, monthMicros: number, at = now) =>
      spentUntil(limits, on(dayMicros, monthMicros), at, 'Asia/Kolkata')?.toISOString() ?? null;
    assert.equal(until(99, 99), null);
    assert.equal(until(100, 100), '2026-11-22T18:30:00.000Z');
    assert.equal(until(100, 1_000), '2026-11-30T18:30:00.000Z');
    const december = new Date('2026-12-31T12:00:00Z');
    assert.equal(until(0, 1_000, december), '2026-12-31T18:30:00.000Z');
  });

  test('is told of once at each level, of each day and month', () => {
    const cases: [ReturnType<typeof on>, Partial<typeof told> | object, string[]][] = [
      [on(79), {}, []],
      [on(80), {}, ['day 80']],
      [on(120), {}, ['day 100']],
      [on(80), { day: '2026-11-22', dayLevel: 80 }, []],
      [on(100), { day: '2026-11-22', dayLevel: 80 }, ['day 100']],
      [on(100), { day: '2026-11-22', dayLevel: 100 }, []],
      [on(80), { day: '2026-11-21', dayLevel: 100 }, ['day 80']],
      [on(0, 800), {}, ['month 80']],
      [on(0, 900), { month: '2026-11-03', monthLevel: 80 }, []],
      [on(0, 900), { month: '2026-10-31', monthLevel: 100 }, ['month 80']],
      [on(100, 1_000), {}, ['month 100', 'day 100']],
    ];
    for (const [spent, known, expected] of cases) {
      const crossings = crossingsOf(limits, spent, { ...told, ...known });
      assert.deepEqual(
        crossings.map(({ span, level }) => `${span} ${level}`),
        expected,
      );
    }
  });

  test('counts several currencies about, and names what it cannot', () => {
    const amounts = [
      { currency: 'USD', micros: 1_000_000 },
      { currency: 'INR', micros: 95_670_000 },
      { currency: 'JPY', micros: 5 },
    ];
    assert.deepEqual(sumIn('USD', amounts), { micros: 2_000_000, uncounted: ['JPY'] });
  });
});

describe('who may be written to', () => {
  const usual: Countries = {
    ...{ country: 'US', own: 'US', allowed: null, seen: ['MX'], stopped: [], hasWritten: false },
  };
  const cases: [string, Partial<Countries>, boolean][] = [
    ['somebody at home', {}, true],
    ['somebody where others have written from', { country: 'MX' }, true],
    ['somebody elsewhere', { country: 'LV' }, false],
    ['somebody elsewhere who has written', { country: 'LV', hasWritten: true }, true],
    ['nobody knows where', { country: null }, false],
    ['nobody knows where, who has written', { country: null, hasWritten: true }, true],
    ['on the list', { country: 'LV', allowed: ['LV'] }, true],
    ['at home, which is not on the list', { allowed: ['LV'] }, false],
    ['an empty list', { allowed: [] }, false],
    ['stopped for fraud', { country: 'MX', stopped: ['MX'] }, false],
    ['stopped, but has written', { country: 'MX', stopped: ['MX'], hasWritten: true }, true],
  ];
  for (const [name, more, expected] of cases) {
    test(name, () => assert.equal(isCountryAllowed({ ...usual, ...more }), expected));
  }

  test('one customer gets one offer a day and four a week', () => {
    const most = { perDay: 1, perWeek: 4 };
    const days = (...given: number[]) => given.map((day) => ago(day * 24 * HOUR_MS + 1));
    const of: [Date[], boolean][] = [
      [[], true],
      [[ago(HOUR_MS)], false],
      [days(1), true],
      [days(1, 2, 3), true],
      [days(1, 2, 3, 4), false],
      [days(1, 2, 3, 7), true],
    ];
    for (const [sentAt, expected] of of)
      assert.equal(isWithinFrequency(sentAt, most, now), expected);
    assert.equal(isWithinFrequency([], { perDay: 0, perWeek: 4 }, now), false);
  });
});

describe('another machine at the other end', () => {
  const talk = (count: number, everyMs: number, text: (at: number) => string): Said[] =>
    Array.from({ length: count }, (_, at) => ({
      from: at % 2 === 0 ? 'them' : 'us',
      text: text(at),
      at: ago((count - at) * everyMs),
    }));
  const cases: [string, Said[], boolean][] = [
    [
      'answers at once, again and again',
      talk(12, 3_000, (at) => `text ${'abcdefghijkl'[at]}`),
      true,
    ],
    ['not often enough yet', talk(10, 3_000, (at) => `text ${'abcdefghijkl'[at]}`), false],
    ['a person who takes a while', talk(12, 20_000, (at) => `text ${'abcdefghijkl'[at]}`), false],
    ['long letters', talk(12, 3_000, (at) => `${'abcdefghijkl'[at]}`.repeat(300)), false],
    [
      'the same text, numbered',
      talk(8, 30_000, (at) => (at % 2 ? `${at} x` : `Ticket #${at} received!`)),
      true,
    ],
    ['the same text over hours', talk(8, HOUR_MS, () => 'ok'), false],
    ['thrice the same', talk(6, 3_000, () => 'ok'), false],
    ['nobody', [], false],
    [
      'a burst that nobody has answered',
      talk(12, 1_000, () => 'x').map((said) => ({ ...said, from: 'them' })),
      false,
    ],
  ];
  for (const [name, said, expected] of cases) {
    test(name, () => assert.equal(isLoop(said), expected));
  }

  test('is told from counters alone where it is fast enough', () => {
    const of: [number, number, boolean][] = [
      [15, 1_000, false],
      [16, 60_000, true],
      [16, 130_000, false],
      [30, 10 * 60_000, true],
      [30, 16 * 60_000, false],
      [60, 59 * 60_000, true],
    ];
    for (const [replies, sinceMs, expected] of of) {
      assert.equal(isRunaway({ replies, sinceMs }), expected, `${replies} in ${sinceMs}`);
    }
  });
});

describe('what looks like fraud', () => {
  const usual = { own: 'US', seen: ['MX'], allowed: null };
  const numbers = (count: number, prefix: string, country: string | null) =>
    Array.from({ length: count }, (_, at) => ({
      country,
      phone: `${prefix}${String(at * 501).padStart(6, '0')}`,
    }));
  const row = (count: number, prefix: string, country: string) =>
    Array.from({ length: count }, (_, at) => ({
      country,
      phone: `${prefix}${String(at).padStart(3, '0')}`,
    }));
  const cases: [string, ReturnType<typeof numbers>, string[]][] = [
    ['many at home', numbers(500, '+14155', 'US'), []],
    ['a hundred in a row at home', row(100, '+14155551', 'US'), ['prefix US 100']],
    ['some in a row at home', row(90, '+1415555', 'US'), []],
    ['some where others have written from', numbers(25, '+52155', 'MX'), []],
    ['a few abroad', numbers(9, '+37120', 'LV'), []],
    [
      'many abroad',
      [...numbers(20, '+37120', 'LV').map((one, at) => ({ ...one, phone: `+3712${at}00000` }))],
      ['country LV 20'],
    ],
    ['some in a row abroad', row(10, '+52155512', 'MX'), ['prefix MX 10']],
    [
      'the same number again',
      Array.from({ length: 50 }, () => ({ country: 'LV', phone: '+37120000000' })),
      [],
    ],
  ];
  for (const [name, reached, expected] of cases) {
    test(name, () => {
      const found = fraudIn(reached, usual);
      assert.deepEqual(
        found.map(({ kind, country, count }) => `${kind} ${country} ${count}`),
        expected,
      );
    });
  }
});

describe('an alert', () => {
  const alerts = alertsFor(3_000_000);
  const cases: [AlertName, number, number, boolean, 'raise' | 'clear' | null][] = [
    ['costly', 3_000_000, 9, false, null],
    ['costly', 3_000_001, 9, false, 'raise'],
    ['costly', 3_000_001, 4, false, null],
    ['costly', 3_000_001, 9, true, null],
    ['costly', 2_500_000, 9, true, null],
    ['costly', 2_000_000, 9, true, 'clear'],
    ['undelivered', 89.9, 20, false, 'raise'],
    ['undelivered', 90, 20, false, null],
    ['undelivered', 92, 20, true, null],
    ['undelivered', 95, 20, true, 'clear'],
    ['slow', 10.1, 5, false, 'raise'],
    ['slow', 7, 5, true, null],
    ['slow', 5, 5, true, 'clear'],
    ['longTexts', 1.6, 20, false, 'raise'],
    ['longTexts', 1.5, 20, false, null],
    ['longTexts', 1.2, 20, true, 'clear'],
  ];
  for (const [name, value, count, isRaised, expected] of cases) {
    test(`${name} at ${value} of ${count}${isRaised ? ', raised before' : ''}: ${expected}`, () => {
      assert.equal(crossingOf(alerts[name], { value, count }, isRaised), expected);
    });
  }
});
