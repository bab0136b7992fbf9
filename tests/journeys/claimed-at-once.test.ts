import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { settleInside } from '#features/conversations/settle.ts';
import { turnStore } from '#features/conversations/turn-store.system.ts';
import type { Ending, Turn } from '#features/conversations/turn.ts';
import type { World } from '../support/world.ts';
import { ANA, BEN, createWorld, SHOP } from '../support/world.ts';

const HOURS = 'We are open 9 AM to 9 PM every day';
const DELIVERY = 'We deliver to downtown for $5';

const claimed = async (world: World) => {
  const rows = await world.sql`select id from conversations where thinking_token is not null`;
  return rows.length;
};

const saying = (turn: Turn, text: string): Ending => ({
  outcome: 'answered',
  replies: [{ kind: 'answer', text }],
  throughId: turn.messages.at(-1)?.id ?? '0',
  isVoidWhenMoreWasSaid: false,
  isCounted: true,
});

describe('what can be answered now is claimed as it is stored', () => {
  test('a question is in hand as soon as it is acknowledged', async () => {
    await using world = await createWorld();
    await world.shop({ knows: [HOURS] });
    const ana = world.phone(ANA);
    await ana.sends(SHOP, 'What are your opening hours?');
    assert.equal(await claimed(world), 1);
    await world.settle();
    assert.match(ana.heard()[0] ?? '', /9 AM to 9 PM/);
    assert.equal(await claimed(world), 0);
  });

  test('what is said while a question is thought about leaves it to who thinks', async () => {
    await using world = await createWorld();
    await world.shop({ knows: [HOURS, DELIVERY] });
    const ana = world.phone(ANA);
    const holder = () => world.sql`select thinking_token from conversations`;
    await ana.sends(SHOP, 'What are your opening hours?');
    const before = await holder();
    await ana.sends(SHOP, 'Do you deliver to downtown?');
    assert.deepEqual(await holder(), before);
    await world.settle();
    assert.equal(ana.heard().length, 1);
    assert.match(ana.heard()[0] ?? '', /9 AM to 9 PM[^]*downtown for \$5/);
  });

  test('a greeting that waits for the rest is not, nor is a word that stops or starts', async () => {
    await using world = await createWorld();
    await world.shop({ knows: [HOURS] });
    await world.phone(ANA).sends(SHOP, 'Hello');
    await world.phone(BEN).sends(SHOP, 'STOP');
    assert.equal(await claimed(world), 0);
  });

  test('a process that only takes messages leaves them to those that answer', async () => {
    await using world = await createWorld({ answersHere: false });
    await world.shop({ knows: [HOURS] });
    const ana = world.phone(ANA);
    await ana.sends(SHOP, 'What are your opening hours?');
    assert.equal(await claimed(world), 0);
    await world.settle();
    assert.equal(ana.heard().length, 1);
  });

  test('one that dies with a question in hand leaves it to be answered after the lease', async () => {
    await using world = await createWorld();
    await world.shop({ knows: [HOURS] });
    const ana = world.phone(ANA);
    world.app.turns.give = () => {};
    await ana.sends(SHOP, 'What are your opening hours?');
    await world.settle();
    assert.deepEqual(ana.heard(), []);
    world.clock.advance(11_000);
    await world.settle();
    assert.equal(ana.heard().length, 1);
  });

  test('what was said while an answer was being written down does not bring that answer again', async () => {
    await using world = await createWorld({ answersHere: false });
    await world.shop({ knows: [HOURS, DELIVERY] });
    const ana = world.phone(ANA);
    await ana.sends(SHOP, 'What are your opening hours?');
    const [turn] = await turnStore(world.app).claim(1);
    assert.ok(turn);
    world.app.turns.open();
    let second: Promise<number> | undefined;
    await world.app.db.asSystem(async (tx) => {
      const settlement = { turn, ending: saying(turn, HOURS), sendToken: randomUUID() };
      await settleInside(tx, settlement, world.clock.now());
      second = ana.sends(SHOP, 'Do you deliver to downtown?');
      await sleep(300);
    });
    await second;
    world.clock.advance(1_000);
    await world.settle();
    const replies = await world.sql<{ body: string }>`
      select body from messages where direction = 'out' order by id`;
    assert.equal(replies.length, 2);
    assert.equal(replies[0]?.body, HOURS);
    assert.match(replies[1]?.body ?? '', /downtown for \$5/);
    assert.doesNotMatch(replies[1]?.body ?? '', /9 AM/);
  });

  test('two thoughts about the same question that end at the same moment bring one answer', async () => {
    await using world = await createWorld({ answersHere: false });
    await world.shop();
    const ana = world.phone(ANA);
    const store = turnStore(world.app);
    await ana.sends(SHOP, 'What are your opening hours?');
    const [late] = await store.claim(1);
    world.clock.advance(11_000);
    const [again] = await store.claim(1);
    assert.ok(late && again);
    const ends = (turn: Turn, text: string) =>
      store.settle({ turn, ending: saying(turn, text), sendToken: randomUUID() });
    const [first, second] = await Promise.all([ends(late, 'late'), ends(again, 'again')]);
    assert.equal(first.isSettled, false);
    assert.deepEqual(first.written, []);
    assert.equal(second.isSettled, true);
    const replies = await world.sql`select body from messages where direction = 'out'`;
    assert.deepEqual(replies, [{ body: 'again' }]);
  });
});
