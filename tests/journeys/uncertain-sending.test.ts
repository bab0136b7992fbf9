import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { asking, AT_ANA, outbound, until } from '../support/sending.ts';
import { SHOP } from '../support/world.ts';

describe('a hand-over of which nobody knows how it ended', () => {
  test('a hand-over that broke off after the carrier had taken it is found there and not repeated', async () => {
    const { world, ana, later } = await asking();
    await using _ = world;
    world.carrier.nextOutcomes([{ kind: 'unknown-but-delivered', callbacks: 'none' }], AT_ANA);
    await ana.says(SHOP, 'What are your opening hours?');
    for (let i = 0; i < 6; i++) await later(3_000);
    assert.equal(ana.heard().length, 1);
    assert.equal((await outbound(world))[0]?.state, 'handed-over');
  });

  test('a report that names our message settles a hand-over that broke off', async () => {
    const { world, ana } = await asking();
    await using _ = world;
    world.carrier.nextOutcomes([{ kind: 'unknown-but-delivered' }], AT_ANA);
    await ana.says(SHOP, 'What are your opening hours?');
    const [row] = await outbound(world);
    assert.deepEqual([row?.state, row?.carrier_status], ['handed-over', 'delivered']);
    assert.equal(ana.heard().length, 1);
  });

  test('one that the carrier never got is sent again, and heard once', async () => {
    const { world, ana, later } = await asking();
    await using _ = world;
    world.carrier.nextOutcomes([{ kind: 'unknown-not-delivered' }], AT_ANA);
    await ana.says(SHOP, 'What are your opening hours?');
    for (let i = 0; i < 6; i++) await later(3_000);
    assert.equal(ana.heard().length, 1);
  });

  test('two equal answers, one of them of unknown fate: neither is mistaken for the other', async () => {
    const { world, ana, later } = await asking();
    await using _ = world;
    await ana.says(SHOP, 'What are your opening hours?');
    await ana.says(SHOP, 'What are your opening hours?');
    world.carrier.nextOutcomes([{ kind: 'unknown-not-delivered' }], AT_ANA);
    await ana.says(SHOP, 'What are your opening hours?');
    for (let i = 0; i < 6; i++) await later(3_000);
    assert.equal(ana.heard().length, 3);
  });

  test('attempts come to an end, and the owner can read why', async () => {
    const { world, ana, later } = await asking({ env: { MESSAGE_RETRY_ATTEMPTS: '2' } });
    await using _ = world;
    world.carrier.nextOutcomes(
      Array.from({ length: 5 }, () => ({ kind: 'unknown-not-delivered' as const })),
      AT_ANA,
    );
    await ana.says(SHOP, 'What are your opening hours?');
    for (let i = 0; i < 20; i++) await later(3_000);
    const [row] = await outbound(world);
    assert.equal(row?.state, 'failed');
    assert.equal(row?.attempts, 3);
    assert.match(row?.error_sentence ?? '', /could not be confirmed/);
  });

  test('the next reply waits for one of unknown fate, but not for long', async () => {
    const { world, ana, later } = await asking();
    await using _ = world;
    world.carrier.nextOutcomes([{ kind: 'unknown-not-delivered' }], AT_ANA);
    await ana.sends(SHOP, 'What are your opening hours?');
    await world.settle();
    await ana.sends(SHOP, 'thanks');
    await world.settle();
    assert.deepEqual(ana.heard(), []);
    for (let i = 0; i < 6; i++) await later(2_500);
    assert.equal(ana.heard().length, 2);
    assert.match(ana.heard()[0] ?? '', /9 AM/);
  });

  test('a sender that died with a message in hand leaves it to be looked into, and it is heard once', async () => {
    const { world, ana } = await asking();
    await using _ = world;
    await ana.sends(SHOP, 'What are your opening hours?');
    const send = world.app.channel.send;
    world.app.channel.send = () => new Promise(() => {});
    void world.app.turns.drain();
    await new Promise((resolve) => setTimeout(resolve, 200));
    world.app.channel.send = send;
    assert.equal((await outbound(world))[0]?.state, 'sending');
    world.clock.advance(11_000);
    for (let i = 0; i < 5; i++) {
      await world.app.outbox.drainDue();
      world.clock.advance(3_000);
    }
    await world.carrier.idle();
    assert.equal(ana.heard().length, 1);
  });

  test('a sender that comes back too late changes nothing: what another has sent is not sent again', async () => {
    const { world, ana, later } = await asking();
    await using _ = world;
    world.carrier.nextOutcomes([{ kind: 'unreachable', answerAfterMs: 1_500 }], AT_ANA);
    await ana.sends(SHOP, 'What are your opening hours?');
    const late = world.app.turns.drain();
    await until(async () => (await outbound(world))[0]?.state === 'sending');
    world.clock.advance(11_000);
    for (let i = 0; i < 5; i++) {
      await world.app.outbox.drainDue();
      world.clock.advance(3_000);
    }
    assert.equal((await outbound(world))[0]?.state, 'handed-over');
    await late;
    await world.app.outbox.drain();
    for (let i = 0; i < 3; i++) await later(90_000);
    assert.equal((await outbound(world))[0]?.state, 'handed-over');
    assert.equal(ana.heard().length, 1);
  });

  test('the carrier lists it only after a while: it is waited for, not sent again', async () => {
    const { world, ana, later } = await asking();
    await using _ = world;
    world.carrier.nextOutcomes([{ kind: 'unknown-but-delivered', callbacks: 'none' }], AT_ANA);
    const { list } = world.app.channel;
    let looks = 0;
    world.app.channel.list = (filter) => (looks++ === 0 ? Promise.resolve([]) : list(filter));
    await ana.says(SHOP, 'What are your opening hours?');
    for (let i = 0; i < 6; i++) await later(2_000);
    assert.ok(looks > 1);
    assert.equal(ana.heard().length, 1);
  });

  test('while the carrier cannot be asked about it, the next reply goes all the same after a moment', async () => {
    const { world, ana, later } = await asking();
    await using _ = world;
    world.carrier.nextOutcomes([{ kind: 'unknown-not-delivered' }], AT_ANA);
    await ana.says(SHOP, 'What are your opening hours?');
    world.app.channel.list = () => Promise.reject(new Error('503'));
    await ana.says(SHOP, 'thanks');
    assert.deepEqual(ana.heard(), []);
    for (let i = 0; i < 6; i++) await later(2_000);
    assert.equal(ana.heard().length, 1);
  });
});
