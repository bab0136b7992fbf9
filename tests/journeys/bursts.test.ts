import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { modelOf } from '../support/model.ts';
import type { World } from '../support/world.ts';
import { ANA, BEN, createWorld, SHOP } from '../support/world.ts';

const HOURS = 'We are open 9 AM to 9 PM every day';

describe('several messages', () => {
  test('a greeting waits for the question, and both get one reply', async () => {
    await using world = await createWorld();
    await world.shop({ knows: [HOURS] });
    const ana = world.phone(ANA);
    await ana.sends(SHOP, 'Hello');
    await world.settle();
    assert.deepEqual(ana.heard(), []);
    await ana.sends(SHOP, 'What are your opening hours?');
    await world.settle();
    assert.equal(ana.heard().length, 1);
    assert.match(ana.heard()[0] ?? '', /9 AM to 9 PM/);
  });

  test('a question in three pieces gets one reply', async () => {
    await using world = await createWorld();
    await world.shop({ knows: [HOURS, 'We deliver to downtown for $5'] });
    const ana = world.phone(ANA);
    for (const piece of ['Do you', 'deliver to', 'downtown?']) {
      await ana.sends(SHOP, piece);
      world.clock.advance(100);
      await world.settle();
    }
    assert.equal(ana.heard().length, 1);
    assert.match(ana.heard()[0] ?? '', /deliver to downtown for \$5/);
  });

  test('a bare greeting is answered after a moment', async () => {
    await using world = await createWorld();
    await world.shop();
    const ana = world.phone(ANA);
    await ana.sends(SHOP, 'hi');
    await world.settle();
    assert.deepEqual(ana.heard(), []);
    world.clock.advance(1_600);
    await world.settle();
    assert.match(ana.heard()[0] ?? '', /assistant of Pizza Palace/);
  });

  test('what arrives while the bot thinks joins the turn', async () => {
    const asked: string[] = [];
    let whileThinking = async () => {};
    await using world = await createWorld({
      answerer: modelOf({
        async answer({ text, passages }) {
          asked.push(text);
          if (asked.length === 1) await whileThinking();
          return {
            kind: 'answered',
            text: `re: ${text}`,
            sources: [passages[0]?.id ?? ''],
            language: 'en',
          };
        },
      }),
    });
    await world.shop({ knows: [HOURS] });
    const ana = world.phone(ANA);
    whileThinking = async () => void (await ana.sends(SHOP, 'and on Sundays?'));
    await ana.says(SHOP, 'opening hours?');
    assert.deepEqual(asked, ['opening hours?', 'opening hours?\nand on Sundays?']);
    assert.equal(ana.heard().length, 1);
    assert.match(ana.heard()[0] ?? '', /and on Sundays/);
  });

  test('somebody who never stops writing is answered all the same', async () => {
    let world: World | undefined;
    let thoughts = 0;
    const ana = () => world?.phone(ANA);
    world = await createWorld({
      answerer: modelOf({
        async answer({ text, passages }) {
          if (thoughts++ < 10) await ana()?.sends(SHOP, `more ${thoughts}?`);
          return {
            kind: 'answered',
            text: `re: ${text}`,
            sources: [passages[0]?.id ?? ''],
            language: 'en',
          };
        },
      }),
    });
    await using running = world;
    await running.shop({ knows: [HOURS] });
    await ana()?.says(SHOP, 'opening hours?');
    const heard = ana()?.heard() ?? [];
    assert.ok(heard.length >= 2, 'did not wait for the end');
    const all = heard.join('\n');
    for (let i = 1; i <= 10; i++) assert.match(all, new RegExp(`more ${i}\\?`));
  });

  test('STOP while the bot thinks, however often it has thought already: nothing but the confirmation is sent', async () => {
    const meanwhile = ['and on Sundays?', 'and at noon?', 'STOP'];
    let world: World | undefined;
    world = await createWorld({
      answerer: modelOf({
        async answer({ text, passages }) {
          const said = meanwhile.shift();
          if (said) await world?.phone(ANA).sends(SHOP, said);
          const sources = [passages[0]?.id ?? ''];
          return { kind: 'answered', text: `re: ${text}`, sources, language: 'en' };
        },
      }),
    });
    await using running = world;
    await running.shop({ knows: [HOURS] });
    await running.phone(ANA).says(SHOP, 'opening hours?');
    const heard = running.phone(ANA).heard();
    assert.deepEqual(meanwhile, []);
    assert.equal(heard.length, 1, heard.join('\n'));
    assert.match(heard[0] ?? '', /won't get any more messages/);
  });

  test('of different customers at once: each gets the own answer, of the own business', async () => {
    await using world = await createWorld();
    await world.shop({ knows: [HOURS] });
    await world.shop({
      name: 'Coffee Corner',
      number: '+14155550101',
      knows: ['We are open 7 AM to noon'],
    });
    const [ana, ben] = [world.phone(ANA), world.phone(BEN)];
    await Promise.all([
      ana.sends(SHOP, 'What are your opening hours?'),
      ben.sends('+14155550101', 'What are your opening hours?'),
    ]);
    await world.settle();
    assert.match(ana.heard().join(), /9 AM to 9 PM/);
    assert.match(ben.heard().join(), /7 AM to noon/);
  });
});
