import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CarrierMessage, Channel, WebhookRequest } from '#ports.ts';

export type Ending =
  | { kind: 'rate-limited'; retryAfterMs: number }
  | { kind: 'unreachable' }
  | { kind: 'unknown-but-delivered' | 'unknown-not-delivered' }
  | { kind: 'rejected'; code: number };

export type ChannelUnderTest = AsyncDisposable & {
  channel: Channel;
  accountSid: string;
  /** Moves the carrier's clock. */
  setTime: (at: Date) => void;
  /** The next hand-over ends so. */
  endsNext: (ending: Ending) => Promise<void>;
  /** A phone sends a text: the request that the carrier makes of it. */
  phoneSends: (text: { from: string; to: string; body: string }) => WebhookRequest;
  /** Signs as the carrier does. */
  sign: (url: string, form: WebhookRequest['form']) => string;
};

const SHOP = 'whatsapp:+14155238886';
const ANA = 'whatsapp:+14155550100';
const BEN = 'whatsapp:+14155550111';
const NOON = new Date('2026-11-20T12:00:00.000Z');
const MINUTE_MS = 60_000;

const hello = { id: 'm1', from: SHOP, to: ANA, body: 'Hello Ana' };
const after = (minutes: number) => new Date(NOON.getTime() + minutes * MINUTE_MS);
const bodies = (messages: readonly CarrierMessage[]) => messages.map(({ body }) => body);

/** What every channel promises. Run against each, so that none can be swapped in and surprise. */
export function channelContract(name: string, create: () => Promise<ChannelUnderTest>) {
  const onFile = async ({ channel }: ChannelUnderTest) =>
    bodies(await channel.list({ from: SHOP, to: ANA, sentAfter: NOON }));

  const testing = (title: string, body: (subject: ChannelUnderTest) => Promise<void>) =>
    test(title, async () => {
      await using subject = await create();
      subject.setTime(NOON);
      await body(subject);
    });

  describe(`channel: ${name}`, () => {
    testing('an accepted message has a SID and reached the carrier once', async (subject) => {
      const outcome = await subject.channel.send(hello);
      assert.ok(outcome.kind === 'accepted');
      assert.equal(outcome.status, 'queued');
      assert.match(outcome.sid, /^SM[0-9a-f]{32}$/);
      assert.deepEqual(await onFile(subject), ['Hello Ana']);
    });

    testing(
      'a carrier that is too busy took nothing and says when to come back',
      async (subject) => {
        await subject.endsNext({ kind: 'rate-limited', retryAfterMs: 3000 });
        assert.deepEqual(await subject.channel.send(hello), {
          kind: 'not-processed',
          reason: 'rate-limited',
          retryAfterMs: 3000,
        });
        assert.deepEqual(await onFile(subject), []);
        assert.equal((await subject.channel.send(hello)).kind, 'accepted');
      },
    );

    testing(
      'a refused connection is not an attempt that may have reached the customer',
      async (subject) => {
        await subject.endsNext({ kind: 'unreachable' });
        assert.deepEqual(await subject.channel.send(hello), {
          kind: 'not-processed',
          reason: 'unreachable',
        });
      },
    );

    testing(
      'when the answer is lost the customer may have the message, and the file shows it',
      async (subject) => {
        await subject.endsNext({ kind: 'unknown-but-delivered' });
        assert.equal((await subject.channel.send(hello)).kind, 'unknown');
        assert.deepEqual(await onFile(subject), ['Hello Ana']);
      },
    );

    testing(
      'when the request is lost on its way that is not known either, and the file is empty',
      async (subject) => {
        await subject.endsNext({ kind: 'unknown-not-delivered' });
        assert.equal((await subject.channel.send(hello)).kind, 'unknown');
        assert.deepEqual(await onFile(subject), []);
      },
    );

    testing('a refusal carries its code and a sentence for the owner', async (subject) => {
      await subject.endsNext({ kind: 'rejected', code: 21408 });
      const outcome = await subject.channel.send(hello);
      assert.ok(outcome.kind === 'rejected');
      assert.equal(outcome.code, 21408);
      assert.match(outcome.sentence, /country/);
      assert.deepEqual(await onFile(subject), []);
    });

    testing('a refusal for a reason that nobody foresaw names its code', async (subject) => {
      await subject.endsNext({ kind: 'rejected', code: 29999 });
      const outcome = await subject.channel.send(hello);
      assert.ok(outcome.kind === 'rejected');
      assert.match(outcome.sentence, /29999/);
    });

    testing('what phones and we have sent is on file', async (subject) => {
      subject.phoneSends({ from: ANA, to: SHOP, body: 'Hi' });
      await subject.channel.send(hello);
      const [message, ...others] = await subject.channel.list({ to: SHOP, sentAfter: NOON });
      assert.deepEqual(others, []);
      const { sid, price, ...inbound } = message ?? { sid: '', price: null };
      assert.match(sid, /^SM[0-9a-f]{32}$/);
      assert.deepEqual(inbound, {
        accountSid: subject.accountSid,
        direction: 'in',
        from: ANA,
        to: SHOP,
        body: 'Hi',
        status: 'received',
        errorCode: null,
        numMedia: 0,
        sentAt: NOON,
        numSegments: 1,
      });
      assert.ok(price === null || Number.isInteger(price.micros));
      const [outbound] = await subject.channel.list({ to: ANA, from: SHOP, sentAfter: NOON });
      assert.equal(outbound?.direction, 'out');
    });

    testing(
      'the file is read by sender, recipient, time and number, newest first',
      async (subject) => {
        const { channel } = subject;
        for (const minute of [0, 1, 2, 3]) {
          subject.setTime(after(minute));
          await channel.send({ ...hello, body: `ana ${minute}` });
          await channel.send({ ...hello, to: BEN, body: `ben ${minute}` });
        }
        const read = async (filter: Parameters<Channel['list']>[0]) =>
          bodies(await channel.list(filter));
        assert.deepEqual(await read({ from: SHOP, to: ANA, sentAfter: after(2) }), [
          'ana 3',
          'ana 2',
        ]);
        assert.deepEqual(await read({ from: SHOP, sentAfter: after(3) }), ['ben 3', 'ana 3']);
        assert.deepEqual(await read({ from: SHOP, to: BEN, sentAfter: NOON, limit: 1 }), ['ben 3']);
        assert.deepEqual(await read({ from: ANA, to: SHOP, sentAfter: NOON }), []);
        assert.deepEqual(await read({ from: SHOP, to: ANA, sentAfter: after(4) }), []);
      },
    );

    testing('the file is read up to a time', async (subject) => {
      for (const minute of [0, 1, 2, 3]) {
        subject.setTime(after(minute));
        subject.phoneSends({ from: ANA, to: SHOP, body: `ana ${minute}` });
      }
      const span = { sentAfter: after(1), sentBefore: after(2) };
      assert.deepEqual(bodies(await subject.channel.list(span)), ['ana 2', 'ana 1']);
    });

    testing('what was sent in the second that is asked for is on file', async (subject) => {
      subject.setTime(new Date(NOON.getTime() + 300));
      await subject.channel.send(hello);
      subject.phoneSends({ from: ANA, to: SHOP, body: 'Hi' });
      const sentAfter = new Date(NOON.getTime() + 900);
      assert.equal((await subject.channel.list({ from: SHOP, to: ANA, sentAfter })).length, 1);
      assert.equal((await subject.channel.list({ to: SHOP, sentAfter })).length, 1);
    });

    testing('knows what the carrier signed', async (subject) => {
      const request = subject.phoneSends({ from: ANA, to: SHOP, body: 'Hi é 😀' });
      assert.equal(subject.channel.isSigned(request), true);
      const empty = { url: `${request.url}?x=1`, form: {} };
      const signature = subject.sign(empty.url, {});
      assert.equal(subject.channel.isSigned({ ...empty, signature }), true);
    });

    testing('nothing that was changed or never signed passes', async (subject) => {
      const { channel } = subject;
      const request = subject.phoneSends({ from: ANA, to: SHOP, body: 'Hi' });
      const forged: WebhookRequest[] = [
        { ...request, signature: '' },
        { ...request, signature: request.signature.toLowerCase() },
        { ...request, signature: `${request.signature}=` },
        { ...request, url: `${request.url}?business=other` },
        { ...request, url: 'nonsense' },
        { ...request, form: {} },
        { ...request, form: { ...request.form, Body: 'Hi!' } },
        { ...request, form: { ...request.form, From: BEN } },
        { ...request, form: { ...request.form, Extra: '1' } },
      ];
      for (const request of forged) assert.equal(channel.isSigned(request), false);
    });

    testing('of a repeated parameter each value counts once, in any order', async (subject) => {
      const url = 'https://front.example/webhooks/twilio/whatsapp';
      const signature = subject.sign(url, { Digits: ['1234', '5678'] });
      const isSigned = (Digits: string[]) =>
        subject.channel.isSigned({ url, signature, form: { Digits } });
      assert.equal(isSigned(['5678', '1234', '1234']), true);
      assert.equal(isSigned(['5678']), false);
    });

    testing('a carrier that knows us is healthy', async (subject) => {
      assert.deepEqual(await subject.channel.check(), { isHealthy: true });
    });
  });
}
