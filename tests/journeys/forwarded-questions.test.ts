import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { known, ownerOf } from '../support/owner.ts';
import { ANA, createWorld, OWNER, SHOP } from '../support/world.ts';

const MINUTE = 60_000;

describe('an owner forwards what a customer asked', () => {
  const forwarded = { Forwarded: 'true' };

  test('and sees what it would be told, and from which entry', async () => {
    await using world = await createWorld();
    await world.shop({ knows: ['We have free parking behind the shop'] });
    assert.equal(
      await ownerOf(world).tells('Do you have parking', forwarded),
      'A customer asked: "Do you have parking"\nI would answer: We have free parking behind the shop\nFrom number 1: "We have free parking behind the shop"',
    );
  });

  test('and the next message is the answer, which is shown before it is saved', async () => {
    await using world = await createWorld();
    const shop = await world.shop();
    const owner = ownerOf(world);
    const reply = await owner.tells('Do you have parking?', { FrequentlyForwarded: 'true' });
    assert.equal(
      reply,
      'A customer asked: "Do you have parking?"\nI do not know that yet. Reply with the answer, and I save it.',
    );
    assert.match(
      await owner.tells('yes, behind the shop'),
      /^I understood: "Do you have parking\? Yes, behind the shop\."\nShall I save it\?/,
    );
    assert.deepEqual(await known(world, shop), []);
    await owner.tells('yes');
    assert.deepEqual(await known(world, shop), ['Do you have parking? Yes, behind the shop.']);
    const ana = world.phone(ANA);
    await ana.says(SHOP, 'is there parking?');
    assert.match(ana.heard()[0] ?? '', /behind the shop/);
  });

  test('and even a bare no is an answer; skip leaves the question', async () => {
    await using world = await createWorld();
    const shop = await world.shop();
    const owner = ownerOf(world);
    await owner.tells('do you take dogs', forwarded);
    assert.match(await owner.tells('No'), /"Do you take dogs\? No\."/);
    await owner.tells('yes');
    assert.deepEqual(await known(world, shop), ['Do you take dogs? No.']);
    await owner.tells('where do I leave my horse?', forwarded);
    assert.match(await owner.tells('skip'), /leave that question/);
    assert.match(await owner.tells('!list'), /I know 1 thing/);
    assert.match(await owner.tells('we sell jam'), /^I understood: "We sell jam\."/);
  });

  test('and answers by quoting, whatever was said since', async () => {
    await using world = await createWorld();
    const shop = await world.shop();
    const owner = ownerOf(world);
    await owner.tells('do you take cats?', forwarded);
    const [first] = await world.sql<{ sid: string }>`select message_sid as sid from messages
      where direction = 'out' and body like 'A customer asked%'`;
    await owner.tells('do you take dogs?', forwarded);
    const [second] = await world.sql<{ sid: string }>`select message_sid as sid from messages
      where direction = 'in' and body = 'do you take dogs?'`;
    world.clock.advance(40 * MINUTE);
    await owner.tells('Only small ones', { OriginalRepliedMessageSid: first?.sid ?? '' });
    await owner.tells('yes');
    await owner.tells('Of course', { OriginalRepliedMessageSid: second?.sid ?? '' });
    await owner.tells('yes');
    assert.deepEqual(await known(world, shop), [
      'Do you take cats? Only small ones.',
      'Do you take dogs? Of course.',
    ]);
  });

  test('and nothing in it is taken for the owner’s own command or answer', async () => {
    await using world = await createWorld();
    const shop = await world.shop({ knows: ['Tea is free'] });
    const owner = ownerOf(world);
    assert.match(await owner.tells('!delete 1', forwarded), /^A customer asked: "!delete 1"/);
    await owner.tells('we sell jam');
    await owner.tells('yes', forwarded);
    assert.deepEqual(await known(world, shop), ['Tea is free']);
  });

  test('and an answer that is too long is not saved, and how long it is is said', async () => {
    await using world = await createWorld();
    const shop = await world.shop();
    const owner = ownerOf(world);
    await owner.tells('do you take cats?', forwarded);
    assert.match(
      await owner.tells(`Yes ${'x'.repeat(4_100)}`),
      /too long: it has 41\d\d characters/,
    );
    assert.deepEqual(await known(world, shop), []);
  });

  test('while a customer who forwards something simply writes', async () => {
    await using world = await createWorld();
    await world.shop({ knows: ['We have free parking behind the shop'] });
    const ana = world.phone(ANA);
    await ana.says(SHOP, 'is there parking?', forwarded);
    assert.match(ana.heard()[0] ?? '', /free parking/);
    assert.equal(world.phone(OWNER).heard().length, 0);
  });
});
