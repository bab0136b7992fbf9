import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { simulatedCarrier } from '#adapters/channel/simulated.ts';
import { demoBusinesses } from '../../scripts/demo-businesses.ts';
import { ADMIN_KEY, createWorld } from '../support/world.ts';
import type { World } from '../support/world.ts';
import { run } from './script.ts';

const seed = (world: World, ...more: string[]) => run('seed.ts', ['--url', world.url, ...more]);

test('three businesses are made, and a second run adds nothing twice', async () => {
  await using world = await createWorld();
  const first = await seed(world);
  assert.deepEqual([first.code, first.err], [0, '']);
  assert.match(first.out, /Bella Napoli.*Kesari.*Brightwell.*npm run chat/s);
  const made = await counts(world);
  assert.equal(made.length, 3);
  assert.ok(made.every(({ total, hours }) => total >= 10 && total <= 15 && hours));

  const second = await seed(world);
  assert.equal(second.code, 0);
  assert.equal(second.out.match(/all of it already/g)?.length, 3);
  assert.deepEqual(await counts(world), made);
});

test('what an owner has changed since is left as it is', async () => {
  await using world = await createWorld();
  await seed(world);
  const businessId = (await counts(world))[0]?.businessId;
  await world.api('PATCH', `/api/businesses/${businessId}`, { openingHours: 'Never.' });
  await seed(world);
  const { json } = await world.api('GET', `/api/businesses/${businessId}`);
  assert.equal(json.business.openingHours, 'Never.');
});

test('what was interrupted is completed by the next run', async () => {
  await using world = await createWorld();
  const [first] = demoBusinesses;
  const { json } = await world.api('POST', '/api/businesses/register', first?.registration);
  const text = first?.knowledge[3];
  await world.api('POST', `/api/businesses/${json.businessId}/knowledge`, { text });
  await seed(world);
  const [bella] = await counts(world);
  assert.deepEqual(
    [bella?.businessId, bella?.total, bella?.hours],
    [json.businessId, first?.knowledge.length, first?.settings.openingHours],
  );
});

test('each question that is proposed has an answer', async () => {
  await using world = await createWorld();
  await seed(world);
  for (const { registration, tryAsking } of demoBusinesses) {
    const { businesses } = (await world.api('GET', '/api/businesses')).json;
    const { businessId } = businesses.find(
      ({ name }: { name: string }) => name === registration.businessName,
    );
    for (const question of tryAsking) {
      const { json } = await world.api('POST', `/api/businesses/${businessId}/answer`, {
        question,
      });
      assert.equal(json.answered, true, question);
    }
  }
});

test('a server that sends real messages gets no demo businesses, unless that is meant', async () => {
  const carrier = simulatedCarrier({ clock: { now: () => new Date() } });
  await using world = await createWorld({ channel: { ...carrier, kind: 'twilio' } });
  const stranger = await seed(world);
  assert.equal(stranger.code, 1);
  assert.match(stranger.err, /wants its admin key: give it with --key/);

  const refused = await seed(world, '--key', ADMIN_KEY);
  assert.equal(refused.code, 1);
  assert.match(refused.err, /sends real messages through Twilio.*--force/);
  assert.deepEqual(await counts(world), []);

  const meant = await seed(world, '--key', ADMIN_KEY, '--force');
  assert.equal(meant.code, 0);
  assert.equal((await counts(world)).length, 3);
});

test('a key that is given is shown at once, and one that is wrong is said to be', async () => {
  await using world = await createWorld({ env: { RATE_LIMIT_GLOBAL_PER_HOUR: '1' } });
  await fetch(`${world.url}/api/businesses`);
  assert.equal((await seed(world, '--key', ADMIN_KEY)).code, 0);
  const wrong = await seed(world, '--key', 'of-another-server');
  assert.equal(wrong.code, 1);
});

test('the key kept on this machine is shown when the address is limited, and a stale one is not in the way', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'frontdesk-seed-'));
  const env = { DATA_DIR: folder };
  await using world = await createWorld({ env: { RATE_LIMIT_GLOBAL_PER_HOUR: '100' } });
  await writeFile(join(folder, 'admin.key'), 'of-another-server');
  assert.equal((await run('seed.ts', ['--url', world.url], { env })).code, 0);
  await Promise.all(Array.from({ length: 100 }, () => fetch(`${world.url}/api/businesses`)));
  await writeFile(join(folder, 'admin.key'), ADMIN_KEY);
  const { code, err } = await run('seed.ts', ['--url', world.url], { env });
  assert.deepEqual([code, err], [0, '']);
  await rm(folder, { recursive: true });
});

test('without a server one is told how to start it', async () => {
  const { code, err, out } = await run('seed.ts', [], { env: { PORT: '9' } });
  assert.deepEqual([code, out], [1, '']);
  assert.match(err, /^No server answers at http:\/\/127\.0\.0\.1:9\. Start one with "npm start"/);
});

test('a wrong setting or option is told without a stack trace', async () => {
  const setting = await run('seed.ts', [], { env: { PORT: 'eighty' } });
  assert.equal(setting.code, 1);
  assert.match(setting.err, /- PORT must be a whole number/);
  const option = await run('seed.ts', ['--erl', 'x']);
  assert.equal(option.code, 2);
  assert.match(option.err, /'--erl'.*npm run seed -- \[--url/s);
  assert.doesNotMatch(setting.err + option.err, /\n {4}at /);
});

test('the numbers are such as no person can have', () => {
  const numbers = demoBusinesses.flatMap(({ registration, settings }) => [
    registration.whatsappNumber.replace('whatsapp:', ''),
    registration.smsNumber ?? registration.ownerPhone,
    registration.ownerPhone,
    settings.contactPhone,
  ]);
  const isForStories = /^(\+1\d{3}55501\d\d|\+447700900\d{3}|\+442079460\d{3})$/;
  assert.deepEqual(
    numbers.filter((number) => !isForStories.test(number)),
    [],
  );
  const knowledge = demoBusinesses.flatMap((demo) => demo.knowledge);
  assert.equal(new Set(knowledge).size, knowledge.length);
});

async function counts(world: World) {
  const { businesses } = (await world.api('GET', '/api/businesses')).json;
  return Promise.all(
    businesses.map(async (business: { businessId: string; openingHours: string | null }) => {
      const { businessId, openingHours: hours } = business;
      const { json } = await world.api('GET', `/api/businesses/${businessId}/knowledge`);
      return { businessId, hours, total: json.total as number };
    }),
  ) as Promise<{ businessId: string; hours: string | null; total: number }[]>;
}
