import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { known, ownerOf } from '../support/owner.ts';
import { createWorld } from '../support/world.ts';

const HAIRCUT = 'Haircut costs 300 rupees';

describe('a replaced text is not lost', () => {
  test('undo brings it back, once, and deletions before it after that', async () => {
    await using world = await createWorld();
    const shop = await world.shop({ knows: ['Tea is free', HAIRCUT] });
    const owner = ownerOf(world);
    await owner.tells('!delete 1');
    await owner.tells('haircut is now 400');
    assert.match(await owner.tells('yes'), /!undo brings the former text back/);
    assert.equal(await owner.tells('!undo'), `Number 2 is as it was: "${HAIRCUT}"`);
    assert.match(await owner.tells('!undo'), /Number 1 is back: "Tea is free"/);
    assert.match(await owner.tells('!undo'), /nothing to bring back/);
    assert.deepEqual(await known(world, shop), ['Tea is free', HAIRCUT]);
  });

  test('with its end, and not over what somebody else has written since', async () => {
    await using world = await createWorld();
    const shop = await world.shop();
    const owner = ownerOf(world);
    await owner.tells('!add Every pizza costs 5 dollars until tomorrow');
    await owner.tells('!edit 1 Every pizza costs 6 dollars');
    await owner.tells('!undo');
    assert.match(await owner.tells('!list'), /5 dollars until tomorrow \(until /);
    await owner.tells('!edit 1 Every pizza costs 7 dollars');
    const [entry] = await world.sql<{
      id: string;
    }>`select id from entries where business_id = ${shop}`;
    await world.api('PUT', `/api/businesses/${shop}/knowledge/${entry?.id}`, {
      text: 'Pizza is sold out',
    });
    assert.match(await owner.tells('!undo'), /nothing to bring back/);
    assert.deepEqual(await known(world, shop), ['Pizza is sold out']);
  });
});
