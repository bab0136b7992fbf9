import assert from 'node:assert/strict';
import { test } from 'node:test';
import { postgresVectors } from '#adapters/vectors/postgres.ts';
import { createWorld } from '../support/world.ts';

const EAST = [1, 0, 0];
const NORTH = [0, 2, 0];
const NORTH_EAST = [1, 1, 0];

async function shopWithTwoEntries() {
  const world = await createWorld();
  const id = await world.shop({ knows: ['We open at nine', 'We sell jam'] });
  const rows = await world.sql<{ id: string }>`
    select id from entries where business_id = ${id} order by seq`;
  const vectors = postgresVectors({ db: world.app.db, model: 'm' });
  const near = async () => (await vectors.query(id, EAST, 5)).map(({ entryId }) => entryId);
  return { world, id, hours: rows[0]?.id ?? '', jam: rows[1]?.id ?? '', vectors, near };
}

test('the nearest entry comes first, with the cosine as its score', async () => {
  const { world, id, hours, jam, vectors } = await shopWithTwoEntries();
  await using _ = world;
  await vectors.upsert(id, [
    { entryId: hours, values: NORTH },
    { entryId: jam, values: NORTH_EAST },
  ]);
  const [first, second] = await vectors.query(id, EAST, 5);
  assert.deepEqual([first?.entryId, second?.entryId], [jam, hours]);
  assert.ok(Math.abs((first?.score ?? 0) - Math.SQRT1_2) < 1e-6);
  assert.ok(Math.abs(second?.score ?? 1) < 1e-6);
  assert.equal((await vectors.query(id, EAST, 1)).length, 1);
});

test('each change is seen by the next question, also by who has asked just before', async () => {
  const { world, id, hours, jam, vectors, near } = await shopWithTwoEntries();
  await using _ = world;
  assert.deepEqual(await near(), []);
  await vectors.upsert(id, [{ entryId: hours, values: EAST }]);
  assert.deepEqual(await near(), [hours]);
  await vectors.remove(id, [hours]);
  assert.deepEqual(await near(), []);
  await vectors.upsert(id, [{ entryId: jam, values: EAST }]);
  assert.deepEqual(await near(), [jam]);
  await vectors.removeBusiness(id);
  assert.deepEqual(await near(), []);
});

test('a business finds nothing of another one', async () => {
  const { world, id, hours, vectors } = await shopWithTwoEntries();
  await using _ = world;
  const other = await world.shop({ name: 'Coffee Corner', number: '+14155550101' });
  await vectors.upsert(id, [{ entryId: hours, values: EAST }]);
  assert.deepEqual(await vectors.query(other, EAST, 5), []);
});
