import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ANA, createWorld, SHOP } from '../support/world.ts';

test('searching and answering over the API', async (t) => {
  await using world = await createWorld();
  const shop = await world.shop({
    knows: [
      'We are open 9 AM to 9 PM every day',
      'We deliver to downtown for $5',
      "Today's menu: margherita and calzone",
    ],
  });
  const url = `/api/businesses/${shop}`;
  const search = (query: unknown, limit?: unknown) =>
    world.api('POST', `${url}/knowledge/search`, { query, limit });
  const ask = (question: string) => world.api('POST', `${url}/answer`, { question });

  await t.test(
    'a search finds the entries that fit, the best first, with their scores',
    async () => {
      const { status, json } = await search('deliver downtown');
      assert.equal(status, 200);
      assert.equal(json.entries[0].text, 'We deliver to downtown for $5');
      const scores = json.entries.map(({ score }: { score: number }) => score);
      assert.deepEqual(
        scores,
        scores.toSorted((a: number, b: number) => b - a),
      );
      const found = await world.api('GET', `${url}/knowledge/${json.entries[0].entryId}`);
      assert.equal(found.json.entry.text, 'We deliver to downtown for $5');
    },
  );

  await t.test('a search gives at most as many as asked for, and only entries', async () => {
    await world.api('PATCH', url, { openingHours: 'open every day' });
    const { json } = await search('open every day', 1);
    assert.equal(json.entries.length, 1);
    assert.equal(json.entries[0].text, 'We are open 9 AM to 9 PM every day');

    await world.api('PATCH', url, { openingHours: 'closed on Thanksgiving' });
    const hours = await search('closed on Thanksgiving');
    assert.doesNotMatch(hours.text, /Thanksgiving/);
    await world.api('PATCH', url, { openingHours: null });
  });

  await t.test('what was taught a moment ago is found', async () => {
    assert.deepEqual((await search('parking garage')).json.entries, []);
    await world.api('POST', `${url}/knowledge`, { text: 'The parking garage is behind the house' });
    assert.equal((await search('parking garage')).json.entries.length, 1);
  });

  await t.test(
    'a search is refused without words, with too many, and with a limit that is none',
    async () => {
      assert.equal((await search('')).status, 400);
      assert.equal((await search('x'.repeat(2001))).status, 400);
      for (const limit of [0, 51, 1.5, '5']) assert.equal((await search('x', limit)).status, 400);
    },
  );

  await t.test('an answer is what a customer would hear, with its source', async () => {
    const { status, json } = await ask('Do you deliver to downtown?');
    assert.equal(status, 200);
    assert.equal(json.answered, true);
    assert.equal(json.by, 'engine');
    assert.ok(json.confidence > 0 && json.confidence <= 1);
    assert.deepEqual(
      json.sources.map(({ text }: { text: string }) => text),
      ['We deliver to downtown for $5'],
    );
    const ana = world.phone(ANA);
    await ana.says(SHOP, 'Do you deliver to downtown?');
    assert.ok(ana.heard().join().endsWith(json.answer));
  });

  await t.test('what is not known is said to be unknown, with the phone to call', async () => {
    await world.api('PATCH', url, { contactPhone: '+14155550199' });
    const { json } = await ask('Do you have a swimming pool?');
    assert.deepEqual([json.answered, json.sources, json.by], [false, [], null]);
    assert.match(json.answer, /don't know.*\+14155550199/);
  });

  await t.test('asking over the API is no question of a customer', async () => {
    const before = await world.api('GET', `${url}/metrics`);
    await ask('Do you deliver to downtown?');
    const afterwards = await world.api('GET', `${url}/metrics`);
    assert.deepEqual(afterwards.json, before.json);
  });

  await t.test('nothing is found in another business', async () => {
    const other = await world.shop({ number: '+14155550150', name: 'Other' });
    const path = `/api/businesses/${other}`;
    const found = await world.api('POST', `${path}/knowledge/search`, {
      query: 'deliver downtown',
    });
    assert.deepEqual(found.json.entries, []);
    const answer = await world.api('POST', `${path}/answer`, { question: 'Do you deliver?' });
    assert.equal(answer.json.answered, false);
    const nowhere = '/api/businesses/nobody_1234';
    assert.equal((await world.api('POST', `${nowhere}/answer`, { question: 'x' })).status, 404);
    assert.equal(
      (await world.api('POST', `${nowhere}/knowledge/search`, { query: 'x' })).status,
      404,
    );
  });
});
