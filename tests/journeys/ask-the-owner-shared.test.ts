import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownerOf } from '../support/owner.ts';
import { last, pass } from '../support/time.ts';
import { SHARED } from '../support/shared-number.ts';
import type { World } from '../support/world.ts';
import { ANA, BEN, createWorld } from '../support/world.ts';

const MINUTE = 60_000;
const RAMP = 'Do you have a wheelchair ramp?';

/** Two shops of one owner at one number; she has chosen Pizza Palace last. Ana asks at Coffee Corner, Ben at Pizza Palace. */
async function twoShopsOfOne(world: World) {
  const at = { number: SHARED, shared: true };
  const pizza = await world.shop({ name: 'Pizza Palace', ...at });
  const coffee = await world.shop({ name: 'Coffee Corner', ...at });
  const owner = ownerOf(world, { shop: SHARED });
  for (const shop of [coffee, pizza]) {
    await owner.tells(`start ${shop}`);
    await owner.tells('!help');
  }
  const [ana, ben] = [world.phone(ANA), world.phone(BEN)];
  await ana.says(SHARED, `start ${coffee}`);
  await ben.says(SHARED, `start ${pizza}`);
  return { pizza, coffee, owner, ana, ben };
}

async function asks(world: World, customer: ReturnType<World['phone']>, question: string) {
  await customer.says(SHARED, question);
  await pass(world, MINUTE);
}

test('an owner of two businesses at one number answers a question by its number, whichever she has chosen', async () => {
  await using world = await createWorld();
  const { owner, ana } = await twoShopsOfOne(world);
  await asks(world, ana, RAMP);
  assert.match(
    await owner.tells('!answer 1 At the back'),
    /^Coffee Corner: I pass it on\.\nShall I know it/,
  );
  assert.match(last(ana), /^Coffee Corner about .*: At the back$/);
  await owner.tells('menu');
  assert.match(await owner.tells('1'), /now talking to .* Pizza Palace/, 'the menu comes first');
  assert.match(await owner.tells('yes'), /^Coffee Corner: Saved as number 1/);
  assert.match(await owner.tells('!add We sell pizza'), /^Saved as number 1/, 'Pizza Palace');
});

test('where both of her businesses have a question of that number, she is asked which one she means', async () => {
  await using world = await createWorld();
  const { coffee, owner, ana, ben } = await twoShopsOfOne(world);
  await asks(world, ben, 'Can I bring my parrot?');
  await asks(world, ana, RAMP);
  assert.match(
    await owner.tells('!answer 1 Yes'),
    /That could be for Pizza Palace or Coffee Corner, so I did nothing/,
  );
  for (const customer of [ana, ben]) assert.doesNotMatch(last(customer), /Yes$/);
  await owner.tells(`start ${coffee}`);
  await owner.tells('!answer 1 Yes');
  assert.match(last(ana), /ramp\?”: Yes$/);
  assert.match(await owner.tells('!skip 1'), /^Pizza Palace: Dropped number 1/);
});

test('an owner who answers again what is answered already reaches nobody of her other business', async () => {
  await using world = await createWorld();
  const { coffee, owner, ana, ben } = await twoShopsOfOne(world);
  await asks(world, ana, RAMP);
  await asks(world, ben, 'Can I bring my parrot?');
  const sid = owner.inbox().at(-1)?.sid ?? '';
  await owner.tells('No pets, sorry', { OriginalRepliedMessageSid: sid });
  assert.match(
    await owner.tells('!answer 1 I mean yes, bring it'),
    /That could be for Pizza Palace or Coffee Corner, so I did nothing/,
  );
  assert.doesNotMatch(ana.heard().join(), /bring it/);
  await owner.tells(`start ${coffee}`);
  await owner.tells('!answer 1 At the back');
  assert.match(last(ana), /ramp\?”: At the back$/);
});

test('what an owner of two businesses states right after a question is for the business of that question', async () => {
  await using world = await createWorld();
  const { owner, ana } = await twoShopsOfOne(world);
  await asks(world, ana, RAMP);
  assert.match(
    await owner.tells('There is one at the back'),
    /^Coffee Corner: Is "There is one at the back" the answer to number 1/,
  );
  await owner.tells('yes');
  assert.match(last(ana), /^Coffee Corner about .*: There is one at the back$/);
  await owner.tells('no');
  assert.match(await owner.tells('We sell pizza'), /^I understood/, 'Pizza Palace again');
});

test('what an owner of two businesses asks right after a question is for the business that she has chosen', async () => {
  await using world = await createWorld();
  const { owner, ana } = await twoShopsOfOne(world);
  await owner.tells('!add Parking is free');
  await asks(world, ana, RAMP);
  assert.match(
    await owner.tells('Is parking free?'),
    /^A customer would be told:\nParking is free/,
  );
});

test('what an owner of two businesses writes in a talk reaches the customer of it, whichever she has chosen', async () => {
  await using world = await createWorld();
  const { owner, ana } = await twoShopsOfOne(world);
  await ana.says(SHARED, 'Can I talk to a person?');
  await owner.tells('!answer 1 Hi, this is Maria');
  await owner.tells('We close at nine today');
  assert.equal(last(ana), 'Coffee Corner: We close at nine today');
  await owner.tells('!bot');
  assert.match(last(ana), /automated assistant of Coffee Corner again/);
});

test('a wish for a person that no one has taken up yet draws nothing to its business', async () => {
  await using world = await createWorld();
  const { pizza, owner, ana } = await twoShopsOfOne(world);
  await asks(world, ana, RAMP);
  await owner.tells('!answer 1 At the back');
  await owner.tells('no');
  await ana.says(SHARED, 'Can I talk to a person?');
  await owner.tells(`start ${pizza}`);
  assert.match(await owner.tells('We sell pizza'), /^I understood/, 'for Pizza Palace');
});

test('an owner of two businesses at one number who quotes a question answers it, whichever she has chosen', async () => {
  await using world = await createWorld();
  const { pizza, owner, ana } = await twoShopsOfOne(world);
  await asks(world, ana, RAMP);
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
