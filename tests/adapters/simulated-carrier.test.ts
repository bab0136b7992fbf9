import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { simulatedCarrier } from '#adapters/channel/simulated.ts';

const SHOP = 'whatsapp:+14155238886';
const SHOP_SMS = '+14155238886';
const ANA = 'whatsapp:+14155550100';
const ANA_SMS = '+14155550100';
const NOON = new Date('2026-11-20T12:00:00.000Z');
const webhookUrl = 'https://front.example/webhooks/twilio/sms';

const newCarrier = () => simulatedCarrier({ clock: { now: () => NOON } });
const toAna = (body: string) => ({ id: body, from: SHOP, to: ANA, body });
const smsToAna = (body: string) => ({ id: body, from: SHOP_SMS, to: ANA_SMS, body });

describe('what reaches a phone', () => {
  test('lies there in order, with its sender, text, status and time', async () => {
    const carrier = newCarrier();
    const first = await carrier.send(toAna('one'));
    await carrier.send(toAna('two'));
    assert.deepEqual(carrier.inbox(ANA), []);
    await carrier.idle();
    assert.deepEqual(
      carrier.inbox(ANA).map(({ body }) => body),
      ['one', 'two'],
    );
    assert.ok(first.kind === 'accepted');
    const expected = { sid: first.sid, from: SHOP, body: 'one', status: 'delivered', at: NOON };
    assert.deepEqual(carrier.inbox(ANA)[0], expected);
  });

  test('is told to whoever watches it, until they stop', async () => {
    const carrier = newCarrier();
    const heard: string[] = [];
    const stop = carrier.subscribe(ANA, ({ body, status }) => heard.push(`${body} ${status}`));
    carrier.nextOutcomes([{ kind: 'read' }]);
    await carrier.send(toAna('one'));
    await carrier.idle();
    stop();
    await carrier.send(toAna('two'));
    await carrier.idle();
    assert.deepEqual(heard, ['one delivered', 'one read']);
  });

  test('is there even when the answer to us was lost, and not when the request was', async () => {
    const carrier = newCarrier();
    carrier.nextOutcomes([{ kind: 'unknown-but-delivered' }, { kind: 'unknown-not-delivered' }]);
    await carrier.send(toAna('one'));
    await carrier.send(toAna('two'));
    await carrier.idle();
    assert.deepEqual(
      carrier.inbox(ANA).map(({ body }) => body),
      ['one'],
    );
  });

  test('is nothing when it was not delivered', async () => {
    const carrier = newCarrier();
    carrier.nextOutcomes([
      { kind: 'undelivered', code: 30003 },
      { kind: 'failed', code: 63016 },
    ]);
    await carrier.send(toAna('one'));
    await carrier.send(toAna('two'));
    await carrier.idle();
    assert.deepEqual(carrier.inbox(ANA), []);
    const onFile = await carrier.list({ to: ANA, from: SHOP, sentAfter: NOON });
    assert.deepEqual(
      onFile.map(({ status, errorCode }) => [status, errorCode]),
      [
        ['failed', 63016],
        ['undelivered', 30003],
      ],
    );
  });

  test('is kept up to the last thousand messages', async () => {
    const carrier = newCarrier();
    for (let n = 0; n < 1003; n += 1) await carrier.send(toAna(`${n}`));
    await carrier.idle();
    assert.equal(carrier.inbox(ANA).length, 1000);
    assert.equal(carrier.inbox(ANA)[0]?.body, '3');
    assert.equal((await carrier.list({ to: ANA, sentAfter: NOON })).length, 1000);
  });

  test('is scripted for one phone or for any', async () => {
    const carrier = newCarrier();
    carrier.nextOutcomes([{ kind: 'unreachable' }]);
    carrier.nextOutcomes([{ kind: 'rejected', code: 63024 }], ANA);
    const kinds = [];
    for (const to of [ANA, 'whatsapp:+14155550111', ANA]) {
      kinds.push((await carrier.send({ ...toAna('Hello'), to })).kind);
    }
    assert.deepEqual(kinds, ['rejected', 'not-processed', 'accepted']);
  });

  test('gets there while a slow answer is still on its way to us', async () => {
    const carrier = newCarrier();
    carrier.nextOutcomes([{ kind: 'delivered', answerAfterMs: 60 }]);
    const answer = carrier.send(toAna('Hello'));
    await carrier.idle();
    assert.equal(carrier.inbox(ANA).length, 1);
    assert.equal(await Promise.race([answer, Promise.resolve('not yet')]), 'not yet');
    assert.equal((await answer).kind, 'accepted');
  });
});

describe('what a phone sends', () => {
  const says = (carrier: ReturnType<typeof newCarrier>, body: string) =>
    carrier.webhook({ url: webhookUrl, from: ANA_SMS, to: SHOP_SMS, body });

  test("comes as Twilio's form, signed over the URL", () => {
    const carrier = newCarrier();
    const { url, form, headers } = carrier.webhook({
      url: webhookUrl,
      from: ANA,
      to: SHOP,
      body: 'Hi',
      extra: { ProfileName: 'Ana' },
    });
    const { MessageSid = '', ...rest } = form;
    assert.match(MessageSid, /^SM[0-9a-f]{32}$/);
    assert.deepEqual(rest, {
      SmsSid: MessageSid,
      SmsMessageSid: MessageSid,
      AccountSid: carrier.accountSid,
      ApiVersion: '2010-04-01',
      SmsStatus: 'received',
      From: ANA,
      To: SHOP,
      Body: 'Hi',
      NumMedia: '0',
      NumSegments: '1',
      WaId: '14155550100',
      ProfileName: 'Ana',
      MessageType: 'text',
    });
    const signature = headers['x-twilio-signature'] ?? '';
    assert.equal(carrier.isSigned({ url, form, signature }), true);
    assert.equal(newCarrier().isSigned({ url, form, signature }), false);
  });

  test('may come from somebody with a username and no number', () => {
    const from = 'whatsapp:US.a1B2c3';
    const { form } = newCarrier().webhook({ url: webhookUrl, from, to: SHOP, body: 'Hi' });
    assert.equal(form.From, from);
    assert.equal(form.ExternalUserId, from);
    assert.equal(form.WaId, undefined);
  });

  test('is one message when Twilio delivers it twice', async () => {
    const carrier = newCarrier();
    const { form } = says(carrier, 'Hi');
    const again = carrier.webhook({
      url: webhookUrl,
      from: ANA_SMS,
      to: SHOP_SMS,
      body: 'Hi',
      extra: { MessageSid: form.MessageSid ?? '' },
    });
    assert.deepEqual(again.form, form);
    assert.equal((await carrier.list({ to: SHOP_SMS, sentAfter: NOON })).length, 1);
  });

  test('after STOP by SMS nothing is carried until START, and the carrier itself says so once', async () => {
    const carrier = newCarrier();
    says(carrier, ' stop ');
    says(carrier, 'STOP');
    const refused = await carrier.send(smsToAna('An offer'));
    assert.ok(refused.kind === 'rejected');
    assert.equal(refused.code, 21610);
    assert.equal(
      (await carrier.send({ ...smsToAna('Hello'), from: '+14155230000' })).kind,
      'accepted',
    );
    says(carrier, 'Start');
    assert.equal((await carrier.send(smsToAna('Welcome back'))).kind, 'accepted');
    await carrier.idle();
    const heard = carrier.inbox(ANA_SMS).filter(({ from }) => from === SHOP_SMS);
    assert.equal(heard.length, 3);
    assert.match(heard[0]?.body ?? '', /unsubscribed/);
    assert.match(heard[1]?.body ?? '', /subscribed again/);
    assert.equal(heard[2]?.body, 'Welcome back');
  });

  test('opts out by CANCEL, as Twilio has it, but not by a sentence or a YES', async () => {
    const carrier = newCarrier();
    for (const body of ['YES', 'please stop', 'Stop.']) says(carrier, body);
    assert.equal((await carrier.send(smsToAna('Booked.'))).kind, 'accepted');
    says(carrier, 'cancel');
    assert.equal((await carrier.send(smsToAna('Cancelled.'))).kind, 'rejected');
    says(carrier, 'YES');
    assert.equal((await carrier.send(smsToAna('Booked again.'))).kind, 'accepted');
  });

  test('means nothing to the carrier on WhatsApp', async () => {
    const carrier = newCarrier();
    carrier.webhook({ url: webhookUrl, from: ANA, to: SHOP, body: 'STOP' });
    assert.equal((await carrier.send(toAna('Bye'))).kind, 'accepted');
    await carrier.idle();
    assert.equal(carrier.inbox(ANA).length, 1);
  });
});

test('what Twilio would refuse at once is refused here too', async () => {
  const carrier = newCarrier();
  const codeOf = async (change: Partial<ReturnType<typeof toAna>>) => {
    const outcome = await carrier.send({ ...toAna('Hello'), ...change });
    return outcome.kind === 'rejected' ? outcome.code : outcome.kind;
  };
  assert.equal(await codeOf({ to: 'whatsapp:Ana' }), 21211);
  assert.equal(await codeOf({ to: ANA_SMS }), 21910);
  assert.equal(await codeOf({ to: SHOP }), 21266);
  assert.equal(await codeOf({ body: '' }), 21619);
  assert.equal(await codeOf({ body: '😀'.repeat(1601) }), 21617);
  assert.equal(await codeOf({ body: '😀'.repeat(1600) }), 'accepted');
  assert.equal(await codeOf({ to: 'whatsapp:US.a1B2c3' }), 'accepted');
});
