import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ANA, createWorld, SHOP } from '../support/world.ts';

test('knowledge over the API', async (t) => {
  await using world = await createWorld();
  const shop = await world.shop({ knows: [] });
  const elsewhere = await world.shop({
    number: '+14155550150',
    knows: ['A secret of the other shop'],
  });
  const knowledge = `/api/businesses/${shop}/knowledge`;
  const teach = (text: unknown) => world.api('POST', knowledge, { text });

  await t.test('what is taught over the API is known to customers at once', async () => {
    const { status, json } = await teach('  We deliver to downtown for $5\u0000 ');
    assert.equal(status, 201);
    assert.equal(json.entry.text, 'We deliver to downtown for $5');
    assert.equal(json.entry.source, 'api');

    const ana = world.phone(ANA);
    await ana.says(SHOP, 'Do you deliver to downtown?');
    assert.match(ana.heard().join(), /downtown for \$5/);

    const url = `${knowledge}/${json.entry.entryId}`;
    const changed = await world.api('PUT', url, { text: 'We deliver to downtown for $7' });
    assert.equal(changed.json.entry.text, 'We deliver to downtown for $7');
    assert.ok(changed.json.entry.updatedAt >= changed.json.entry.createdAt);
    await ana.says(SHOP, 'Do you deliver to downtown?');
    assert.match(ana.heard().at(-1) ?? '', /downtown for \$7/);

    const removed = await world.api('DELETE', url);
    assert.equal(removed.json.entry.text, 'We deliver to downtown for $7');
    await ana.says(SHOP, 'Do you deliver to downtown?');
    assert.doesNotMatch(ana.heard().at(-1) ?? '', /\$/);
    for (const method of ['GET', 'DELETE']) {
      const { status: gone, json: refusal } = await world.api(method, url);
      assert.deepEqual([gone, refusal.error.code], [404, 'entry_not_found']);
    }
  });

  await t.test('whoever keeps the vectors hears of every change', async () => {
    let heard = 0;
    world.app.wakeups.on('indexing_due', () => heard++);
    const { json } = await teach('We sell gift cards');
    await world.api('PUT', `${knowledge}/${json.entry.entryId}`, { text: 'We sell vouchers' });
    await world.api('DELETE', `${knowledge}/${json.entry.entryId}`);
    assert.equal(heard, 3);
  });

  await t.test(
    'the list has all entries in the order in which they were told, in pages with the total',
    async () => {
      const texts = ['One is first', 'Two is second', 'Three is third'];
      for (const text of texts) await teach(text);
      const { json } = await world.api('GET', `${knowledge}?limit=2&offset=1`);
      assert.deepEqual([json.total, json.limit, json.offset], [3, 2, 1]);
      assert.deepEqual(
        json.entries.map(({ text }: { text: string }) => text),
        texts.slice(1),
      );
      const [first] = json.entries;
      const one = await world.api('GET', `${knowledge}/${first.entryId}`);
      assert.deepEqual(one.json, { success: true, entry: first });
    },
  );

  await t.test(
    'a text may have 4000 characters, emoji and any script, but must have some',
    async () => {
      const long = '🍕é'.repeat(1333);
      const { status, json } = await teach(long);
      assert.deepEqual([status, json.entry.text], [201, long]);

      const tooLong = await teach('x'.repeat(4001));
      assert.equal(tooLong.status, 400);
      assert.equal(tooLong.json.error.message, 'text may have at most 4000 characters.');
      for (const text of ['', '   ', '\u0000', undefined, null, 5, ['x']]) {
        assert.equal((await teach(text)).status, 400, JSON.stringify(text));
      }
      for (const text of ['\u200b', '\u200d\ufeff\u2060 ', '\u00ad\n']) {
        assert.equal((await teach(text)).json.error.message, 'text must not be empty.');
      }
      const offset = await world.api('GET', `${knowledge}?offset=99999999999999999999`);
      assert.deepEqual(offset.json.error.details, [
        { field: 'offset', message: 'offset may be at most 1000000.' },
      ]);
      const half = await teach('half of a pair: \ud83c');
      assert.equal(half.json.entry.text, 'half of a pair: \ufffd');
    },
  );

  await t.test('another business’s entries can be neither read, changed nor removed', async () => {
    const listed = await world.api('GET', `/api/businesses/${elsewhere}/knowledge`);
    const [secret] = listed.json.entries;
    const url = `${knowledge}/${secret.entryId}`;
    assert.equal((await world.api('GET', url)).status, 404);
    assert.equal((await world.api('PUT', url, { text: 'Mine now' })).status, 404);
    assert.equal((await world.api('DELETE', url)).status, 404);
    const still = await world.api(
      'GET',
      `/api/businesses/${elsewhere}/knowledge/${secret.entryId}`,
    );
    assert.deepEqual(still.json.entry, secret);
  });

  await t.test('an entry id that is none is an entry that does not exist', async () => {
    for (const id of ['1', 'not-an-id', '00000000-0000-0000-0000-000000000000']) {
      const { status, json } = await world.api('GET', `${knowledge}/${id}`);
      assert.deepEqual([status, json.error.code], [404, 'entry_not_found'], id);
    }
  });

  await t.test('nothing can be taught to a business that does not exist', async () => {
    const { status, json } = await world.api('POST', '/api/businesses/nobody_1234/knowledge', {
      text: 'Hello',
    });
    assert.deepEqual([status, json.error.code], [404, 'business_not_found']);
  });
});
