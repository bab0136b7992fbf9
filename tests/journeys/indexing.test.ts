import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { indexingLoop, rebuild, useIndex } from '#features/knowledge/indexing.system.ts';
import type { Embedder, Vectors } from '#ports.ts';
import { embedderOf, storeOf } from '../support/indexes.ts';
import { createWorld } from '../support/world.ts';
import type { World } from '../support/world.ts';

const KNOWN = ['a', 'bb', 'ccc'];

/** A process that indexes, set to a store and a model, as a start leaves it. */
async function processOf(world: World, vectors: Vectors, embedder: Embedder = embedderOf()) {
  const uses = { ...world.app, embedder, vectors };
  await useIndex(uses);
  return { uses, works: () => indexingLoop(uses).drain() };
}

describe('the index', () => {
  test('has every entry, follows each change, and a restart repeats nothing', async () => {
    await using world = await createWorld();
    const shop = await world.shop({ knows: KNOWN });
    const store = storeOf('one');
    const server = await processOf(world, store.vectors);
    assert.equal(await server.works(), 1);
    assert.deepEqual(store.lengths(shop), [1, 2, 3]);
    const { entries } = (await world.api('GET', `/api/businesses/${shop}/knowledge`)).json;
    const path = `/api/businesses/${shop}/knowledge`;
    await world.api('PUT', `${path}/${entries[0].entryId}`, { text: 'dddd' });
    await world.api('DELETE', `${path}/${entries[1].entryId}`);
    await server.works();
    assert.deepEqual(store.lengths(shop), [3, 4]);
    assert.equal(await (await processOf(world, store.vectors)).works(), 0);
  });

  test('is filled anew when the store or the model changes, while the former server runs on', async () => {
    await using world = await createWorld();
    const shop = await world.shop({ knows: KNOWN });
    const [before, after] = [storeOf('before'), storeOf('after')];
    const former = await processOf(world, before.vectors);
    await former.works();

    const { indexed, total, reason } = await rebuild({
      ...world.app,
      embedder: embedderOf(),
      vectors: after.vectors,
    });
    assert.deepEqual([indexed, total, reason], [3, 3, null]);
    await world.api('POST', `/api/businesses/${shop}/knowledge`, { text: 'told between the two' });
    await former.works();
    const server = await processOf(world, after.vectors);
    await server.works();
    assert.deepEqual(after.lengths(shop), [1, 2, 3, 20]);

    const smarter = await processOf(world, after.vectors, embedderOf('large'));
    assert.equal(await smarter.works(), 1);
  });

  test('of a server that claimed first does not keep an entry from the one in use', async () => {
    await using world = await createWorld();
    const shop = await world.shop({ knows: KNOWN });
    const [before, after] = [storeOf('before'), storeOf('after')];
    const { promise: mayWrite, resolve: write } = Promise.withResolvers<void>();
    const { promise: hasClaimed, resolve: claimed } = Promise.withResolvers<void>();
    const slow = {
      ...before.vectors,
      upsert: async (...args: Parameters<Vectors['upsert']>) => {
        claimed();
        await mayWrite;
        return before.vectors.upsert(...args);
      },
    };
    const former = await processOf(world, slow);
    const writing = former.works();
    await hasClaimed;
    const server = await processOf(world, after.vectors);
    write();
    await writing;
    await server.works();
    assert.deepEqual(after.lengths(shop), [1, 2, 3]);
  });

  test('is not fought over by two servers that are set differently', async () => {
    await using world = await createWorld();
    const shop = await world.shop({ knows: KNOWN });
    const [one, two] = [storeOf('one'), storeOf('two')];
    const first = await processOf(world, one.vectors);
    const second = await processOf(world, two.vectors);
    const rounds: number[] = [];
    for (let i = 0; i < 4; i++) rounds.push((await first.works()) + (await second.works()));
    assert.deepEqual(rounds, [2, 0, 0, 0]);
    assert.deepEqual(two.lengths(shop), [1, 2, 3]);
  });

  test('keeps nothing of a business that was removed while its entries were being indexed', async () => {
    const store = storeOf('one');
    await using world = await createWorld({ vectors: store.vectors });
    const shop = await world.shop({ knows: KNOWN });
    const late = {
      ...store.vectors,
      upsert: async (...args: Parameters<Vectors['upsert']>) => {
        assert.equal((await world.api('DELETE', `/api/businesses/${shop}`)).status, 200);
        return store.vectors.upsert(...args);
      },
    };
    await (await processOf(world, late)).works();
    assert.deepEqual([...store.held.keys()], []);
  });
});

describe('whoever rebuilds the index', () => {
  test('is told how much is in it and why the rest is not, and the rest is tried again', async () => {
    await using world = await createWorld();
    await world.shop({ knows: KNOWN });
    const other = await world.shop({ name: 'Other', number: '+14155550101', knows: ['x'] });
    const store = storeOf('one');
    const failing = {
      ...store.vectors,
      upsert: async (...args: Parameters<Vectors['upsert']>) => {
        if (args[0] === other) throw new Error('Pinecone answers with status 503.');
        return store.vectors.upsert(...args);
      },
    };
    const uses = { ...world.app, embedder: embedderOf() };
    const { indexed, total, reason } = await rebuild({ ...uses, vectors: failing });
    assert.deepEqual([total, reason], [4, 'Pinecone answers with status 503.']);
    assert.ok(indexed < 4);
    world.clock.advance(61_000);
    await indexingLoop({ ...uses, vectors: store.vectors }).drain();
    assert.deepEqual(store.lengths(other), [1]);
  });

  test('finds again what the store has lost', async () => {
    await using world = await createWorld();
    const shop = await world.shop({ knows: KNOWN });
    const store = storeOf('one');
    const server = await processOf(world, store.vectors);
    await server.works();
    store.held.clear();
    assert.equal((await rebuild(server.uses)).indexed, 3);
    assert.deepEqual(store.lengths(shop), [1, 2, 3]);
  });
});
