import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { catchUp } from '#features/inbound/catch-up.system.ts';
import { taker } from '#features/inbound/webhook.ts';
import type { CarrierMessage } from '#ports.ts';
import type { World } from '../support/world.ts';
import { ANA, createWorld, SHOP } from '../support/world.ts';

const HOURS = 'We are open 9 AM to 9 PM every day';
const QUESTION = 'What are your opening hours?';

describe('after an interruption', () => {
  const missed = (world: World, more: Partial<CarrierMessage> = {}): CarrierMessage => ({
    sid: 'SM0123456789abcdef0123456789abcdef',
    accountSid: world.carrier.accountSid,
    direction: 'in',
    from: `whatsapp:${ANA}`,
    to: `whatsapp:${SHOP}`,
    body: QUESTION,
    status: 'received',
    errorCode: null,
    numMedia: 0,
    sentAt: world.clock.now(),
    numSegments: null,
    price: null,
    ...more,
  });

  test('what the carrier received meanwhile is taken in and answered, once', async () => {
    await using world = await createWorld();
    await world.shop({ knows: [HOURS] });
    const catching = catchUp({ ...world.app, take: taker(world.app) });
    assert.equal(await catching.look(), 0);
    const ana = world.phone(ANA);
    await ana.says(SHOP, 'hello, anybody?');
    world.clock.advance(10 * 60_000);
    const known = await world.carrier.list({ sentAfter: new Date(0) });
    world.app.channel.list = async () => [missed(world), ...known];

    assert.equal(await catchUp({ ...world.app, take: taker(world.app) }).look(), 1);
    await world.settle();
    assert.equal(ana.heard().filter((text) => text.includes('9 AM to 9 PM')).length, 1);
    world.clock.advance(10 * 60_000);
    assert.equal(await catchUp({ ...world.app, take: taker(world.app) }).look(), 0);
  });

  test('the carrier is not asked while nothing was missed', async () => {
    await using world = await createWorld();
    let asked = 0;
    const catching = catchUp({
      ...world.app,
      take: taker(world.app),
      channel: { ...world.app.channel, list: async () => (asked++, []) },
    });
    for (let i = 0; i < 5; i++) {
      await catching.look();
      world.clock.advance(20_000);
    }
    assert.equal(asked, 1, 'the second look after the first start; the first has nothing to go by');
    for (let i = 0; i < 15; i++) {
      await catching.look();
      world.clock.advance(20_000);
    }
    assert.equal(asked, 2, 'and every five minutes');
  });

  test('a webhook that never reached us is found at the carrier, once, however long nobody knew', async () => {
    await using world = await createWorld();
    await world.shop({ knows: [HOURS] });
    const catching = catchUp({ ...world.app, take: taker(world.app) });
    const tick = async () => {
      world.clock.advance(20_000);
      return catching.look();
    };
    for (let i = 0; i < 3; i++) await tick();
    const ana = world.phone(ANA);
    ana.writesInVain(SHOP, QUESTION);
    let found = 0;
    for (let i = 0; i < 45; i++) found += await tick();
    assert.equal(found, 1);
    await world.settle();
    assert.equal(ana.heard().length, 1);
    assert.match(ana.heard()[0] ?? '', /9 AM to 9 PM/);
  });

  test('a message that was refused because the token had been changed is taken in with the next tick', async () => {
    await using world = await createWorld();
    await world.shop({ knows: [HOURS] });
    const catching = catchUp({ ...world.app, take: taker(world.app) });
    for (let i = 0; i < 3; i++) {
      await catching.look();
      world.clock.advance(20_000);
    }
    const ana = world.phone(ANA);
    const { isSigned } = world.app.channel;
    world.app.channel.isSigned = () => false;
    assert.equal(await ana.sends(SHOP, QUESTION), 403);
    world.app.channel.isSigned = isSigned;
    assert.equal(await catching.look(), 1);
    await world.settle();
    assert.match(ana.heard()[0] ?? '', /9 AM to 9 PM/);
  });

  test('a forger makes us ask the carrier no more than once a tick, and without our account never', async () => {
    await using world = await createWorld();
    let asked = 0;
    const channel = { ...world.app.channel, list: async () => (asked++, []) };
    const catching = catchUp({ ...world.app, take: taker(world.app), channel });
    for (let i = 0; i < 3; i++) await catching.look();
    const forge = (AccountSid: string) =>
      world.post({
        url: `${world.url}/webhooks/twilio/whatsapp`,
        headers: { 'x-twilio-signature': 'forged' },
        form: { AccountSid, From: `whatsapp:${ANA}`, To: `whatsapp:${SHOP}`, Body: 'x' },
      });
    asked = 0;
    await forge(`AC${'f'.repeat(32)}`);
    await catching.look();
    assert.equal(asked, 0);
    for (let i = 0; i < 5; i++) await forge(world.carrier.accountSid);
    for (let i = 0; i < 5; i++) await catching.look();
    assert.equal(asked, 1);
  });

  test('a machine that slept for two minutes asks the carrier as soon as it wakes', async () => {
    await using world = await createWorld();
    await world.shop({ knows: [HOURS] });
    const catching = catchUp({ ...world.app, take: taker(world.app) });
    for (let i = 0; i < 3; i++) await catching.look();
    world.phone(ANA).writesInVain(SHOP, QUESTION);
    world.clock.advance(20_000);
    assert.equal(await catching.look(), 0);
    world.clock.advance(120_000);
    assert.equal(await catching.look(), 1);
  });

  test('a message that cannot be stored holds up no other, and the gap is kept', async () => {
    await using world = await createWorld();
    await world.shop({ knows: [HOURS] });
    const take = taker(world.app);
    const broken = { sid: 'SM00000000000000000000000000000bad', body: 'broken' };
    const catching = catchUp({
      ...world.app,
      take: (message, at) =>
        message.body === 'broken' ? Promise.reject(new Error('a bug')) : take(message, at),
    });
    assert.equal(await catching.look(), 0);
    world.app.channel.list = async () => [missed(world), missed(world, broken)];
    await assert.rejects(catching.look(), /a bug/);
    await world.settle();
    assert.match(world.phone(ANA).heard()[0] ?? '', /9 AM to 9 PM/);
    const [mark] = await world.sql<{ at: Date }>`select caught_up_to as at from intake_marks`;
    world.clock.advance(400_000);
    await assert.rejects(catching.look(), /a bug/);
    const [later] = await world.sql<{ at: Date }>`select caught_up_to as at from intake_marks`;
    assert.deepEqual(later, mark);
  });

  test('a message that had to be turned away is taken in once the database is back', async () => {
    await using world = await createWorld();
    await world.shop({ knows: [HOURS] });
    const catching = catchUp({ ...world.app, take: taker(world.app) });
    await catching.look();
    await catching.look();
    const ana = world.phone(ANA);
    const { runAsSystem, asSystem } = world.app.db;
    const gone = () => Promise.reject(new Error('gone'));
    Object.assign(world.app.db, { runAsSystem: gone, asSystem: gone });
    assert.equal(await ana.sends(SHOP, QUESTION), 500);
    Object.assign(world.app.db, { runAsSystem, asSystem });
    assert.equal(await catching.look(), 1);
    await world.settle();
    assert.match(ana.heard()[0] ?? '', /9 AM to 9 PM/);
  });

  test('when the carrier cannot be asked, the gap is kept and looked into later', async () => {
    await using world = await createWorld();
    await world.shop({ knows: [HOURS] });
    const catching = catchUp({ ...world.app, take: taker(world.app) });
    await catching.look();
    const at = missed(world);
    world.clock.advance(10 * 60_000);
    const failing = { ...world.app.channel, list: () => Promise.reject(new Error('no network')) };
    await assert.rejects(
      catchUp({ ...world.app, take: taker(world.app), channel: failing }).look(),
    );
    const working = { ...world.app.channel, list: async () => [at] };
    assert.equal(
      await catchUp({ ...world.app, take: taker(world.app), channel: working }).look(),
      1,
    );
  });
});
