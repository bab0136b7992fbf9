import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Question } from '#ports.ts';
import { modelOf } from '../support/model.ts';
import { HOUR_MS, onSaturday, WEEK } from '../support/opening-hours.ts';
import { createWorld } from '../support/world.ts';

describe('opening hours', () => {
  test('are understood, and the owner can check how', async () => {
    await using world = await createWorld();
    const { owner } = await onSaturday(world);
    assert.equal(
      await owner.tells(`!hours ${WEEK}`),
      `Your opening hours are now: ${WEEK}
I understood:
- Monday–Friday: 9:00–18:00
- Saturday: 10:00–14:00
- Sunday: closed
Special days:
- 25 December, every year: closed`,
    );
    const partly = await owner.tells('!hours Mon-Fri 9-18, Sat by appointment, Wed 9-13');
    assert.match(partly, /I did not understand: "Sat by appointment"\. Customers are told/);
    assert.match(partly, /two things about Wednesday: the later one holds/);
    assert.match(
      partly,
      /I keep what was set for single days.*\n- 25 December, every year: closed/,
    );
    assert.match(partly, /Before: Mon-Fri 9-18, Sat 10-14, closed 25 Dec$/);
    assert.match(await owner.tells('!hours Ring the bell'), /now: Ring the bell\nI could not read/);
    assert.match(await owner.tells('!hours'), /^Your opening hours: Ring the bell\n/);
  });

  test('answer whether and when it is open, in the language of the customer', async () => {
    await using world = await createWorld();
    const { owner, asks } = await onSaturday(world);
    await owner.tells(`!hours ${WEEK}`);
    assert.equal(
      await asks('Are you open now?'),
      'No, we are closed now. We open on Monday 14 January at 9:00.',
    );
    assert.equal(
      await asks('¿A qué hora abren el lunes?'),
      'Abrimos el lunes 14 de enero, 9:00–18:00.',
    );
    assert.match(await asks('kya aap kal khule hain?'), /^Nahi, hum kal band hain\./);
    assert.match(
      await asks('Are you open on Christmas?'),
      /^No, we are closed on Wednesday 25 Dec/,
    );
    assert.equal(await asks('What are your opening hours?'), `Opening hours: ${WEEK}`);
    world.clock.advance(43 * HOUR_MS);
    assert.equal(await asks('Are you open now?'), 'Yes, we are open now, until 18:00.');
    assert.equal(
      await asks('till when are you open?'),
      `We are open now, until 18:00.\nOpening hours: ${WEEK}`,
    );
  });

  test('do not answer for the pool, nor against an entry about that day', async () => {
    await using world = await createWorld();
    const { owner, asks } = await onSaturday(world, ['The pool is open on Sunday from 10 to 12.']);
    await owner.tells(`!hours ${WEEK}`);
    assert.match(await asks('Is the pool open on Sunday?'), /The pool is open on Sunday/);
    assert.match(await asks('Are you open on Sunday?'), /^No, we are closed on Sunday 13 January/);
    assert.match(await asks('Are you open on Monday?'), /^Yes, we are open on Monday 14 January/);
    await owner.tells('!add We are closed on Monday 14 January because of a move.');
    assert.match(await asks('Are you open on Monday?'), /because of a move/);
  });

  test('tell who cannot be helped now when it opens', async () => {
    await using world = await createWorld();
    const { owner, asks } = await onSaturday(world);
    await owner.tells(`!hours ${WEEK}`);
    const line = /We are closed now and open on Monday 14 January at 9:00\.$/;
    assert.match(await asks('Do you repair bicycles?'), line);
    assert.match(await asks('I want to talk to a person'), line);
    world.clock.advance(44 * HOUR_MS);
    assert.doesNotMatch(await asks('Do you repair bicycles?'), /closed now/);
  });
});

test('the owner’s four hours for an answer are hours of opening', async () => {
  await using world = await createWorld();
  const { owner, asks } = await onSaturday(world);
  await owner.tells(`!hours ${WEEK}`);
  assert.match(await asks('Do you repair bicycles?'), /asking Pizza Palace.*open on Monday/);
  const passes = async (ms: number) => {
    const before = owner.heard().length;
    world.clock.advance(ms);
    await world.settle();
    return owner.heard().slice(before).join('\n');
  };
  await passes(60_000);
  await passes(60_000);
  assert.doesNotMatch(await passes(40 * HOUR_MS), /still without an answer/);
  await owner.tells('!stats');
  assert.doesNotMatch(await passes(6 * HOUR_MS), /still without an answer/);
  assert.match(await passes(HOUR_MS), /still without an answer:\n1\. Do you repair bicycles/);
});

test('a model is told what the hours mean now and in the next days, apart from what stays', async () => {
  const given: Question[] = [];
  await using world = await createWorld({
    answerer: modelOf({
      answer: (question) => {
        given.push(question);
        return Promise.resolve({ kind: 'unsure' });
      },
      check: () => Promise.resolve({ isHealthy: true }),
    }),
  });
  const { owner, asks } = await onSaturday(world, ['We deliver for 3 dollars.']);
  await owner.tells(`!hours ${WEEK}`);
  await owner.tells('!closed Monday for a wedding');
  assert.match(await asks('Are you open now?'), /^No, we are closed now\./);
  assert.equal(given.length, 0);
  await asks('And how much is delivery?');
  world.clock.advance(67 * HOUR_MS);
  await asks('And how much is delivery?');
  const [before, now] = given.map(({ hoursNow }) => hoursNow ?? '');
  assert.match(before ?? '', /^Special days: Monday 14 January 2030: closed \(a wedding\)/);
  assert.match(before ?? '', /\nNow: closed; opens Tuesday 15 January 2030 at 9:00\n/);
  assert.match(before ?? '', /\nNext days: Saturday 12 January 2030: 10:00–14:00; Sunday 13/);
  assert.match(now ?? '', /\nNow: open, until 18:00\n/);
  const [stays, still] = given.map(({ business }) => business.hours ?? '');
  assert.match(stays ?? '', /^Mon-Fri 9-18.*\nAs read: Monday–Friday: 9:00–18:00;/);
  assert.equal(still, stays);
});

test('the API shows what was understood, and warns of what was not', async () => {
  await using world = await createWorld();
  const { shop, owner } = await onSaturday(world);
  await owner.tells('!closed Monday for a wedding');
  const openingHours = 'Tue-Fri 9-13 & 14-18, Fri 20-2, Sat by appointment, closed 25 Dec';
  const { json } = await world.api('PATCH', `/api/businesses/${shop}`, { openingHours });
  assert.match(json.warnings[0], /not understood.*: Sat by appointment$/);
  const { hours } = json.business;
  const day = [
    { opens: '09:00', closes: '13:00' },
    { opens: '14:00', closes: '18:00' },
  ];
  assert.deepEqual(hours.week.tuesday, day);
  assert.deepEqual(hours.week.friday, [{ opens: '20:00', closes: '02:00' }]);
  assert.equal(hours.week.saturday, null);
  assert.deepEqual(hours.notUnderstood, ['Sat by appointment']);
  assert.deepEqual(hours.specialDays, [
    { date: '2030-01-14', openings: [], reason: 'a wedding' },
    { date: '12-25', openings: [], reason: null },
  ]);
});
