import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownerOf } from '../support/owner.ts';
import { SHARED } from '../support/shared-number.ts';
import { ANA, createWorld } from '../support/world.ts';

const MINUTE = 60_000;
const RAMP = 'Do you have a wheelchair ramp?';

test('an owner of two businesses at one number who quotes a question answers it, whichever she has chosen', async () => {
  await using world = await createWorld();
  const at = { number: SHARED, shared: true };
  const pizza = await world.shop({ name: 'Pizza Palace', ...at });
  const coffee = await world.shop({ name: 'Coffee Corner', ...at });
  const owner = ownerOf(world, { shop: SHARED });
  for (const shop of [coffee, pizza]) {
    await owner.tells(`start ${shop}`);
    await owner.tells('!help');
  }
  const ana = world.phone(ANA);
  await ana.says(SHARED, `start ${coffee}`);
  await ana.says(SHARED, RAMP);
  world.clock.advance(MINUTE);
  await world.settle();
  const sid = owner.inbox().at(-1)?.sid ?? '';
  assert.match(
    await owner.tells('At the back', { OriginalRepliedMessageSid: sid }),
    /I pass it on/,
  );
  assert.match(ana.heard().at(-1) ?? '', /^Coffee Corner about .*: At the back$/);
  assert.match(await owner.tells('!add We sell pizza'), /Saved/);
  const [entry] = await world.sql<{ business_id: string }>`select business_id from entries`;
  assert.equal(entry?.business_id, pizza, 'what she had chosen stays');
});
