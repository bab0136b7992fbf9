import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { World } from '../support/world.ts';
import { ANA, createWorld, SHOP } from '../support/world.ts';
import { CALL, modelOf, modelTelling } from '../support/model.ts';
import { embedderOf, storeOf } from '../support/indexes.ts';

const DAY_MS = 24 * 3_600_000;
const HOURS = 'We are open 9 AM to 9 PM every day';

async function usage(world: World, id: string) {
  await world.app.ledger.flush();
  return (await world.api('GET', `/api/businesses/${id}/metrics`)).json.metrics.model;
}

describe('what models cost', () => {
  test('a business sees the tokens and the cost of its answers, of today and of 30 days', async () => {
    await using world = await createWorld({ answerer: modelTelling(() => 'open').answerer });
    const id = await world.shop({ knows: [HOURS] });
    const other = await world.shop({ name: 'Other', number: '+14155550101', knows: [HOURS] });
    const ana = world.phone(ANA);
    await ana.says(SHOP, 'When are you open?');
    world.clock.advance(2 * DAY_MS);
    await ana.says(SHOP, 'Until when are you open?');
    const { today, last30Days } = await usage(world, id);
    assert.deepEqual(today, {
      inputTokens: 1_000,
      cachedTokens: 400,
      outputTokens: 100,
      costUsd: 0.00018,
      calls: 1,
      unpricedCalls: 0,
      repeatedAnswers: 0,
    });
    assert.deepEqual([last30Days.calls, last30Days.costUsd], [2, 0.00036]);
    assert.equal((await usage(world, other)).last30Days.calls, 0);
  });

  test('an answer that was of no use cost as much, and a model without a known price is counted as such', async () => {
    const answerer = modelOf({
      answer: async (_question, _signal, spent) => {
        spent?.({ ...CALL, model: 'llama-4' });
        return { kind: 'unusable', because: 'prose' };
      },
    });
    await using world = await createWorld({ answerer });
    const id = await world.shop({ knows: [HOURS] });
    await world.phone(ANA).says(SHOP, 'When are you open?');
    const { today } = await usage(world, id);
    assert.deepEqual([today.inputTokens, today.costUsd, today.unpricedCalls], [1_000, 0, 1]);
  });

  test('the vectors of questions are counted beside the answers', async () => {
    const embedder = embedderOf();
    await using world = await createWorld({
      answerer: modelTelling(() => 'open').answerer,
      embedder: {
        ...embedder,
        embed: (texts, signal, spent) => {
          spent?.({ model: 'text-embedding-3-small', input: 10, cached: 0, output: 0 });
          return embedder.embed(texts, signal);
        },
      },
      vectors: storeOf('one').vectors,
    });
    const id = await world.shop({ knows: [HOURS] });
    await world.phone(ANA).says(SHOP, 'When are you open?');
    const { today } = await usage(world, id);
    assert.deepEqual([today.calls, today.inputTokens, today.costUsd], [2, 1_010, 0.0001802]);
    const text = await (
      await fetch(`${world.url}/metrics`, {
        headers: { 'x-admin-key': 'the-admin-key-of-the-tests' },
      })
    ).text();
    assert.match(text, /frontdesk_model_tokens_total\{.*purpose="embed",side="input"\} \d+/);
  });

  test('what was used while the database was away is written when it is back; a removed business leaves nothing', async () => {
    await using world = await createWorld();
    const id = await world.shop();
    const { runAsSystem } = world.app.db;
    world.app.db.runAsSystem = () => Promise.reject(new Error('connection lost'));
    world.app.ledger.recordUsage({ ...CALL, businessId: id, purpose: 'translate' });
    world.app.ledger.recordUsage({ ...CALL, businessId: 'gone_1234', purpose: 'translate' });
    await assert.rejects(world.app.ledger.flush(), /connection lost/);
    world.app.db.runAsSystem = runAsSystem;
    assert.equal((await usage(world, id)).today.calls, 1);
    const rows = await world.sql<{ kind: string }>`select kind from model_usage`;
    assert.deepEqual(rows, [{ kind: 'translate' }]);
  });
});
