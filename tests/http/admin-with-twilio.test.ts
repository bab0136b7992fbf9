import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWorld } from '../support/world.ts';
import { call } from './call.ts';

test('with Twilio the key is needed on this machine too', async () => {
  await using world = await createWorld({
    channel: {
      kind: 'twilio',
      send: async () => ({ kind: 'unknown', detail: '' }),
      list: async () => [],
      cancel: async () => 'unknown',
      forget: async () => ({ kind: 'done' }),
      isSigned: () => false,
      check: async () => ({ isHealthy: true }),
    },
  });
  for (const path of ['/api/businesses', '/api/twilio/status', '/metrics']) {
    assert.equal((await call(world.url + path)).status, 401, path);
    assert.equal((await world.api('GET', path)).status, 200, path);
  }
  for (const path of ['/health', '/ready', '/webhooks/status', '/docs', '/openapi.json', '/']) {
    assert.equal((await call(world.url + path)).status, 200, path);
  }
  assert.equal((await call(`${world.url}/webhooks/test`, { method: 'POST' })).status, 200);
});
