import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { World } from '../support/world.ts';
import { ANA, createWorld } from '../support/world.ts';

const SHARED = '+14155238886';
const PIZZA_OWNER = '+14155550141';
const COFFEE_OWNER = '+14155550142';

async function twoShops(world: World) {
  const pizza = await world.shop({
    name: 'Pizza Palace',
    number: SHARED,
    owner: PIZZA_OWNER,
    knows: ['We open at 11 AM'],
  });
  const coffee = await world.shop({
    name: 'Coffee Corner',
    number: SHARED,
    owner: COFFEE_OWNER,
    knows: ['We open at 7 AM'],
  });
  return { pizza, coffee };
}

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

  test('a stranger registers a business there, where that is allowed, and is its owner at once', async () => {
    await using world = await createWorld({ env: { REGISTRATION_BY_WHATSAPP: 'on' } });
    const stranger = world.phone(ANA);
    await stranger.says(SHARED, '!register Flower Shop');
    assert.match(stranger.heard()[0] ?? '', /Flower Shop/);
    await stranger.says(SHARED, '!add We open at 8 AM');
    assert.match(stranger.heard()[1] ?? '', /8 AM/);
    assert.equal((await world.sql`select * from businesses where name = 'Flower Shop'`).length, 1);
  });

  test('nobody registers a business there where it is not allowed', async () => {
    await using world = await createWorld();
    await twoShops(world);
    await world.phone(ANA).says(SHARED, '!register Flower Shop');
    assert.equal((await world.sql`select * from businesses where name = 'Flower Shop'`).length, 0);
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
