import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confirmKey } from '#features/keys/confirm.system.ts';
import { openVault } from '#platform/crypto.ts';
import { createWorld } from '../support/world.ts';

const OTHER = openVault(Buffer.alloc(32, 8).toString('base64'));

test('the key of the first start is that of every later one', async () => {
  await using world = await createWorld();
  await confirmKey(world.app);
  await confirmKey(world.app);
  await assert.rejects(confirmKey({ ...world.app, vault: OTHER }), {
    name: 'CannotStart',
    message: /^ENCRYPTION_KEY is not the key that this database was made with .*opt-outs/,
  });
  await confirmKey(world.app);
});

test('a database that was filled before keys were kept is known by what it holds', async () => {
  await using world = await createWorld();
  await world.shop();
  await assert.rejects(confirmKey({ ...world.app, vault: OTHER }), /ENCRYPTION_KEY is not the key/);
  await confirmKey(world.app);
});

test('what is kept of the key is not the key', async () => {
  await using world = await createWorld();
  await confirmKey(world.app);
  const [row] = await world.sql<{ value: string }>`select value from installation`;
  assert.match(row?.value ?? '', /^[0-9a-f]{8}$/);
});
