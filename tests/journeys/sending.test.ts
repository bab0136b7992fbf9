import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { asking, AT_ANA, outbound, until } from '../support/sending.ts';
import { SHOP } from '../support/world.ts';

describe('sending', () => {
  test('the carrier reports a message as sent and delivered', async () => {
    const { world, ana } = await asking();
    await using _ = world;
    await ana.says(SHOP, 'What are your opening hours?');
    const [row] = await outbound(world);
    assert.deepEqual([row?.state, row?.carrier_status], ['handed-over', 'delivered']);
    const events = await world.sql<{
      status: string;
    }>`select status from message_events order by received_at, status desc`;
    assert.deepEqual(
      events.map(({ status }) => status),
      ['sent', 'delivered'],
    );
  });

  for (const callbacks of ['reversed', 'duplicated'] as const) {
    test(`reports that come ${callbacks} leave the latest status, each kept once`, async () => {
      const { world, ana } = await asking();
      await using _ = world;
      world.carrier.nextOutcomes([{ kind: 'read', callbacks }]);
      await ana.says(SHOP, 'What are your opening hours?');
      assert.equal((await outbound(world))[0]?.carrier_status, 'read');
      const events = await world.sql<{ status: string }>`select status from message_events`;
      assert.deepEqual(events.map(({ status }) => status).toSorted(), [
        'delivered',
        'read',
        'sent',
      ]);
    });
  }

  test('reports that come before our own call returned are not overwritten', async () => {
    const { world, ana } = await asking();
    await using _ = world;
    world.carrier.nextOutcomes([{ kind: 'delivered', answerAfterMs: 150 }]);
    await ana.says(SHOP, 'What are your opening hours?');
    const [row] = await outbound(world);
    assert.deepEqual([row?.state, row?.carrier_status], ['handed-over', 'delivered']);
    assert.equal(ana.heard().length, 1);
  });

  for (const kind of ['rate-limited', 'unreachable'] as const) {
    test(`"${kind}" is tried again until it works, however often, and heard once`, async () => {
      const { world, ana, later } = await asking();
      await using _ = world;
      world.carrier.nextOutcomes(
        Array.from({ length: 8 }, () => ({ kind })),
        AT_ANA,
      );
      await ana.says(SHOP, 'What are your opening hours?');
      assert.deepEqual(ana.heard(), []);
      for (let i = 0; i < 9; i++) await later(90_000);
      assert.equal(ana.heard().length, 1);
      assert.equal((await outbound(world))[0]?.attempts, 1);
    });
  }

  test('the pause before that is the one that is set, grows with the age of the message up to a minute, and one that the carrier names comes first', async () => {
    const { world, ana } = await asking({ env: { MESSAGE_RETRY_DELAY_MS: '8000' } });
    await using _ = world;
    const busy = { kind: 'rate-limited' } as const;
    const named = { kind: 'rate-limited', retryAfterMs: 1_000 } as const;
    world.carrier.nextOutcomes([{ kind: 'unreachable' }, ...Array(11).fill(busy), named], AT_ANA);
    await ana.sends(SHOP, 'What are your opening hours?');
    await world.settle();
    let ageMs = 0;
    const pause = async () => {
      const [{ due } = { due: new Date(0) }] = await world.sql<{ due: Date }>`
        select due_at as due from messages where direction = 'out'`;
      const pauseMs = due.getTime() - world.clock.now().getTime();
      world.clock.advance(pauseMs + 1);
      await world.settle();
      ageMs += pauseMs;
      return pauseMs;
    };
    for (let i = 0; i < 12; i++) {
      const wanted = Math.min(60_000, Math.max(8_000, ageMs / 2));
      const pauseMs = await pause();
      assert.ok(pauseMs >= 0.74 * wanted && pauseMs <= 1.26 * wanted, `${i}: ${pauseMs}`);
    }
    assert.ok(ageMs > 200_000, `${ageMs}`);
    assert.ok((await pause()) <= 1_000);
    assert.equal(ana.heard().length, 1);
  });

  test('an answer that could not be sent for hours is no longer sent', async () => {
    const { world, ana, later } = await asking();
    await using _ = world;
    world.carrier.nextOutcomes([{ kind: 'unreachable' }], AT_ANA);
    await ana.says(SHOP, 'What are your opening hours?');
    await later(5 * 3_600_000);
    assert.deepEqual(ana.heard(), []);
    assert.equal((await outbound(world))[0]?.state, 'expired');
  });

  test('what the carrier refuses for good is recorded with its code and a plain sentence, and not repeated', async () => {
    const { world, ana, later } = await asking();
    await using _ = world;
    world.carrier.nextOutcomes([{ kind: 'rejected', code: 21614 }], AT_ANA);
    await ana.says(SHOP, 'What are your opening hours?');
    await later(600_000);
    const [row] = await outbound(world);
    assert.deepEqual([row?.state, row?.error_code], ['failed', 21614]);
    assert.ok((row?.error_sentence ?? '').length > 10);
    assert.deepEqual(ana.heard(), []);
  });

  test('while the account is refused nothing is given up: it is sent when that is set right', async () => {
    const { world, ana, later } = await asking();
    await using _ = world;
    const refused = { kind: 'rejected', code: 20003 } as const;
    const unreported = { kind: 'delivered', callbacks: 'none' } as const;
    world.carrier.nextOutcomes([refused, refused, refused, unreported], AT_ANA);
    await ana.says(SHOP, 'What are your opening hours?');
    const [waiting] = await outbound(world);
    assert.deepEqual([waiting?.state, waiting?.error_code], ['queued', 20003]);
    for (let i = 0; i < 4; i++) await later(31_000);
    assert.equal(ana.heard().length, 1);
    const [sent] = await outbound(world);
    assert.deepEqual(
      [sent?.state, sent?.error_code, sent?.error_sentence],
      ['handed-over', null, null],
    );
  });

  const lost = { rejected: 21614, undelivered: 63024 };

  for (const kind of ['rejected', 'undelivered'] as const) {
    test(`who did not get the first reply ("${kind}") is told with the next one that a machine is writing`, async () => {
      const { world, ana } = await asking();
      await using _ = world;
      world.carrier.nextOutcomes([{ kind, code: lost[kind] }], AT_ANA);
      await ana.says(SHOP, 'What are your opening hours?');
      await ana.says(SHOP, 'When do you open?');
      await ana.says(SHOP, 'When do you close?');
      const said = ana.heard().filter((text) => text.includes('automated assistant'));
      assert.equal(said.length, 1, ana.heard().join('\n'));
      assert.match(ana.heard().at(-2) ?? '', /automated assistant/);
    });
  }

  test('what fails later, on its way, is recorded from the report', async () => {
    const { world, ana } = await asking();
    await using _ = world;
    world.carrier.nextOutcomes([{ kind: 'undelivered', code: 63024 }], AT_ANA);
    await ana.says(SHOP, 'What are your opening hours?');
    const [row] = await outbound(world);
    assert.deepEqual([row?.carrier_status, row?.error_code], ['undelivered', 63024]);
    assert.ok(row?.error_sentence);
  });

  test('a report that names no message of ours and comes before our own call returned is not forgotten', async () => {
    const { world, ana } = await asking();
    await using _ = world;
    world.carrier.nextOutcomes([{ kind: 'sent', answerAfterMs: 1_000, callbacks: 'none' }], AT_ANA);
    await ana.sends(SHOP, 'What are your opening hours?');
    const done = world.settle();
    const listed = () => world.carrier.list({ to: AT_ANA, sentAfter: new Date(0) });
    await until(async () => (await listed()).length > 0);
    const [message] = await listed();
    const url = `${world.url}/webhooks/twilio/status`;
    const form = {
      AccountSid: world.carrier.accountSid,
      MessageSid: message?.sid ?? '',
      MessageStatus: 'delivered',
    };
    const headers = { 'x-twilio-signature': world.carrier.sign(url, form) };
    assert.equal((await world.post({ url, headers, form })).status, 204);
    await done;
    const [row] = await outbound(world);
    assert.deepEqual([row?.state, row?.carrier_status], ['handed-over', 'delivered']);
  });
});
