import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PIZZA_OWNER, SHARED, twoShops } from '../support/shared-number.ts';
import { ANA, createWorld } from '../support/world.ts';

describe('registering a business by WhatsApp', () => {
  test('a stranger registers a business there, where that is allowed, and is its owner at once', async () => {
    await using world = await createWorld({ env: { REGISTRATION_BY_WHATSAPP: 'on' } });
    const stranger = world.phone(ANA);
    await stranger.says(SHARED, '!register Flower Shop');
    assert.match(stranger.heard()[0] ?? '', /Flower Shop/);
    await stranger.says(SHARED, '!add We open at 8 AM');
    assert.match(stranger.heard()[1] ?? '', /8 AM/);
    assert.equal((await world.sql`select * from businesses where name = 'Flower Shop'`).length, 1);
  });

  test('a name that a business there has, or that is no name, is refused with a reason', async () => {
    await using world = await createWorld({ env: { REGISTRATION_BY_WHATSAPP: 'on' } });
    await twoShops(world);
    const stranger = world.phone(ANA);
    await stranger.says(SHARED, '!register  PIZZA palace!');
    assert.match(stranger.heard().at(-1) ?? '', /called "PIZZA palace!" already/);
    for (const name of ['!list', 'menu', 'stop', '42', 'hello']) {
      await stranger.says(SHARED, `!register ${name}`);
      assert.match(stranger.heard().at(-1) ?? '', /cannot be the name of a business/, name);
    }
    await stranger.says(SHARED, '!register ...');
    assert.match(stranger.heard().at(-1) ?? '', /Write its name after the command/);
    assert.equal((await world.sql`select * from businesses where kind = 'shop'`).length, 2);
    const owner = world.phone(PIZZA_OWNER);
    await owner.says(SHARED, '!register Pizza Palace');
    assert.match(owner.heard().at(-1) ?? '', /You have "Pizza Palace" on this number already/);
  });

  test('who writes before any business is registered there learns how to register one', async () => {
    await using world = await createWorld({ env: { REGISTRATION_BY_WHATSAPP: 'on' } });
    const stranger = world.phone(ANA);
    await stranger.says(SHARED, 'hello');
    assert.match(
      stranger.heard()[0] ?? '',
      /automated assistant\. No business is registered.*!register and its name/,
    );
    await stranger.says(SHARED, '!register Flower Shop');
    await stranger.says(SHARED, '!list');
    assert.match(stranger.heard().at(-1) ?? '', /I know nothing yet/);
  });

  test('nobody registers a business there where it is not allowed', async () => {
    await using world = await createWorld();
    await twoShops(world);
    await world.phone(ANA).says(SHARED, '!register Flower Shop');
    assert.equal((await world.sql`select * from businesses where name = 'Flower Shop'`).length, 0);
  });
});
