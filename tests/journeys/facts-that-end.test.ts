import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ownerOf } from '../support/owner.ts';
import { ANA, createWorld, SHOP } from '../support/world.ts';

const DAY_MS = 24 * 3_600_000;

describe('a fact that ends', () => {
  test('is told until then and no longer', async () => {
    await using world = await createWorld();
    await world.shop({ knows: ['We are open 9 AM to 9 PM every day'] });
    const owner = ownerOf(world);
    assert.match(
      await owner.tells('!add Every pizza costs 5 dollars, today only'),
      /^Saved as number 2: .*\nI tell it until the end of \w+day \d+ \w+\.$/,
    );
    const ana = world.phone(ANA);
    await ana.says(SHOP, 'How much is a pizza?');
    assert.match(ana.heard().at(-1) ?? '', /5 dollars/);
    world.clock.advance(DAY_MS);
    await ana.says(SHOP, 'How much is a pizza?');
    assert.match(ana.heard().at(-1) ?? '', /don't know/);
    await ana.says(SHOP, 'When are you open?');
    assert.match(ana.heard().at(-1) ?? '', /9 AM to 9 PM/);
  });

  test('stays in the list with its end, and can be told anew', async () => {
    await using world = await createWorld();
    await world.shop();
    const owner = ownerOf(world);
    const offer = 'Every pizza costs 5 dollars until tomorrow';
    await owner.tells(`!add ${offer}`);
    assert.match(
      await owner.tells('!list'),
      /1\. Every pizza .*tomorrow \(until \w+day \d+ \w+\)$/,
    );
    assert.match(await owner.tells(`!add ${offer}`), /know that already/);
    world.clock.advance(2 * DAY_MS);
    assert.match(await owner.tells('!list'), /1\. .* \(ended \w+day \d+ \w+\)$/);
    assert.match(await owner.tells('!show 1'), /^Number 1 \(ended /);
    assert.match(await owner.tells(`!add ${offer}`), /^Saved as number 2/);
    assert.match(await owner.tells('!search pizza'), /^Found 1:\n2\./);
  });

  test('gets another end, or none, with its new words', async () => {
    await using world = await createWorld();
    await world.shop();
    const owner = ownerOf(world);
    await owner.tells('!add Every pizza costs 5 dollars, today only');
    world.clock.advance(DAY_MS);
    assert.match(
      await owner.tells('!edit 1 Every pizza costs 5 dollars, today only'),
      /is changed[^]*I tell it until the end of/,
    );
    assert.match(await owner.tells('!ask How much is a pizza?'), /5 dollars/);
    assert.match(
      await owner.tells('!edit 1 Every pizza costs 6 dollars'),
      /It has no end any more/,
    );
    world.clock.advance(DAY_MS);
    assert.match(await owner.tells('!ask How much is a pizza?'), /6 dollars/);
  });

  test('comes from a list as well, each line with its own', async () => {
    await using world = await createWorld();
    await world.shop();
    const owner = ownerOf(world);
    await owner.tells('!add - Free coffee until tomorrow\n- Free parking');
    const saved = await owner.tells('2');
    assert.match(
      saved,
      /1\. Free coffee until tomorrow \(until \w+day \d+ \w+\)\n2\. Free parking$/,
    );
  });

  test('is offered for what is said of today', async () => {
    await using world = await createWorld();
    await world.shop();
    assert.match(
      await ownerOf(world).tells("!add Today's menu: margherita and calzone"),
      /^Saved as number 1: .*\nIf it holds only today, .*"today only"/,
    );
  });

  test('has no end where its day does not exist, and the owner hears it', async () => {
    await using world = await createWorld();
    await world.shop();
    const owner = ownerOf(world);
    const noSuchDay = /There is no such day as in "until 30 feb", so it has no end/;
    assert.match(await owner.tells('!add Pizza costs 5 dollars until 30 Feb'), noSuchDay);
    assert.match(await owner.tells('!edit 1 Pizza costs 6 dollars until 30 Feb'), noSuchDay);
    const fine = await owner.tells('!add We seat up to 50/60 people');
    assert.doesNotMatch(fine, /no such day/);
  });

  test('can be given by the API, with its very moment', async () => {
    await using world = await createWorld();
    const shop = await world.shop();
    const path = `/api/businesses/${shop}/knowledge`;
    const validUntil = new Date(world.clock.now().getTime() + 3_600_000).toISOString();
    const text = 'Every pizza costs 5 dollars';
    const { status, json } = await world.api('POST', path, { text, validUntil });
    assert.equal(status, 201);
    assert.equal(json.entry.validUntil, validUntil);
    const asked = async () =>
      (
        await world.api('POST', `/api/businesses/${shop}/answer`, {
          question: 'How much is a pizza?',
        })
      ).json.answer as string;
    assert.match(await asked(), /5 dollars/);
    world.clock.advance(3_700_000);
    assert.doesNotMatch(await asked(), /5 dollars/);
    const one = `${path}/${json.entry.entryId}`;
    const kept = await world.api('PUT', one, { text });
    assert.equal(kept.json.entry.validUntil, validUntil);
    const lasting = await world.api('PUT', one, { text, validUntil: null });
    assert.equal(lasting.json.entry.validUntil, null);
    assert.match(await asked(), /5 dollars/);
    const alias = await world.api('POST', path, { text: 'Free coffee', valid_until: validUntil });
    assert.equal(alias.json.entry.validUntil, validUntil);
    const bare = await world.api('PUT', one, { text, valid_until: null });
    assert.equal(bare.json.entry.validUntil, null);
    const wrong = await world.api('POST', path, { text, validUntil: 'next Sunday' });
    assert.equal(wrong.status, 400);
    assert.match(wrong.json.error.message, /validUntil/);
  });
});
