import assert from 'node:assert/strict';
import { test } from 'node:test';
import { erasureLoop } from '#features/privacy/erasure-steps.system.ts';
import { keepNoLonger } from '#features/privacy/retention.system.ts';
import type { World } from '../../support/world.ts';
import { ANA, BEN, createWorld, SHOP } from '../../support/world.ts';

const DAY = 86_400_000;

const idOf = async (world: World, shop: string, phone: string): Promise<string> => {
  const path = `/api/businesses/${shop}/customers?phone=${encodeURIComponent(phone)}`;
  return (await world.api('GET', path)).json.customers[0].customerId;
};

const ledger = (world: World) =>
  world.sql<{ purpose: string; status: string; source: string; message_sid: string | null }>`
    select purpose, status, source, message_sid from consent_events order by id`;

test('who is erased leaves in the ledger what was said, and nothing that leads to them; what they ended stays ended', async () => {
  await using world = await createWorld();
  const shop = await world.shop({ knows: ['We open at 9'] });
  await world.phone(ANA).says(SHOP, 'no more offers please');
  const path = `/api/businesses/${shop}/customers/${await idOf(world, shop, ANA)}`;
  const exported = await world.api('GET', `${path}/export`);
  assert.deepEqual(
    exported.json.customer.consents.map(({ status }: { status: string }) => status),
    ['withdrawn'],
  );
  assert.equal(exported.json.customer.optOuts[0].scope, 'offers');

  await world.api('DELETE', path);
  await erasureLoop(world.app).drain();
  assert.deepEqual(await world.sql`select from contacts`, []);
  assert.deepEqual(await ledger(world), [
    { purpose: 'marketing', status: 'withdrawn', source: 'erased', message_sid: null },
  ]);

  const ana = world.phone(ANA);
  await ana.says(SHOP, 'When do you open?');
  assert.match(ana.heard().at(-1) ?? '', /We open at 9/);
  assert.deepEqual(await world.sql`select scope from opt_outs`, [{ scope: 'offers' }]);
  await ana.says(SHOP, 'STOP');
  await world.api('DELETE', `/api/businesses/${shop}/customers/${await idOf(world, shop, ANA)}`);
  await erasureLoop(world.app).drain();
  const heard = ana.heard().length;
  await ana.says(SHOP, 'When do you open?');
  assert.equal(ana.heard().length, heard, 'the wider wish took the place of the narrower one');
});

test('who has agreed is known as long as that must be proved, and the ledger as long as consent is kept', async () => {
  await using world = await createWorld();
  const shop = await world.shop();
  for (const phone of [ANA, BEN]) await world.phone(phone).says(SHOP, 'hello');
  for (const words of ['JOIN', '1']) await world.phone(ANA).says(SHOP, words);
  await world.phone(BEN).says(SHOP, 'no more offers');
  world.clock.advance(400 * DAY);
  await keepNoLonger(world.app);
  const known = () => world.sql<{ id: string }>`select p.id from contacts p`;
  assert.deepEqual(
    (await known()).map(({ id }) => id),
    [await idOf(world, shop, ANA)],
  );
  assert.equal((await ledger(world)).length, 3);

  world.clock.advance(2_200 * DAY);
  await keepNoLonger(world.app);
  assert.deepEqual([(await known()).length, (await ledger(world)).length], [0, 0]);
});
