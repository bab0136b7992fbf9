import assert from 'node:assert/strict';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Shown } from '../support/simulated-phone.ts';
import { says } from '../support/simulated-phone.ts';
import { ANA, createWorld, SHOP } from '../support/world.ts';
import type { World } from '../support/world.ts';

test('a listener hears of each message and each change of its status as they happen', async () => {
  await using world = await createWorld();
  await world.shop({ knows: ['We open at nine.'] });
  const events = listen(world, ANA);
  await events.next();
  await world.api('POST', '/simulator/outcomes', {
    outcomes: [{ kind: 'read', statusDelayMs: 250 }],
  });
  await says(world, { from: ANA, to: SHOP, body: 'When do you open?' });

  const statuses = [];
  while (statuses.at(-1) !== 'read') {
    const { value } = await events.next();
    const { data } = value as { data: Shown };
    assert.match(data.body, /open at nine/);
    statuses.push(data.status);
  }
  assert.deepEqual(statuses, ['queued', 'sent', 'delivered', 'read']);

  await events.return(undefined);
  await sleep(250);
  const { list } = world.carrier;
  let looks = 0;
  world.carrier.list = (filter) => {
    looks += 1;
    return list(filter);
  };
  await sleep(250);
  assert.equal(looks, 0);
});

test('a listener does not hold up a server that is about to stop', async () => {
  await using world = await createWorld();
  const events = listen(world, ANA);
  await events.next();
  world.app.lifecycle.isDraining = true;
  assert.equal((await events.next()).done, true);
});

test('nobody but this machine finds a simulator, not even with the admin key', async () => {
  await using world = await createWorld();
  const body = { from: ANA, to: SHOP, body: 'hi' };
  for (const headers of [{ 'x-forwarded-for': '203.0.113.7' }, { via: '1.1 tunnel' }]) {
    const sent = await world.api('POST', '/simulator/messages', body, headers);
    assert.equal(sent.status, 404);
  }
  assert.equal(await statusOf(world, 'shop.example.com'), 404);
  assert.equal(await statusOf(world, new URL(world.url).host), 200);
  assert.deepEqual(await world.sql`select id from messages`, []);
});

const mistakes: [string, object, RegExp][] = [
  ['no sender', { to: SHOP, body: 'hi' }, /from/],
  ['a sender that is no phone', { from: 'Ana', to: SHOP, body: 'hi' }, /"Ana" is neither/],
  [
    'WhatsApp on SMS',
    { from: `whatsapp:${ANA}`, to: SHOP, body: 'hi', channel: 'sms' },
    /WhatsApp/,
  ],
  ['an unknown channel', { from: ANA, to: SHOP, body: 'hi', channel: 'fax' }, /channel/],
  ['a misspelt field', { from: ANA, to: SHOP, body: 'hi', chanel: 'sms' }, /chanel/],
  ['a text that is none', { from: ANA, to: SHOP, body: 7 }, /body must be a text/],
];

test('a mistake is answered with a sentence about it', async () => {
  await using world = await createWorld();
  for (const [what, body, sentence] of mistakes) {
    const { status, json } = await world.api('POST', '/simulator/messages', body);
    assert.equal(status, 400, what);
    assert.match(json.error.message, sentence, what);
  }
  const failed = { outcomes: [{ kind: 'failed' }] };
  const { json } = await world.api('POST', '/simulator/outcomes', failed);
  assert.match(json.error.message, /outcomes\.0\.code/);
});

async function* listen(world: World, phone: string) {
  const response = await fetch(`${world.url}/simulator/phones/${phone}/events`);
  assert.equal(response.headers.get('content-type'), 'text/event-stream');
  let rest = '';
  for await (const chunk of response.body ?? []) {
    const parts = (rest + Buffer.from(chunk).toString()).split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const event = /^event: (.*)$/m.exec(part)?.[1];
      yield { event, data: JSON.parse(/^data: (.*)$/m.exec(part)?.[1] ?? 'null') };
    }
  }
}

/** What the server answers to a request that names another host, as it does behind a tunnel. */
async function statusOf(world: World, host: string): Promise<number | undefined> {
  const { promise, resolve } = Promise.withResolvers<number | undefined>();
  request(`${world.url}/simulator/clock`, { headers: { host } }, (response) => {
    void text(response).then(() => resolve(response.statusCode));
  }).end();
  return promise;
}
