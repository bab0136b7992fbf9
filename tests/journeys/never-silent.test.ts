import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sweep } from '#features/conversations/sweep.system.ts';
import type { Answerer } from '#ports.ts';
import { embedderOf, storeOf } from '../support/indexes.ts';
import { modelOf } from '../support/model.ts';
import type { World } from '../support/world.ts';
import { ANA, createWorld, SHOP } from '../support/world.ts';

const HOURS = 'We are open 9 AM to 9 PM every day';
const QUESTION = 'What are your opening hours?';

const model = (answer: Answerer['answer']) => modelOf({ answer });
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

  test('when what the model wrote cannot be used: the built-in engine answers; when it does not know: that is said', async () => {
    const answers = [{ kind: 'unusable', because: 'prose' } as const, { kind: 'unsure' } as const];
    await using world = await createWorld({
      answerer: model(async () => answers.shift() ?? { kind: 'unsure' }),
    });
    await world.shop({ knows: [HOURS] });
    const ana = world.phone(ANA);
    await ana.says(SHOP, QUESTION);
    await ana.says(SHOP, QUESTION);
    const [first, second] = ana.heard();
    assert.match(first ?? '', /9 AM to 9 PM/);
    assert.match(second ?? '', /I don't know that/);
  });

  test('when the vector store hangs: the model is asked all the same, with what the engine found', async () => {
    const given: string[] = [];
    await using world = await createWorld({
      embedder: {
        ...embedderOf(),
        embed: (_texts, signal) =>
          new Promise((_, reject) => {
            signal.addEventListener('abort', () => reject(new Error('aborted')));
          }),
      },
      vectors: storeOf('hanging').vectors,
      answerer: model(async ({ passages }, signal) => {
        signal.throwIfAborted();
        given.push(...passages.map(({ text }) => text));
        return {
          kind: 'answered',
          text: 'From nine to nine',
          sources: [passages[0]?.id ?? ''],
          language: 'en',
        };
      }),
    });
    await world.shop({ knows: [HOURS] });
    const ana = world.phone(ANA);
    await ana.says(SHOP, QUESTION);
    assert.match(ana.heard()[0] ?? '', /From nine to nine/);
    assert.deepEqual(given, [HOURS]);
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
