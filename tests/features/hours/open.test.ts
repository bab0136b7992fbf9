import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { afterHoursLine } from '#features/hours/after-hours.ts';
import { hoursOf } from '#features/hours/known.ts';
import type { HoursOfBusiness } from '#features/hours/known.ts';
import { afterOpenMinutes, isOpenAt, nextOpening, openingAt } from '#features/hours/open.ts';
import { LANGUAGES } from '#features/conversations/languages.ts';

const shop = (hours: string | null, more: Partial<HoursOfBusiness> = {}): HoursOfBusiness => ({
  ...{ hours, specialDays: [], country: 'ES', timeZone: 'Europe/Madrid' },
  ...more,
});
const at = (time: string) => new Date(time);

describe('whether a business is open', () => {
  const cases: [hours: string, moment: string, isOpen: boolean | null, zone?: string][] = [
    ['Mon-Fri 9-18', '2026-11-23T07:59:59Z', false],
    ['Mon-Fri 9-18', '2026-11-23T08:00:00Z', true],
    ['Mon-Fri 9-18', '2026-11-23T16:59:59Z', true],
    ['Mon-Fri 9-18', '2026-11-23T17:00:00Z', false],
    ['Mon-Fri 9-18', '2026-11-22T12:00:00Z', false],
    ['Fri 18-2', '2026-11-28T00:30:00Z', true],
    ['Fri 18-2', '2026-11-28T01:00:00Z', false],
    ['Mon-Fri 9-18, Sat by appointment', '2026-11-21T12:00:00Z', null],
    ['Mon-Fri 9-18. August closed', '2026-08-03T12:00:00Z', null],
    ['Mon-Fri 9-18. August closed', '2026-09-01T12:00:00Z', true],
    ['daily 9-18, closed 25 Dec', '2026-12-25T12:00:00Z', false],
    ['daily 9-18, closed 25 Dec', '2029-12-25T12:00:00Z', false],
    ['daily 9-18, closed 25 Dec 2026', '2027-12-25T12:00:00Z', true],
    ['daily 9-18, 24 Dec by appointment', '2026-12-24T12:00:00Z', null],
    ['24/7', '2026-11-22T23:59:00Z', true],
    ['come and see', '2026-11-22T23:59:00Z', null],
    ['Sun 9-18', '2026-03-29T06:59:00Z', false],
    ['Sun 9-18', '2026-03-29T07:00:00Z', true],
    ['Sat 9-18', '2026-03-28T07:59:00Z', false],
    ['Sat 22-4', '2026-03-29T01:59:00Z', true],
    ['Sat 22-4', '2026-03-29T02:00:00Z', false],
    ['Sun 9-18', '2018-11-04T10:59:00Z', false, 'America/Sao_Paulo'],
    ['Sun 9-18', '2018-11-04T11:00:00Z', true, 'America/Sao_Paulo'],
    ['Sat 9-18', '2018-11-03T11:59:00Z', false, 'America/Sao_Paulo'],
    ['Sun 0-24', '2018-11-04T03:00:00Z', true, 'America/Sao_Paulo'],
    ['Sun 9-18', '2026-11-22T03:30:00Z', true, 'Asia/Kolkata'],
    ['Sun 9-18', '2026-11-22T03:29:00Z', false, 'Asia/Kolkata'],
  ];
  for (const [hours, moment, isOpen, timeZone = 'Europe/Madrid'] of cases) {
    test(`"${hours}" at ${moment} in ${timeZone}: ${isOpen}`, () => {
      assert.equal(isOpenAt(hoursOf(shop(hours)), at(moment), timeZone), isOpen);
    });
  }

  test('what was set for a day holds before the text', () => {
    const noon = at('2026-11-23T12:00:00Z');
    const open = (specialDays: HoursOfBusiness['specialDays'], hours = 'Mon 9-18') =>
      isOpenAt(hoursOf(shop(hours, { specialDays })), noon, 'Europe/Madrid');
    const day = { year: 2026, month: 11, day: 23 };
    assert.equal(open([{ ...day, spans: [] }]), false);
    assert.equal(open([{ ...day, spans: [] }], ''), false);
    assert.equal(open([{ ...day, spans: null }], 'Mon 9-18, closed 23 Nov'), true);
    assert.equal(open([{ ...day, spans: null }], 'Mon 9-18, closed 23 Nov 2026'), true);
    assert.equal(open([{ ...day, spans: [{ from: 0, to: 600 }] }]), false);
    assert.equal(open([{ ...day, year: 2027, spans: [] }]), true);
  });

  test('times that touch each other are one', () => {
    const hours = hoursOf(shop('24/7'));
    const opening = openingAt(hours, at('2026-11-23T12:00:00Z'), 'Europe/Madrid');
    assert.ok(opening && opening.closes > at('2026-11-30T00:00:00Z'));
    const late = hoursOf(shop('Mon 18-24, Tue 0-3'));
    const night = openingAt(late, at('2026-11-23T20:00:00Z'), 'Europe/Madrid');
    assert.deepEqual(night?.closes, at('2026-11-24T02:00:00Z'));
  });
});

test('the next opening is found over closed days, and not where something in between is unknown', () => {
  const next = (hours: string) =>
    nextOpening(hoursOf(shop(hours)), at('2026-12-24T18:00:00Z'), 'Europe/Madrid')?.opens ?? null;
  assert.deepEqual(next('Mon-Fri 9-18, closed 25 Dec'), at('2026-12-28T08:00:00Z'));
  assert.deepEqual(next('Thu 20-22'), at('2026-12-24T19:00:00Z'));
  assert.equal(next('Mon-Wed 9-18, Fri by appointment'), null);
  assert.equal(next('closed Mon'), null);
});

describe('minutes of opening hours', () => {
  const cases: [hours: string | null, from: string, minutes: number, reached: string][] = [
    ['Mon-Fri 9-18', '2026-11-23T09:00:00Z', 240, '2026-11-23T13:00:00Z'],
    ['Mon-Fri 9-18', '2026-11-23T16:00:00Z', 240, '2026-11-24T11:00:00Z'],
    ['Mon-Fri 9-18', '2026-11-20T16:00:00Z', 240, '2026-11-23T11:00:00Z'],
    ['Mon-Fri 9-13, 14-18', '2026-11-23T11:00:00Z', 240, '2026-11-23T16:00:00Z'],
    ['Fri 18-2', '2026-11-28T00:30:00Z', 60, '2026-12-04T17:30:00Z'],
    ['24/7', '2026-11-23T16:00:00Z', 2_880, '2026-11-25T16:00:00Z'],
    ['24/7', '2026-03-28T23:00:00Z', 240, '2026-03-29T03:00:00Z'],
    [null, '2026-11-23T16:00:00Z', 240, '2026-11-23T20:00:00Z'],
    ['come and see', '2026-11-23T16:00:00Z', 240, '2026-11-23T20:00:00Z'],
    ['Sat by appointment. Mon 9-18', '2026-11-23T16:00:00Z', 90, '2026-11-23T23:30:00Z'],
    ['closed daily', '2026-11-23T16:00:00Z', 240, '2026-11-23T20:00:00Z'],
  ];
  for (const [hours, from, minutes, reached] of cases) {
    test(`"${hours}": ${minutes} after ${from}`, () => {
      const known = hours === null ? null : hoursOf(shop(hours));
      assert.deepEqual(afterOpenMinutes(known, at(from), minutes, 'Europe/Madrid'), at(reached));
    });
  }
});

describe('after hours', () => {
  const saturday = at('2026-11-21T20:00:00Z');

  test('a customer is told when it opens', () => {
    const line = (hours: string | null, now = saturday) => afterHoursLine(shop(hours), 'en', now);
    assert.equal(line('daily 9-18'), 'We are closed now and open tomorrow at 9:00.');
    assert.equal(line('daily 9am-6pm'), 'We are closed now and open tomorrow at 9 AM.');
    assert.equal(line('Mon-Fri 9-18'), 'We are closed now and open on Monday 23 November at 9:00.');
    assert.equal(line('daily 9-13, 23-24'), 'We are closed now and open today at 23:00.');
    assert.equal(line('daily 9-24'), null);
    assert.equal(line('Sat by appointment'), null);
    assert.equal(line(null), null);
  });

  test('in every language, with its own words', () => {
    const lines = LANGUAGES.map((language) =>
      afterHoursLine(shop('Mon-Fri 9-18'), language, saturday),
    );
    assert.deepEqual(lines, [
      'We are closed now and open on Monday 23 November at 9:00.',
      'हम अभी बंद हैं और सोमवार 23 नवंबर को 9:00 बजे खुलेंगे।',
      'Hum abhi band hain aur Somvar 23 November ko 9:00 baje khulenge.',
      'మేము ఇప్పుడు మూసి ఉన్నాము, సోమవారం నవంబర్ 23 న 9:00 గంటలకు తెరుస్తాము.',
      'Memu ippudu moosi unnamu, Somavaram November 23 na 9:00 gantalaku terustamu.',
      'Ahora está cerrado; abrimos el lunes 23 de noviembre a las 9:00.',
      'Estamos fechados agora e abrimos na segunda-feira, 23 de novembro às 9:00.',
    ]);
  });
});
