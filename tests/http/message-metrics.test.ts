import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ANA, createWorld, SHOP } from '../support/world.ts';

test('the monitoring sees messages come in, go out and fail, and how turns end', async () => {
  await using world = await createWorld();
  await world.shop({ knows: ['We are open 9 AM to 9 PM every day'] });
  const ana = world.phone(ANA);
  const MessageSid = `SM${'1'.repeat(32)}`;
  await ana.says(SHOP, 'When are you open?', { MessageSid });
  await ana.says(SHOP, 'When are you open?', { MessageSid });
  world.carrier.nextOutcomes([{ kind: 'rejected', code: 63024 }]);
  await ana.says(SHOP, 'Do you have a swimming pool?');

  const { text } = await world.api('GET', '/metrics');
  assert.match(text, /^frontdesk_messages_received_total\{channel="whatsapp"\} 2$/m);
  assert.match(text, /^frontdesk_messages_sent_total\{channel="whatsapp"\} 1$/m);
  assert.match(text, /^frontdesk_messages_failed_total\{channel="whatsapp",state="failed"\} 1$/m);
  assert.match(text, /^frontdesk_turns_total\{outcome="answered"\} 1$/m);
  assert.match(text, /^frontdesk_turns_total\{outcome="unanswered"\} 1$/m);
});
