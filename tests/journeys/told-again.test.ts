import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { modelTelling } from '../support/model.ts';
import { ownerOf } from '../support/owner.ts';
import { ANA, BEN, createWorld, OWNER, SHOP } from '../support/world.ts';
import type { World } from '../support/world.ts';

const OTHER = '+14155550101';
const HOUR_MS = 3_600_000;
const CARDS = 'You can pay by card or cash';
const QUESTION = 'Can I pay by card?';

const CAROL = '+14155550144';

async function today(world: World, id: string) {
  await world.app.ledger.flush();
  return (await world.api('GET', `/api/businesses/${id}/metrics`)).json.metrics.model.today;
}

describe('an answer of the model', () => {
  test('is told again to the next who asks the same, costs nothing, and is counted', async () => {
    const { answerer, asked } = modelTelling(() => 'card');
    await using world = await createWorld({ answerer });
    const id = await world.shop({ knows: [CARDS] });
    const [ana, ben] = [world.phone(ANA), world.phone(BEN)];
    await ana.says(SHOP, QUESTION);
    await ben.says(SHOP, 'hello');
    await ben.says(SHOP, 'can i pay by card');
    assert.equal(asked.length, 1);
    assert.match(ben.heard().at(-1) ?? '', /You can pay by card or cash/);
    const { calls, repeatedAnswers, inputTokens } = await today(world, id);
    assert.deepEqual([calls, repeatedAnswers, inputTokens], [1, 1, 1_000]);
  });

  test('is never told by another business', async () => {
    const { answerer, asked } = modelTelling(() => 'card');
    await using world = await createWorld({ answerer });
    await world.shop({ knows: [CARDS] });
    await world.shop({ number: OTHER, owner: BEN, knows: ['No card, cash only'] });
    await world.phone(ANA).says(SHOP, QUESTION);
    const carol = world.phone(CAROL);
    await carol.says(OTHER, QUESTION);
    assert.match(carol.heard().at(-1) ?? '', /No card, cash only/);
    assert.equal(asked.length, 2);
  });

  test('is not told when the owner has changed what is known', async () => {
    const { answerer } = modelTelling(() => 'card');
    await using world = await createWorld({ answerer });
    await world.shop({ knows: [CARDS] });
    await world.phone(ANA).says(SHOP, QUESTION);
    await ownerOf(world).tells('!edit 1 We take no card any more');
    const ben = world.phone(BEN);
    await ben.says(SHOP, QUESTION);
    assert.match(ben.heard().at(-1) ?? '', /no card any more/);
  });

  test('is told only to who speaks the language in which it was asked', async () => {
    const { answerer, asked } = modelTelling(() => 'card');
    await using world = await createWorld({ answerer });
    await world.shop({ knows: [CARDS] });
    const [ana, ben] = [world.phone(ANA), world.phone(BEN)];
    await ana.says(SHOP, '¿A qué hora abren ustedes los domingos?');
    await ana.says(SHOP, 'card payment');
    await ben.says(SHOP, 'card payment');
    assert.deepEqual(
      asked.slice(1).map(({ language }) => language),
      ['es', 'en'],
    );
  });

  test('is forgotten when a fact ends, after an hour, and when it told the time after five minutes', async () => {
    const { answerer, asked } = modelTelling(({ text }) => (/open/.test(text) ? 'open' : 'card'));
    await using world = await createWorld({ answerer });
    await world.shop({ knows: ['We are open 9 AM to 9 PM every day', CARDS] });
    const counted = async (question: string) => {
      asked.length = 0;
      await world.phone(CAROL).says(SHOP, question);
      return asked.length;
    };
    assert.equal(await counted(QUESTION), 1);
    assert.equal(await counted('Are you open?'), 1);
    world.clock.advance(5 * 60_000);
    assert.equal(await counted(QUESTION), 0);
    assert.equal(await counted('Are you open?'), 1);
    world.clock.advance(HOUR_MS);
    assert.equal(await counted(QUESTION), 1);
    await ownerOf(world).tells('!add Pay by card and get 10% off, today only');
    assert.equal(await counted(QUESTION), 1);
    world.clock.advance(24 * HOUR_MS);
    assert.equal(await counted(QUESTION), 1);
  });

  test('that says "we are open now" is told neither after closing, nor on the next day, nor when a fact has ended', async () => {
    const { answerer, asked } = modelTelling(() => 'seats');
    await using world = await createWorld({ answerer });
    const id = await world.shop({ knows: ['There are seats for walk-ins'] });
    await ownerOf(world).tells('!hours Mon-Sun 9-18');
    const text = 'Walk-ins get a free coffee';
    const fact = { text, validUntil: '2030-01-13T04:30:00Z' };
    await world.api('POST', `/api/businesses/${id}/knowledge`, fact);
    await world.phone(CAROL).says(SHOP, 'Hello');
    const isAskedAnew = async (time: string) => {
      world.clock.advance(new Date(time).getTime() - world.clock.now().getTime());
      asked.length = 0;
      await world.phone(CAROL).says(SHOP, 'Are walk-ins welcome?');
      return asked.length === 1;
    };
    const cases: [time: string, isAskedAnew: boolean][] = [
      ['2030-01-12T22:58:00Z', true],
      ['2030-01-12T22:59:50Z', false],
      ['2030-01-12T23:00:00Z', true],
      ['2030-01-12T23:01:00Z', false],
      ['2030-01-13T04:29:00Z', true],
      ['2030-01-13T04:29:50Z', false],
      ['2030-01-13T04:30:00Z', true],
      ['2030-01-13T04:59:50Z', false],
      ['2030-01-13T05:00:00Z', true],
    ];
    for (const [time, isNew] of cases) assert.equal(await isAskedAnew(time), isNew, time);
    await world.api('PATCH', `/api/businesses/${id}`, { openingHours: null });
    assert.equal(await isAskedAnew('2030-01-14T04:59:00Z'), true);
    assert.equal(await isAskedAnew('2030-01-14T05:00:00Z'), true);
  });

  test('is kept for nobody where it came from a talk, says who asked, or was none', async () => {
    const { answerer, asked } = modelTelling(({ text }) => (/Sunday/.test(text) ? 'card' : 'none'));
    await using world = await createWorld({ answerer });
    await world.shop({ knows: [CARDS] });
    for (const phone of [ANA, BEN]) {
      for (const text of [QUESTION, 'and on Sunday?', 'Card on Sunday for ana@shop.example?'])
        await world.phone(phone).says(SHOP, text);
    }
    assert.equal(asked.length, 6);
  });

  test('is told again to the owner who asks as a customer', async () => {
    const { answerer, asked } = modelTelling(() => 'card');
    await using world = await createWorld({ answerer });
    await world.shop({ knows: [CARDS] });
    await world.phone(ANA).says(SHOP, QUESTION);
    const owner = world.phone(OWNER);
    await owner.says(SHOP, `!ask ${QUESTION}`);
    assert.match(owner.heard().at(-1) ?? '', /card or cash/);
    assert.equal(asked.length, 1);
  });
});
