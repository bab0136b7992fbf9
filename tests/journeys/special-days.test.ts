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
