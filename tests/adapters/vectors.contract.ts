import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import type { Vectors } from '#ports.ts';

/** An empty store of its own for a test; it can be opened again, for another size of vectors too. */
export type VectorStore = { open: (dimensions: number) => Vectors };

const PIZZA = 'pizza_palace_7f3a';
const COFFEE = 'coffee_corner_11aa';

const EAST = [1, 0, 0];
const NORTH_EAST = [1, 1, 0];
const NORTH = [0, 1, 0];
const WEST = [-1, 0, 0];
const NOWHERE = [0, 0, 0];

/** What every vector store promises; run against each, so that none can be swapped in and surprise. */
export function vectorsContract(
  name: string,
  create: (t: TestContext) => Promise<VectorStore> | VectorStore,
) {
  const opened = async (t: TestContext) => {
    const vectors = (await create(t)).open(3);
    await vectors.prepare();
    return vectors;
  };
  const near = async (vectors: Vectors, businessId: string, values: number[], limit = 10) =>
    (await vectors.query(businessId, values, limit)).map(({ entryId }) => entryId);

  describe(`vectors: ${name}`, () => {
    test('the nearest entry comes first, with the cosine as its score', async (t) => {
      const vectors = await opened(t);
      await vectors.upsert(PIZZA, [
        { entryId: 'north', values: NORTH },
        { entryId: 'west', values: WEST },
        { entryId: 'east', values: [5, 0, 0] },
        { entryId: 'north-east', values: NORTH_EAST },
      ]);
      const hits = await vectors.query(PIZZA, EAST, 10);
      assert.deepEqual(
        hits.map(({ entryId }) => entryId),
        ['east', 'north-east', 'north', 'west'],
      );
      const cosines = [1, Math.SQRT1_2, 0, -1];
      hits.forEach(({ score }, at) => assert.ok(Math.abs(score - (cosines[at] ?? 9)) < 1e-6));
    });

    test('no more entries come than were asked for', async (t) => {
      const vectors = await opened(t);
      await vectors.upsert(PIZZA, [
        { entryId: 'north', values: NORTH },
        { entryId: 'east', values: EAST },
      ]);
      assert.deepEqual(await near(vectors, PIZZA, EAST, 1), ['east']);
      assert.deepEqual(await near(vectors, PIZZA, EAST, 0), []);
    });

    test('each change is seen by the next question, also by who has asked just before', async (t) => {
      const vectors = await opened(t);
      assert.deepEqual(await near(vectors, PIZZA, EAST), []);
      await vectors.upsert(PIZZA, [{ entryId: 'east', values: EAST }]);
      assert.deepEqual(await near(vectors, PIZZA, EAST), ['east']);
      await vectors.remove(PIZZA, ['east']);
      assert.deepEqual(await near(vectors, PIZZA, EAST), []);
      await vectors.upsert(PIZZA, [{ entryId: 'north', values: NORTH }]);
      assert.deepEqual(await near(vectors, PIZZA, EAST), ['north']);
      await vectors.removeBusiness(PIZZA);
      assert.deepEqual(await near(vectors, PIZZA, EAST), []);
    });

    test('a business sees, changes and removes nothing of another one', async (t) => {
      const vectors = await opened(t);
      await vectors.upsert(PIZZA, [{ entryId: 'same', values: EAST }]);
      await vectors.upsert(COFFEE, [{ entryId: 'same', values: NORTH }]);
      await vectors.remove(COFFEE, ['same']);
      assert.deepEqual(await near(vectors, COFFEE, EAST), []);
      await vectors.upsert(COFFEE, [{ entryId: 'other', values: EAST }]);
      await vectors.removeBusiness(COFFEE);
      assert.deepEqual(await near(vectors, PIZZA, EAST), ['same']);
    });

    test('a business that nobody has heard of has nothing, and nothing to remove', async (t) => {
      const vectors = await opened(t);
      assert.deepEqual(await near(vectors, COFFEE, EAST), []);
      await vectors.remove(COFFEE, ['one']);
      await vectors.removeBusiness(COFFEE);
      await vectors.removeBusiness(COFFEE);
    });

    test('an edited entry is found where it now is, and only there', async (t) => {
      const vectors = await opened(t);
      await vectors.upsert(PIZZA, [{ entryId: 'one', values: EAST }]);
      await vectors.upsert(PIZZA, [{ entryId: 'one', values: WEST }]);
      const hits = await vectors.query(PIZZA, WEST, 10);
      assert.equal(hits.length, 1);
      assert.ok(Math.abs((hits[0]?.score ?? 0) - 1) < 1e-6);
    });

    test('a removed entry is gone, and removing it again does no harm', async (t) => {
      const vectors = await opened(t);
      await vectors.upsert(PIZZA, [
        { entryId: 'one', values: EAST },
        { entryId: 'two', values: EAST },
      ]);
      await vectors.remove(PIZZA, ['one', 'never-there']);
      await vectors.remove(PIZZA, ['one']);
      assert.deepEqual(await near(vectors, PIZZA, EAST), ['two']);
    });

    test('an entry without direction is near nothing, even where it had one before', async (t) => {
      const vectors = await opened(t);
      await vectors.upsert(PIZZA, [
        { entryId: 'one', values: EAST },
        { entryId: 'two', values: NORTH },
      ]);
      await vectors.upsert(PIZZA, [{ entryId: 'one', values: NOWHERE }]);
      assert.deepEqual(await near(vectors, PIZZA, EAST), ['two']);
      assert.deepEqual(await near(vectors, PIZZA, NOWHERE), []);
    });

    test('thousands of entries at once are all kept, and all removed', async (t) => {
      const vectors = await opened(t);
      const ids = Array.from({ length: 2_345 }, (_, n) => `entry-${n}`);
      await vectors.upsert(
        PIZZA,
        ids.map((entryId, n) => ({ entryId, values: [1, n, 0] })),
      );
      assert.equal((await near(vectors, PIZZA, EAST, 5_000)).length, ids.length);
      await vectors.remove(PIZZA, ids.slice(1));
      assert.deepEqual(await near(vectors, PIZZA, EAST), ['entry-0']);
    });

    test('nothing to do is done', async (t) => {
      const vectors = await opened(t);
      await vectors.upsert(PIZZA, []);
      await vectors.remove(PIZZA, []);
      assert.deepEqual(await near(vectors, PIZZA, EAST), []);
    });

    test('what one process wrote another one finds', async (t) => {
      const store = await create(t);
      const [writer, reader] = [store.open(3), store.open(3)];
      await Promise.all([writer.prepare(), reader.prepare()]);
      await writer.upsert(PIZZA, [{ entryId: 'one', values: EAST }]);
      assert.deepEqual(await near(reader, PIZZA, EAST), ['one']);
    });

    test('vectors of another size are refused with a sentence that says what to do', async (t) => {
      const store = await create(t);
      const vectors = store.open(3);
      await vectors.prepare();
      await vectors.upsert(PIZZA, [{ entryId: 'one', values: EAST }]);
      await assert.rejects(store.open(4).prepare(), /3 numbers.* 4.*reindex/s);
      assert.equal((await vectors.check()).isHealthy, true);
    });
  });
}
