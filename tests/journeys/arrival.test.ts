import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { World } from '../support/world.ts';
import { ANA, createWorld, OWNER, SHOP } from '../support/world.ts';

const HOURS = 'We are open 9 AM to 9 PM every day';

const webhookOf = (world: World, form: Record<string, string>) => {
  const url = `${world.url}/webhooks/twilio/whatsapp`;
  const headers = { 'x-twilio-signature': world.carrier.sign(url, form) };
  return world.post({ url, headers, form });
};
const formOf = (world: World, more: Record<string, string>) => ({
  AccountSid: world.carrier.accountSid,
  MessageSid: `SM${Math.random().toString(16).slice(2).padEnd(32, '0')}`,
  From: `whatsapp:${ANA}`,
  To: `whatsapp:${SHOP}`,
  Body: 'What are your opening hours?',
  ...more,
});
const stored = (world: World) =>
  world.sql<{ body: string }>`select body from messages where direction = 'in'`;

describe('a message arrives', () => {
  test('twice, one after the other and at the same instant: it is answered once', async () => {
    await using world = await createWorld();
    await world.shop({ knows: [HOURS] });
    const form = formOf(world, {});
    const answers = await Promise.all([
      webhookOf(world, form),
      webhookOf(world, form),
      webhookOf(world, form),
    ]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200],
    );
    await world.settle();
    await webhookOf(world, form);
    await world.settle();
    assert.equal(world.phone(ANA).heard().length, 1);
    assert.equal((await stored(world)).length, 1);
  });

  test('and is acknowledged with empty TwiML, never with text that would be sent on', async () => {
    await using world = await createWorld();
    await world.shop();
    const response = await webhookOf(world, formOf(world, {}));
    assert.match(response.headers.get('content-type') ?? '', /text\/xml/);
    assert.equal(await response.text(), '<Response/>');
  });

  test('signed by somebody else: it is refused and nothing is stored', async () => {
    await using world = await createWorld();
    await world.shop();
    const form = formOf(world, {});
    const url = `${world.url}/webhooks/twilio/whatsapp`;
    const changed = { ...form, Body: 'changed on the way' };
    const headers = { 'x-twilio-signature': world.carrier.sign(url, form) };
    assert.equal((await world.post({ url, headers, form: changed })).status, 403);
    const query = `${url}?extra=1`;
    assert.equal((await world.post({ url: query, headers, form })).status, 403);
    assert.equal((await stored(world)).length, 0);
  });

  test('signed, but for another account: it is refused', async () => {
    await using world = await createWorld();
    await world.shop();
    const response = await webhookOf(world, formOf(world, { AccountSid: `AC${'9'.repeat(32)}` }));
    assert.equal(response.status, 403);
    assert.equal((await stored(world)).length, 0);
  });

  test('unsigned: it is taken from this machine only, never through a tunnel', async () => {
    await using world = await createWorld();
    await world.shop();
    const url = `${world.url}/webhooks/twilio/whatsapp`;
    const form = formOf(world, {});
    const through = await world.post({ url, headers: { 'x-forwarded-for': '203.0.113.9' }, form });
    assert.equal(through.status, 403);
    assert.equal((await world.post({ url, headers: {}, form })).status, 200);
  });

  test('at a number that belongs to nobody: it is acknowledged and not answered', async () => {
    await using world = await createWorld();
    await world.shop();
    const response = await webhookOf(world, formOf(world, { To: 'whatsapp:+14155550999' }));
    assert.equal(await response.text(), '<Response/>');
    await world.settle();
    assert.deepEqual(world.phone(ANA).heard(), []);
  });

  test('with the plus of its numbers lost in the form: it is the same person', async () => {
    await using world = await createWorld();
    await world.shop({ knows: [HOURS] });
    await webhookOf(
      world,
      formOf(world, {
        From: `whatsapp: ${OWNER.slice(1)}`,
        To: `whatsapp: ${SHOP.slice(1)}`,
        Body: '!list',
      }),
    );
    await world.settle();
    assert.match(world.phone(OWNER).heard()[0] ?? '', /9 AM to 9 PM/);
  });

  for (const [written, dialled] of [
    ['+5215512345678', '+525512345678'],
    ['+551187654321', '+5511987654321'],
    ['+5491123456789', '+541123456789'],
  ] as const) {
    test(`from an owner whose number WhatsApp writes ${written}, ${dialled} being registered`, async () => {
      await using world = await createWorld();
      await world.shop({ owner: dialled, knows: [HOURS] });
      const owner = world.phone(written);
      await owner.says(SHOP, '!list');
      assert.match(owner.heard()[0] ?? '', /9 AM to 9 PM/);
    });
  }

  test('from somebody who hides the phone behind a username: the answer goes to the username', async () => {
    await using world = await createWorld();
    await world.shop({ knows: [HOURS] });
    await webhookOf(
      world,
      formOf(world, { From: 'whatsapp:US.abc123XYZ', ExternalUserId: 'whatsapp:US.abc123XYZ' }),
    );
    await world.settle();
    assert.match(world.carrier.inbox('whatsapp:US.abc123XYZ')[0]?.body ?? '', /9 AM to 9 PM/);
  });

  test('from an owner known by phone who now hides it: they are still the owner', async () => {
    await using world = await createWorld();
    await world.shop({ knows: [HOURS] });
    const both = { From: `whatsapp:${OWNER}`, ExternalUserId: 'whatsapp:US.owner9', Body: '!help' };
    await webhookOf(world, formOf(world, both));
    await world.settle();
    await webhookOf(
      world,
      formOf(world, {
        From: 'whatsapp:US.owner9',
        ExternalUserId: 'whatsapp:US.owner9',
        Body: '!list',
      }),
    );
    await world.settle();
    assert.match(world.carrier.inbox('whatsapp:US.owner9').at(-1)?.body ?? '', /9 AM to 9 PM/);
  });

  for (const [what, more, reply] of [
    ['an empty one', { Body: '' }, /couldn't read/],
    ['a location', { Body: '', Latitude: '12.9', Longitude: '77.6' }, /couldn't read/],
    [
      'a sticker',
      {
        Body: '',
        NumMedia: '1',
        MediaUrl0: 'https://api.twilio.com/x',
        MediaContentType0: 'image/webp',
      },
      /can't open pictures/,
    ],
    ['a single emoji', { Body: '😀' }, /assistant/],
    ['a thumb up', { Body: '👍🏽' }, /welcome/],
    ['right-to-left text', { Body: 'ما هي ساعات العمل؟' }, /./],
    ['1,600 characters', { Body: 'pizza '.repeat(266) }, /./],
    ['halves of a surrogate pair and NUL', { Body: 'hours \ud83d \u0000 opening hours?' }, /./],
    [
      'a picture with a caption',
      {
        Body: 'What are your opening hours?',
        NumMedia: '1',
        MediaUrl0: 'https://api.twilio.com/x',
        MediaContentType0: 'image/jpeg',
      },
      /9 AM/,
    ],
    [
      'a tapped button',
      { Body: 'Hours', ButtonPayload: 'What are your opening hours?', ButtonText: 'Hours' },
      /9 AM/,
    ],
  ] as const) {
    test(`${what}: it is answered fittingly, and nothing is lost`, async () => {
      await using world = await createWorld();
      await world.shop({ knows: [HOURS] });
      assert.equal((await webhookOf(world, formOf(world, more))).status, 200);
      world.clock.advance(2_000);
      await world.settle();
      assert.equal(world.phone(ANA).heard().length, 1);
      assert.match(world.phone(ANA).heard()[0] ?? '', reply);
    });
  }

  test('with a hundred fields too many, or none: it is refused or ignored, never a fault', async () => {
    await using world = await createWorld();
    await world.shop();
    const many = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`F${i}`, 'x']));
    assert.equal((await webhookOf(world, { ...formOf(world, {}), ...many })).status, 413);
    assert.equal((await webhookOf(world, { AccountSid: world.carrier.accountSid })).status, 200);
  });
});
