import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Vectors } from '#ports.ts';
import { ANA, BEN, createWorld, SHOP } from '../support/world.ts';

type Remove = Vectors['removeBusiness'];
const vectorsThatRemove = (removeBusiness: Remove): Vectors => ({
  name: 'played',
  prepare: async () => {},
  upsert: async () => {},
  remove: async () => {},
  removeBusiness,
  query: async () => [],
  check: async () => ({ isHealthy: true }),
});

test('a removal that the vector store interrupts is finished by asking again', async () => {
  const removed: string[] = [];
  let isDown = true;
  await using world = await createWorld({
    vectors: vectorsThatRemove(async (businessId) => {
      if (isDown) throw new Error('connect ECONNREFUSED');
      removed.push(businessId);
    }),
  });
  const id = await world.shop({ knows: ['We deliver to downtown for $5'] });

  const interrupted = await world.api('DELETE', `/api/businesses/${id}`);
  assert.deepEqual([interrupted.status, interrupted.json.error.code], [503, 'vectors_not_removed']);
  assert.equal((await world.api('GET', `/api/businesses/${id}`)).status, 200);

  isDown = false;
  assert.equal((await world.api('DELETE', `/api/businesses/${id}`)).status, 200);
  assert.ok(removed.length > 0 && removed.every((one) => one === id));
  assert.equal((await world.api('GET', `/api/businesses/${id}`)).status, 404);
});

test('vectors that were on their way while a business was removed are removed too', async () => {
  let kept: string[] = [];
  const exists = async () => (await world.api('GET', `/api/businesses/${id}`)).status === 200;
  const world = await createWorld({
    vectors: vectorsThatRemove(async () => {
      kept = (await exists()) ? ['an entry that was just being indexed'] : [];
    }),
  });
  await using _world = world;
  const id = await world.shop();
  await world.api('DELETE', `/api/businesses/${id}`);
  assert.deepEqual(kept, []);
});

test('what the carrier reported on its messages goes with a business, and nothing of another one', async () => {
  await using world = await createWorld();
  const [gone, stays] = ['+14155550101', SHOP];
  const id = await world.shop({ name: 'Coffee Corner', number: gone });
  await world.shop();
  await world.phone(ANA).says(gone, 'Do you have a pool?');
  await world.phone(BEN).says(stays, 'Do you have a pool?');
  const reported = () =>
    world.sql<{ to: string }>`select distinct m.our_address as to from message_events e
      left join messages m on m.account_sid = e.account_sid and m.message_sid = e.message_sid`;
  assert.equal((await reported()).length, 2);
  await world.api('DELETE', `/api/businesses/${id}`);
  assert.deepEqual(await reported(), [{ to: stays }]);
});

test('a removed business leaves nothing behind, and its number is free again', async () => {
  await using world = await createWorld();
  const id = await world.shop({ knows: ['We deliver to downtown for $5'] });
  await world.phone(ANA).says(SHOP, 'Do you deliver to downtown?');
  const removed = await world.api('DELETE', `/api/businesses/${id}`);
  assert.deepEqual(removed.json, { success: true, businessId: id });

  const left = await world.sql`
    select business_id from business_numbers where business_id = ${id}
    union all select business_id from owners where business_id = ${id}
    union all select business_id from contacts where business_id = ${id}
    union all select business_id from conversations where business_id = ${id}
    union all select business_id from messages where business_id = ${id}
    union all select business_id from entries where business_id = ${id}`;
  assert.deepEqual(left, []);
  const gone = await world.api('GET', `/api/businesses/${id}`);
  assert.deepEqual([gone.status, gone.json.error.code], [404, 'business_not_found']);
  assert.equal(await world.phone(ANA).sends(SHOP, 'Do you deliver?'), 200);
  const again = await world.api('DELETE', `/api/businesses/${id}`);
  assert.equal(again.status, 404);
  await world.shop();
});
