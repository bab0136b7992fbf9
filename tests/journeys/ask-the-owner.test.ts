import assert from 'node:assert/strict';
import { test } from 'node:test';
import { known, ownerOf } from '../support/owner.ts';
import { last, pass } from '../support/time.ts';
import type { World } from '../support/world.ts';
import { ANA, BEN, createWorld, OWNER, SHOP } from '../support/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A shop whose owner has written today, so that she can be written to. */
async function shopOf(world: World, knows: string[] = []) {
  const shop = await world.shop({ knows });
  const owner = ownerOf(world);
  await owner.tells('!help');
  return { shop, owner };
}

test('what nobody knows is asked of the owner, and her answer reaches the customer', async () => {
  await using world = await createWorld();
  const { shop, owner } = await shopOf(world);
  const ana = world.phone(ANA);
  await ana.says(SHOP, 'Do you have a wheelchair ramp?');
  assert.match(last(ana), /I don't know that, so I'm asking Pizza Palace/);
  assert.doesNotMatch(
    last(world.phone(OWNER)),
    /ramp/,
    'she is not asked before the minute is over',
  );
  await pass(world, MINUTE);
  const asked = last(world.phone(OWNER));
  assert.match(
    asked,
    /Pizza Palace: a customer asks what I don't know.\n1\. Do you have a wheelchair ramp\?/,
  );
  assert.doesNotMatch(asked, /1415555/, 'the number of a customer is nothing that an answer needs');

  const told = await owner.tells('!answer 1 Yes, at the back door.');
  assert.equal(
    last(ana),
    'Pizza Palace about “Do you have a wheelchair ramp?”: Yes, at the back door.',
  );
  assert.match(told, /I pass it on\.\nShall I know it from now on\?/);
  await owner.tells('yes');
  assert.deepEqual(await known(world, shop), [
    'Do you have a wheelchair ramp? Yes, at the back door.',
  ]);
  await world.phone(BEN).says(SHOP, 'is there a wheelchair ramp');
  assert.match(last(world.phone(BEN)), /Yes, at the back door/);
  assert.match(await owner.tells('!unanswered'), /no unanswered questions/);
});

test('a reply that quotes the question answers it, whatever its words would mean otherwise', async () => {
  await using world = await createWorld();
  const { owner } = await shopOf(world);
  const ana = world.phone(ANA);
  await ana.says(SHOP, 'Do you have a wheelchair ramp?');
  await pass(world, MINUTE);
  const question = world.phone(OWNER).inbox().at(-1);
  await world.phone(OWNER).says(SHOP, 'no', { OriginalRepliedMessageSid: question?.sid ?? '' });
  assert.match(last(ana), /ramp\?”: no$/);
  assert.match(await owner.tells('!answer 1 Yes'), /answered already, so I sent nothing/);
  assert.match(last(ana), /ramp\?”: no$/);
});

test('several questions within a minute reach the owner as one list', async () => {
  await using world = await createWorld();
  const { owner } = await shopOf(world);
  await world.phone(ANA).says(SHOP, 'Do you have a wheelchair ramp?');
  await world.phone(BEN).says(SHOP, 'Can I bring my parrot?');
  const before = world.phone(OWNER).heard().length;
  await pass(world, MINUTE);
  assert.equal(world.phone(OWNER).heard().length, before + 1);
  const list = world.phone(OWNER).inbox().at(-1);
  assert.match(
    list?.body ?? '',
    /1\. Do you have a wheelchair ramp\?\n2\. Can I bring my parrot\?/,
  );

  const quoting = { OriginalRepliedMessageSid: list?.sid ?? '' };
  await world.phone(OWNER).says(SHOP, 'Yes', quoting);
  assert.match(last(world.phone(OWNER)), /Which question is that the answer to\?/);
  await owner.tells('2');
  assert.match(last(world.phone(BEN)), /parrot\?”: Yes$/);
  await world.phone(OWNER).says(SHOP, '1 At the back door', quoting);
  assert.match(last(world.phone(ANA)), /ramp\?”: At the back door$/);
});

test('the same question from ten customers is one, and all of them get the answer', async () => {
  await using world = await createWorld();
  const { owner } = await shopOf(world);
  const customers = Array.from({ length: 10 }, (_, i) => world.phone(`+141555502${10 + i}`));
  for (const [i, customer] of customers.entries()) {
    await customer.says(
      SHOP,
      i % 2 ? 'do you have a wheelchair ramp' : 'Do you have a wheelchair ramp??',
    );
  }
  await pass(world, MINUTE);
  const list = await owner.tells('!unanswered');
  assert.match(list, /1\. Do you have a wheelchair ramp\?\? \(10 customers, last today/);
  assert.doesNotMatch(list, /\n2\./);
  assert.match(await owner.tells('!answer 1 Yes'), /I pass it on to 10 customers\./);
  for (const customer of customers) assert.match(last(customer), /: Yes$/);
});

test('an owner who cannot be reached is not said to be asked; the question is kept, and given with her next message', async () => {
  await using world = await createWorld();
  await world.shop();
  const ana = world.phone(ANA);
  await ana.says(SHOP, 'Do you have a wheelchair ramp?');
  assert.match(last(ana), /Sorry, I don't know that\. I've noted it for Pizza Palace\./);
  assert.doesNotMatch(last(ana), /asking/);
  await pass(world, HOUR);
  assert.deepEqual(world.phone(OWNER).heard(), []);
  await world.phone(OWNER).says(SHOP, '!stats');
  assert.match(last(world.phone(OWNER)), /1\. Do you have a wheelchair ramp\?/);
  await ownerOf(world).tells('!answer 1 Yes');
  assert.match(last(ana), /ramp\?”: Yes$/);
});

test('when the message to the owner fails, the customer hears that she was not reached', async () => {
  await using world = await createWorld();
  await shopOf(world);
  const ana = world.phone(ANA);
  await ana.says(SHOP, 'Do you have a wheelchair ramp?');
  world.carrier.nextOutcomes([{ kind: 'undelivered', code: 63_024 }], `whatsapp:${OWNER}`);
  await pass(world, MINUTE);
  await pass(world, MINUTE);
  assert.match(last(ana), /I couldn't reach Pizza Palace with your question/);
});

test('what an owner teaches while customers wait for it is offered to be sent to them', async () => {
  await using world = await createWorld();
  const { shop, owner } = await shopOf(world, ['Parking is free']);
  const [ana, ben] = [world.phone(ANA), world.phone(BEN)];
  for (const customer of [ana, ben]) await customer.says(SHOP, 'Do you have a wheelchair ramp?');
  await ben.says(SHOP, 'Can I bring my parrot?');
  await pass(world, MINUTE);
  const told = await owner.tells('!add There is a wheelchair ramp at the back door');
  assert.match(
    told,
    /^Saved as number 2: .*\nThat answers an open question:\n1\. Do you have a wheelchair ramp\? \(2 customers\)\nShall I send it to the 2 customers who asked\?/,
  );
  assert.doesNotMatch(last(ana), /back door/, 'not without her yes');
  assert.equal(await owner.tells('yes'), 'I pass it on to 2 customers.');
  assert.match(last(ana), /ramp\?”: There is a wheelchair ramp at the back door$/);
  assert.doesNotMatch(await owner.tells('!unanswered'), /ramp/);

  assert.match(await owner.tells('You can bring parrots'), /^I understood/);
  assert.match(await owner.tells('yes'), /Saved as number 3.*\n.*\n2\. Can I bring my parrot/);
  assert.match(await owner.tells('no'), /send it to nobody/);
  assert.doesNotMatch(last(ben), /parrots/);
  assert.doesNotMatch(await owner.tells('!add We sell jam'), /open question/);
  assert.equal((await known(world, shop)).length, 4);
});

test('who finds it known before the owner sends it is not told twice', async () => {
  await using world = await createWorld();
  const { owner } = await shopOf(world, ['Parking is free']);
  const [ana, ben] = [world.phone(ANA), world.phone(BEN)];
  const ramp = 'Do you have a wheelchair ramp?';
  for (const customer of [ana, ben]) await customer.says(SHOP, ramp);
  await pass(world, MINUTE);
  await owner.tells('!add There is a wheelchair ramp at the back door');
  await ben.says(SHOP, ramp);
  assert.equal(await owner.tells('yes'), 'I pass it on.');
  assert.match(last(ana), /ramp\?”: There is a wheelchair ramp/);
  assert.equal(last(ben), 'There is a wheelchair ramp at the back door');

  const parrot = 'Can I bring my parrot?';
  await ben.says(SHOP, parrot);
  await pass(world, MINUTE);
  await owner.tells('!add You can bring your parrot');
  await ben.says(SHOP, parrot);
  assert.equal(await owner.tells('yes'), 'Who asked number 2 has been told meanwhile.');
  assert.match(await owner.tells('!unanswered'), /^(?!.*parrot)/);
});
