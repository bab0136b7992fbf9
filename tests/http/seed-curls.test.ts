import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWorld } from '../support/world.ts';
import { call, post } from './call.ts';

test('the guide', async (t) => {
  await using world = await createWorld();

  const pizza = {
    businessName: 'Pizza Palace',
    whatsappNumber: 'whatsapp:+14155238886',
    ownerPhone: '+1234567890',
  };
  const coffee = {
    businessName: 'Coffee Corner',
    whatsappNumber: 'whatsapp:+14155238887',
    ownerPhone: '+1987654321',
  };

  await t.test('the guide’s curl lines work as they stand on a fresh machine', async () => {
    const first = await post(`${world.url}/api/businesses/register`, pizza);
    assert.equal(first.status, 201);
    const { businessId, warnings, ...rest } = first.json;
    assert.deepEqual(rest, { success: true, whatsappNumber: 'whatsapp:+14155238886' });
    assert.match(businessId, /^pizza_palace_[0-9a-f]{4}$/);
    assert.deepEqual(warnings, ['+1234567890 is an unlikely phone number; please check it.']);

    const second = await post(`${world.url}/api/businesses/register`, coffee);
    assert.equal(second.status, 201);

    const listed = await call(`${world.url}/api/businesses`);
    assert.equal(listed.json.success, true);
    assert.deepEqual(
      listed.json.businesses.map((one: { name: string }) => one.name),
      ['Pizza Palace', 'Coffee Corner'],
    );
    const twilio = await call(`${world.url}/api/twilio/status`);
    assert.equal(twilio.json.twilio.mode, 'simulated');
    assert.equal(twilio.json.twilio.isHealthy, true);
  });

  await t.test(
    'the webhook test answers in its exact shape, whatever is sent with it',
    async () => {
      const url = `${world.url}/webhooks/test`;
      const replies = [
        await call(url, { method: 'POST' }),
        await post(url, { test: 'message' }),
        await call(url, {
          method: 'POST',
          body: 'no { json',
          headers: { 'content-type': 'text/x' },
        }),
      ];
      for (const { status, json } of replies) {
        assert.equal(status, 200);
        assert.deepEqual(Object.keys(json), ['status', 'message', 'timestamp']);
        assert.equal(json.status, 'ok');
        assert.equal(json.message, 'Webhook is working');
        assert.equal(new Date(json.timestamp).toISOString(), json.timestamp);
      }
    },
  );

  await t.test('health has the shape that the guide shows', async () => {
    const { status, json } = await call(`${world.url}/health`);
    assert.equal(status, 200);
    const { timestamp, uptime, model: _ours, ...rest } = json;
    assert.deepEqual(rest, {
      status: 'ok',
      database: { status: 'connected' },
      vectorDB: { isHealthy: true },
      twilio: { isHealthy: true },
    });
    assert.equal(new Date(timestamp).toISOString(), timestamp);
    assert.ok(uptime > 0);
  });

  await t.test(
    'whether a webhook can be reached is seen by a HEAD or a GET, answered with nothing',
    async () => {
      const paths = ['twilio/whatsapp', 'twilio/sms', 'twilio/status'];
      for (const path of paths) {
        for (const method of ['HEAD', 'GET']) {
          const { status, text } = await call(`${world.url}/webhooks/${path}`, { method });
          assert.deepEqual([status, text], [200, ''], `${method} ${path}`);
        }
      }
    },
  );

  await t.test(
    'anybody sees where webhooks are taken, only admins when something last came',
    async () => {
      const ours = await call(`${world.url}/webhooks/status`);
      assert.equal(ours.json.status, 'ok');
      assert.equal(ours.json.webhooks.whatsapp, `${world.url}/webhooks/twilio/whatsapp`);
      assert.equal(ours.json.lastMessageAt, null);

      const theirs = await call(`${world.url}/webhooks/status`, {
        headers: { host: 'example.com' },
      });
      assert.equal(theirs.status, 200);
      assert.equal('lastMessageAt' in theirs.json, false);
    },
  );
});
