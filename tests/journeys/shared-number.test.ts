import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PIZZA_OWNER, SHARED, twoShops } from '../support/shared-number.ts';
import { ANA, BEN, createWorld } from '../support/world.ts';

describe('a number that several businesses share', () => {
  test('a customer chooses once from a menu, and what was asked before is answered', async () => {
    await using world = await createWorld();
    await twoShops(world);
    const ana = world.phone(ANA);
    await ana.says(SHARED, 'When do you open?');
    assert.match(ana.heard()[0] ?? '', /1 Pizza Palace\n2 Coffee Corner/);
    await ana.says(SHARED, '2');
    assert.match(ana.heard()[1] ?? '', /Coffee Corner.*7 AM/s);
    await ana.says(SHARED, 'When do you open?');
    assert.match(ana.heard()[2] ?? '', /7 AM/);
    assert.equal(ana.heard().length, 3);
  });

  test('the name will do instead of the number', async () => {
    await using world = await createWorld();
    await twoShops(world);
    const ana = world.phone(ANA);
    await ana.says(SHARED, 'hello');
    await ana.says(SHARED, 'pizza palace');
    await ana.says(SHARED, 'When do you open?');
    assert.match(ana.heard().at(-1) ?? '', /11 AM/);
  });

  test('an answer that is none of the choices is asked again, and nothing is lost', async () => {
    await using world = await createWorld();
    await twoShops(world);
    const ana = world.phone(ANA);
    await ana.says(SHARED, 'When do you open?');
    await ana.says(SHARED, '7');
    assert.match(ana.heard()[1] ?? '', /number of the business/);
    await ana.says(SHARED, '1');
    assert.match(ana.heard()[2] ?? '', /11 AM/);
  });

  test('a link that names the business needs no menu', async () => {
    await using world = await createWorld();
    const { coffee } = await twoShops(world);
    const ana = world.phone(ANA);
    await ana.says(SHARED, `start ${coffee}`);
    assert.match(ana.heard()[0] ?? '', /Coffee Corner/);
    await ana.says(SHARED, 'When do you open?');
    assert.match(ana.heard()[1] ?? '', /7 AM/);
  });

  test('"menu" brings the choice back', async () => {
    await using world = await createWorld();
    const { coffee } = await twoShops(world);
    const ana = world.phone(ANA);
    await ana.says(SHARED, `start ${coffee}`);
    await ana.says(SHARED, 'menu');
    assert.match(ana.heard().at(-1) ?? '', /1 Pizza Palace/);
    await ana.says(SHARED, '1');
    await ana.says(SHARED, 'When do you open?');
    assert.match(ana.heard().at(-1) ?? '', /11 AM/);
  });

  test('an owner reaches their own business at once, and another one as a customer', async () => {
    await using world = await createWorld();
    const { coffee } = await twoShops(world);
    const owner = world.phone(PIZZA_OWNER);
    await owner.says(SHARED, '!list');
    assert.match(owner.heard()[0] ?? '', /11 AM/);
    await owner.says(SHARED, `start ${coffee}`);
    await owner.says(SHARED, '!list');
    assert.doesNotMatch(owner.heard().at(-1) ?? '', /1\. We open/);
  });

  test('an owner of two businesses on one number chooses as customers do', async () => {
    await using world = await createWorld();
    await world.shop({ name: 'Pizza Palace', number: SHARED, owner: PIZZA_OWNER });
    await world.shop({
      name: 'Coffee Corner',
      number: SHARED,
      owner: PIZZA_OWNER,
      knows: ['We open at 7 AM'],
    });
    const owner = world.phone(PIZZA_OWNER);
    await owner.says(SHARED, '!list');
    assert.match(owner.heard()[0] ?? '', /1 Pizza Palace/);
    await owner.says(SHARED, '2');
    assert.match(owner.heard()[1] ?? '', /7 AM/);
  });

  test('the menu of very many businesses can be sent, and those not shown be chosen by name', async () => {
    await using world = await createWorld();
    for (let i = 1; i <= 30; i++) {
      const name = `The Very Long Established Family Business of Number ${i} in Town`;
      await world.shop({ name, number: SHARED, owner: `+1415555${1000 + i}` });
    }
    const ana = world.phone(ANA);
    await ana.says(SHARED, 'hello');
    const menu = ana.heard()[0] ?? '';
    assert.ok(menu.length <= 1_500, `${menu.length} characters`);
    assert.match(menu, /\.\.\. and \d+ more\. If yours is not here, write its name\.$/);
    await ana.says(SHARED, 'number 30');
    assert.match(ana.heard()[1] ?? '', /assistant of .* of Number 30 in Town/);
  });

  for (const word of ['menú', 'मेनू', 'मेन्यू', 'మెనూ'])
    test(`"${word}" is the menu too`, async () => {
      await using world = await createWorld();
      const { coffee } = await twoShops(world);
      const ana = world.phone(ANA);
      await ana.says(SHARED, `start ${coffee}`);
      await ana.says(SHARED, word);
      assert.match(ana.heard().at(-1) ?? '', /1 Pizza Palace\n2 Coffee Corner/);
    });

  test('the part of a name that only one business has is enough', async () => {
    await using world = await createWorld();
    await twoShops(world);
    await world.shop({ name: 'Pizza Corner', number: SHARED, owner: '+14155550143' });
    const ana = world.phone(ANA);
    await ana.says(SHARED, 'hello');
    for (const part of ['corner', 'Pizza', 'thanks']) {
      await ana.says(SHARED, part);
      assert.match(ana.heard().at(-1) ?? '', /1 Pizza Palace\n2 Coffee Corner/, part);
    }
    await ana.says(SHARED, 'Coffee, please');
    assert.match(ana.heard().at(-1) ?? '', /assistant of Coffee Corner/);
  });

  test('a sentence that names one business chooses it, and is answered there', async () => {
    await using world = await createWorld();
    await twoShops(world);
    const ana = world.phone(ANA);
    await ana.says(SHARED, 'Hi, is this Coffee Corner? When do you open?');
    assert.equal(ana.heard().length, 1);
    assert.match(ana.heard()[0] ?? '', /assistant of Coffee Corner.*7 AM/);
    const ben = world.phone(BEN);
    await ben.says(SHARED, 'Is this Pizza Palace or Coffee Corner?');
    assert.match(ben.heard()[0] ?? '', /1 Pizza Palace\n2 Coffee Corner/);
    const carl = world.phone('+14155550144');
    await carl.says(SHARED, 'Is this Pizza Palace?');
    assert.match(carl.heard()[0] ?? '', /I'm the automated assistant of Pizza Palace, a machine/);
  });

  test('what is asked right after the choice is answered too', async () => {
    await using world = await createWorld();
    await twoShops(world);
    const ana = world.phone(ANA);
    await ana.says(SHARED, 'hello');
    await ana.sends(SHARED, '2');
    await ana.says(SHARED, 'When do you open?');
    assert.match(ana.heard().at(-1) ?? '', /7 AM/);
  });

  test('STOP means the business last talked to, and says so', async () => {
    await using world = await createWorld();
    const { coffee, pizza } = await twoShops(world);
    const ana = world.phone(ANA);
    await ana.says(SHARED, `start ${coffee}`);
    await ana.says(SHARED, 'STOP');
    assert.match(ana.heard().at(-1) ?? '', /from Coffee Corner/);
    await ana.says(SHARED, 'When do you open?');
    await ana.says(SHARED, `start ${pizza}`);
    await ana.says(SHARED, 'When do you open?');
    assert.match(ana.heard().at(-1) ?? '', /11 AM/);
    assert.equal(ana.heard().filter((text) => /7 AM/.test(text)).length, 0);
  });

  test('who chooses a business that they had stopped is told so, and START brings it back', async () => {
    await using world = await createWorld();
    const { coffee } = await twoShops(world);
    const ana = world.phone(ANA);
    await ana.says(SHARED, `start ${coffee}`);
    await ana.says(SHARED, 'STOP');
    await ana.says(SHARED, 'menu');
    await ana.says(SHARED, '2');
    const stopped = 'You stopped messages from Coffee Corner. Reply START to get them again.';
    assert.equal(ana.heard().at(-1), stopped);
    await ana.says(SHARED, 'When do you open?');
    assert.equal(ana.heard().length, 4, 'said once');
    await ana.says(SHARED, `start ${coffee}`);
    assert.equal(ana.heard().at(-1), stopped, 'the link asks for it too');
    await ana.says(SHARED, 'START');
    await ana.says(SHARED, 'When do you open?');
    assert.match(ana.heard().at(-2) ?? '', /^You get messages from Coffee Corner/);
    assert.match(ana.heard().at(-1) ?? '', /7 AM/);
  });

  test('a choice made yesterday is remembered, an open menu from the day before is not obeyed', async () => {
    await using world = await createWorld();
    await twoShops(world);
    const ana = world.phone(ANA);
    await ana.says(SHARED, 'hello');
    world.clock.advance(48 * 3_600_000);
    await ana.says(SHARED, '2');
    assert.match(ana.heard().at(-1) ?? '', /Which one do you mean/);
    await ana.says(SHARED, '2');
    world.clock.advance(48 * 3_600_000);
    await ana.says(SHARED, 'When do you open?');
    assert.match(ana.heard().at(-1) ?? '', /7 AM/);
  });
});
