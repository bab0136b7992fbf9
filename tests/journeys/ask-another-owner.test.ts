import assert from 'node:assert/strict';
import { test } from 'node:test';
import { questionLoop } from '#features/questions/loop.system.ts';
import { ownerOf } from '../support/owner.ts';
import { last, pass } from '../support/time.ts';
import { PARTNER, reportLost, twoOwners } from '../support/two-owners.ts';
import { ANA, BEN, createWorld, OWNER, SHOP } from '../support/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const RAMP = 'Do you have a wheelchair ramp?';
const SMS = '+14155550109';
const NEW_NUMBER = '+14155550177';

test('a question that did not reach one owner is put to the other at once, and the customer hears of no trouble', async () => {
  await using world = await createWorld();
  const { partner, ana } = await twoOwners(world);
  await ana.says(SHOP, RAMP);
  world.carrier.nextOutcomes([{ kind: 'undelivered', code: 63_024 }], `whatsapp:${OWNER}`);
  await pass(world, MINUTE);
  assert.match(last(partner), /1\. Do you have a wheelchair ramp\?/);
  assert.match(last(ana), /I'm asking Pizza Palace/);
  await pass(world, MINUTE);
  await pass(world, 4 * HOUR);
  assert.match(last(partner), /still without an answer/, 'who was told is reminded');
  await ownerOf(world, { phone: PARTNER }).tells('!answer 1 Yes');
  assert.match(last(ana), /ramp\?”: Yes$/);
});

test('a question that is reported lost hours later goes to the other owner then, not when the time is up', async () => {
  await using world = await createWorld();
  const { partner, ana } = await twoOwners(world);
  await ana.says(SHOP, RAMP);
  world.carrier.nextOutcomes([{ kind: 'sent' }], `whatsapp:${OWNER}`);
  await pass(world, MINUTE);
  await pass(world, MINUTE);
  await pass(world, HOUR);
  await reportLost(world, 'owner-question');
  assert.match(last(partner), /1\. Do you have a wheelchair ramp\?/);
  assert.match(last(ana), /I'm asking Pizza Palace/);
});

test('an owner whom WhatsApp does not reach is asked by SMS', async () => {
  await using world = await createWorld();
  await world.shop({ sms: SMS });
  await ownerOf(world).tells('!help');
  await world.phone(ANA).says(SHOP, RAMP);
  world.carrier.nextOutcomes([{ kind: 'undelivered', code: 63_003 }], `whatsapp:${OWNER}`);
  await pass(world, MINUTE);
  const sms = world.phone(OWNER, { on: 'sms' });
  assert.match(last(sms), /1\. Do you have a wheelchair ramp\?/);
  await sms.says(SMS, '!answer 1 Yes');
  assert.match(last(world.phone(ANA)), /ramp\?”: Yes$/);
});

test('when no owner can be reached on any way, the customer hears so at once, and whoever writes next is asked', async () => {
  await using world = await createWorld();
  const { owner, partner, ana } = await twoOwners(world);
  await ana.says(SHOP, RAMP);
  for (const phone of [OWNER, PARTNER]) {
    world.carrier.nextOutcomes([{ kind: 'rejected', code: 63_016 }], `whatsapp:${phone}`);
  }
  const before = partner.heard().length;
  await pass(world, MINUTE);
  assert.equal(partner.heard().length, before);
  assert.match(last(ana), /I couldn't reach Pizza Palace with your question/);
  await owner.tells('!stats');
  await world.settle();
  assert.match(last(world.phone(OWNER)), /1\. Do you have a wheelchair ramp\?/);
});

test('a customer hears once that no owner can be reached, however often one writes whom nothing reaches', async () => {
  await using world = await createWorld();
  await world.shop();
  const owner = ownerOf(world);
  await owner.tells('!help');
  const ana = world.phone(ANA);
  await ana.says(SHOP, RAMP);
  const lost = Array.from({ length: 9 }, () => ({ kind: 'undelivered' as const, code: 30_007 }));
  world.carrier.nextOutcomes(lost, `whatsapp:${OWNER}`);
  await pass(world, MINUTE);
  for (const words of ['!stats', '!list', '!hours']) {
    await owner.tells(words);
    await pass(world, 1_000);
  }
  const heard = ana.heard().filter((text) => text.includes("couldn't reach"));
  assert.equal(heard.length, 1);
});

test('who asked for a person is handed to the other owner when the first one gets no message', async () => {
  await using world = await createWorld();
  const { partner, ana } = await twoOwners(world);
  world.carrier.nextOutcomes([{ kind: 'undelivered', code: 63_024 }], `whatsapp:${OWNER}`);
  await ana.says(SHOP, 'Can I talk to a person?');
  assert.match(last(partner), /asks for a person \(number 1\)/);
  assert.match(last(ana), /passing your message on/);
  await ana.says(SHOP, 'Hello?');
  assert.match(last(partner), /^1, Simulated phone: Hello\?$/, 'and so is what they write on');
});

test('a talk goes on when the message that asked for it is reported lost: somebody has come', async () => {
  await using world = await createWorld();
  const { partner, ana } = await twoOwners(world);
  world.carrier.nextOutcomes([{ kind: 'sent' }], `whatsapp:${OWNER}`);
  await ana.says(SHOP, 'Can I talk to a person?');
  await ownerOf(world, { phone: PARTNER }).tells('!answer 1 Hi, this is Tom');
  await reportLost(world, 'owner-question');
  assert.equal(last(ana), 'Pizza Palace: Hi, this is Tom');
  await ana.says(SHOP, 'Hello Tom');
  assert.match(last(partner), /Hello Tom$/);
});

test('an owner is not written to from a number that the business no longer has', async () => {
  await using world = await createWorld();
  const shop = await world.shop({ sms: SMS });
  await ownerOf(world).tells('!help');
  const ana = world.phone(ANA);
  await ana.says(SHOP, 'Can I bring my parrot?');
  await world.api('PATCH', `/api/businesses/${shop}`, { whatsappNumber: NEW_NUMBER });
  const before = world.phone(OWNER).heard().length;
  await ana.says(NEW_NUMBER, RAMP);
  await pass(world, MINUTE);
  assert.equal(world.phone(OWNER).heard().length, before);
  const sms = world.phone(OWNER, { on: 'sms' });
  assert.match(last(sms), /ramp\?/);
  await sms.says(SMS, '!answer 2 Yes');
  assert.match(last(ana), /ramp\?”: Yes$/);
});

test('a customer who wrote to a number that the business no longer has gets no answer from it, and the owner is told so', async () => {
  await using world = await createWorld();
  const shop = await world.shop({ sms: SMS });
  await ownerOf(world).tells('!help');
  await world.phone(ANA).says(SHOP, RAMP);
  await world.api('PATCH', `/api/businesses/${shop}`, { whatsappNumber: NEW_NUMBER });
  const told = await ownerOf(world, { shop: NEW_NUMBER }).tells('!answer 1 Yes');
  assert.match(told, /One customer cannot be written to any more/);
  assert.doesNotMatch(last(world.phone(ANA)), /Yes/);
});

test('two processes that look at once tell the owner once', async () => {
  await using world = await createWorld();
  await world.shop();
  await ownerOf(world).tells('!help');
  await world.phone(ANA).says(SHOP, RAMP);
  const before = world.phone(OWNER).heard().length;
  world.clock.advance(MINUTE);
  const another = questionLoop(world.app);
  await Promise.all([world.app.questions.drain(), another.drain(), world.app.questions.drain()]);
  await world.settle();
  assert.equal(world.phone(OWNER).heard().length, before + 1);
});

test('what cannot be taken further is tried again after a while, not at once, and holds up no other business', async () => {
  await using world = await createWorld();
  const shop = await world.shop();
  const owner = ownerOf(world);
  await owner.tells('!hours Mon-Sun 0:00-23:59');
  const coffee = '+14155550103';
  await world.shop({ name: 'Coffee Corner', number: coffee, owner: PARTNER });
  await ownerOf(world, { phone: PARTNER, shop: coffee }).tells('!help');
  await world.phone(ANA).says(SHOP, RAMP);
  await pass(world, MINUTE);
  await world.phone(BEN).says(coffee, 'Can I bring my parrot?');
  await world.sql`update businesses set time_zone = 'Nowhere' where id = ${shop}`;
  world.clock.advance(MINUTE);
  await assert.rejects(world.app.questions.drain());
  await world.settle();
  assert.match(last(world.phone(PARTNER)), /parrot/, 'nothing else waits for it');
  world.clock.advance(6_000);
  await assert.rejects(world.app.questions.drain(), 'it is tried again');
  world.clock.advance(6_000);
  await world.settle();
  await world.sql`update businesses set time_zone = 'America/New_York' where id = ${shop}`;
  await pass(world, MINUTE);
  await pass(world, 4 * HOUR);
  assert.match(last(world.phone(OWNER)), /still without an answer/);
});
