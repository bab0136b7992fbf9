import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFromThisMachine } from '#platform/http/loopback.ts';
import { ADMIN_KEY, createWorld } from '../support/world.ts';
import { call } from './call.ts';

test('the admin key', async (t) => {
  await using world = await createWorld();
  const businesses = `${world.url}/api/businesses`;
  const elsewhere = { host: 'frontdesk.example.com' };

  await t.test('the key opens the API from anywhere, in either header', async () => {
    const ways = [
      { authorization: `Bearer ${ADMIN_KEY}` },
      { authorization: `bearer  ${ADMIN_KEY} ` },
      { 'x-admin-key': ADMIN_KEY },
    ];
    for (const way of ways) {
      assert.equal((await call(businesses, { headers: { ...elsewhere, ...way } })).status, 200);
    }
  });

  await t.test('without the key a stranger is told how to send it', async () => {
    const { status, headers, json } = await call(businesses, { headers: elsewhere });
    assert.equal(status, 401);
    assert.equal(headers['www-authenticate'], 'Bearer realm="frontdesk"');
    assert.deepEqual(json, {
      success: false,
      error: {
        code: 'admin_key_required',
        message: 'This needs the admin key: send "Authorization: Bearer <ADMIN_API_KEY>".',
      },
    });
  });

  await t.test('a wrong key is refused, even on this machine', async () => {
    const wrong = [
      { authorization: `Bearer ${ADMIN_KEY}x` },
      { authorization: `Bearer ${ADMIN_KEY.slice(1)}` },
      { authorization: 'Bearer' },
      { authorization: `Basic ${Buffer.from(`:${ADMIN_KEY}`).toString('base64')}` },
      { authorization: ADMIN_KEY },
      { 'x-admin-key': '' },
      { 'x-admin-key': 'undefined' },
    ];
    for (const headers of wrong) {
      const refused = await call(businesses, { headers });
      assert.equal(refused.status, 401, JSON.stringify(headers));
      assert.equal(refused.json.error.code, 'wrong_admin_key');
      assert.match(refused.headers['www-authenticate'] ?? '', /error="invalid_token"/);
    }
  });

  await t.test(
    'whoever has no key gets no body read: a bad one is refused for the missing key',
    async () => {
      const { status } = await call(`${world.url}/api/businesses/register`, {
        method: 'POST',
        headers: { ...elsewhere, 'content-type': 'application/json' },
        body: 'no { json',
      });
      assert.equal(status, 401);
    },
  );

  await t.test('on this machine the simulated product needs no key', async () => {
    const { port } = new URL(world.url);
    for (const host of ['localhost', 'LOCALHOST', `127.0.0.1:${port}`, '[::1]:3000']) {
      assert.equal((await call(businesses, { headers: { host } })).status, 200, host);
    }
  });

  await t.test('a request that came through a tunnel or proxy needs the key', async () => {
    const traces = [
      'forwarded',
      'via',
      'x-forwarded-for',
      'x-forwarded-host',
      'x-forwarded-proto',
      'x-forwarded-port',
      'x-forwarded-server',
      'x-original-host',
      'x-real-ip',
      'x-client-ip',
      'x-cluster-client-ip',
      'true-client-ip',
      'fastly-client-ip',
      'fly-client-ip',
      'cf-connecting-ip',
      'cf-ray',
      'cdn-loop',
      'x-envoy-external-address',
      'x-amzn-trace-id',
      'ngrok-trace-id',
      'tailscale-user-login',
    ];
    for (const name of traces) {
      const { status } = await call(businesses, { headers: { [name]: '127.0.0.1' } });
      assert.equal(status, 401, name);
    }
  });

  await t.test(
    'with a public address the key is needed on this machine too: a proxy may add nothing to a request',
    async () => {
      await using open = await createWorld({
        env: { WEBHOOK_BASE_URL: 'https://shop.example.com' },
      });
      const from = { host: '127.0.0.1:3000' };
      for (const path of ['/api/businesses', '/metrics', '/simulator/clock']) {
        const { status, json } = await call(open.url + path, { headers: from });
        assert.deepEqual([status, json.error.code], [401, 'admin_key_required'], path);
        const headers = { ...from, 'x-admin-key': ADMIN_KEY };
        assert.equal((await call(open.url + path, { headers })).status, 200, path);
      }
      const unsigned = await call(`${open.url}/webhooks/twilio/whatsapp`, {
        method: 'POST',
        headers: { ...from, 'content-type': 'application/x-www-form-urlencoded' },
        body: 'AccountSid=AC1&MessageSid=SM1&From=%2B14155550122&To=%2B14155550100&Body=hi',
      });
      assert.equal(unsigned.status, 403);
    },
  );

  await t.test('a host that only sounds like this machine needs the key', async () => {
    const hosts = [
      'frontdesk.example.com',
      'localhost.example.com',
      '127.0.0.1.example.com',
      'example.com:3000',
      '10.0.0.1',
      'localhost@example.com',
      'localhost:3000.example.com',
    ];
    for (const host of hosts) {
      assert.equal((await call(businesses, { headers: { host } })).status, 401, host);
    }
  });

  await t.test('a page of another site cannot use the browser of this machine', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://localhost.evil.example' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      assert.equal((await call(businesses, { headers })).status, 401, JSON.stringify(headers));
    }
    const own = { origin: world.url, 'sec-fetch-site': 'same-origin' };
    assert.equal((await call(businesses, { headers: own })).status, 200);
  });

  await t.test(
    'only a socket of this machine, and none of an old proxy, counts as this machine',
    () => {
      const from = (remoteAddress: string | undefined, httpVersion = '1.1') =>
        isFromThisMachine({
          socket: { remoteAddress } as never,
          headers: { host: 'localhost:3000' },
          httpVersion,
        });
      for (const address of ['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1']) {
        assert.equal(from(address), true, address);
      }
      for (const address of ['10.0.0.1', '::ffff:10.0.0.1', '1.127.0.0', 'fe80::1', undefined]) {
        assert.equal(from(address), false, address);
      }
      assert.equal(from('127.0.0.1', '1.0'), false);
      const nameless = {
        socket: { remoteAddress: '::1' } as never,
        headers: {},
        httpVersion: '1.1',
      };
      assert.equal(isFromThisMachine(nameless), false);
    },
  );
});
