import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LANGUAGES } from '#features/conversations/languages.ts';
import { sentencesIn } from '#features/owner-sentences/sentences.ts';
import { known, ownerOf } from '../support/owner.ts';
import type { World } from '../support/world.ts';
import { ANA, createWorld, SHOP } from '../support/world.ts';

const MINUTE = 60_000;
const DAY_MS = 24 * 60 * MINUTE;
const HAIRCUT = 'Haircut costs 300 rupees';

async function asked(world: World, question: string): Promise<string> {
  const ana = world.phone(ANA);
  await ana.says(SHOP, question);
  return ana.heard().at(-1) ?? '';
}

describe('an owner states something in plain words', () => {
  test('the old entry is shown, and yes replaces it', async () => {
    await using world = await createWorld();
    const shop = await world.shop({
      knows: ['Parking is behind the shop', 'Tea is free', HAIRCUT],
    });
    const owner = ownerOf(world);
    assert.equal(
      await owner.tells('haircut is now 400'),
      'I understood: "Haircut is now 400."\nIt would replace number 3: "Haircut costs 300 rupees"\nReply yes to replace it, new to keep both, or no.',
    );
    assert.match(await asked(world, 'How much is a haircut?'), /300/);
    assert.match(await owner.tells('yes'), /^Number 3 is changed\.\nBefore: Haircut costs 300/);
    assert.match(await asked(world, 'How much is a haircut?'), /400/);
    assert.equal((await known(world, shop)).length, 3);
  });

  test('what holds for a while is told beside what holds after it', async () => {
    await using world = await createWorld();
    const shop = await world.shop({ knows: [HAIRCUT] });
    const owner = ownerOf(world);
    const reply = await owner.tells('haircut is 200 until the end of the month');
    assert.match(
      reply,
      /^I understood: .*\nI would tell it until the end of .*\nShall I save it\?/,
    );
    await owner.tells('yes');
    assert.deepEqual(await known(world, shop), [
      HAIRCUT,
      'Haircut is 200 until the end of the month.',
    ]);
  });

  test('new keeps both, and no keeps the old one', async () => {
    await using world = await createWorld();
    const shop = await world.shop({ knows: [HAIRCUT] });
    const owner = ownerOf(world);
    await owner.tells('haircut is now 400');
    assert.match(await owner.tells('no'), /did not save it/);
    assert.deepEqual(await known(world, shop), [HAIRCUT]);
    await owner.tells('haircut is now 400');
    assert.match(await owner.tells('new'), /^Saved as number 2/);
    assert.deepEqual(await known(world, shop), [HAIRCUT, 'Haircut is now 400.']);
  });

  test('an entry that says more keeps the rest of its words, which are shown', async () => {
    await using world = await createWorld();
    const shop = await world.shop({ knows: ['Haircut 300, beard trim 150, colour 900'] });
    const owner = ownerOf(world);
    assert.match(
      await owner.tells('haircut is now 400'),
      /It would change number 1: ".*300.*"\nto: "Haircut 400, beard trim 150, colour 900"/,
    );
    await owner.tells('yes');
    assert.deepEqual(await known(world, shop), ['Haircut 400, beard trim 150, colour 900']);
  });

  test('of several that could be meant, the owner says which', async () => {
    await using world = await createWorld();
    const shop = await world.shop({
      knows: ["Men's haircut costs 300", 'Tea is free', "Women's haircut costs 500"],
    });
    const owner = ownerOf(world);
    const reply = await owner.tells('haircut is now 400');
    assert.match(
      reply,
      /Which of these does it replace\?\n[13]\. .*\n[13]\. .*\nReply with the number/,
    );
    assert.match(await owner.tells('yes'), /one of the numbers [13], [13]/);
    assert.match(await owner.tells('2'), /one of the numbers/);
    assert.match(await owner.tells('3'), /^Number 3 is changed/);
    assert.deepEqual(await known(world, shop), [
      "Men's haircut costs 300",
      'Tea is free',
      'Haircut is now 400.',
    ]);
  });

  test('a correction is understood anew, and only yes saves it', async () => {
    for (const [correction, saved] of [
      ['no, 450', 'Haircut is now 450.'],
      ['450', 'Haircut is now 450.'],
      ["no, it's 450", 'Haircut is now 450.'],
      ['nahi, 450', 'Haircut is now 450.'],
      ['no, a haircut costs 450 with washing', 'A haircut costs 450 with washing.'],
    ] as const) {
      await using world = await createWorld();
      const shop = await world.shop({ knows: [HAIRCUT] });
      const owner = ownerOf(world);
      await owner.tells('haircut is now 400');
      assert.match(await owner.tells(correction), /^I understood: ".*450/, correction);
      assert.deepEqual(await known(world, shop), [HAIRCUT]);
      await owner.tells('new');
      assert.deepEqual(await known(world, shop), [HAIRCUT, saved], correction);
    }
  });

  test('yes and no are understood in every language of the product', async () => {
    await using world = await createWorld();
    const shop = await world.shop();
    const owner = ownerOf(world);
    const goods = ['jam', 'shoes', 'candles', 'roses', 'honey', 'kites', 'pens'];
    for (const [i, yes] of ['yes', 'Sí', 'sim', 'हाँ', 'haan', 'అవును', 'avunu'].entries()) {
      await owner.tells(`we sell ${goods[i]}`);
      await owner.tells(yes);
      assert.equal((await known(world, shop)).length, i + 1, yes);
    }
    const before = await known(world, shop);
    const notSaved = LANGUAGES.map((language) => sentencesIn(language).commands.notSaved);
    for (const no of ['no', 'não', 'नहीं', 'nahi', 'కాదు', 'kaadu', 'vaddu']) {
      await owner.tells('we rent bicycles');
      const said = await owner.tells(no);
      assert.ok(notSaved.includes(said), `${no}: ${said}`);
    }
    assert.deepEqual(await known(world, shop), before);
    for (const yes of ['haan', 'avunu']) {
      await owner.tells('!delte 1');
      assert.match(await owner.tells(yes), /^Deleted number 1|is deleted/, yes);
    }
  });

  test('other things may be said before the answer, and half an hour is enough', async () => {
    await using world = await createWorld();
    const shop = await world.shop({ knows: [HAIRCUT] });
    const owner = ownerOf(world);
    await owner.tells('haircut is now 400');
    await owner.tells('do we have parking?');
    await owner.tells('!list');
    assert.match(await owner.tells('yes'), /^Number 1 is changed/);
    await owner.tells('haircut is now 500');
    world.clock.advance(31 * MINUTE);
    assert.match(await owner.tells('yes'), /no longer open/);
    assert.deepEqual(await known(world, shop), ['Haircut is now 400.']);
  });

  test('a list that waits for its answer still waits behind it', async () => {
    await using world = await createWorld();
    const shop = await world.shop();
    const owner = ownerOf(world);
    await owner.tells('!add Ham 3 €\nEggs 2 €');
    await owner.tells('we sell jam');
    await owner.tells('yes');
    await owner.tells('2');
    assert.deepEqual(await known(world, shop), ['We sell jam.', 'Ham 3 €', 'Eggs 2 €']);
  });

  test('what changed meanwhile is not overwritten', async () => {
    await using world = await createWorld();
    const shop = await world.shop({ knows: [HAIRCUT] });
    const owner = ownerOf(world);
    await owner.tells('haircut is now 400');
    await owner.tells('!edit 1 Haircut costs 350 rupees');
    assert.match(await owner.tells('yes'), /has changed meanwhile, so I did nothing/);
    await owner.tells('haircut is now 400');
    await owner.tells('!delete 1');
    assert.match(await owner.tells('yes'), /Number 1 is deleted/);
    assert.deepEqual(await known(world, shop), []);
  });

  test('what is known already is not offered, and a list is asked about as a list', async () => {
    await using world = await createWorld();
    const shop = await world.shop({ knows: ['We sell jam.'] });
    const owner = ownerOf(world);
    assert.match(await owner.tells('we sell jam'), /know that already: it is number 1/);
    assert.match(await owner.tells('Ham 3 €\nEggs 2 €'), /one entry or as 2/);
    await owner.tells('2');
    assert.deepEqual(await known(world, shop), ['We sell jam.', 'Ham 3 €', 'Eggs 2 €']);
  });

  test('a question is answered as a customer would be, without a question mark, too', async () => {
    await using world = await createWorld();
    await world.shop({ knows: [HAIRCUT] });
    const owner = ownerOf(world);
    for (const question of ['how much is a haircut', 'haircut kitne ka hai', 'haircut entha'])
      assert.match(await owner.tells(question), /^.*(?:customer|Customer).*:\nHaircut costs 300/);
  });
});

describe('an owner says that it is closed', () => {
  test('on one day: the date is said, and the entry ends with that day', async () => {
    await using world = await createWorld();
    await world.shop({ knows: ['We are open 9 AM to 9 PM every day'] });
    const owner = ownerOf(world);
    const reply = await owner.tells('closed tomorrow');
    assert.match(
      reply,
      /^I understood: "Closed on \w+day \d+ \w+"\nI would tell it until the end of \w+day \d+ \w+\.\nShall I save it\? Reply yes or no\.$/,
    );
    assert.match(await owner.tells('yes'), /- \w+day \d+ \w+ \d+: closed/);
    const ana = world.phone(ANA);
    await ana.says(SHOP, 'Are you open tomorrow?');
    assert.match(ana.heard().at(-1) ?? '', /closed/);
    world.clock.advance(2 * DAY_MS);
    await owner.tells('!help');
    assert.doesNotMatch(await owner.tells('!hours'), /: closed/, 'a day that is past is forgotten');
  });

  test('every week: that is one answer away', async () => {
    await using world = await createWorld();
    const shop = await world.shop();
    const owner = ownerOf(world);
    assert.match(
      await owner.tells("we're closed on Monday"),
      /until the end of Monday.*every Monday/s,
    );
    assert.match(
      await owner.tells('every Monday'),
      /^I understood: "We're closed every Monday\."\nShall/,
    );
    await owner.tells('yes');
    assert.deepEqual(await known(world, shop), ["We're closed every Monday."]);
  });
});
