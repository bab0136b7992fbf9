import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, test } from 'node:test';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import twilio from 'twilio';
import { simulatedCarrier } from '#adapters/channel/simulated.ts';
import { signatureOf } from '#adapters/channel/webhook-forms.ts';
import type { ScriptedOutcome } from '#adapters/channel/simulated.ts';
import type { WebhookRequest } from '#ports.ts';

const { getExpectedTwilioSignature } = twilio;
const SHOP = 'whatsapp:+14155238886';
const ANA = 'whatsapp:+14155550100';

const newCarrier = () => simulatedCarrier({ clock: { now: () => new Date() } });
const toAna = (body: string) => ({ id: body, from: SHOP, to: ANA, body });

/** Takes the callbacks of a carrier, slowly. */
async function callbackServer(onStatus: (status: string) => void = () => {}) {
  const received: WebhookRequest[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const form = Object.fromEntries(new URLSearchParams(body));
      onStatus(form.MessageStatus ?? '');
      received.push({
        url: `http://${request.headers.host}${request.url}`,
        signature: String(request.headers['x-twilio-signature']),
        form,
      });
      setTimeout(() => response.writeHead(204).end(), 5);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    received,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/status?message=m1`,
    statuses: () => received.map(({ form }) => form.MessageStatus),
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function callbacksAfter(outcome: ScriptedOutcome) {
  await using callbacks = await callbackServer();
  const carrier = newCarrier();
  carrier.nextOutcomes([outcome]);
  await carrier.send({ ...toAna('Hello'), statusCallback: callbacks.url });
  await carrier.idle();
  return { carrier, statuses: callbacks.statuses(), received: callbacks.received };
}

describe('status callbacks', () => {
  test('report each status after the first, signed, in order', async () => {
    const { carrier, statuses, received } = await callbacksAfter({ kind: 'delivered' });
    assert.deepEqual(statuses, ['sent', 'delivered']);
    const [sent] = received;
    assert.ok(sent);
    assert.ok(received.every(carrier.isSigned));
    assert.equal(carrier.isSigned({ ...sent, url: sent.url.replace('m1', 'm2') }), false);
    const [{ sid } = { sid: '' }] = carrier.inbox(ANA);
    assert.deepEqual(sent.form, {
      MessageSid: sid,
      SmsSid: sid,
      MessageStatus: 'sent',
      SmsStatus: 'sent',
      AccountSid: carrier.accountSid,
      ApiVersion: '2010-04-01',
      From: SHOP,
      To: ANA,
      ChannelPrefix: 'whatsapp',
      ChannelInstallSid: `XE${'0'.repeat(32)}`,
    });
  });

  const cases: [string, ScriptedOutcome, string[]][] = [
    ['come last first', { kind: 'read', callbacks: 'reversed' }, ['read', 'delivered', 'sent']],
    [
      'come twice',
      { kind: 'delivered', callbacks: 'duplicated' },
      ['sent', 'sent', 'delivered', 'delivered'],
    ],
    ['do not come at all', { kind: 'delivered', callbacks: 'none' }, []],
    ['stop at sent', { kind: 'sent' }, ['sent']],
    ['take their time', { kind: 'delivered', statusDelayMs: 15 }, ['sent', 'delivered']],
    ['come although we got no answer', { kind: 'unknown-but-delivered' }, ['sent', 'delivered']],
    ['do not come for what was refused', { kind: 'rejected', code: 21610 }, []],
  ];
  for (const [title, outcome, expected] of cases) {
    test(title, async () => assert.deepEqual((await callbacksAfter(outcome)).statuses, expected));
  }

  test('say that a message was delivered only when it is on the phone', async () => {
    const events: string[] = [];
    await using callbacks = await callbackServer((status) => events.push(status));
    const carrier = newCarrier();
    carrier.subscribe(ANA, () => events.push('on the phone'));
    carrier.nextOutcomes([{ kind: 'delivered', statusDelayMs: 30 }]);
    await carrier.send({ ...toAna('Hello'), statusCallback: callbacks.url });
    await carrier.idle();
    assert.deepEqual(events, ['sent', 'on the phone', 'delivered']);
  });

  test('name the error of a message that did not arrive, and only there', async () => {
    const { received } = await callbacksAfter({
      kind: 'undelivered',
      code: 63024,
      callbacks: 'reversed',
    });
    assert.deepEqual(
      received.map(({ form }) => [form.MessageStatus, form.ErrorCode]),
      [
        ['undelivered', '63024'],
        ['sent', undefined],
      ],
    );
  });

  test('that find nobody are lost, and hold nothing up', async () => {
    const callbacks = await callbackServer();
    await callbacks[Symbol.asyncDispose]();
    const carrier = newCarrier();
    await carrier.send({ ...toAna('Hello'), statusCallback: callbacks.url });
    await carrier.idle();
    assert.equal(carrier.inbox(ANA)[0]?.status, 'delivered');
  });

  test("are signed as Twilio's own library would", () => {
    const carrier = newCarrier();
    const form = { To: 'whatsapp:+1', Body: 'Hi é 😀', Digits: ['2', '1', '2'], From: '' };
    const url = 'https://front.example/status?m=1';
    assert.equal(signatureOf('12345', url, form), getExpectedTwilioSignature('12345', url, form));
    assert.equal(carrier.isSigned({ url, form, signature: carrier.sign(url, form) }), true);
  });
});
