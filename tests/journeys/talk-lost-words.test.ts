import assert from 'node:assert/strict';
import { test } from 'node:test';
import { last, pass } from '../support/time.ts';
import { twoOwners } from '../support/two-owners.ts';
import type { World } from '../support/world.ts';
import { createWorld, OWNER, SHOP } from '../support/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Ana talks to Maria, whom her next words do not reach. */
async function talkWithLostWords(world: World) {
  const shop = await twoOwners(world);
  await shop.ana.says(SHOP, 'Can I talk to a person?');
  await pass(world, MINUTE);
  await shop.owner.tells('!answer 1 Hi, this is Maria');
  world.carrier.nextOutcomes([{ kind: 'undelivered', code: 63_024 }], `whatsapp:${OWNER}`);
  return shop;
}

test('what a customer writes in a talk and one owner does not get reaches the other', async () => {
  await using world = await createWorld();
  const { ana, partner } = await talkWithLostWords(world);
  await ana.says(SHOP, 'It has nuts in it!');
  await pass(world, 1_000);
  assert.match(last(partner), /^1, .*: It has nuts in it!$/);
  assert.equal(last(ana), 'Pizza Palace: Hi, this is Maria');
  await pass(world, MINUTE);
  const heard = partner.heard().filter((text) => text.includes('nuts'));
  assert.equal(heard.length, 1, 'once');
});

test('where no other owner is left, the customer of a talk is told at once, and the words are kept', async () => {
  await using world = await createWorld();
  const { shop, owner, ana } = await talkWithLostWords(world);
  await world.api('PATCH', `/api/businesses/${shop}`, { owners: [OWNER] });
  await ana.says(SHOP, 'It has nuts in it!');
  await pass(world, 1_000);
  assert.match(last(ana), /Nobody at Pizza Palace could take over so far/);
  await owner.tells('!help');
  await pass(world, 1_000);
  assert.match(last(world.phone(OWNER)), /asked for a person .*"It has nuts in it!"/);
});

test('an owner who got a wish on a way that had failed gets on it what the customer writes next', async () => {
  await using world = await createWorld();
  const { shop, ana } = await talkWithLostWords(world);
  await world.api('PATCH', `/api/businesses/${shop}`, { owners: [OWNER] });
  await ana.says(SHOP, 'It has nuts in it!');
  await pass(world, 1_000);
  await ana.says(SHOP, 'Can I talk to a person?');
  await ana.says(SHOP, 'I am allergic');
  assert.match(last(ana), /passing your message on/);
  assert.match(last(world.phone(OWNER)), /^1, .*: I am allergic$/);
});

test('who asks for a person again hears that nobody came, although somebody did the first time', async () => {
  await using world = await createWorld();
  const { shop, ana } = await talkWithLostWords(world);
  await world.api('PATCH', `/api/businesses/${shop}`, { owners: [OWNER] });
  await ana.says(SHOP, 'It has nuts in it!');
  await pass(world, 13 * HOUR);
  await ana.says(SHOP, 'Can I talk to a person?');
  await pass(world, MINUTE);
  await pass(world, MINUTE);
  await pass(world, 20 * MINUTE);
  await ana.says(SHOP, 'Anybody there?');
  await pass(world, 15 * MINUTE);
  assert.match(last(ana), /Nobody at Pizza Palace could take over so far/);
});
