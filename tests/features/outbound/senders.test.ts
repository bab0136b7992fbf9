import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from '#config.ts';
import { createSenders } from '#features/outbound/senders.system.ts';
import { createWorld, SHOP } from '../../support/world.ts';

test('processes that send by the same numbers share their rates; one that has gone no longer counts', async () => {
  await using world = await createWorld();
  const { db, clock, channel } = world.app;
  const config = readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: 'postgres://a@127.0.0.1/b',
    ADMIN_API_KEY: 'x'.repeat(20),
  });
  const [one, other] = [0, 1].map(() => createSenders({ db, clock, channel, config }));
  const rateBy = (senders = one) => senders?.of('whatsapp', SHOP).rate;
  await one?.refresh({ atOnce: true, sends: true });
  assert.equal(rateBy(), 80);
  await other?.refresh({ atOnce: true, sends: true });
  await one?.refresh({ atOnce: true, sends: true });
  assert.deepEqual([rateBy(one), rateBy(other)], [40, 40]);

  await world.sql`update installation set value = (now() - interval '1 minute')::text
    where starts_with(name, 'sending ')`;
  await one?.refresh({ atOnce: true, sends: true });
  assert.equal(rateBy(), 80);
  const left = await world.sql`select name from installation where starts_with(name, 'sending ')`;
  assert.equal(left.length, 1);
});
