import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { askForBills } from '#features/billing/bills.system.ts';
import { watchBudgets } from '#features/billing/budgets.system.ts';
import { countCosts } from '#features/billing/costs.system.ts';
import { budgetState } from '#features/billing/queries.ts';
import { modelTelling } from '../support/model.ts';
import type { World } from '../support/world.ts';
import { ANA, BEN, createWorld, OWNER, SHOP } from '../support/world.ts';

const HOURS = 'We are open 9 AM to 9 PM every day';
const SMS = '+14155550199';
const HOUR_MS = 3_600_000;

/** Time for everything to be counted, and for what follows from it. */
async function count(world: World): Promise<void> {
  await world.app.ledger.flush();
  world.clock.advance(6_000);
  await countCosts(world.app);
  await watchBudgets(world.app);
  await world.settle();
}

const costsOf = async (world: World, id: string, query = '') =>
  (await world.api('GET', `/api/businesses/${id}/costs${query}`)).json;

const shown = (days: Day[]) =>
  days.map(
    ({ channel, purpose, messages, segments, estimated, billed }) =>
      `${channel} ${purpose} ${messages} ${segments} ${estimated.amount}+${billed.amount} ${billed.currency}`,
  );
type Amount = { amount: string; currency: string };
type Day = {
  channel: string;
  purpose: string;
  messages: number;
  segments: number;
  estimated: Amount;
  billed: Amount;
};

describe('what a business costs', () => {
  test('is counted once by the price table, then told by the carrier, by day, channel and purpose', async () => {
    await using world = await createWorld({ answerer: modelTelling(() => 'open').answerer });
    const id = await world.shop({ knows: [HOURS], sms: SMS });
    await world.phone(ANA).says(SHOP, 'When are you open?');
    const ben = world.phone(BEN, { on: 'sms' });
    await ben.says(SMS, 'Do you have a pool? 😀');
    await count(world);
    await count(world);
    const [progress] = await world.sql`select last_id = (select max(id) from messages) as is_through
      from cost_marks`;
    assert.deepEqual(progress, { is_through: true });
    await world.sql`update cost_marks set last_id = 0`;
    await count(world);
    const long = 'SMS out twice as long as one';
    assert.ok(ben.heard().join('').length > 0, long);
    const { days, totals, guesses, budget } = await costsOf(world, id);
    assert.deepEqual([guesses, budget], [0, null]);
    const texts = shown(days);
    assert.deepEqual(
      texts.filter((text) => !text.startsWith('sms reply')),
      [
        'model answer 2 0 0.00036+0.00 USD',
        'sms received 1 1 0.0083+0.00 USD',
        'whatsapp received 1 1 0.005+0.00 USD',
        'whatsapp reply 1 1 0.005+0.00 USD',
      ],
    );
    assert.equal(totals.length, 1);

    world.clock.advance(HOUR_MS);
    assert.equal(await askForBills(world.app), 4);
    assert.equal(await askForBills(world.app), 0);
    const billed = shown((await costsOf(world, id)).days);
    assert.ok(billed.includes('whatsapp reply 1 1 0.00+0.005 USD'), billed.join());
    assert.ok(billed.includes('sms received 1 1 0.00+0.0075 USD'), billed.join());
    assert.deepEqual(await world.sql`select count(*)::int as n from costs_waiting`, [{ n: 0 }]);
  });

  test('is held against its budget: the owner hears of it once, and the built-in engine answers on', async () => {
    const { answerer, asked } = modelTelling(() => 'open');
    await using world = await createWorld({ answerer });
    const id = await world.shop({ knows: [HOURS] });
    const [owner, ana] = [world.phone(OWNER), world.phone(ANA)];
    const spending = { budget: { currency: 'USD', day: '0.0375', month: 1 } };
    const { json } = await world.api('PATCH', `/api/businesses/${id}`, { spending });
    assert.equal(json.business.spending.budget.day.amount, '0.0375');
    const stateNow = () => world.app.db.asBusiness(id, (tx) => budgetState(tx, world.clock.now()));
    const told = () => owner.heard().filter((text) => /budget/.test(text));

    await owner.says(SHOP, '!list');
    await ana.says(SHOP, 'Are you open at nine?');
    await count(world);
    assert.deepEqual([await stateNow(), told()], ['within', []]);
    await ana.says(SHOP, 'And are you open at noon today?');
    await count(world);
    assert.equal(await stateNow(), 'warned');
    assert.match(told().join(), /80 % of your budget: 0\.03 USD of 0\.04 USD/);
    await ana.says(SHOP, 'Is it open in the evening at 8 PM?');
    await count(world);
    await count(world);
    assert.equal(await stateNow(), 'spent');
    assert.match(told()[1] ?? '', /is used up: 0\.05 USD of 0\.04 USD/);

    const before = asked.length;
    await ana.says(SHOP, 'When are you open?');
    assert.match(ana.heard().at(-1) ?? '', /9 AM/);
    assert.equal(asked.length, before);
    await ana.says(SHOP, 'stop');
    assert.match(ana.heard().at(-1) ?? '', /won't get any more messages/);
    await count(world);
    assert.equal(told().length, 2);

    await world.api('PATCH', `/api/businesses/${id}`, { spending: { budget: null } });
    world.clock.advance(10_000);
    await world.phone(BEN).says(SHOP, 'When are you open?');
    assert.equal(asked.length, before + 1);
    world.clock.advance(24 * HOUR_MS);
    assert.equal(await stateNow(), 'within');
  });
});
