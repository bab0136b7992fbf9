import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ownerOf } from '../support/owner.ts';
import type { World } from '../support/world.ts';
import { ANA, createWorld, SHOP } from '../support/world.ts';

/** A Saturday, half past two in the afternoon in New York, where the shop is. */
const SATURDAY = new Date('2030-01-12T19:30:00Z');
const HOUR_MS = 3_600_000;
const WEEK = 'Mon-Fri 9-18, Sat 10-14, closed 25 Dec';

/** A shop whose owner and customer write on that Saturday. */
async function onSaturday(world: World, knows: string[] = []) {
  world.clock.advance(SATURDAY.getTime() - world.clock.now().getTime());
  const shop = await world.shop({ knows });
  const ana = world.phone(ANA);
  await ana.says(SHOP, 'Hello');
  const asks = async (question: string) => {
    const before = ana.heard().length;
    await ana.says(SHOP, question);
    return ana.heard().slice(before).join('\n');
  };
  return { shop, owner: ownerOf(world), asks };
}

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
