import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { cancellationLoop } from '#features/consent/cancel-scheduled.system.ts';
import { forgetConsent, pseudonymiseConsent } from '#features/consent/forget.system.ts';
import { consentOf } from '#features/consent/queries.ts';

import type { World } from '../support/world.ts';
import { ANA, BEN, createWorld, OWNER, SHOP } from '../support/world.ts';

const SMS_SHOP = '+14155550177';

const ledger = (world: World) =>
  world.sql<{ purpose: string; status: string; method: string; wording: string | null }>`
    select purpose, status, method, wording from consent_events order by id`;
const changes = async (world: World) =>
  (await ledger(world)).map(({ purpose, status, method }) => `${purpose} ${status} by ${method}`);
const optOuts = (world: World) =>
  world.sql<{ channel: string; scope: string }>`select channel, scope from opt_outs order by 1`;

/** A message that the business wants to send, before it has left. */
const waiting = (world: World, purpose: string, state = 'queued') => world.sql`
  insert into messages (business_id, conversation_id, direction, channel, our_address, their_sealed, body, kind,
    purpose, state, carrier_status, account_sid, message_sid, due_at, valid_until, created_at)
  select business_id, id, 'out', channel, our_address, their_sealed, 'later', 'notice', ${purpose}, ${state},
    case ${state} when 'handed-over' then 'scheduled' end, 'AC1', 'SM' || ${purpose}, now() + interval '9 days',
    now() + interval '10 days', now() from conversations returning id::text`;

describe('who wants to hear nothing more', () => {
  for (const [sentence, goodbye] of [
    ['please don’t text me any more', /won't get any more messages.*START/],
    ['मुझे मैसेज मत भेजो', /अब आपको .* से कोई संदेश नहीं आएगा/],
    ['no me escriban más por favor', /No recibirá más mensajes/],
    ['naaku message pampakandi', /messagelu raavu/],
  ] as const) {
    test(`says "${sentence}" and hears one goodbye in their language, and nothing after it`, async () => {
      await using world = await createWorld();
      await world.shop({ knows: ['We are open 9 AM to 9 PM every day'] });
      const ana = world.phone(ANA);
      await ana.says(SHOP, sentence);
      await ana.says(SHOP, 'What are your opening hours?');
      assert.equal(ana.heard().length, 1);
      assert.match(ana.heard()[0] ?? '', goodbye);
      assert.deepEqual(await changes(world), [
        'transactional withdrawn by message',
        'marketing withdrawn by message',
      ]);
    });
  }

  test('ends offers alone, gets answers still, and START brings offers back to who ended them', async () => {
    await using world = await createWorld();
    await world.shop({ knows: ['We are open 9 AM to 9 PM every day'] });
    const ana = world.phone(ANA);
    await ana.says(SHOP, 'no more offers please');
    await ana.says(SHOP, 'What are your opening hours?');
    assert.deepEqual(await optOuts(world), [{ channel: 'whatsapp', scope: 'offers' }]);
    assert.match(ana.heard()[0] ?? '', /any more offers from Pizza Palace/);
    assert.match(ana.heard()[1] ?? '', /9 AM to 9 PM/);
    await ana.says(SHOP, 'START');
    assert.match(ana.heard()[2] ?? '', /offers from Pizza Palace again/);
    assert.deepEqual(await changes(world), [
      'marketing withdrawn by message',
      'marketing granted by keyword',
    ]);
  });

  test('after offers ends everything with STOP, and START brings only the messages back', async () => {
    await using world = await createWorld();
    await world.shop();
    const ana = world.phone(ANA);
    for (const words of ['stop sending me ads', 'STOP', 'START']) await ana.says(SHOP, words);
    assert.deepEqual(await optOuts(world), []);
    assert.deepEqual((await changes(world)).slice(-1), ['transactional granted by keyword']);
    assert.match(ana.heard()[2] ?? '', /You get messages from Pizza Palace/);
  });

  test('has at once what was queued cancelled, and soon what is scheduled at the carrier', async () => {
    await using world = await createWorld();
    await world.shop();
    const ana = world.phone(ANA);
    await ana.says(SHOP, 'hello');
    await waiting(world, 'marketing');
    await waiting(world, 'transactional', 'handed-over');
    await ana.sends(SHOP, 'no more ads');
    const states = () =>
      world.sql`
        select purpose, state from messages where body = 'later' order by id`;
    assert.deepEqual(await states(), [
      { purpose: 'marketing', state: 'cancelled' },
      { purpose: 'transactional', state: 'handed-over' },
    ]);
    assert.deepEqual(await world.sql`select * from scheduled_cancellations`, []);
    await ana.sends(SHOP, 'take me off your list');
    const [due] = await world.sql<{ message_sid: string }>`select * from scheduled_cancellations`;
    assert.equal(due?.message_sid, 'SMtransactional');
  });

  test('is not sent what the carrier keeps for later', async () => {
    await using world = await createWorld();
    await world.shop();
    const ana = world.phone(ANA);
    world.carrier.nextOutcomes([{ kind: 'scheduled' }]);
    await ana.says(SHOP, 'hello');
    await ana.sends(SHOP, 'stop');
    await cancellationLoop(world.app).drain();
    const [scheduled] = await world.sql`
      select state, carrier_status from messages where direction = 'out' order by id limit 1`;
    assert.deepEqual(scheduled, { state: 'cancelled', carrier_status: 'canceled' });
    assert.deepEqual(await world.sql`select * from scheduled_cancellations`, []);
  });

  test('is asked once where it is not clear, by numbers, and 2 ends offers', async () => {
    await using world = await createWorld();
    await world.shop({ sms: SMS_SHOP });
    const ana = world.phone(ANA, { on: 'sms' });
    await ana.says(SMS_SHOP, 'stop it');
    assert.match(ana.heard()[0] ?? '', /no more messages from Pizza Palace\? Reply 1:.*2:.*3:/);
    assert.deepEqual(await optOuts(world), []);
    await ana.says(SMS_SHOP, '2');
    assert.deepEqual(await optOuts(world), [{ channel: 'sms', scope: 'offers' }]);
    const [change] = await ledger(world);
    assert.match(change?.wording ?? '', /Reply 1: no more messages/);
  });

  test('and says it again while we ask has answered; 3 leaves all as it is', async () => {
    await using world = await createWorld();
    await world.shop();
    const [ana, ben] = [world.phone(ANA), world.phone(BEN)];
    await ana.says(SHOP, 'this is spam');
    await ana.says(SHOP, 'stop it');
    assert.deepEqual(await optOuts(world), [{ channel: 'whatsapp', scope: 'everything' }]);
    await ben.says(SHOP, 'número equivocado');
    await ben.says(SHOP, '3');
    assert.equal((await optOuts(world)).length, 1);
    assert.match(ben.heard().at(-1) ?? '', /nothing changes|nada cambia/);
  });

  test('is no owner who writes about customers', async () => {
    await using world = await createWorld();
    await world.shop();
    await world.phone(OWNER).says(SHOP, 'please stop sending me messages');
    assert.deepEqual(await optOuts(world), []);
  });

  test('stays out when they answer a question of ours', async () => {
    await using world = await createWorld();
    await world.shop({ sms: SMS_SHOP });
    const ana = world.phone(ANA, { on: 'sms' });
    await ana.says(SMS_SHOP, 'no more offers');
    for (const answer of ['YES', '1', 'ok']) await ana.says(SMS_SHOP, answer);
    assert.deepEqual(await optOuts(world), [{ channel: 'sms', scope: 'offers' }]);
  });
});

describe('what the carrier tells', () => {
  for (const code of [21610, 63014, 30004]) {
    test(`a report with ${code} is kept as opting out`, async () => {
      await using world = await createWorld();
      await world.shop();
      const ana = world.phone(ANA);
      const outcome = code === 21610 ? 'rejected' : 'undelivered';
      world.carrier.nextOutcomes([{ kind: outcome, code }]);
      await ana.says(SHOP, 'hello');
      assert.deepEqual(await optOuts(world), [{ channel: 'whatsapp', scope: 'everything' }]);
      const [change] = await world.sql`
        select method, source from consent_events limit 1`;
      assert.deepEqual(change, { method: 'carrier', source: `carrier ${code}` });
    });
  }

  test('who had blocked us and writes again is told once how to come back', async () => {
    await using world = await createWorld();
    await world.shop();
    const ana = world.phone(ANA);
    world.carrier.nextOutcomes([{ kind: 'undelivered', code: 63014 }]);
    for (const words of ['hello', 'are you there?', 'hello?']) await ana.says(SHOP, words);
    assert.equal(ana.heard().length, 1);
    assert.match(ana.heard()[0] ?? '', /You stopped messages.*START/);
  });
});

describe('who wants offers', () => {
  test('sends JOIN, is shown what they agree to, and is in when they confirm', async () => {
    await using world = await createWorld();
    const shop = await world.shop();
    const ana = world.phone(ANA);
    await ana.says(SHOP, 'JOIN');
    assert.match(ana.heard()[0] ?? '', /offers and news from Pizza Palace.*Reply 1 to agree/);
    assert.deepEqual(await ledger(world), []);
    await ana.says(SHOP, '1');
    assert.match(ana.heard()[1] ?? '', /Thank you/);
    const [, marketing] = await ledger(world);
    assert.equal(marketing?.method, 'double-opt-in');
    assert.match(marketing?.wording ?? '', /a few a month/);
    const [{ id } = { id: '' }] = await world.sql<{ id: string }>`select id from contacts`;
    const states = await world.app.db.asBusiness(shop, (tx) =>
      consentOf(tx, [id], { channel: 'whatsapp', purpose: 'marketing' }, world.clock.now()),
    );
    assert.equal(states.get(id)?.status, 'granted');
  });

  test('may have ended everything before: they are shown what they agree to, and get messages again', async () => {
    await using world = await createWorld();
    await world.shop();
    const ana = world.phone(ANA);
    for (const words of ['stop', 'JOIN']) await ana.says(SHOP, words);
    assert.match(ana.heard()[1] ?? '', /Reply 1 to agree/);
    assert.equal((await optOuts(world)).length, 1);
    await ana.says(SHOP, '1');
    assert.deepEqual(await optOuts(world), []);
  });
});

describe('the ledger', () => {
  test('is only ever added to: the database refuses a change to everybody', async () => {
    await using world = await createWorld();
    const shop = await world.shop();
    await world.phone(ANA).says(SHOP, 'stop');
    const isRefused = { code: '42501' };
    await assert.rejects(world.sql`update consent_events set status = 'granted'`, isRefused);
    await assert.rejects(world.sql`delete from consent_events`, isRefused);
    for (const change of [
      "update consent_events set status = 'granted'",
      'delete from consent_events',
    ] as const) {
      await assert.rejects(
        world.app.db.asBusiness(shop, (tx) => sql.raw(change).execute(tx)),
        isRefused,
      );
    }
    const [{ id } = { id: '' }] = await world.sql<{ id: string }>`select id from contacts`;
    const person = { businessId: shop, contactId: id };
    const lines = await world.app.db.asSystem((tx) => pseudonymiseConsent(tx, person));
    assert.equal(lines, 2);
    const kept = await world.sql`
      select status, message_sid from consent_events`;
    assert.deepEqual(kept, Array(2).fill({ status: 'withdrawn', message_sid: null }));
    const before = new Date(world.clock.now().getTime() + 86_400_000);
    const forget = () =>
      world.app.db.asSystem((tx) => forgetConsent(tx, { businessId: shop, before }));
    assert.equal(await forget(), 0, 'the last word is not forgotten');
    await world.sql`delete from contacts where id = ${id}`;
    assert.equal((await ledger(world)).length, 2, 'it survives the person');
    assert.equal(await forget(), 2, 'for as long as consent is kept');
  });
});
