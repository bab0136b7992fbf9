import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HOUR_MS, onSaturday, WEEK } from '../support/opening-hours.ts';
import { createWorld } from '../support/world.ts';

describe('a single day', () => {
  test('is closed, with the reason, until it is taken back', async () => {
    await using world = await createWorld();
    const { owner, asks } = await onSaturday(world);
    await owner.tells(`!hours ${WEEK}`);
    assert.equal(
      await owner.tells('!closed Monday for a wedding'),
      `Set. Who asks is told:
- Monday 14 January 2030: closed (a wedding)
!open and the day takes it back.`,
    );
    assert.match(
      await asks('Are you open on Monday?'),
      /^No, we are closed on Monday 14 January \(a wedding\)\. We open on Tuesday 15 January at 9:00\.$/,
    );
    assert.match(
      await asks('What are your opening hours?'),
      /\nMonday 14 January: closed \(a wedding\)$/,
    );
    assert.match(
      await owner.tells('!hours Mon-Sat 8-17'),
      /I keep [^]*\n- Monday 14 January 2030: closed/,
    );
    assert.match(await asks('Are you open on Monday?'), /^No, /);
    assert.match(
      await owner.tells('!open Monday'),
      /^Taken back.*\n- Monday 14 January 2030: 8:00–17:00$/,
    );
    assert.match(
      await asks('Are you open on Monday?'),
      /^Yes, we are open on Monday 14 January, 8:00/,
    );
  });

  test('has other hours, also where the text of the hours says that it is closed', async () => {
    await using world = await createWorld();
    const { owner, asks } = await onSaturday(world);
    await owner.tells('!hours Mon-Fri 9-18, closed 15 Jan');
    assert.match(
      await owner.tells('!hours tomorrow 10-14'),
      /^Set\. Who asks is told:\n- Sunday 13 January 2030: 10:00–14:00\n/,
    );
    assert.equal(await asks('Are you open tomorrow?'), 'Yes, we are open tomorrow, 10:00–14:00.');
    assert.match(
      await asks('Are you open on Tuesday?'),
      /^No, we are closed on Tuesday 15 January/,
    );
    assert.match(
      await owner.tells('!open 15 Jan'),
      /^Taken back.*\n- Tuesday 15 January 2030: 9:00/,
    );
    assert.match(await asks('Are you open on Tuesday?'), /^Yes, /);
    assert.match(await asks('What are your opening hours?'), /\nTuesday 15 January: as usual$/);
    const coming = await owner.tells('!hours');
    assert.match(coming, /Special days:\n- Sunday 13 January 2030: 10:00–14:00\n/);
    world.clock.advance(24 * HOUR_MS);
    assert.match(await owner.tells('!hours'), /Sunday 13 January 2030/);
    world.clock.advance(24 * HOUR_MS);
    assert.doesNotMatch(await owner.tells('!hours'), /Sunday 13 January 2030/);
  });

  test('is closed for several days, and for a part of one', async () => {
    await using world = await createWorld();
    const { owner } = await onSaturday(world);
    await owner.tells('!hours Mon-Fri 9-18');
    assert.match(
      await owner.tells('!closed Mon-Wed'),
      /- Monday 14 January 2030 – Wednesday 16 January 2030: closed\n/,
    );
    assert.match(
      await owner.tells('!closed 24-26 Dec'),
      /24 December 2030 – Thursday 26 December 2030: closed/,
    );
    assert.match(
      await owner.tells('!closed 25 Jan every year'),
      /- 25 January, every year: closed/,
    );
    assert.match(
      await owner.tells('!closed Thursday 12-14'),
      /17 January 2030: 9:00–12:00, 14:00–18:00/,
    );
    assert.match(await owner.tells('!open all'), /No day is set/);
    assert.doesNotMatch(await owner.tells('!hours'), /Special days/);
  });

  test('that cannot be understood is said, and nothing is changed', async () => {
    await using world = await createWorld();
    const { owner, asks } = await onSaturday(world);
    await owner.tells('!hours Mon-Fri 9-18');
    assert.match(await owner.tells('!closed 30 Feb'), /don't know which day "30 Feb" is/);
    assert.match(await owner.tells('!closed'), /Write which day/);
    assert.match(await owner.tells('!closed every Sunday'), /For a day of every week/);
    assert.match(await owner.tells('!closed tomorrow afternoon'), /For a part of a day/);
    assert.match(await owner.tells('!closed 3 Jan 2030'), /That day is over/);
    assert.match(
      await owner.tells('!open Monday'),
      /^Nothing was set .*\n- Monday 14 January 2030: 9:00–18:00/,
    );
    assert.match(
      await owner.tells('!hours Mon-Fri 9-18, closed tomorrow'),
      /send what is for one day by itself/,
    );
    assert.match(await asks('Are you open on Monday?'), /^Yes, /);
  });
});

const CLOSED_MONDAY = { date: '2030-01-14', openings: [], reason: 'a wedding' };

describe('a single day, over the API,', () => {
  test('stays as the owner set it by phone when the weekly hours are changed, and so do dates of the former text', async () => {
    await using world = await createWorld();
    const { shop, owner, asks } = await onSaturday(world);
    const patch = (change: object) => world.api('PATCH', `/api/businesses/${shop}`, change);
    await owner.tells(`!hours ${WEEK}`);
    await owner.tells('!closed Monday for a wedding');
    const { json } = await patch({ openingHours: 'Mon-Fri 8-17' });
    const christmas = { date: '12-25', openings: [], reason: null };
    assert.deepEqual(json.business.specialDays, [christmas, CLOSED_MONDAY]);
    assert.deepEqual(json.warnings, [
      'These days hold before openingHours, as they were set: 25 December, every year: closed; Monday 14 January 2030: closed (a wedding). To change them, send specialDays.',
    ]);
    assert.match(await asks('Are you open on Monday?'), /^No, we are closed on Monday 14 January/);
    assert.match(await asks('Are you open on Christmas?'), /^No, /);
    const without = await patch({ openingHours: null });
    assert.deepEqual(without.json.business.specialDays, [christmas, CLOSED_MONDAY]);
    await patch({ openingHours: WEEK, specialDays: [CLOSED_MONDAY] });
    const cleared = await patch({ openingHours: null });
    assert.deepEqual(cleared.json.business.specialDays, [CLOSED_MONDAY]);
    assert.match(cleared.json.warnings[0], /^With openingHours went .*: 25 December/);
  });

  test('is set with hours or closed, and what it replaces is said', async () => {
    await using world = await createWorld();
    const { shop, owner, asks } = await onSaturday(world);
    await owner.tells(`!hours ${WEEK}`);
    await owner.tells('!closed Monday for a wedding');
    const specialDays = [
      { date: '2030-01-13', openings: [{ opens: '20:00', closes: '02:00' }], reason: null },
      { date: '2030-01-15', closed: true, reason: 'stocktaking' },
      { date: '02-29', closed: true },
    ];
    const path = `/api/businesses/${shop}`;
    const { json } = await world.api('PATCH', path, { specialDays });
    assert.match(json.warnings[0], /and do not any more: Monday 14 January 2030: closed \(a wed/);
    const shown = json.business.specialDays;
    assert.deepEqual(shown, [
      specialDays[0],
      { date: '2030-01-15', openings: [], reason: 'stocktaking' },
      { date: '02-29', openings: [], reason: null },
    ]);
    assert.match(await asks('Are you open on Monday?'), /^Yes, /);
    assert.match(await asks('Are you open on Tuesday?'), /closed on Tuesday.*\(stocktaking\)/);
    assert.match(await asks('Are you open tomorrow?'), /^Yes, we are open tomorrow, 20:00–2:00/);
    assert.match(await owner.tells('!hours'), /- Tuesday 15 January 2030: closed \(stocktaking\)/);
    const again = await world.api('PATCH', path, { specialDays: shown });
    assert.deepEqual(again.json.business.specialDays, shown);
    const all = await world.api('PATCH', path, { specialDays: [] });
    assert.deepEqual(all.json.business.specialDays, []);
    assert.match(await asks('Are you open on Tuesday?'), /^Yes, /);
  });

  test('that is wrong is refused with a sentence, and nothing is changed', async () => {
    await using world = await createWorld();
    const { shop, owner } = await onSaturday(world);
    await owner.tells('!closed Monday for a wedding');
    const date = '2030-02-01';
    const spans = (...times: [opens: string, closes: string][]) => ({
      date,
      openings: times.map(([opens, closes]) => ({ opens, closes })),
    });
    const cases: [days: unknown, told: RegExp][] = [
      [[{ date: '2030-02-30', closed: true }], /date is not a day, such as 2026-12-25/],
      [[{ date: 'tomorrow', closed: true }], /date is not a day/],
      [[{ date: '2030-01-11', closed: true }], /^specialDays\.0\.date is over: 2030-01-11\.$/],
      [[{ date }], /needs either "closed": true or "openings"/],
      [[{ date, closed: true, openings: [] }], /needs either/],
      [[{ date, closed: false }], /closed must be true/],
      [[spans(['9am', '10:00'])], /opens is not a time of day, such as 09:00/],
      [[spans(['10:00', '10:00'])], /opens and closes at the same time/],
      [[spans(['10:00', '14:00'], ['13:00', '15:00'])], /openings overlap each other/],
      [
        [
          { date, closed: true },
          { date, closed: true },
        ],
        /has the same day twice/,
      ],
      [{ date }, /specialDays must be a list/],
    ];
    for (const [specialDays, told] of cases) {
      const change = { name: 'New', specialDays };
      const { status, json } = await world.api('PATCH', `/api/businesses/${shop}`, change);
      assert.equal(status, 400);
      assert.match(json.error.message, told);
    }
    const { json } = await world.api('GET', `/api/businesses/${shop}`);
    assert.deepEqual(
      [json.business.name, json.business.specialDays],
      ['Pizza Palace', [CLOSED_MONDAY]],
    );
  });
});
