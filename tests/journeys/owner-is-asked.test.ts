import assert from 'node:assert/strict';
import { test } from 'node:test';
import { known, ownerOf } from '../support/owner.ts';
import { createWorld, SHOP } from '../support/world.ts';

const LIST = '!add Ham 3 €\nEggs 2 €\nMilk 1 €';
const MINUTE = 60_000;

test('a list is saved in the way that the owner chooses', async () => {
  const cases: [string, string[]][] = [
    ['1', ['Ham 3 €\nEggs 2 €\nMilk 1 €']],
    ['One!', ['Ham 3 €\nEggs 2 €\nMilk 1 €']],
    ['2', ['Ham 3 €', 'Eggs 2 €', 'Milk 1 €']],
    ['separate', ['Ham 3 €', 'Eggs 2 €', 'Milk 1 €']],
    ['no', []],
  ];
  for (const [answer, entries] of cases) {
    await using world = await createWorld();
    const shop = await world.shop();
    const owner = ownerOf(world);
    assert.match(await owner.tells(LIST), /Save this as one entry or as 3\?/);
    assert.deepEqual(await known(world, shop), []);
    await owner.tells(answer);
    assert.deepEqual(await known(world, shop), entries, answer);
    assert.match(await owner.tells('2'), /no open question/);
  }
});

test('the numbers of a saved list are told, and known parts are not saved again', async () => {
  await using world = await createWorld();
  const shop = await world.shop({ knows: ['eggs 2 €'] });
  const owner = ownerOf(world);
  await owner.tells(LIST);
  assert.equal(
    await owner.tells('separate'),
    'Saved 2 entries:\n2. Ham 3 €\n3. Milk 1 €\nI know that already: it is number 1.',
  );
  assert.deepEqual(await known(world, shop), ['eggs 2 €', 'Ham 3 €', 'Milk 1 €']);
});

test('an expired question is not obeyed', async () => {
  await using world = await createWorld();
  const shop = await world.shop();
  const owner = ownerOf(world);
  await owner.tells(LIST);
  world.clock.advance(31 * MINUTE);
  assert.match(await owner.tells('2'), /no longer open/);
  assert.deepEqual(await known(world, shop), []);
  assert.match(await owner.tells('2'), /no open question/);
});

test('a list waits for its answer while other things are said', async () => {
  await using world = await createWorld();
  const shop = await world.shop();
  const owner = ownerOf(world);
  await owner.sends(SHOP, LIST);
  await owner.sends(SHOP, '!add Tea 1 €');
  await world.settle();
  assert.match(await owner.tells('yes'), /1 \(one entry\) or 2/);
  await owner.tells('!list');
  await owner.tells('2');
  assert.deepEqual(await known(world, shop), ['Tea 1 €', 'Ham 3 €', 'Eggs 2 €', 'Milk 1 €']);
});

test('"yes" answers the newer question, and the list still waits for its own', async () => {
  await using world = await createWorld();
  const shop = await world.shop({ knows: ['Tea 1 €'] });
  const owner = ownerOf(world);
  await owner.tells(LIST);
  assert.match(await owner.tells('!lst'), /Did you mean !list\? Reply yes/);
  assert.match(await owner.tells('yes'), /^I know 1 thing:\n1\. Tea/);
  assert.match(await owner.tells('!lst'), /Did you mean/);
  assert.match(await owner.tells('no'), /did nothing/);
  assert.match(await owner.tells('!lst'), /Did you mean/);
  assert.match(await owner.tells('2'), /Saved 3 entries/);
  assert.match(await owner.tells('2'), /no open question/);
  assert.deepEqual(await known(world, shop), ['Tea 1 €', 'Ham 3 €', 'Eggs 2 €', 'Milk 1 €']);
});

test('a second list takes the place of the first, and that is said', async () => {
  await using world = await createWorld();
  const shop = await world.shop();
  const owner = ownerOf(world);
  await owner.tells(LIST);
  assert.match(await owner.tells('!add Tea\nCoffee'), /earlier list is not saved/);
  await owner.tells('separate');
  assert.deepEqual(await known(world, shop), ['Tea', 'Coffee']);
});

test('a list too long for one entry can only be saved in parts', async () => {
  await using world = await createWorld();
  const shop = await world.shop();
  const owner = ownerOf(world);
  const items = [1, 2, 3].map((i) => `${i}${'x'.repeat(1_999)}`);
  assert.match(await owner.tells(`!add ${items.join('\n')}`), /6002 characters.*3 separate/s);
  await owner.tells('yes');
  assert.deepEqual(await known(world, shop), items);
});

test('a mistyped command is carried out once the owner agrees', async () => {
  await using world = await createWorld();
  const shop = await world.shop({ knows: ['ham', 'eggs'] });
  const owner = ownerOf(world);
  assert.match(await owner.tells('!delte 2'), /Did you mean !delete\? Reply yes/);
  assert.match(await owner.tells('Yes!'), /Deleted number 2: "eggs"/);
  assert.match(await owner.tells('!delte 1'), /Did you mean/);
  assert.match(await owner.tells('no'), /did nothing/);
  assert.match(await owner.tells('!delte 1'), /Did you mean/);
  await owner.tells('!list');
  assert.match(await owner.tells('yes'), /no open question/);
  assert.match(await owner.tells('!frobnicate'), /don't know !frobnicate\. Send !help/);
  assert.deepEqual(await known(world, shop), ['ham']);
});

test('a statement is not lost: the owner hears what was understood, and yes is enough', async () => {
  await using world = await createWorld();
  const shop = await world.shop();
  const owner = ownerOf(world);
  const reply = await owner.tells('we sell jam');
  assert.match(reply, /^I understood: "We sell jam\."\nShall I save it\? Reply yes or no\.$/);
  assert.deepEqual(await known(world, shop), []);
  await owner.tells('yes');
  assert.deepEqual(await known(world, shop), ['We sell jam.']);
});

test('a command without its mark is proposed, and never as something to teach', async () => {
  await using world = await createWorld();
  const shop = await world.shop({ knows: ['ham'] });
  const owner = ownerOf(world);
  const add = await owner.tells('add we have towels');
  assert.match(add, /I understood: "We have towels\."\nShall I save it\? Reply yes/);
  await owner.tells('yes');
  assert.deepEqual(await known(world, shop), ['ham', 'We have towels.']);
  assert.match(await owner.tells('delete 1'), /^Did you mean !delete 1\? Reply yes/);
  assert.match(await owner.tells('yes'), /Deleted number 1: "ham"/);
  assert.match(await owner.tells('show me stats'), /^Did you mean !stats\?/);
  assert.match(await owner.tells('yes'), /^Today: /);
  assert.match(await owner.tells('list'), /^Did you mean !list\?/);
  assert.match(await owner.tells('help'), /!add <text>/);
  assert.deepEqual(await known(world, shop), ['We have towels.']);
});

test('the command before each line of a list is no part of what is saved', async () => {
  await using world = await createWorld();
  const shop = await world.shop();
  const owner = ownerOf(world);
  await owner.tells('!add we sell jam\n!add we sell tea');
  await owner.tells('2');
  assert.deepEqual(await known(world, shop), ['we sell jam', 'we sell tea']);
  assert.match(await owner.tells('!add we sell milk\n!delete 1'), /one command in a message/);
  assert.match(await owner.tells('!edit 1 we sell milk\n!edit 2 we sell ham'), /one command/);
  assert.deepEqual(await known(world, shop), ['we sell jam', 'we sell tea']);
});
