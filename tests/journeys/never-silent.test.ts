import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sweep } from '#features/conversations/sweep.system.ts';
import { catchUp } from '#features/inbound/catch-up.system.ts';
import { taker } from '#features/inbound/webhook.ts';
import type { Answerer, CarrierMessage } from '#ports.ts';
import type { World } from '../support/world.ts';
import { ANA, createWorld, SHOP } from '../support/world.ts';

const HOURS = 'We are open 9 AM to 9 PM every day';
const QUESTION = 'What are your opening hours?';

const model = (answer: Answerer['answer']): Answerer => ({
  answer,
  check: () => Promise.resolve({ isHealthy: true }),
});
const outcomes = async (world: World) =>
  (
    await world.sql<{ outcome: string | null }>`
    select outcome from messages where direction = 'in' order by id`
  ).map(({ outcome }) => outcome);

describe('nobody is left in silence', () => {
  test('when the model is down: the built-in engine answers, without an error text', async () => {
    await using world = await createWorld({
      answerer: model(() => Promise.reject(new Error('502 from the model'))),
    });
    await world.shop({ knows: [HOURS] });
    const ana = world.phone(ANA);
    await ana.says(SHOP, QUESTION);
    assert.match(ana.heard()[0] ?? '', /9 AM to 9 PM/);
    assert.doesNotMatch(ana.heard()[0] ?? '', /502|error/i);
  });

  test('when a fault of ours strikes: it is tried again', async () => {
    await using world = await createWorld();
    await world.shop({ knows: [HOURS] });
    const ana = world.phone(ANA);
    const { decrypt } = world.app.vault;
    const ask = world.app.db.asBusiness;
    world.app.db.asBusiness = () => Promise.reject(new Error('connection lost'));
    await ana.says(SHOP, QUESTION);
    assert.deepEqual(ana.heard(), []);
    world.app.db.asBusiness = ask;
    world.clock.advance(5_000);
    await world.settle();
    assert.match(ana.heard()[0] ?? '', /9 AM to 9 PM/);
    assert.equal(world.app.vault.decrypt, decrypt);
  });

  test('when the fault stays: they are told, once, in words', async () => {
    await using world = await createWorld();
    await world.shop({ knows: [HOURS] });
    const ana = world.phone(ANA);
    world.app.db.asBusiness = () => Promise.reject(new Error('a bug'));
    await ana.says(SHOP, QUESTION);
    for (let i = 0; i < 8; i++) {
      world.clock.advance(40_000);
      await world.settle();
    }
    assert.equal(ana.heard().length, 1);
    assert.match(ana.heard()[0] ?? '', /Sorry, something kept me/);
    assert.deepEqual(await outcomes(world), ['failed']);
  });

  test('when a message was forgotten: the sweeper finds it', async () => {
    await using world = await createWorld();
    await world.shop({ knows: [HOURS] });
    const ana = world.phone(ANA);
    await ana.sends(SHOP, QUESTION);
    await world.sql`update conversations set attention_due_at = null`;
    assert.equal(await sweep(world.app), 0, 'a fresh one is left alone');
    world.clock.advance(30_000);
    assert.equal(await sweep(world.app), 1);
    await world.settle();
    assert.match(ana.heard()[0] ?? '', /9 AM to 9 PM/);
  });

  test('when a process dies while thinking: another takes the turn after the lease, and only one answers', async () => {
    const { promise: wakesUp, resolve: wakeUp } = Promise.withResolvers<void>();
    let isFirst = true;
    await using world = await createWorld({
      answerer: model(async ({ passages }) => {
        const text = isFirst ? 'The late answer' : 'From 9 AM';
        if (isFirst) {
          isFirst = false;
          await wakesUp;
        }
        return { kind: 'answered', text, sources: [passages[0]?.id ?? ''], language: 'en' };
      }),
    });
    await world.shop({ knows: [HOURS] });
    const ana = world.phone(ANA);
    await ana.sends(SHOP, QUESTION);
    const late = world.app.turns.drain();
    while (isFirst) await new Promise((resolve) => setTimeout(resolve, 10));
    world.clock.advance(11_000);
    await world.settle();
    wakeUp();
    await late;
    await world.settle();
    assert.equal(ana.heard().length, 1);
    assert.match(ana.heard()[0] ?? '', /From 9 AM/);
  });

  test('every message ends in a reply or a recorded reason', async () => {
    await using world = await createWorld();
    await world.shop({ knows: [HOURS] });
    const ana = world.phone(ANA);
    for (const body of [
      QUESTION,
      'thanks',
      'Do you have a swimming pool?',
      'stop',
      QUESTION,
      'start',
      '',
    ]) {
      await ana.says(SHOP, body);
    }
    assert.deepEqual(await outcomes(world), [
      'answered',
      'small-talk',
      'unanswered',
      'keyword-stop',
      'silent:opted-out',
      'keyword-start',
      'cannot-read',
    ]);
  });
});

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
