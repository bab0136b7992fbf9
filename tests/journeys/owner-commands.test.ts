import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { takeOwnerTurn } from '#features/commands/owner-turn.ts';
import { LostTurn } from '#features/conversations/settle.ts';
import { turnStore } from '#features/conversations/turn-store.system.ts';
import { lasting } from '#features/knowledge/fact.ts';
import { addEntries } from '#features/knowledge/queries.ts';
import { known, ownerOf } from '../support/owner.ts';
import { ANA, createWorld, OWNER, SHOP } from '../support/world.ts';

const BAKER = '+14155550144';
const BAKERY = '+14155550155';

test('three things taught in one breath are saved in order, each once', async () => {
  await using world = await createWorld();
  const shop = await world.shop();
  const owner = ownerOf(world);
  for (const text of ['first', 'second', 'third']) await owner.sends(SHOP, `!add ${text}`);
  await world.settle();
  assert.deepEqual(await known(world, shop), ['first', 'second', 'third']);
  assert.deepEqual(owner.heard(), [
    'Saved as number 1: "first"',
    'Saved as number 2: "second"',
    'Saved as number 3: "third"',
  ]);
});

test('a command is carried out once though the process that began it comes back late', async () => {
  await using world = await createWorld({ answersHere: false });
  const shop = await world.shop();
  const owner = world.phone(OWNER);
  await owner.sends(SHOP, '!add We deliver');
  const store = turnStore(world.app);
  const [late] = await store.claim(1);
  world.clock.advance(11_000);
  const [again] = await store.claim(1);
  assert.ok(late && again);
  await assert.rejects(takeOwnerTurn(world.app, late, randomUUID()), LostTurn);
  assert.deepEqual(await known(world, shop), []);
  await takeOwnerTurn(world.app, again, randomUUID());
  await assert.rejects(takeOwnerTurn(world.app, late, randomUUID()), LostTurn);
  assert.deepEqual(await known(world, shop), ['We deliver']);
});

test('numbers stay what they were after a deletion, until the next list', async () => {
  await using world = await createWorld();
  const shop = await world.shop({ knows: ['ham', 'eggs', 'milk', 'rice'] });
  const owner = ownerOf(world);
  assert.match(
    await owner.tells('!list'),
    /I know 4 things:\n1\. ham\n2\. eggs\n3\. milk\n4\. rice/,
  );
  assert.match(await owner.tells('!delete 2'), /Deleted number 2: "eggs"/);
  assert.match(await owner.tells('!show 3'), /Number 3:\nmilk/);
  assert.match(await owner.tells('!delete 4'), /"rice"/);
  assert.match(await owner.tells('!show 2'), /Number 2 is deleted/);
  assert.match(await owner.tells('!add tea'), /Saved as number 5: "tea"/);
  assert.match(await owner.tells('!edit 5 green tea'), /Before: tea\nNow: green tea/);
  assert.deepEqual(await known(world, shop), ['ham', 'milk', 'green tea']);
  assert.match(await owner.tells('!list'), /1\. ham\n2\. milk\n3\. green tea/);
  assert.match(await owner.tells('!show 4'), /no number 4.*from 1 to 3/s);
  assert.match(await owner.tells('!show 99'), /no number 99/);
});

test('numbers work before any list was asked for', async () => {
  await using world = await createWorld();
  await world.shop({ knows: ['ham', 'eggs', 'milk'] });
  const owner = ownerOf(world);
  assert.match(await owner.tells('!delete 1'), /"ham"/);
  assert.match(await owner.tells('!show 3'), /milk/);
});

test('several deletions are undone one after the other', async () => {
  await using world = await createWorld();
  const shop = await world.shop({ knows: ['ham', 'eggs', 'milk'] });
  const owner = ownerOf(world);
  await owner.tells('!list');
  await owner.tells('!delete 1');
  await owner.tells('!delete 3');
  assert.match(await owner.tells('!undo'), /Number 3 is back: "milk"/);
  await owner.tells('!search eggs');
  await owner.tells('!list');
  assert.match(await owner.tells('!undo'), /Number 3 is back: "ham"/);
  assert.match(await owner.tells('!undo'), /nothing to bring back/);
  assert.deepEqual(await known(world, shop), ['ham', 'eggs', 'milk']);
});

test('undo does not make a second copy of what was taught again meanwhile', async () => {
  await using world = await createWorld();
  const shop = await world.shop({ knows: ['ham'] });
  const owner = ownerOf(world);
  await owner.tells('!delete 1');
  assert.match(await owner.tells('!add Ham'), /Saved as number 2/);
  assert.match(await owner.tells('!undo'), /there already, as number 2/);
  assert.deepEqual(await known(world, shop), ['Ham']);
});

test('the same thing is not saved twice', async () => {
  await using world = await createWorld();
  const shop = await world.shop({ knows: ['ham', 'We  deliver'] });
  const owner = ownerOf(world);
  assert.equal(await owner.tells('!add we deliver'), 'I know that already: it is number 2.');
  assert.match(await owner.tells('!edit 1 We deliver'), /already: it is number 2/);
  assert.match(await owner.tells('!edit 2 We deliver'), /Now: We deliver/);
  assert.deepEqual(await known(world, shop), ['ham', 'We deliver']);
});

test('long lists come in pages, with the numbers going on', async () => {
  await using world = await createWorld();
  const knows = Array.from({ length: 23 }, (_, i) => `entry ${i + 1} ${'long words '.repeat(40)}`);
  await world.shop({ knows });
  const owner = ownerOf(world);
  const first = await owner.tells('!list');
  assert.match(first, /I know 23 things \(page 1 of 3\):\n1\. entry 1 .*More: !list 2/s);
  assert.ok(first.length <= 1_500);
  assert.match(await owner.tells('!list page 3'), /21\. entry 21 .*23\. entry 23/s);
  assert.match(await owner.tells('!show 14'), /entry 14 /);
  assert.equal(await owner.tells('!list 4'), 'The pages go from 1 to 3.');
  assert.match(await owner.tells('!list pizza'), /!search pizza/);
});

test('an entry of any length is shown in full, in messages that the carrier takes', async () => {
  await using world = await createWorld();
  const long = Array.from({ length: 700 }, (_, i) => `w${i}`).join(' ');
  await world.shop({ knows: [long] });
  const owner = ownerOf(world);
  await owner.tells('!show 1');
  assert.ok(owner.heard().length > 1);
  assert.ok(owner.heard().every((body) => body.length <= 1_600));
  assert.equal(owner.heard().join(' ').replace(/\s+/g, ' '), `Number 1: ${long}`);
});

test('an entry that is too long is refused with its length', async () => {
  await using world = await createWorld();
  const shop = await world.shop();
  const owner = ownerOf(world);
  assert.match(await owner.tells(`!add ${'x'.repeat(4_001)}`), /4001 characters.*4000/);
  assert.deepEqual(await known(world, shop), []);
  assert.match(await owner.tells(`!add ${'👍'.repeat(2_000)}`), /Saved as number 1/);
});

test('emoji and right-to-left entries come back as they were written', async () => {
  await using world = await createWorld();
  const shop = await world.shop();
  const owner = ownerOf(world);
  const texts = [
    '🍕 “Pizza” 👨‍👩‍👧‍👦 — ½ price！',
    'أهلاً، نحن مفتوحون من 9 إلى 5 🌙',
    'אנחנו סגורים בשבת',
  ];
  for (const text of texts) await owner.tells(`!add ${text}`);
  assert.deepEqual(await known(world, shop), texts);
  for (const [i, text] of texts.entries()) {
    assert.equal(await owner.tells(`!show ${i + 1}`), `Number ${i + 1}:\n${text}`);
  }
});

test('a search shows the numbers of the list, so that one number always means one entry', async () => {
  await using world = await createWorld();
  const shop = await world.shop({ knows: ['Ham is 3 €', 'Café opens at 8', 'Ham and eggs 5 €'] });
  const owner = ownerOf(world);
  const found = await owner.tells('!search HAM');
  assert.match(found, /^Found 2:\n1\. Ham is.*\n3\. Ham and/);
  assert.match(await owner.tells('!search cafe'), /Found 1:\n2\. Café/);
  assert.match(await owner.tells('!search "spaceship"'), /nothing about "spaceship"/);
  assert.match(await owner.tells('!add Milk 1 €'), /Saved as number 4/);
  assert.match(await owner.tells('!list'), /2\. Café.*\n3\. .*\n4\. Milk/);
  assert.match(await owner.tells('!search cafe'), /\n2\. Café/);
  assert.match(await owner.tells('!delete 1'), /Ham is/);
  assert.match(await owner.tells('!search cafe'), /\n2\. Café/, 'until the next list');
  assert.deepEqual(await known(world, shop), ['Café opens at 8', 'Ham and eggs 5 €', 'Milk 1 €']);
});

test('what another owner adds gets its number in the order of the list', async () => {
  await using world = await createWorld();
  const shop = await world.shop({ knows: ['ham'] });
  const owner = ownerOf(world);
  await owner.tells('!list');
  await world.app.db.asBusiness(shop, (tx) =>
    addEntries(tx, [lasting('eggs')], { source: 'test', now: world.clock.now() }),
  );
  assert.match(await owner.tells('!add milk'), /Saved as number 3/);
  assert.match(await owner.tells('!list'), /1\. ham\n2\. eggs\n3\. milk/);
});

test("another business's entries are never seen, found, numbered or changed", async () => {
  await using world = await createWorld();
  const shop = await world.shop({ knows: ['Our secret sauce is ketchup'] });
  const bakery = await world.shop({ name: 'Bakery', number: BAKERY, owner: BAKER });
  const owner = ownerOf(world);
  const baker = ownerOf(world, { phone: BAKER, shop: BAKERY });
  await owner.tells('!list');
  await owner.tells('!delete 1');
  await owner.tells('!undo');
  for (const body of ['!list', '!search sauce', '!show 1', '!delete 1', '!undo', '!stats']) {
    assert.doesNotMatch(await baker.tells(body), /ketchup/);
  }
  assert.match(await baker.tells('!ask What is the secret sauce?'), /don't know/);
  assert.match(await baker.tells('!add Our secret sauce is ketchup'), /Saved as number 1/);
  assert.deepEqual(await known(world, shop), ['Our secret sauce is ketchup']);
  assert.deepEqual(await known(world, bakery), ['Our secret sauce is ketchup']);
});

test('who owns one business is a customer at another', async () => {
  await using world = await createWorld();
  const shop = await world.shop({ knows: ['Delivery costs 5 dollars'] });
  await world.shop({ name: 'Bakery', number: BAKERY, owner: BAKER });
  const baker = ownerOf(world, { phone: BAKER });
  assert.match(await baker.tells('Is there delivery?'), /automated assistant.*5 dollars/s);
  await baker.tells('!add The baker was here');
  await baker.tells('!delete 1');
  assert.deepEqual(await known(world, shop), ['Delivery costs 5 dollars']);
  const ana = ownerOf(world, { phone: ANA });
  await ana.tells('!list');
  assert.doesNotMatch(ana.heard().join(), /I know 1 thing/);
});
