import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ANA, createWorld, OWNER, SHOP } from '../support/world.ts';

test('an owner teaches the bot, and a customer gets the answer', async () => {
  await using world = await createWorld();
  await world.shop();
  const owner = world.phone(OWNER);
  await owner.says(SHOP, '!add We are open 9 AM to 9 PM every day');
  await owner.says(SHOP, '!add We deliver to downtown for $5');

  const ana = world.phone(ANA);
  await ana.says(SHOP, 'Hello, what are your hours?');
  await ana.says(SHOP, 'Do you deliver to downtown?');
  await ana.says(SHOP, 'Do you have a swimming pool?');

  const [hours, delivery, pool] = ana.heard();
  assert.match(hours ?? '', /automated assistant of Pizza Palace.*9 AM to 9 PM/s);
  assert.match(delivery ?? '', /downtown for \$5/);
  assert.match(pool ?? '', /don't know/);
  assert.equal(ana.heard().length, 3);
});
