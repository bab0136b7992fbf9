import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sentenceFor } from '#adapters/channel/errors.ts';
import { twilioChannel } from '#adapters/channel/twilio.ts';
import type { WebhookRequest } from '#ports.ts';
import { ACCOUNT_SID, TOKEN, answers, connected } from './twilio-on-loopback.ts';

const SHOP = '+14155238886';
const ANA = '+14155550100';
const NOON = new Date('2026-11-20T12:00:00.000Z');

const call = {
  CallSid: 'CA1234567890ABCDE',
  Caller: '+14158675309',
  Digits: '1234',
  From: '+14158675309',
  To: '+18005551212',
};
const page = 'https://mycompany.com/myapp.php?foo=1&bar=2';
const hash = '0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620';

/** Of Twilio's own libraries, made with the token 12345; the last one is ours. */
const vectors: Record<string, WebhookRequest> = {
  'a call': { url: page, form: call, signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B8=' },
  'the standard port that a proxy took away': {
    url: page,
    form: call,
    signature: 'kvajT1Ptam85bY51eRf/AJRuM3w=',
  },
  'the standard port, written out': {
    url: page.replace('.com/', '.com:443/'),
    form: call,
    signature: 'kvajT1Ptam85bY51eRf/AJRuM3w=',
  },
  'plain HTTP': {
    url: page.replace('https://mycompany.com/', 'http://mycompany.com:80/'),
    form: call,
    signature: '0ZXoZLH/DfblKGATFgpif+LLRf4=',
  },
  'repeated parameters': {
    url: page,
    form: { Sid: 'CA123', SidAccount: 'AC123', Digits: ['5678', '1234', '1234'] },
    signature: 'IK+Dwps556ElfBT0I3Rgjkr1wJU=',
  },
  'an emoji on WhatsApp': {
    url: 'https://example.com/twilio/inbound',
    form: {
      ToCountry: 'US',
      MessageSid: 'SM00000000000000000000000000000001',
      Body: 'Hi é 😀',
      From: 'whatsapp:+14155550100',
      To: 'whatsapp:+14155238886',
      NumMedia: '0',
    },
    signature: '8nVQgIgT7FkISly1bb2Dk609cew=',
  },
};
const json = {
  url: `${page}&bodySHA256=${hash}`,
  signature: 'a9nBmqA0ju/hNViExpshrM61xv4=',
  body: '{"property": "value", "boolean": true}',
};
const [aCall] = Object.values(vectors) as [WebhookRequest];

const channelWith = (authToken: string, previousAuthToken?: string) =>
  twilioChannel({ accountSid: ACCOUNT_SID, authToken, previousAuthToken });

describe("Twilio's signature is known", () => {
  for (const [title, request] of Object.entries(vectors)) {
    test(`on ${title}`, async () => {
      using channel = await channelWith('12345');
      assert.equal(channel.isSigned(request), true);
      assert.equal(channel.isSigned({ ...request, url: `${request.url}x` }), false);
    });
  }

  test('on JSON, together with the hash of the body', async () => {
    using channel = await channelWith('12345');
    assert.equal(channel.isSignedJson(json), true);
    assert.equal(
      channel.isSignedJson({ ...json, body: json.body.replace('true', 'false') }),
      false,
    );
    assert.equal(channel.isSignedJson({ ...json, url: page }), false);
    assert.equal(channel.isSignedJson({ ...json, url: 'nonsense' }), false);
  });

  test('while the token is being changed, under the old and the new one', async () => {
    using changed = await channelWith('67890', '12345');
    using forgotten = await channelWith('67890');
    assert.equal(changed.isSigned(aCall), true);
    assert.equal(forgotten.isSigned(aCall), false);
  });

  test('never under an empty token', async () => {
    const signature = 'aXngMTP07D4c4hkO+r0Kb5Oe528=';
    using channel = await channelWith('12345', '');
    assert.equal(channel.isSigned({ ...aCall, signature }), false);
  });
});

describe('what Twilio has on file', () => {
  test('is asked for from the second before, as far as it came in', async () => {
    await using twilio = await connected();
    await twilio.channel.list({ to: SHOP, sentAfter: new Date(NOON.getTime() + 700), limit: 20 });
    assert.deepEqual(twilio.server.requests[0]?.query, {
      To: SHOP,
      'DateSent>': '2026-11-20T11:59:59Z',
      PageSize: '20',
    });
  });

  test('includes what still waits to be sent, lest it be sent again', async () => {
    await using twilio = await connected();
    await twilio.channel.send({ id: 'm1', from: SHOP, to: ANA, body: 'Hello Ana' });
    assert.equal(twilio.server.rows[0]?.date_sent, null);
    const sentAfter = new Date(Date.now() - 60_000);
    for (const filter of [{ from: SHOP }, { from: SHOP, to: ANA }]) {
      const [message] = await twilio.channel.list({ ...filter, sentAfter });
      assert.equal(message?.body, 'Hello Ana');
    }
  });

  test('tells what Twilio charges, which it writes with a minus, as soon as it knows', async () => {
    await using twilio = await connected({ now: () => NOON });
    for (const body of ['one', 'two']) twilio.server.receive({ from: ANA, to: SHOP, body });
    Object.assign(twilio.server.rows[1] ?? {}, {
      ...{ num_segments: '2', price: '-0.01660', price_unit: 'usd' },
    });
    const sentBefore = new Date(NOON.getTime() + 1_500);
    const listed = await twilio.channel.list({ sentAfter: NOON, sentBefore });
    assert.deepEqual(
      new Map(listed.map(({ body, numSegments, price }) => [body, { numSegments, price }])),
      new Map([
        ['one', { numSegments: 1, price: null }],
        ['two', { numSegments: 2, price: { currency: 'USD', micros: 16_600 } }],
      ]),
    );
    assert.equal(twilio.server.requests.at(-1)?.query['DateSent<'], '2026-11-20T12:00:03Z');
  });

  test('is read page by page, up to the limit', async () => {
    await using twilio = await connected({ now: () => NOON });
    for (let n = 0; n < 2500; n += 1) twilio.server.receive({ from: ANA, to: SHOP, body: `${n}` });
    const all = await twilio.channel.list({ to: SHOP, sentAfter: NOON });
    assert.equal(all.length, 2500);
    assert.equal(all[0]?.body, '2499');
    assert.equal(new Set(all.map(({ sid }) => sid)).size, 2500);
    const some = await twilio.channel.list({ to: SHOP, sentAfter: NOON, limit: 1200 });
    assert.equal(some.length, 1200);
    assert.ok(twilio.server.requests.every(({ query }) => Number(query.PageSize) <= 250));
    assert.equal(twilio.server.requests.length, 10 + 5);
  });

  test('is not read further back than asked for', async () => {
    let now = NOON;
    await using twilio = await connected({ now: () => now });
    for (let minute = 0; minute < 300; minute += 1) {
      now = new Date(NOON.getTime() + minute * 60_000);
      await twilio.channel.send({ id: 'm', from: SHOP, to: ANA, body: `${minute}` });
    }
    twilio.server.requests.length = 0;
    const sentAfter = new Date(NOON.getTime() + 230 * 60_000);
    const found = await twilio.channel.list({ from: SHOP, to: ANA, sentAfter });
    assert.equal(found.length, 70);
    assert.equal(twilio.server.requests.length, 2);
  });

  test('is not made up when Twilio cannot be asked', async () => {
    await using twilio = await connected();
    await twilio.server.hangUp();
    await assert.rejects(twilio.channel.list({ to: SHOP, sentAfter: NOON }), {
      message: 'Twilio cannot be reached (ECONNREFUSED).',
    });
  });

  test('is not made up from half an answer', async () => {
    await using twilio = await connected();
    twilio.server.behaveNext(answers(200, '{"messages": [{"body": "secret'));
    await assert.rejects(twilio.channel.list({ to: SHOP, sentAfter: NOON }), {
      message: 'Twilio gave half an answer.',
    });
  });

  test('is not cut short where a page names a next one that cannot be followed', async () => {
    await using twilio = await connected();
    const page = { messages: [], next_page_uri: 'https://elsewhere.example/Messages.json?Page=1' };
    twilio.server.behaveNext(answers(200, JSON.stringify(page)));
    await assert.rejects(twilio.channel.list({ to: SHOP, sentAfter: NOON }), {
      message: "Twilio's answer makes no sense.",
    });
  });

  test('can be asked for over a connection that Twilio has closed meanwhile', async () => {
    await using twilio = await connected();
    for (let round = 0; round < 20; round += 1) {
      await twilio.channel.list({ to: SHOP, sentAfter: NOON });
      twilio.server.server.closeIdleConnections();
    }
    assert.equal(twilio.server.requests.length, 20);
  });
});

describe('the state of the account', () => {
  const health = async (status: number, body: unknown) => {
    await using twilio = await connected();
    Object.assign(twilio.server.account, { status, body });
    return await twilio.channel.check();
  };

  test('is healthy when Twilio knows it', async () => {
    await using twilio = await connected();
    assert.deepEqual(await twilio.channel.check(), { isHealthy: true });
    assert.equal(twilio.server.requests[0]?.path, `/2010-04-01/Accounts/${ACCOUNT_SID}.json`);
  });

  test('is not when the token is wrong', async () => {
    const answer = await health(401, { code: 20003, message: 'Authenticate', status: 401 });
    assert.deepEqual(answer, { isHealthy: false, detail: sentenceFor(20003) });
  });

  test('is not when it is suspended', async () => {
    assert.deepEqual(await health(200, { sid: ACCOUNT_SID, status: 'suspended' }), {
      isHealthy: false,
      detail: 'The Twilio account is suspended.',
    });
  });

  test('is not when Twilio is down or too slow', async () => {
    assert.equal((await health(503, 'try later')).isHealthy, false);
    await using twilio = await connected({ timeoutMs: 60 });
    twilio.server.server.removeAllListeners('request');
    const { isHealthy, detail } = await twilio.channel.check();
    assert.equal(isHealthy, false);
    assert.match(detail ?? '', /60 ms/);
  });

  test('shows nobody the token', async () => {
    const answer = await health(403, `no: ${TOKEN}`);
    assert.doesNotMatch(JSON.stringify(answer), new RegExp(TOKEN));
  });
});
