import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { takeOwnerTurn } from '#features/commands/owner-turn.ts';
import { LostTurn } from '#features/conversations/settle.ts';
import { turnStore } from '#features/conversations/turn-store.system.ts';
import { docxOf, paragraph, pdfOf } from '../support/files.ts';
import { known } from '../support/owner.ts';
import { file, kept, sending } from '../support/sending-files.ts';
import { ANA, createWorld, OWNER, SHOP } from '../support/world.ts';

const MENU = file(
  pdfOf([
    [
      { text: 'Pizza', size: 18 },
      'Margherita 12.50',
      'Diavola 14.00',
      { text: 'Delivery', size: 18, down: 40 },
      'We deliver to downtown for 3 dollars.',
    ],
  ]),
  'menu.pdf',
  'application/pdf',
);
const ENTRIES = [
  'Pizza: Margherita 12.50',
  'Pizza: Diavola 14.00',
  'Delivery: We deliver to downtown for 3 dollars.',
];

describe('a file of the owner', () => {
  test('is listed for approval, then answers customers, until it is removed; and it can be brought back', async () => {
    const { world, shop, owner, sends } = await sending();
    await using _world = world;
    const ana = world.phone(ANA);
    assert.equal(
      await sends(MENU),
      `I found 3 entries in menu.pdf:\n1. ${ENTRIES[0]}\n2. ${ENTRIES[1]}\n3. ${ENTRIES[2]}\nSave them? Reply yes or no. (Also later: !approve 1)\nOnly some of them: reply with their numbers, such as 1-5, 8 or all but 3.`,
    );
    await ana.says(SHOP, 'How much is the Margherita?');
    assert.match(ana.heard().at(-1) ?? '', /don't know/);

    assert.match(await owner.tells('yes'), /Saved 3 entries from menu\.pdf, which is source 1/);
    assert.deepEqual(await known(world, shop), ENTRIES);
    await ana.says(SHOP, 'How much is the Margherita?');
    assert.match(ana.heard().at(-1) ?? '', /12\.50/);
    assert.match(await owner.tells('!sources'), /1\. menu\.pdf: 3 entries, /);
    assert.match(await owner.tells('!sources 1'), /3 entries\n1\. Pizza: Margherita 12\.50\n2\./);

    assert.match(await owner.tells('!delete source 1'), /Removed source 1, menu\.pdf, with 3/);
    await ana.says(SHOP, 'How much is the Margherita?');
    assert.match(ana.heard().at(-1) ?? '', /don't know/);
    assert.match(await owner.tells('!sources'), /no files yet/);
    assert.match(await owner.tells('!undo'), /Source 1, menu\.pdf, is back with 3 entries/);
    assert.deepEqual(await known(world, shop), ENTRIES);
  });

  test('is not saved when the owner says no', async () => {
    const { world, shop, owner, sends } = await sending();
    await using _world = world;
    await sends(MENU);
    const [document] = await kept(world);
    assert.ok(await world.app.files.get(shop, document?.id ?? ''));
    assert.match(await owner.tells('no'), /saved nothing from menu\.pdf/);
    assert.deepEqual(await known(world, shop), []);
    assert.equal(await world.app.files.get(shop, document?.id ?? ''), null);
    assert.match(await owner.tells('!approve 1'), /no source 1/);
  });

  test('is saved in part when the owner names numbers, and nothing is lost when she names wrong ones', async () => {
    const { world, shop, owner, sends } = await sending();
    await using _world = world;
    await sends(MENU);
    assert.match(await owner.tells('add 2-4'), /I saved nothing: .* the numbers 1 to 3\./);
    assert.match(await owner.tells('all but 1-3'), /I saved nothing/);
    assert.deepEqual(await known(world, shop), []);
    assert.match(
      await owner.tells('all but 2'),
      /Saved 2 entries from menu\.pdf, which is source 1, and left out 1\. !sources/,
    );
    assert.deepEqual(await known(world, shop), [ENTRIES[0], ENTRIES[2]]);
    assert.match(await owner.tells('!approve 1 2'), /saved already/);
    await owner.tells('!delete source 1');
    await sends(MENU);
    assert.match(await owner.tells('!approve 2 the first'), /Write the number of the file/);
    assert.match(await owner.tells('!approve 2 3, 1'), /Saved 2 entries .* left out 1\./);
    assert.deepEqual(await known(world, shop), [ENTRIES[0], ENTRIES[2]]);
  });

  test('waits for its answer while other things are said, and for days as !approve', async () => {
    const { world, shop, owner, sends } = await sending();
    await using _world = world;
    await sends(MENU);
    await owner.tells('!stats');
    assert.match(await owner.tells('!sources 1'), /3 entries\n1\. Pizza.*Save them: !approve 1/s);
    world.clock.advance(3 * 24 * 3_600_000);
    assert.match(await owner.tells('yes'), /no longer open.*!approve 1/);
    assert.deepEqual(await known(world, shop), []);
    assert.match(await owner.tells('!sources'), /3 entries found, waiting for you: !approve 1/);
    assert.match(await owner.tells('!approve 1'), /Saved 3 entries/);
    assert.match(await owner.tells('!approve 1'), /saved already/);
    assert.deepEqual(await known(world, shop), ENTRIES);
  });

  test('sent twice or known already adds nothing twice', async () => {
    const { world, shop, owner, sends } = await sending();
    await using _world = world;
    await owner.tells(`!add ${ENTRIES[0]?.toUpperCase()}`);
    assert.match(await sends(MENU), /I found 2 entries.*\(1 entry more I know already\.\)/s);
    assert.match(
      await sends(file(Buffer.from('Diavola 14.00\n\nDiavola 14.00'), 'x.txt')),
      /I found 1 entry in x\.txt.*Save it\?.*Source 1 still waits for you: !approve 1/s,
    );
    await owner.tells('yes');
    await owner.tells('!approve 1');
    assert.match(await sends(MENU), /All 3 things in menu\.pdf I know already/);
    assert.equal((await known(world, shop)).length, 4);
  });

  test('that is long shows its first entries, and all of them page by page', async () => {
    const { world, owner, sends } = await sending();
    await using _world = world;
    const rows = Array.from({ length: 40 }, (_, i) => `Dish ${'abcdefgh'[i % 8]}${i},${i + 5}`);
    const said = await sends(file(Buffer.from(['Dish,Price', ...rows].join('\n')), 'prices.csv'));
    assert.match(said, /I found 40 entries in prices\.csv:\n1\. Dish: Dish a0, Price: 5\n/);
    assert.match(said, /\.\.\. and 32 more \(!sources shows all\)/);
    assert.match(
      await owner.tells('!sources 1 4'),
      /40 entries, page 4 of 4\n31\. Dish: Dish g30.*\n40\. /s,
    );
    assert.match(await owner.tells('yes'), /Saved 40 entries/);
  });

  test('that is a Word document, a text or a table is understood as such, whatever it is called', async () => {
    const { world, shop, owner, sends } = await sending();
    await using _world = world;
    const docx = docxOf(paragraph('Parking', 'Heading1') + paragraph('Free behind the house.'));
    for (const given of [
      file(docx, 'parking.pdf', 'application/pdf'),
      file(Buffer.from('Is there wifi?\nYes, it is free for guests.'), 'faq.txt', 'text/plain'),
      file(Buffer.from('Room;Price\nSuite;90'), 'rooms.csv', 'text/csv'),
    ]) {
      await sends(given);
      await owner.tells('yes');
    }
    assert.deepEqual(await known(world, shop), [
      'Parking: Free behind the house.',
      'Is there wifi? Yes, it is free for guests.',
      'Room: Suite, Price: 90',
    ]);
  });

  test('uses what is written beside it: as its heading, as its name, after !add', async () => {
    const { world, shop, owner, sends } = await sending();
    await using _world = world;
    const text = file(Buffer.from('Monday to Friday 9 to 18.'), null, 'text/plain');
    assert.match(await sends(text, '!add Opening hours'), /1\. Opening hours: Monday to Friday/);
    await owner.tells('no');
    assert.match(await sends(text, 'hours-2026.txt'), /1 entry in hours-2026\.txt:\n1\. Monday/);
    await owner.tells('no');
    const empty = file(Buffer.alloc(0), 'empty.txt');
    const zip = file(Buffer.from('PK\u0003\u0004 and no more'), null, 'application/zip');
    assert.doesNotMatch(await sends(zip, 'prices.zip'), /!add/);
    assert.match(await sends(empty, '!add We deliver'), /Saved as.*only your text.*is empty/s);
    assert.match(await sends(empty, 'We are closed'), /is empty.*!add We are closed/s);
    assert.match(await sends(text, '!hours 9 to 5'), /hours are now: 9 to 5.*only your text/s);
    assert.deepEqual(await known(world, shop), ['We deliver']);
  });

  test('beyond five in an hour has to wait; commands do not', async () => {
    const { world, owner, sends } = await sending();
    await using _world = world;
    const text = (i: number) => file(Buffer.from(`Note number ${i} is new.`), `${i}.txt`);
    for (let i = 0; i < 5; i++) assert.match(await sends(text(i)), /I found 1 entry/);
    assert.match(await sends(text(5)), /send more in \d+ minutes/);
    assert.equal(await sends(text(6), 'with a caption'), '');
    assert.match(await owner.tells('!sources'), /5\. 4\.txt/);
    world.clock.advance(3_600_000);
    assert.match(await sends(text(7)), /I found 1 entry/);
  });

  test('is taken once though the process that began it comes back late', async () => {
    await using world = await createWorld({ answersHere: false });
    await world.shop();
    const owner = world.phone(OWNER);
    await owner.sends(SHOP, '', world.carrier.attach(MENU));
    const store = turnStore(world.app);
    const [late] = await store.claim(1);
    world.clock.advance(11_000);
    const [again] = await store.claim(1);
    assert.ok(late && again);
    await takeOwnerTurn(world.app, again, randomUUID());
    await assert.rejects(takeOwnerTurn(world.app, late, randomUUID()), LostTurn);
    assert.equal((await kept(world)).length, 1);
  });

  test('is asked for again when the carrier does not give it at once', async () => {
    let tries = 0;
    const { world, sends } = await sending();
    await using _world = world;
    const { media } = world.app;
    media.fetch = ((fetch) => async (url, signal) => {
      if (++tries === 1) throw new Error('connect ETIMEDOUT');
      return fetch(url, signal);
    })(media.fetch);
    await sends(MENU);
    world.clock.advance(5_000);
    await world.settle();
    assert.match(world.phone(OWNER).heard().at(-1) ?? '', /I found 3 entries/);
    assert.equal(tries, 2);
  });

  test('goes with its business, on the disk too', async () => {
    const { world, shop, sends } = await sending();
    await using _world = world;
    await sends(MENU);
    const [document] = await kept(world);
    await world.api('DELETE', `/api/businesses/${shop}`);
    assert.deepEqual(await kept(world), []);
    assert.equal(await world.app.files.get(shop, document?.id ?? ''), null);
  });
});
