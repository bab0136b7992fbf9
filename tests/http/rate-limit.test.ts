import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWorld, SHOP } from '../support/world.ts';
import { call } from './call.ts';

const HOUR_MS = 3_600_000;
const limit = (perHour: number) => ({ RATE_LIMIT_GLOBAL_PER_HOUR: String(perHour) });
const statuses = async (times: number, ask: () => Promise<{ status: number }>) => {
  const seen: number[] = [];
  for (let i = 0; i < times; i++) seen.push((await ask()).status);
  return seen;
};

test('an address without a key has so many requests an hour, and is told when it can go on', async () => {
  await using world = await createWorld({ env: limit(3) });
  const ask = () => call(`${world.url}/api/businesses`);
  const first = await ask();
  assert.match(first.headers['ratelimit-policy'] ?? '', /"requests-per-address"; q=3; w=3600/);
  assert.match(first.headers.ratelimit ?? '', /"requests-per-address"; r=2; t=\d+/);
  assert.deepEqual(await statuses(3, ask), [200, 200, 429]);

  const refused = await ask();
  assert.ok(Number(refused.headers['retry-after']) > 3_000);
  assert.equal(refused.json.success, false);
  assert.equal(refused.json.error.code, 'rate_limited');
  assert.match(refused.json.error.message, /More than 3 requests in 60 minutes.*Try again in 60/);

  world.clock.advance(HOUR_MS + 1_000);
  assert.deepEqual(await statuses(4, ask), [200, 200, 200, 429]);
});

test('the key is not limited, and neither are webhooks, health and metrics', async () => {
  await using world = await createWorld({ env: limit(1) });
  await world.shop();
  const phone = world.phone('+14155550122');
  const free = [
    () => world.api('GET', '/api/businesses'),
    () => call(`${world.url}/health`),
    () => call(`${world.url}/metrics`),
    () => call(`${world.url}/webhooks/test`, { method: 'POST' }),
    async () => ({ status: await phone.sends(SHOP, 'hello') }),
  ];
  for (const ask of free) assert.deepEqual(await statuses(3, ask), [200, 200, 200]);
  const limited = () => call(`${world.url}/api/businesses`);
  assert.deepEqual(await statuses(2, limited), [200, 429]);
  for (const ask of free) assert.deepEqual(await statuses(1, ask), [200]);
});

test('guessing keys comes to an end', async () => {
  await using world = await createWorld({ env: limit(2) });
  const guess = () =>
    world.api('GET', '/api/businesses', undefined, { authorization: 'Bearer guess' });
  assert.deepEqual(await statuses(3, guess), [401, 401, 429]);
});

test('each address is counted by itself, and a network of IPv6 as one', async () => {
  await using world = await createWorld({ env: { ...limit(1), TRUST_PROXY: '1' } });
  const from = (address: string) => async () =>
    call(`${world.url}/api/businesses`, { headers: { 'x-forwarded-for': address } });
  assert.deepEqual(await statuses(2, from('203.0.113.1')), [401, 429]);
  assert.deepEqual(await statuses(1, from('203.0.113.2')), [401]);
  assert.deepEqual(await statuses(1, from('2001:db8:0:1::1')), [401]);
  assert.deepEqual(await statuses(1, from('2001:db8:0:1:ffff::2')), [429]);
  assert.deepEqual(await statuses(1, from('2001:db8:1:1::1')), [401]);
});

test('the hour of an address begins with its own first request', async () => {
  await using world = await createWorld({ env: { ...limit(1), TRUST_PROXY: '1' } });
  const from = async (address: string) =>
    (await call(`${world.url}/api/businesses`, { headers: { 'x-forwarded-for': address } })).status;
  await from('203.0.113.1');
  world.clock.advance(HOUR_MS / 2);
  assert.deepEqual([await from('203.0.113.2'), await from('203.0.113.2')], [401, 429]);
  world.clock.advance(HOUR_MS * 0.6);
  assert.deepEqual([await from('203.0.113.1'), await from('203.0.113.2')], [401, 429]);
  world.clock.advance(HOUR_MS * 0.45);
  assert.equal(await from('203.0.113.2'), 401);
});

test('an address cannot be invented by a header that nobody asked for', async () => {
  await using world = await createWorld({ env: limit(1) });
  let i = 0;
  const ask = () =>
    call(`${world.url}/api/businesses`, { headers: { 'x-forwarded-for': `203.0.113.${i++}` } });
  assert.deepEqual(await statuses(2, ask), [401, 429]);
});

test('many requests at once are all counted', async () => {
  await using world = await createWorld({ env: limit(5) });
  const ask = () => call(`${world.url}/api/twilio/status`);
  const replies = await Promise.all(Array.from({ length: 12 }, ask));
  assert.equal(replies.filter(({ status }) => status === 200).length, 5);
});

test('a limit of 0 is none', async () => {
  await using world = await createWorld({ env: limit(0) });
  const { status, headers } = await call(`${world.url}/api/businesses`);
  assert.equal(status, 200);
  assert.equal('ratelimit' in headers, false);
});

test('while the database is away, requests are served uncounted', async () => {
  await using world = await createWorld({ env: limit(1) });
  await world.shop();
  await world.app.db.close();
  const ask = () => call(`${world.url}/api/twilio/status`);
  assert.deepEqual(await statuses(3, ask), [200, 200, 200]);
});

test('addresses are forgotten once their hour is over', async () => {
  await using world = await createWorld({ env: { ...limit(5), TRUST_PROXY: '1' } });
  const from = (address: string) =>
    call(`${world.url}/api/businesses`, { headers: { 'x-forwarded-for': address } });
  await from('203.0.113.1');
  world.clock.advance(2 * HOUR_MS);
  await from('203.0.113.2');
  const kept = await world.sql<{ key: string }>`select key from rate_limit_hits`;
  assert.deepEqual(
    kept.map(({ key }) => key),
    ['api 203.0.113.2'],
  );
});
