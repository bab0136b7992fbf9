import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ANA, createWorld, SHOP } from '../support/world.ts';

test('the monitoring sees messages come in, go out and fail, and how turns end', async () => {
  await using world = await createWorld();
  await world.shop({ knows: ['We are open 9 AM to 9 PM every day'] });
  const counters = [
    'messages_received_total{channel="whatsapp"}',
    'messages_sent_total{channel="whatsapp"}',
    'messages_failed_total{channel="whatsapp",state="failed"}',
    'turns_total{outcome="answered"}',
    'turns_total{outcome="unanswered"}',
  ];
  const counted = async () => {
    const lines = (await world.api('GET', '/metrics')).text.split('\n');
    return counters.map((name) => {
      const line = lines.find((one) => one.startsWith(`frontdesk_${name} `));
      return Number(line?.split(' ')[1] ?? 0);
    });
  };

  const before = await counted();
  const ana = world.phone(ANA);
  const MessageSid = `SM${'1'.repeat(32)}`;
  await ana.says(SHOP, 'When are you open?', { MessageSid });
  await ana.says(SHOP, 'When are you open?', { MessageSid });
  world.carrier.nextOutcomes([{ kind: 'rejected', code: 63024 }]);
  await ana.says(SHOP, 'Do you have a swimming pool?');

  const after = await counted();
  assert.deepEqual(
    after.map((count, index) => count - (before[index] ?? 0)),
    [2, 1, 1, 1, 1],
  );
});
