import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { watchAlerts } from '#features/billing/alerts.system.ts';
import { askForBills } from '#features/billing/bills.system.ts';
import { isWithinFrequency } from '#features/billing/breakers.ts';
import { countCosts } from '#features/billing/costs.system.ts';
import { watchFraud } from '#features/billing/fraud.system.ts';
import { spendingFacts } from '#features/billing/queries.ts';
import { recentOf } from '#features/billing/recent.system.ts';
import { ANA, createWorld, OWNER, SHOP } from '../support/world.ts';
import type { World } from '../support/world.ts';

const SMS = '+14155550199';
const HOUR_MS = 3_600_000;
const DEAR =
  '🎉 We are open 9 AM to 9 PM every day – come and see us in Main Street, we’re happy to help you! 🍕';

async function count(world: World): Promise<number> {
  world.clock.advance(6_000);
  return countCosts(world.app);
}

const costsOf = async (world: World, id: string, path = '') =>
  (await world.api('GET', `/api/businesses/${id}/costs${path}`)).json;

type Amounts = { currency: string; micros: number }[];

describe('what is watched of costs', () => {
  test('the dearest texts are shown with what they could be; owner and operator hear of a crossing once', async () => {
    await using world = await createWorld();
    const id = await world.shop({ knows: [DEAR], sms: SMS });
    const owner = world.phone(OWNER);
    await owner.says(SHOP, '!list');
    for (let phone = 0; phone < 5; phone++) {
      const someone = world.phone(`+1415555013${phone}`, { on: 'sms' });
      for (let i = 0; i < 4; i++) await someone.says(SMS, 'When are you open?');
    }
    await count(world);

    const { patterns } = await costsOf(world, id, '/patterns');
    const [first] = patterns as {
      text: string;
      times: number;
      rewrite: { text: string; changes: { from: string }[] };
    }[];
    assert.deepEqual([first?.times, first?.text], [15, DEAR]);
    assert.equal(
      first?.rewrite.text,
      "We are open 9 AM to 9 PM every day - come and see us in Main Street, we're happy to help you!",
    );
    assert.deepEqual(
      first?.rewrite.changes.map(({ from }) => from),
      ['’', '–', '🎉', '🍕'],
    );

    const { costs } = await costsOf(world, id, '/top?by=customer&limit=2');
    const totals = (costs as { messages: number; costs: Amounts }[]).map(
      ({ messages, costs: of }) => [messages, of[0]?.currency],
    );
    assert.deepEqual(totals, [
      [8, 'USD'],
      [8, 'USD'],
    ]);
    assert.deepEqual((await costsOf(world, id, '/top?by=campaign')).costs, []);

    await watchAlerts(world.app);
    await watchAlerts(world.app);
    await world.settle();
    const told = () => owner.heard().filter((text) => /since yesterday/.test(text));
    assert.equal(told().length, 2, told().join());
    assert.match(
      told().join(),
      /a conversation has cost 0\.\d\d USD on average, more than 0\.03 USD/,
    );
    assert.match(told().join(), /your SMS have had \d\.\d segments on average, more than 1\.5/);
    const spending = { costPerConversation: { currency: 'USD', amount: '9' } };
    await world.api('PATCH', `/api/businesses/${id}`, { spending });
    await watchAlerts(world.app);
    const rows = await world.sql`select name from cost_alerts where cleared_at is null`;
    assert.deepEqual(rows, [{ name: 'longTexts' }]);
  });

  test('what waits is counted when it has gone, what never went costs nothing, and the thousand and first reply is charged for by Meta', async () => {
    await using world = await createWorld();
    const id = await world.shop({ knows: ['We are open 9 AM to 9 PM every day'] });
    const ana = world.phone(ANA);
    world.carrier.nextOutcomes([{ kind: 'rate-limited', retryAfterMs: 60_000 }]);
    await ana.says(SHOP, 'When are you open?');
    assert.equal(await count(world), 1);
    world.clock.advance(70_000);
    await world.settle();
    assert.equal(await count(world), 1);
    world.carrier.nextOutcomes([
      { kind: 'rejected', code: 21211 },
      { kind: 'failed', code: 63016 },
    ]);
    await ana.says(SHOP, 'Until when are you open?');
    await ana.says(SHOP, 'When do you open?');
    await world.sql`update reply_counts set replies = 1000`;
    await ana.says(SHOP, 'When are you open on Sunday?');
    await count(world);
    const rows = await world.sql<{ fee: string; micros: string }>`
      select fee, estimated_micros as micros from message_costs where direction = 'out' order by message_id, fee`;
    assert.deepEqual(
      rows.map(({ fee, micros }) => `${fee} ${micros}`),
      ['carrier 5000', 'carrier 5000', 'meta 3400', 'carrier 5000', 'meta 3400'],
    );

    world.clock.advance(HOUR_MS);
    await askForBills(world.app);
    const day = (await costsOf(world, id)).days.find(
      (one: { purpose: string }) => one.purpose === 'reply',
    );
    assert.deepEqual([day.messages, day.billed.micros, day.estimated.micros], [3, 10_000, 3_400]);

    await world.app.db.asBusiness(id, (tx) => sql`delete from contacts`.execute(tx));
    assert.deepEqual(await world.sql`select message_id from message_costs`, []);
    assert.equal((await costsOf(world, id)).days.length, 2);
  });

  test('many first messages to a country where nobody has written from stop it for a day, until its admin says otherwise', async () => {
    await using world = await createWorld();
    const id = await world.shop();
    const facts = () => world.app.db.asBusiness(id, (tx) => spendingFacts(tx, world.clock.now()));
    const write = (country: string, from: number, to: number) =>
      world.app.db.asBusiness(id, async (tx) => {
        const now = world.clock.now();
        for (let n = from; n < to; n++) {
          const sealed = world.app.vault.encrypt(`+${country}${String(20_000_000 + n * 50_021)}`);
          await sql`with p as (insert into contacts (created_at) values (${now}) returning id),
            c as (insert into conversations (contact_id, channel, our_address, their_sealed, created_at)
              select id, 'sms', ${SMS}, ${sealed}, ${now} from p returning id)
            insert into messages (conversation_id, direction, channel, our_address, their_sealed, body, kind,
              state, handed_over_at, created_at)
            select id, 'out', 'sms', ${SMS}, ${sealed}, 'Hi', 'marketing', 'handed-over', ${now}, ${now} from c`.execute(
            tx,
          );
        }
      });
    await write('371', 0, 19);
    await count(world);
    assert.equal(await watchFraud(world.app), 0);
    await write('371', 19, 25);
    await count(world);
    assert.equal(await watchFraud(world.app), 1);
    assert.equal(await watchFraud(world.app), 0);
    assert.deepEqual((await facts()).stoppedCountries, ['LV']);
    assert.equal((await costsOf(world, id)).guesses, 25);

    const [last] = await world.sql<{ conversationId: string }>`
      select conversation_id as "conversationId" from messages order by id desc limit 1`;
    assert.ok(last);
    const recent = (await recentOf(world.app, [last.conversationId])).get(last.conversationId);
    assert.deepEqual(
      recent?.talk.map(({ from, text }) => `${from} ${text}`),
      ['us Hi'],
    );
    const most = { perDay: 1, perWeek: 4 };
    assert.equal(recent?.marketingAt.length, 1);
    assert.equal(isWithinFrequency(recent?.marketingAt ?? [], most, world.clock.now()), false);

    const countries = { spending: { countries: ['us', 'LV'] } };
    const { json } = await world.api('PATCH', `/api/businesses/${id}`, countries);
    assert.deepEqual(json.business.spending.countries, ['US', 'LV']);
    assert.deepEqual((await facts()).stoppedCountries, []);
    assert.deepEqual((await facts()).rules.countries, ['US', 'LV']);
    assert.equal(await watchFraud(world.app), 0);

    const wrong = [
      { countries: ['Latvia'] },
      { budget: { currency: 'XXX', day: 1 } },
      { budget: { currency: 'USD', day: -1 } },
      { budget: { currency: 'USD' } },
      { marketingPerDay: 1.5 },
      { surprise: true },
    ];
    for (const spending of wrong) {
      const refused = await world.api('PATCH', `/api/businesses/${id}`, { spending });
      assert.equal(refused.status, 400, JSON.stringify(spending));
    }
    for (const query of [
      '?from=2026-02-01&to=2026-01-01',
      '?from=2020-01-01&to=2026-01-01',
      '?from=x',
    ]) {
      assert.equal(
        (await world.api('GET', `/api/businesses/${id}/costs${query}`)).status,
        400,
        query,
      );
    }
    assert.equal((await world.api('GET', '/api/businesses/none_1234/costs')).status, 404);
  });
});
