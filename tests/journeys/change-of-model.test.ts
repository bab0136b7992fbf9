import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Db } from '#db/tables.ts';
import { postgresVectors } from '#adapters/vectors/postgres.ts';
import { indexNameFor, readPlace } from '#features/knowledge/index-place.ts';
import { indexingLoop, useIndex } from '#features/knowledge/indexing.system.ts';
import type { VectorIndex } from '#ports.ts';
import { blurOf } from '../support/indexes.ts';
import { modelTelling } from '../support/model.ts';
import { ANA, BEN, createWorld, SHOP } from '../support/world.ts';
import type { World } from '../support/world.ts';

const MINUTE_MS = 60_000;
/** The built-in engine finds nothing for the question: only the vectors lead to the entry. */
const ENTRY = 'Terriers nap on our terrace';
const QUESTION = 'Zorp blib?';

const indexIn = (db: () => Db, model: string): VectorIndex => ({
  embedder: blurOf(model),
  vectors: postgresVectors({
    db: { asBusiness: (id, work) => db().asBusiness(id, work) } as Db,
    model: `${model} 2`,
  }),
});

const models = async (world: World) =>
  (await world.sql<{ model: string }>`select distinct model from entry_vectors order by 1`).map(
    ({ model }) => model,
  );

describe('a change of the embedding model', () => {
  test('leaves no moment in which questions are not answered, and in the end no vector of the former one', async () => {
    const db = () => world.app.db;
    const [small, large] = [indexIn(db, 'small'), indexIn(db, 'large')];
    const { answerer } = modelTelling(() => 'Terriers');
    const openIndex = () => small;
    const world: World = await createWorld({ ...large, answerer, openIndex });
    await using _ = world;
    const id = await world.shop({ knows: [ENTRY] });
    const before = { ...world.app, ...small };
    await useIndex(before);
    await indexingLoop(before).drain();
    const now = { ...world.app, ...large };
    const hears = async (number: string) => {
      const phone = world.phone(number);
      await phone.says(SHOP, QUESTION);
      return phone.heard().at(-1) ?? '';
    };
    assert.equal(await world.app.formerIndex.look(), true);
    assert.match(await hears(ANA), /Terriers nap/);
    await useIndex(now);
    assert.equal(await world.app.formerIndex.look(), true);
    world.clock.advance(MINUTE_MS * 60);
    assert.match(await hears(BEN), /Terriers nap/);

    await indexingLoop(now).drain();
    await world.app.formerIndex.look();
    assert.equal(world.app.formerIndex.answering(), null);
    assert.deepEqual(await models(world), ['large 2', 'small 2']);
    world.clock.advance(MINUTE_MS * 61);
    assert.match(await hears('+14155550144'), /Terriers nap/);
    assert.equal(await world.app.formerIndex.look(), false);
    assert.deepEqual(await models(world), ['large 2']);
    assert.deepEqual((await small.vectors.query(id, [1, 0], 5)).length, 0);
    assert.deepEqual((await large.vectors.query(id, [1, 0], 5)).length, 1);
  });

  test('that is undone half way, or followed by another, keeps the last complete index', async () => {
    await using world = await createWorld();
    await world.shop({ knows: [ENTRY] });
    const start = async (model: string) => {
      const index = indexIn(() => world.app.db, model);
      await useIndex({ ...world.app, ...index });
      return { works: () => indexingLoop({ ...world.app, ...index }).drain() };
    };
    const former = async () =>
      (
        await world.sql<{
          value: string;
        }>`select value from installation where name = 'former_index'`
      ).map(({ value }) => value);
    await (await start('small')).works();
    assert.deepEqual(await former(), []);
    await start('large');
    assert.deepEqual(await former(), ['database small 2']);
    await start('huge');
    assert.deepEqual(await former(), ['database small 2']);
    await start('small');
    assert.deepEqual(await former(), ['database huge 2']);
  });

  test('goes to an index of its own at Pinecone, where the one that is set holds vectors of another model', () => {
    const known = (...places: string[]) => places.flatMap((place) => readPlace(place) ?? []);
    const large = { model: 'text-embedding-3-large', dimensions: 1024 };
    const small = 'pinecone:shop text-embedding-3-small 1536';
    const own = 'text-embedding-3-large-1024-shop';
    const cases: [string[], string][] = [
      [[], 'shop'],
      [[small], own],
      [['pinecone:shop text-embedding-3-large 1024'], 'shop'],
      [[`pinecone:${own} text-embedding-3-large 1024`, small], own],
      [['pinecone:other text-embedding-3-small 1536'], 'shop'],
      [['database text-embedding-3-small 1536'], 'shop'],
    ];
    for (const [places, name] of cases)
      assert.equal(indexNameFor('shop', large, known(...places)), name, places.join());
    const long = indexNameFor(
      'a-shop-with-a-long-name',
      large,
      known('pinecone:a-shop-with-a-long-name m 2'),
    );
    assert.match(long, /^[a-z\d][a-z\d-]*-1024-a-shop-with-a-long-name$/);
    assert.ok(long.length <= 45);
  });
});
