import assert from 'node:assert/strict';
import { test } from 'node:test';
import { last, pass } from '../support/time.ts';
import type { World } from '../support/world.ts';
import { createWorld, SHOP } from '../support/world.ts';

/** Of India, where WhatsApp delivers offers. */
const ASHA = '+919876543210';
const SMS_SHOP = '+14155550177';
const DAY = 86_400_000;

/** A shop with both channels, late in the morning of India. */
async function byDay(): Promise<{ world: World; shop: string }> {
  const world = await createWorld();
  const shop = await world.shop({ sms: SMS_SHOP, knows: ['Parking is free'] });
  const morning = new Date(world.clock.now());
  morning.setUTCHours(30, 0, 0, 0);
  await pass(world, morning.getTime() - world.clock.now().getTime());
  return { world, shop };
}

const offer = (world: World, shop: string, more: object = {}) =>
  world.api('POST', `/api/businesses/${shop}/messages`, {
    ...{ to: ASHA, purpose: 'marketing', text: '20% off on Friday!' },
    ...more,
  });

const says = (world: World, shop: string, more: object = {}) =>
  world.api('POST', `/api/businesses/${shop}/consents`, {
    ...{ phone: ASHA, channel: 'whatsapp', purpose: 'marketing', status: 'granted' },
    ...{ source: 'the form at the till', wording: 'Send me offers.' },
    ...more,
  });

test('who has agreed to offers gets them, until they want no more; word of their order still comes', async () => {
  const { world, shop } = await byDay();
  await using _world = world;
  const asha = world.phone(ASHA);
  await asha.says(SHOP, 'hi');
  assert.equal((await offer(world, shop)).json.error.code, 'no_consent');

  assert.equal((await says(world, shop)).status, 201);
  assert.equal((await offer(world, shop)).status, 201);
  await world.settle();
  assert.equal(last(asha), '20% off on Friday!');

  await asha.says(SHOP, 'no more offers please');
  assert.equal((await offer(world, shop)).json.error.code, 'no_offers');
  const order = { purpose: 'transactional', text: 'Your order 12 is ready.' };
  assert.equal((await offer(world, shop, order)).status, 201);
  await world.settle();
  assert.equal(last(asha), 'Your order 12 is ready.');
});

test('an offer goes by the channel on which they have agreed, and not by the one where they talk', async () => {
  const { world, shop } = await byDay();
  await using _world = world;
  const [asha, byText] = [world.phone(ASHA), world.phone(ASHA, { on: 'sms' })];
  await asha.says(SHOP, 'hi');
  await says(world, shop, { channel: 'sms' });
  assert.equal((await offer(world, shop)).status, 201);
  await world.settle();
  await pass(world, 5_000);
  assert.equal(last(byText), '20% off on Friday!');
  assert.ok(!asha.heard().includes('20% off on Friday!'));
});

test('who has agreed and then ended all with STOP gets no offers by starting messages again', async () => {
  const { world, shop } = await byDay();
  await using _world = world;
  const asha = world.phone(ASHA);
  for (const words of ['hi', 'STOP', 'START']) await asha.says(SHOP, words);
  assert.equal((await offer(world, shop)).json.error.code, 'consent_withdrawn');
  assert.equal((await offer(world, shop, { purpose: 'transactional' })).status, 201);
  for (const words of ['JOIN', '1']) await asha.says(SHOP, words);
  assert.equal((await offer(world, shop)).status, 201);
});

test('a yes counts for its time and its purpose alone, and a no is a no', async () => {
  const { world, shop } = await byDay();
  await using _world = world;
  await world.phone(ASHA).says(SHOP, 'hi');
  const expiresAt = new Date(world.clock.now().getTime() + DAY).toISOString();
  await says(world, shop, { expiresAt });
  assert.equal((await offer(world, shop, { key: 'today' })).status, 201);
  await pass(world, DAY);
  await world.phone(ASHA).says(SHOP, 'hi again');
  assert.equal((await offer(world, shop)).json.error.code, 'no_consent');

  for (const channel of ['whatsapp', 'sms']) await says(world, shop, { channel, status: 'denied' });
  assert.equal((await offer(world, shop)).json.error.code, 'consent_withdrawn');
  const other = { to: '+14155550166', channel: 'sms', purpose: 'transactional' };
  assert.equal((await offer(world, shop, other)).json.error.code, 'no_consent');
  await says(world, shop, { phone: other.to, channel: 'sms', purpose: 'transactional' });
  assert.equal((await offer(world, shop, other)).status, 201);
  const marketing = await offer(world, shop, { ...other, purpose: 'marketing' });
  assert.equal(marketing.json.error.code, 'no_consent');
});
