import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWorld, SHOP } from '../support/world.ts';
import { call, post } from './call.ts';

test('what is refused', async (t) => {
  await using world = await createWorld();
  const shop = await world.shop();
  const register = `${world.url}/api/businesses/register`;
  const knowledge = `${world.url}/api/businesses/${shop}/knowledge`;

  /** Every refusal has one shape. */
  function assertRefused(
    reply: Awaited<ReturnType<typeof call>>,
    status: number,
    code: string,
    sentence: RegExp,
  ) {
    assert.equal(reply.status, status, reply.text);
    assert.equal(reply.json.success, false);
    assert.equal(reply.json.error.code, code);
    assert.match(reply.json.error.message, sentence);
    assert.match(reply.json.error.message, /^[A-Z“"a-z].*\.$/);
  }

  await t.test('a body that is not JSON is refused for its type, with what to send', async () => {
    const types = ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data', ''];
    for (const type of types) {
      const headers = type ? { 'content-type': type } : {};
      const reply = await call(register, { method: 'POST', headers, body: 'businessName=Pizza' });
      assertRefused(reply, 415, 'unsupported_content_type', /Content-Type: application\/json/);
    }
  });

  await t.test('JSON may say its charset, and may be a kind of JSON', async () => {
    for (const type of ['application/json; charset=utf-8', 'application/merge-patch+json']) {
      const reply = await post(knowledge, { text: 'Hello' }, { 'content-type': type });
      assert.equal(reply.status, 201, type);
    }
  });

  await t.test('broken JSON is called broken', async () => {
    for (const body of ['{"text":', 'nil', '{"text":"a"}}', '\u0000']) {
      const headers = { 'content-type': 'application/json' };
      const reply = await call(knowledge, { method: 'POST', headers, body });
      assertRefused(reply, 400, 'invalid_json', /not valid JSON/);
    }
  });

  await t.test('a body that is missing or of another shape is said to be so', async () => {
    const none = await call(knowledge, { method: 'POST', headers: { 'content-length': '0' } });
    assertRefused(none, 400, 'invalid_request', /^text is required\.$/);
    const list = await post(knowledge, [{ text: 'a' }]);
    assertRefused(list, 400, 'invalid_request', /^A JSON body must be an object\.$/);
    for (const body of [null, 'text', 5, true]) {
      const reply = await post(knowledge, body);
      assertRefused(reply, 400, 'invalid_request', /^A JSON body must be an object\.$/);
    }
    const typo = await post(knowledge, { text: 'a', sorce: 'me' });
    assertRefused(typo, 400, 'invalid_request', /^sorce is not known here\.$/);
  });

  await t.test(
    'a body that is not packed as it says is refused, and a webhook unpacks nothing',
    async () => {
      for (const encoding of ['gzip', 'deflate', 'br']) {
        const packed = { 'content-encoding': encoding };
        const reply = await post(knowledge, { text: 'not packed' }, packed);
        assertRefused(reply, 400, 'unreadable_body', /not what its headers say/);
        for (const path of ['whatsapp', 'sms', 'status']) {
          const webhook = await call(`${world.url}/webhooks/twilio/${path}`, {
            method: 'POST',
            headers: { ...packed, 'content-type': 'application/x-www-form-urlencoded' },
            body: 'AccountSid=AC1&MessageSid=SM1',
          });
          assertRefused(webhook, 415, 'unsupported_encoding', /not supported/);
        }
      }
      const unknown = await post(knowledge, { text: 'hi' }, { 'content-encoding': 'rot13' });
      assertRefused(unknown, 415, 'unsupported_encoding', /not supported/);
    },
  );

  await t.test('more than 100 kB are refused', async () => {
    const reply = await post(knowledge, { text: 'x'.repeat(103_000) });
    assertRefused(reply, 413, 'body_too_large', /at most 100 kB/);
    const fits = await post(knowledge, { text: 'x'.repeat(90_000) });
    assertRefused(fits, 400, 'invalid_request', /at most 4000 characters/);
  });

  await t.test('what is not there is not there', async () => {
    for (const path of ['/nothing', '/api/nothing', '/api/businesses/a_1/nothing', '/docs/x.js']) {
      assertRefused(await call(world.url + path), 404, 'route_not_found', new RegExp(path));
    }
  });

  await t.test('a path that is no text is refused', async () => {
    const reply = await call(`${world.url}/api/businesses/%E0%A4%A`);
    assert.equal(reply.status, 400);
    assert.equal(reply.json.error.code, 'invalid_path');
  });

  await t.test('a known path with another method says which methods it has', async () => {
    const cases: [string, string, string][] = [
      ['PUT', '/api/businesses', 'GET, HEAD'],
      ['GET', '/api/businesses/register', 'POST'],
      ['POST', `/api/businesses/${shop}`, 'GET, HEAD, PATCH, DELETE'],
      ['PATCH', `/api/businesses/${shop}/knowledge`, 'GET, HEAD, POST'],
      ['GET', `/api/businesses/${shop}/knowledge/search`, 'POST'],
      ['DELETE', '/health', 'GET, HEAD'],
      ['GET', '/webhooks/test', 'POST'],
      ['PUT', '/webhooks/twilio/whatsapp', 'GET, HEAD, POST'],
      ['DELETE', '/webhooks/twilio/status', 'GET, HEAD, POST'],
    ];
    for (const [method, path, allowed] of cases) {
      const reply = await call(world.url + path, { method });
      assertRefused(reply, 405, 'method_not_allowed', new RegExp(`${method} is not possible`));
      assert.equal(reply.headers.allow, allowed, path);
    }
    const asked = await call(`${world.url}/api/businesses`, { method: 'OPTIONS' });
    assert.deepEqual([asked.status, asked.headers.allow], [204, 'GET, HEAD']);
  });

  await t.test('a number of pages that is none is refused by its name', async () => {
    const cases: [string, RegExp][] = [
      ['limit=abc', /^limit must be a number\.$/],
      ['limit=0', /^limit must be at least 1\.$/],
      ['limit=501', /^limit may be at most 500\.$/],
      ['limit=1.5', /^limit must be a whole number\.$/],
      ['limit=5&limit=abc', /^limit must be a number\.$/],
      ['limit=99999999999999999999', /^limit may be at most 500\.$/],
      ['reveal=yes', /^reveal must be true or false\.$/],
    ];
    for (const [query, sentence] of cases) {
      const reply = await call(`${world.url}/api/businesses?${query}`);
      assertRefused(reply, 400, 'invalid_request', sentence);
      assert.equal(reply.json.error.details.length, 1, query);
    }
    assert.equal((await call(`${world.url}/api/businesses?unknown=1`)).status, 200);
  });

  await t.test('a fault of ours is told in a sentence without its cause', async () => {
    const { db } = world.app;
    const { asSystem } = db;
    db.asSystem = () => Promise.reject(new Error('relation "secrets" does not exist'));
    try {
      const reply = await call(`${world.url}/api/businesses`);
      assertRefused(reply, 500, 'internal', /Something went wrong on our side/);
      db.asSystem = () =>
        Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }));
      assertRefused(await call(`${world.url}/api/businesses`), 503, 'unavailable', /try again/);
    } finally {
      db.asSystem = asSystem;
    }
  });

  await t.test(
    'every answer has the headers that protect a browser, and says nothing of what made it',
    async () => {
      for (const path of ['/', '/health', '/docs', '/api/businesses', '/nothing']) {
        const { headers } = await call(world.url + path);
        assert.equal(headers['x-content-type-options'], 'nosniff', path);
        assert.equal(headers['x-frame-options'], 'SAMEORIGIN', path);
        assert.match(headers['content-security-policy'] ?? '', /default-src 'self'/, path);
        assert.equal('x-powered-by' in headers, false, path);
      }
      const webhook = await call(`${world.url}/webhooks/twilio/sms`);
      assert.equal('x-powered-by' in webhook.headers, false);
      const api = await call(`${world.url}/api/businesses`);
      assert.equal(api.headers['cache-control'], 'no-store');
    },
  );

  await t.test('whoever opens the server in a browser is told what it is', async () => {
    const { status, json } = await call(`${world.url}/`);
    assert.equal(status, 200);
    assert.equal(json.name, 'Frontdesk');
    assert.equal(json.docs, '/docs');
  });

  await t.test('a webhook from a number of nobody is taken and does no harm', async () => {
    assert.equal(await world.phone('+14155550122').sends('+14155559999', 'hello'), 200);
    assert.equal(await world.phone('+14155550122').sends(SHOP, 'hello'), 200);
  });
});
