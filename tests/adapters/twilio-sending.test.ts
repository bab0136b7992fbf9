import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ACCOUNT_SID, TOKEN, answers, behaves, connected } from './twilio-on-loopback.ts';
import type { Behaviour } from './twilio-on-loopback.ts';

const hello = {
  id: 'm1',
  from: 'whatsapp:+14155238886',
  to: 'whatsapp:+14155550100',
  body: 'Hello Ana',
};

async function outcomeWhen(behaviour: Behaviour, timeoutMs = 10_000) {
  await using twilio = await connected({ timeoutMs });
  twilio.server.behaveNext(behaviour);
  const outcome = await twilio.channel.send(hello);
  return { outcome, calls: twilio.server.requests.length };
}

describe('what Twilio is asked', () => {
  test('the message, the address for reports and nothing else', async () => {
    await using twilio = await connected();
    await twilio.channel.send({ ...hello, statusCallback: 'https://front.example/status?m=m1' });
    const [request] = twilio.server.requests;
    assert.equal(request?.path, `/2010-04-01/Accounts/${ACCOUNT_SID}/Messages.json`);
    assert.deepEqual(request.form, {
      From: hello.from,
      To: hello.to,
      Body: hello.body,
      StatusCallback: 'https://front.example/status?m=m1',
    });
    const credentials = Buffer.from(`${ACCOUNT_SID}:${TOKEN}`).toString('base64');
    assert.equal(request.headers.authorization, `Basic ${credentials}`);
  });

  test('no reports where nobody could take them', async () => {
    await using twilio = await connected();
    await twilio.channel.send(hello);
    assert.ok(!('StatusCallback' in (twilio.server.requests[0]?.form ?? {})));
  });

  test('the path of another base URL goes in front', async () => {
    await using twilio = await connected({ path: '/twilio/' });
    await twilio.channel.send(hello);
    assert.match(twilio.server.requests[0]?.path ?? '', /^\/twilio\/2010-04-01\/Accounts\//);
  });

  test('every script arrives whole, and half an emoji does not stop the rest', async () => {
    await using twilio = await connected();
    const body = 'నమస్తే 😀 ünï & 50% = +1\nمرحبا';
    await twilio.channel.send({ ...hello, body });
    await twilio.channel.send({ ...hello, body: 'cut \ud83d' });
    assert.deepEqual(
      twilio.server.requests.map(({ form }) => form.Body),
      [body, 'cut \ufffd'],
    );
  });
});

describe('calling off what is scheduled', () => {
  for (const [title, behaviour, outcome] of [
    ['is done', answers(200, { sid: 'SM1', status: 'canceled' }), 'cancelled'],
    ['comes too late', answers(400, { code: 30409, message: 'no' }), 'over'],
    ['is tried again when Twilio is busy', answers(429, { code: 20429 }), 'unknown'],
    ['is tried again when nobody answered', behaves.resets, 'unknown'],
  ] as const) {
    test(title, async () => {
      await using twilio = await connected();
      twilio.server.behaveNext(behaviour);
      assert.equal(await twilio.channel.cancel('SM1'), outcome);
      const [request] = twilio.server.requests;
      assert.equal(request?.path, `/2010-04-01/Accounts/${ACCOUNT_SID}/Messages/SM1.json`);
      assert.deepEqual(request.form, { Status: 'canceled' });
    });
  }
});

describe('certainly not processed, so trying again repeats nothing', () => {
  test('too many requests, with and without a time to come back', async () => {
    const tooMany = { code: 20429, message: 'Too many requests', status: 429 };
    const rateLimited = { kind: 'not-processed', reason: 'rate-limited' };
    const date = 'Fri, 20 Nov 2026 12:00:00 GMT';
    const dated = { date, 'retry-after': 'Fri, 20 Nov 2026 12:00:07 GMT' };
    const cases: [Behaviour, number | undefined][] = [
      [answers(429, tooMany), undefined],
      [answers(429, tooMany, { 'retry-after': '2' }), 2000],
      [answers(429, tooMany, dated), 7000],
      [answers(429, tooMany, { 'retry-after': 'soon' }), undefined],
      [answers(429, '<html>slow down</html>'), undefined],
    ];
    for (const [behaviour, retryAfterMs] of cases) {
      const { outcome, calls } = await outcomeWhen(behaviour);
      const expected = retryAfterMs === undefined ? rateLimited : { ...rateLimited, retryAfterMs };
      assert.deepEqual(outcome, expected);
      assert.equal(calls, 1);
    }
  });

  test("a full queue of the sender's number", async () => {
    const { outcome } = await outcomeWhen(answers(400, { code: 21611, status: 400 }));
    assert.deepEqual(outcome, { kind: 'not-processed', reason: 'rate-limited' });
  });
});

describe('it may have reached the customer', () => {
  const cases: Record<string, Behaviour> = {
    'a reset after the request left': behaves.resets,
    'a reset after the message was taken': behaves.takesAndResets,
    'an answer that is cut off': behaves.takesAndCuts,
    'an answer that is not JSON': answers(201, '{"sid": "SM'),
    'an answer that names no message': answers(201, {}),
    'an answer that is empty': answers(201, 'null'),
    'an internal error': answers(500, { code: 20500, message: 'Internal error', status: 500 }),
    'an error of something in between': answers(503, '<html>try later</html>'),
    'a server that gave up reading': answers(408, ''),
    'a redirect': answers(307, '', { location: 'https://elsewhere.example' }),
  };
  for (const [title, behaviour] of Object.entries(cases)) {
    test(title, async () => {
      const { outcome, calls } = await outcomeWhen(behaviour);
      assert.equal(outcome.kind, 'unknown');
      assert.equal(calls, 1, 'nothing that may have been done is done again');
    });
  }

  test('no answer in time', async () => {
    const { outcome, calls } = await outcomeWhen(behaves.isSilent, 80);
    assert.equal(outcome.kind, 'unknown');
    assert.equal(calls, 1);
  });

  test('an answer that begins and does not end in time', async () => {
    const begins: Behaviour = ({ response }) => void response.writeHead(201).write('{"sid"');
    const { outcome } = await outcomeWhen(begins, 80);
    assert.equal(outcome.kind, 'unknown');
  });

  test('what is said about it names neither phone nor text', async () => {
    const { outcome } = await outcomeWhen(answers(500, { message: `No ${hello.to} Hello Ana` }));
    assert.doesNotMatch(JSON.stringify(outcome), /1415|Ana/);
  });
});

describe('refused for good', () => {
  test('with the code, and a sentence for the owner', async () => {
    const { outcome } = await outcomeWhen(
      answers(400, { code: 21610, message: `Attempt to send to ${hello.to}`, status: 400 }),
    );
    assert.ok(outcome.kind === 'rejected');
    assert.equal(outcome.code, 21610);
    assert.match(outcome.sentence, /STOP/);
    assert.doesNotMatch(outcome.sentence, /1415/);
  });

  test('without a code when none is given', async () => {
    const { outcome } = await outcomeWhen(answers(404, '<html>not here</html>'));
    assert.deepEqual(outcome, {
      kind: 'rejected',
      code: null,
      sentence: 'Twilio answered with HTTP 404. It named no reason.',
    });
  });

  test('even when the rest of the refusal is cut off', async () => {
    const { outcome } = await outcomeWhen(({ response }) => {
      response.writeHead(400, { 'content-length': 100 });
      response.write('{"code":', () => response.destroy());
    });
    assert.equal(outcome.kind, 'rejected');
  });
});
