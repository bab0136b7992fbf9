import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Shown } from '../support/simulated-phone.ts';
import { messagesOn, says } from '../support/simulated-phone.ts';
import { ANA, createWorld, OWNER, SHOP } from '../support/world.ts';

test('a text typed on a simulated phone takes the way of a real one, and the answer lies on the phone', async () => {
  await using world = await createWorld();
  await world.shop({ knows: ['We deliver to downtown for $5.'] });
  const sent = await world.api('POST', '/simulator/messages', {
    from: ANA,
    to: SHOP,
    body: 'Do you deliver to downtown?',
  });
  assert.equal(sent.status, 201);
  assert.match(sent.json.messageSid, /^SM[0-9a-f]{32}$/);
  await world.settle();

  const stored =
    await world.sql`select body from messages where message_sid = ${sent.json.messageSid}`;
  assert.deepEqual(stored, [{ body: 'Do you deliver to downtown?' }]);
  const { messages, isWaiting } = (await messagesOn(world, ANA)) ?? {};
  assert.equal(isWaiting, false);
  assert.equal(messages.length, 1);
  assert.match(messages[0].body, /downtown for \$5/);
  assert.deepEqual(
    [messages[0].status, messages[0].channel, messages[0].from, messages[0].error],
    ['delivered', 'whatsapp', `whatsapp:${SHOP}`, null],
  );
  assert.ok(messages[0].arrivedAt);
});

test('a text that the carrier has not signed is refused, even from the simulator', async () => {
  await using world = await createWorld();
  await world.shop();
  world.carrier.webhook = ({ url }) => ({ url, headers: { 'x-twilio-signature': 'x' }, form: {} });
  const sent = await world.api('POST', '/simulator/messages', { from: ANA, to: SHOP, body: 'hi' });
  assert.equal(sent.status, 503);
  assert.match(sent.json.error.message, /webhook .* status 403/);
});

test('one phone has WhatsApp and SMS, shown together or apart, from any message on', async () => {
  await using world = await createWorld();
  await world.shop({ knows: ['We open at nine.'], sms: '+14155550101' });
  await says(world, { from: ANA, to: SHOP, body: 'When do you open?' });
  await says(world, { from: ANA, to: '+14155550101', body: 'When do you open?', channel: 'sms' });

  const both = await messagesOn(world, ANA);
  const channels = both.messages.map(({ channel }: Shown) => channel);
  assert.deepEqual(channels, ['whatsapp', 'sms']);
  const apart = await messagesOn(world, ANA, '?channel=sms');
  assert.deepEqual(apart.messages, both.messages.slice(1));
  assert.deepEqual(
    (await messagesOn(world, `whatsapp:${ANA}`)).messages,
    both.messages.slice(0, 1),
  );
  const later = await messagesOn(world, ANA, `?after=${both.messages[0].id}`);
  assert.deepEqual(later.messages, both.messages.slice(1));
  assert.equal((await messagesOn(world, ANA, '?after=SM0')).error.code, 'message_not_found');
});

test('somebody who waits is told so until nothing more will come', async () => {
  await using world = await createWorld();
  await world.shop({ knows: ['We open at nine.'] });
  const isWaiting = async () => (await messagesOn(world, ANA)).isWaiting;
  assert.equal(await isWaiting(), false);

  world.carrier.nextOutcomes([{ kind: 'delivered', answerAfterMs: 500, statusDelayMs: 400 }]);
  await world.api('POST', '/simulator/messages', { from: ANA, to: SHOP, body: 'hi' });
  assert.equal(await isWaiting(), true, 'before anybody has thought about it');
  world.clock.advance(2_000);
  await world.app.turns.drain();
  assert.equal(await isWaiting(), true, 'while it is handed over');
  await world.settle();
  assert.equal(await isWaiting(), false);

  world.carrier.nextOutcomes([{ kind: 'delivered', statusDelayMs: 500 }]);
  await world.api('POST', '/simulator/messages', { from: ANA, to: SHOP, body: 'Open today?' });
  await world.app.turns.drain();
  await world.app.outbox.drain();
  assert.equal(await isWaiting(), true, 'while the carrier has it');
  await world.settle();
  assert.equal(await isWaiting(), false);
});

test('failures can be scripted, and the phone shows why a message did not arrive', async () => {
  await using world = await createWorld();
  await world.shop({ knows: ['We open at nine.'] });
  const scripted = await world.api('POST', '/simulator/outcomes', {
    outcomes: [
      { kind: 'undelivered', code: 63024 },
      { kind: 'rejected', code: 21614 },
    ],
    phone: ANA,
  });
  assert.equal(scripted.status, 201);
  await says(world, { from: ANA, to: SHOP, body: 'When do you open?' });
  await says(world, { from: ANA, to: SHOP, body: 'When do you open today?' });
  await says(world, { from: ANA, to: SHOP, body: 'And when tomorrow do you open?' });

  const { messages } = await messagesOn(world, ANA);
  assert.deepEqual(
    messages.map(({ status }: Shown) => status),
    ['undelivered', 'not-sent', 'delivered'],
  );
  assert.equal(messages[0].arrivedAt, null);
  assert.equal(messages[0].error.code, 63024);
  assert.match(messages[0].error.sentence, /WhatsApp/);
  assert.match(messages[1].error.sentence, /not a mobile phone/);
});

test('when the clock is put forward, what was due later happens now', async () => {
  await using world = await createWorld();
  await world.shop({ knows: ['We open at nine.'] });
  const before = await world.api('GET', '/simulator/clock');
  const woken: string[] = [];
  world.app.wakeups.on('outbound_due', () => woken.push('outbound_due'));
  const moved = await world.api('POST', '/simulator/clock', { advanceMs: 7_200_000 });
  assert.equal(moved.status, 200);
  const gone = Date.parse(moved.json.now) - Date.parse(before.json.now);
  assert.ok(gone >= 7_200_000 && gone < 7_260_000, `${gone}`);
  assert.equal(moved.json.aheadMs, 7_200_000);
  assert.deepEqual(woken, ['outbound_due']);

  const back = await world.api('POST', '/simulator/clock', { advanceMs: -1 });
  assert.equal(back.status, 400);
  assert.match(back.json.error.message, /advanceMs/);
});

test('a clock that cannot be moved says so', async () => {
  await using world = await createWorld({ clock: { now: () => new Date() } });
  const moved = await world.api('POST', '/simulator/clock', { advanceMs: 1 });
  assert.equal(moved.status, 409);
  assert.equal((await world.api('GET', '/simulator/clock')).json.aheadMs, 0);
});

test('somebody who hides the phone behind a username can be played too', async () => {
  await using world = await createWorld();
  await world.shop({ knows: ['We open at nine.'] });
  await says(world, { from: 'whatsapp:US.ana99', to: SHOP, body: 'When do you open?' });
  const { messages } = await messagesOn(world, 'US.ana99');
  assert.match(messages[0].body, /nine/);
});

test('the same text delivered twice is taken once', async () => {
  await using world = await createWorld();
  await world.shop();
  const body = { from: OWNER, to: SHOP, body: '!add We open at nine.' };
  const extra = { MessageSid: `SM${'7'.repeat(32)}` };
  await says(world, { ...body, extra });
  await says(world, { ...body, extra });
  assert.equal((await messagesOn(world, OWNER)).messages.length, 1);
});
