import assert from 'node:assert/strict';
import { test } from 'node:test';
import { last, pass } from '../support/time.ts';
import type { World } from '../support/world.ts';
import { ANA, BEN, createWorld, SHOP } from '../support/world.ts';

const SECOND = 1_000;
const HOUR = 3_600_000;

const notice = (world: World, businessId: string, wish: object) =>
  world.api('POST', `/api/businesses/${businessId}/messages`, {
    to: ANA,
    purpose: 'transactional',
    text: 'Your order 12 is ready.',
    ...wish,
  });

const customer = (n: number) => `+1415556${String(1000 + n)}`;

test('who has written gets word of their order, and who never has gets none', async () => {
  await using world = await createWorld();
  const shop = await world.shop({ knows: ['Parking is free'] });
  const ana = world.phone(ANA);
  await ana.says(SHOP, 'Is parking free?');

  const { status, json } = await notice(world, shop, {});
  assert.equal(status, 201);
  await world.settle();
  assert.equal(last(ana), 'Your order 12 is ready.');
  const { messageId } = json.message;
  const read = await world.api('GET', `/api/businesses/${shop}/messages/${messageId}`);
  assert.equal(read.json.message.state, 'handed-over');

  const toBen = await notice(world, shop, { to: BEN });
  assert.equal(toBen.status, 409);
  assert.equal(toBen.json.error.code, 'no_consent');
  assert.match(toBen.json.error.message, /not agreed/);
  assert.deepEqual(world.phone(BEN).heard(), []);
  assert.deepEqual(await world.sql`select from contacts where name_sealed = 'x'`, []);
});

test('an offer needs more than that somebody once asked something', async () => {
  await using world = await createWorld();
  const shop = await world.shop();
  const ana = world.phone(ANA);
  await ana.says(SHOP, 'hi');
  const { status, json } = await notice(world, shop, { purpose: 'marketing', text: '20% off!' });
  assert.equal(status, 409);
  assert.equal(json.error.code, 'no_consent');
});

test('the same key is the same message, however often it is given', async () => {
  await using world = await createWorld();
  const shop = await world.shop();
  const ana = world.phone(ANA);
  await ana.says(SHOP, 'hi');
  const [first, again] = [
    await notice(world, shop, { key: 'order 12 ready' }),
    await notice(world, shop, { key: 'order 12 ready' }),
  ];
  await world.settle();
  const late = await notice(world, shop, { key: 'order 12 ready' });
  assert.deepEqual([first.status, again.status, late.status], [201, 200, 200]);
  assert.equal(late.json.message.messageId, first.json.message.messageId);
  assert.equal(ana.heard().filter((text) => text.includes('order 12')).length, 1);
});

test('two days after they wrote, WhatsApp takes no free text: the business hears so at once', async () => {
  await using world = await createWorld();
  const shop = await world.shop();
  await world.phone(ANA).says(SHOP, 'hi');
  await pass(world, 48 * HOUR);
  const { status, json } = await notice(world, shop, {});
  assert.equal(status, 409);
  assert.equal(json.error.code, 'window_closed');
  const template = { contentSid: `HX${'a'.repeat(32)}`, variables: { 1: '12' } };
  const { status: asTemplate } = await notice(world, shop, { template });
  assert.equal(asTemplate, 201);
});

test('STOP takes back what was still to be sent, and nothing more is taken', async () => {
  await using world = await createWorld();
  const shop = await world.shop();
  const ana = world.phone(ANA);
  await ana.says(SHOP, 'hi');
  const sendAt = new Date(world.clock.now().getTime() + HOUR).toISOString();
  const { json } = await notice(world, shop, { sendAt });
  await ana.says(SHOP, 'STOP');
  await pass(world, HOUR);
  const read = await world.api('GET', `/api/businesses/${shop}/messages/${json.message.messageId}`);
  assert.equal(read.json.message.state, 'cancelled');
  assert.ok(ana.heard().every((text) => !text.includes('order 12')));
  const again = await notice(world, shop, {});
  assert.equal(again.json.error.code, 'opted_out');
});

test('what has not left yet can be cancelled, what has left cannot', async () => {
  await using world = await createWorld();
  const shop = await world.shop();
  const ana = world.phone(ANA);
  await ana.says(SHOP, 'hi');
  const sendAt = new Date(world.clock.now().getTime() + HOUR).toISOString();
  const planned = await notice(world, shop, { sendAt });
  const path = `/api/businesses/${shop}/messages/${planned.json.message.messageId}`;
  assert.equal((await world.api('DELETE', path)).json.message.state, 'cancelled');
  assert.equal((await world.api('DELETE', path)).status, 200);
  const sent = await notice(world, shop, { text: 'It has left.' });
  await world.settle();
  const gone = `/api/businesses/${shop}/messages/${sent.json.message.messageId}`;
  assert.equal((await world.api('DELETE', gone)).status, 409);
  await pass(world, HOUR);
  assert.ok(ana.heard().every((text) => !text.includes('order 12')));
});

test('a slow number sends one after the other, and an answer goes before them all', async () => {
  await using world = await createWorld();
  const shop = await world.shop({ knows: ['Parking is free'] });
  const sender = `/api/businesses/${shop}/senders/whatsapp`;
  const changed = await world.api('PATCH', sender, { ratePerSecond: 0.25 });
  assert.equal(changed.json.sender.unitsPerSecond, 0.25);
  const customers = Array.from({ length: 6 }, (_, n) => world.phone(customer(n)));
  for (const one of customers) await one.says(SHOP, 'hi');
  await pass(world, 60 * SECOND);
  await pass(world, 60 * SECOND);
  for (const [n] of customers.entries()) await notice(world, shop, { to: customer(n) });
  const told = () => customers.filter((one) => last(one).includes('order 12')).length;

  await world.settle();
  assert.equal(told(), 1);
  const ana = world.phone(ANA);
  await ana.sends(SHOP, 'Is parking free?');
  await world.settle();
  assert.match(last(ana), /Parking is free/);
  assert.equal(told(), 1);
  await pass(world, 4 * SECOND);
  assert.equal(told(), 1, 'the answer was the next');
  for (let more = 2; more <= 6; more++) {
    await pass(world, 4 * SECOND);
    assert.equal(told(), more);
  }
});

test('so many messages may be begun in an hour, and the rest follows', async () => {
  await using world = await createWorld({ env: { WHATSAPP_RATE_LIMIT_PER_HOUR: '3' } });
  const shop = await world.shop();
  const customers = Array.from({ length: 5 }, (_, n) => world.phone(customer(n)));
  for (const one of customers) await one.says(SHOP, 'hi');
  for (const [n] of customers.entries()) await notice(world, shop, { to: customer(n) });
  const told = () => customers.filter((one) => last(one).includes('order 12')).length;
  await world.settle();
  assert.equal(told(), 3);
  await pass(world, HOUR / 2);
  assert.equal(told(), 3);
  await pass(world, HOUR / 2);
  assert.equal(told(), 5);
});

test('who has a message planned for later still gets an answer now', async () => {
  await using world = await createWorld();
  const shop = await world.shop({ knows: ['Parking is free', 'We open at 9'] });
  const ana = world.phone(ANA);
  await ana.says(SHOP, 'hi');
  const sendAt = new Date(world.clock.now().getTime() + HOUR).toISOString();
  await notice(world, shop, { sendAt });
  await ana.says(SHOP, 'Is parking free?');
  assert.match(last(ana), /Parking is free/);
  await ana.sends(SHOP, 'Is parking free?');
  await ana.says(SHOP, 'When do you open?');
  assert.match(last(ana), /at 9/);
  await pass(world, HOUR);
  assert.equal(last(ana), 'Your order 12 is ready.');
});

test('a number that cannot send holds its messages back, and answers too, until it can', async () => {
  await using world = await createWorld();
  const shop = await world.shop({ knows: ['Parking is free'] });
  const ana = world.phone(ANA);
  await ana.says(SHOP, 'hi');
  await notice(world, shop, {});
  const sender = `/api/businesses/${shop}/senders/whatsapp`;
  await world.api('PATCH', sender, { state: 'offline' });
  await pass(world, 6 * SECOND);
  await ana.says(SHOP, 'Is parking free?');
  const before = ana.heard().length;
  await world.api('PATCH', sender, { state: 'ready' });
  await pass(world, HOUR / 4);
  await pass(world, HOUR / 4);
  assert.ok(before <= 2);
  assert.match(ana.heard().join('\n'), /Parking is free/);
});

test('a message that nobody asked for does not overtake the answer that they wait for', async () => {
  await using world = await createWorld();
  const shop = await world.shop({ knows: ['Parking is free'] });
  const ana = world.phone(ANA);
  await ana.says(SHOP, 'hi');
  const sender = `/api/businesses/${shop}/senders/whatsapp`;
  await world.api('PATCH', sender, { state: 'offline' });
  await pass(world, 6 * SECOND);
  await notice(world, shop, {});
  await ana.says(SHOP, 'Is parking free?');
  await world.api('PATCH', sender, { state: 'ready' });
  await pass(world, 6 * SECOND);
  await notice(world, shop, { text: 'Your table is ready.' });
  await world.settle();
  await pass(world, HOUR / 2);
  await pass(world, HOUR / 2);
  const heard = ana.heard();
  const at = (part: string) => heard.findIndex((text) => text.includes(part));
  assert.ok(at('Parking') >= 0 && at('table') > at('Parking'), heard.join(' | '));
});
