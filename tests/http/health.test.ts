import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import type { Answerer, Vectors } from '#ports.ts';
import { createMetricsServer } from '#routes.ts';
import { createWorld, SHOP } from '../support/world.ts';
import { modelOf } from '../support/model.ts';
import { call } from './call.ts';

const never = new Promise<never>(() => {});
const vectorsThat = (check: Vectors['check'], calls: string[] = []): Vectors => ({
  name: 'played',
  prepare: async () => {},
  upsert: async () => {},
  remove: async () => {},
  removeBusiness: async (businessId) => void calls.push(businessId),
  query: async () => [],
  check,
});
const answererThat = (check: Answerer['check']) => modelOf({ check });

test('a vendor that is down degrades the product, and names no reason to strangers', async () => {
  await using world = await createWorld({
    vectors: vectorsThat(async () => ({ isHealthy: false, detail: 'wrong key' })),
    answerer: answererThat(() => Promise.reject(new Error('no route to the model'))),
  });
  const { status, json, text } = await call(`${world.url}/health`);
  assert.equal(status, 200);
  assert.equal(json.status, 'degraded');
  assert.deepEqual(json.vectorDB, { isHealthy: false });
  assert.deepEqual(json.model, { isHealthy: false });
  assert.deepEqual(json.twilio, { isHealthy: true });
  assert.doesNotMatch(text, /wrong key|no route/);
});

test('a vendor that never answers is given up on, and holds nobody up for long', async () => {
  await using world = await createWorld({ vectors: vectorsThat(() => never) });
  const started = performance.now();
  const { json } = await call(`${world.url}/health`);
  assert.equal(json.vectorDB.isHealthy, false);
  assert.ok(performance.now() - started < 10_000);
});

test('however often health is asked for, a vendor is asked once in a while', async () => {
  let asked = 0;
  await using world = await createWorld({
    vectors: vectorsThat(async () => {
      asked++;
      return { isHealthy: true };
    }),
  });
  await Promise.all(Array.from({ length: 20 }, () => call(`${world.url}/health`)));
  assert.equal(asked, 1);
});

test('without its database the product is down and not ready', async () => {
  await using world = await createWorld();
  assert.equal((await call(`${world.url}/ready`)).status, 200);
  await world.app.db.close();
  await new Promise((resolve) => setTimeout(resolve, 1_100));

  const health = await call(`${world.url}/health`);
  assert.equal(health.status, 503);
  assert.equal(health.json.status, 'down');
  assert.deepEqual(health.json.database, { status: 'disconnected' });
  const ready = await call(`${world.url}/ready`);
  assert.deepEqual([ready.status, ready.json.error.code], [503, 'no_database']);
  assert.equal((await call(`${world.url}/api/twilio/status`)).status, 200);
  const metrics = await call(`${world.url}/metrics`);
  assert.match(metrics.text, /^frontdesk_database_up 0$/m);
});

test('a process that is shutting down is not ready, though still healthy', async () => {
  await using world = await createWorld();
  world.app.lifecycle.isDraining = true;
  const ready = await call(`${world.url}/ready`);
  assert.deepEqual([ready.status, ready.json.error.code], [503, 'draining']);
  assert.equal((await call(`${world.url}/health`)).status, 200);
});

test('admins are told what Twilio said, and never the whole account', async () => {
  await using world = await createWorld({
    channel: {
      kind: 'twilio',
      send: async () => ({ kind: 'unknown', detail: '' }),
      list: async () => [],
      cancel: async () => 'unknown',
      forget: async () => ({ kind: 'done' }),
      isSigned: () => false,
      check: async () => ({ isHealthy: false, detail: 'The auth token is wrong.' }),
    },
    accountSid: `AC${'ab'.repeat(15)}12`,
    ...{ env: { TWILIO_WHATSAPP_NUMBER: '', TWILIO_PHONE_NUMBER: '' } },
  });
  const { status, json } = await world.api('GET', '/api/twilio/status');
  assert.deepEqual([status, json.status], [200, 'error']);
  assert.deepEqual(json.twilio, {
    mode: 'twilio',
    isHealthy: false,
    detail: 'The auth token is wrong.',
    accountSid: 'ACab…ab12',
    whatsappNumber: null,
    phoneNumber: null,
  });
});

test('the monitoring sees how long requests take and what waits in the queues', async () => {
  await using world = await createWorld();
  await world.shop({ number: SHOP, knows: ['We are open 9 AM to 9 PM every day'] });
  await world.phone('+14155550122').sends(SHOP, 'When are you open?');
  await call(`${world.url}/api/businesses/nobody_1234`);
  await call(`${world.url}/no/such/page/${Math.random()}`);

  const { status, text, headers } = await world.api('GET', '/metrics');
  assert.equal(status, 200);
  assert.match(headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
  assert.match(text, /^frontdesk_queue_depth\{queue="turns"\} 1$/m);
  assert.match(text, /^frontdesk_queue_depth\{queue="outbound"\} 0$/m);
  assert.match(text, /^frontdesk_queue_depth\{queue="indexing"\} 0$/m);
  assert.match(text, /^frontdesk_database_up 1$/m);
  assert.match(text, /^process_cpu_seconds_total /m);
  assert.match(text, /duration_seconds_count\{.*route="\/webhooks\/twilio\/whatsapp",status="200"/);
  assert.match(
    text,
    /duration_seconds_count\{.*route="\/api\/businesses\/:businessId",status="404"/,
  );
  assert.match(text, /duration_seconds_count\{.*route="unknown",status="404"/);
  assert.doesNotMatch(text, /nobody_1234|no\/such\/page/);
});

test('what waits longer is seen to wait longer', async () => {
  await using world = await createWorld();
  await world.shop();
  await world.phone('+14155550122').sends(SHOP, 'When are you open?');
  world.clock.advance(120_000);
  const { text } = await world.api('GET', '/metrics');
  const [, seconds] = /queue_oldest_seconds\{queue="turns"\} (\S+)/.exec(text) ?? [];
  assert.ok(Number(seconds) >= 118 && Number(seconds) < 180, seconds);
});

test('metrics need the key, unless they are served on a port of their own', async () => {
  await using world = await createWorld();
  const stranger = await call(`${world.url}/metrics`, { headers: { host: 'example.com' } });
  assert.equal(stranger.status, 401);

  const server = createServer(createMetricsServer(world.app)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const open = await call(`${url}/metrics`, { headers: { host: 'metrics.internal' } });
  assert.equal(open.status, 200);
  assert.match(open.text, /^frontdesk_queue_depth/m);
  assert.equal((await call(`${url}/api/businesses`)).status, 404);
  server.close();
});
