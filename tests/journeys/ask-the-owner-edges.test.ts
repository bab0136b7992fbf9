import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelOf } from '../support/model.ts';
import { known, ownerOf } from '../support/owner.ts';
import { last, pass } from '../support/time.ts';
import type { World } from '../support/world.ts';
import { ANA, BEN, createWorld, OWNER, SHOP } from '../support/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const RAMP = 'Do you have a wheelchair ramp?';

/** A question of Ana's of which the owner has been told. */
async function asked(world: World, question = RAMP) {
  const shop = await world.shop({ knows: ['Parking is free'] });
  const owner = ownerOf(world);
  await owner.tells('!help');
  const ana = world.phone(ANA);
  await ana.says(SHOP, question);
  await pass(world, MINUTE);
  await pass(world, MINUTE);
  return { shop, owner, ana };
}

test('the answer to a question of many words arrives: the question is named in short', async () => {
  await using world = await createWorld();
  const story = 'and my grandmother has a story about it '.repeat(40);
  const { owner, ana } = await asked(world, `Do you have a wheelchair ramp ${story}?`);
  await owner.tells(`!answer 1 ${'Yes, we do. '.repeat(80)}`);
  assert.match(
    last(ana),
    /^Pizza Palace about “Do you have a wheelchair ramp .*\.\.\.”: Yes, we do/,
  );
});

test('a customer who never got an answer to a question of many words is told, and offered a call', async () => {
  await using world = await createWorld();
  const story = 'and my grandmother has a story about it '.repeat(40);
  const { ana } = await asked(world, `Do you have a wheelchair ramp ${story}?`);
  await pass(world, 4 * HOUR);
  await pass(world, 30 * MINUTE);
  assert.match(last(ana), /hasn't answered.*call me/);
});

test('"ok" after something else was said is no wish to be called; "call me" still is', async () => {
  await using world = await createWorld();
  const { ana } = await asked(world);
  await pass(world, 4 * HOUR);
  await pass(world, 30 * MINUTE);
  await ana.says(SHOP, 'Is parking free?');
  assert.match(last(ana), /Parking is free/);
  await ana.says(SHOP, 'ok');
  assert.match(last(ana), /You're welcome/);
  await ana.says(SHOP, 'call me');
  assert.match(last(ana), /asking Pizza Palace to call you/);
});

test('"ok" after a late answer is no wish to be called', async () => {
  await using world = await createWorld();
  const { owner, ana } = await asked(world);
  await pass(world, 4 * HOUR);
  await pass(world, 30 * MINUTE);
  await owner.tells('!answer 1 Yes');
  await ana.says(SHOP, 'ok');
  assert.match(last(ana), /You're welcome/);
});

test('"ok" as the first word after the offer of a call accepts it', async () => {
  await using world = await createWorld();
  const { ana } = await asked(world);
  await pass(world, 4 * HOUR);
  await pass(world, 30 * MINUTE);
  await ana.says(SHOP, 'ok');
  assert.match(last(ana), /asking Pizza Palace to call you/);
});

test('who writes for the first time while answers are paused is greeted once', async () => {
  await using world = await createWorld();
  await world.shop();
  await ownerOf(world).tells('!pause');
  await world.phone(ANA).says(SHOP, RAMP);
  assert.equal(
    last(world.phone(ANA)),
    "Hi! I'm the automated assistant of Pizza Palace. Automatic answers of Pizza Palace are paused at the moment.",
  );
});

test('a template that would be too long is cut between two emoji, and the owner gets it', async () => {
  const sid = `HX${'a'.repeat(32)}`;
  await using world = await createWorld({ env: { TWILIO_OWNER_QUESTION_CONTENT_SID: sid } });
  await world.shop();
  for (const letter of ['', 'x']) {
    await world.phone(ANA).says(SHOP, `Is this ramp ${letter}open ${'😀'.repeat(600)}`);
    await pass(world, MINUTE);
  }
  assert.equal(world.phone(OWNER).heard().length, 2);
});

test('an owner who is asked by SMS is not told to reply to that very message, for an SMS cannot', async () => {
  await using world = await createWorld();
  await world.shop({ sms: '+14155550109' });
  await world.phone(ANA).says(SHOP, RAMP);
  await pass(world, MINUTE);
  const sms = world.phone(OWNER, { on: 'sms' });
  assert.match(last(sms), /ramp\?\nSend !answer 1 and the answer\. !skip 1 drops it\.$/);
});

test('several messages to an owner who has never written reach her at once', async () => {
  const sid = `HX${'a'.repeat(32)}`;
  await using world = await createWorld({ env: { TWILIO_OWNER_QUESTION_CONTENT_SID: sid } });
  const { shop, ana } = await asked(world);
  await pass(world, 4 * HOUR);
  await pass(world, 30 * MINUTE);
  const next = '+14155550188';
  await world.api('PATCH', `/api/businesses/${shop}`, { owners: [next] });
  await ana.sends(SHOP, 'Can I bring my parrot?');
  await world.settle();
  world.clock.advance(MINUTE - 1_000);
  await ana.says(SHOP, 'call me');
  await pass(world, 1_000);
  assert.equal(world.phone(next).heard().length, 2);
});

test('what was asked before more was said is not asked of the owner beside the whole question', async () => {
  const more: string[] = ['that is wide enough for two?'];
  let world: World;
  const answerer = modelOf({
    answer: async () => {
      const next = more.shift();
      if (next) await world.phone(ANA).sends(SHOP, next);
      return { kind: 'unsure' };
    },
  });
  await using opened = await createWorld({ answerer });
  world = opened;
  await world.shop({ knows: ['We open at 9'] });
  await ownerOf(world).tells('!help');
  await world.phone(ANA).says(SHOP, 'Do you have a wheelchair ramp');
  assert.match(
    await ownerOf(world).tells('!unanswered'),
    /^These I could not answer:\n2\. Do you have a wheelchair ramp that is wide enough for two\? \(today .*\)\nTo answer/,
  );
});

test('a question stands when somebody else has taken the turn over: they tell the customer of it', async () => {
  let world: World;
  const answerer = modelOf({
    answer: async () => {
      await world.sql`update conversations set thinking_token = gen_random_uuid()`;
      return { kind: 'unsure' };
    },
  });
  await using opened = await createWorld({ answerer });
  world = opened;
  await world.shop({ knows: ['We open at 9'] });
  await world.phone(ANA).says(SHOP, 'Do you have a wheelchair ramp?');
  assert.deepEqual(world.phone(ANA).heard(), []);
  const questions = await world.sql<{ text: string }>`select text from questions`;
  assert.deepEqual(questions, [{ text: 'Do you have a wheelchair ramp?' }]);
});

test('an owner reads the whole of a long question, and of one in a list how to see it', async () => {
  await using world = await createWorld();
  const long = `Do you have a wheelchair ramp ${'that is wide enough for two and '.repeat(20)}dry?`;
  const { owner } = await asked(world, long);
  assert.ok(last(world.phone(OWNER)).includes(`1. ${long}\n`));
  const list = await owner.tells('!unanswered');
  assert.ok(!list.includes(long));
  assert.match(list, /\.\.\. \(!unanswered 1 shows all of it\)/);
  assert.ok((await owner.tells('!unanswered 1')).startsWith(`1. ${long} (today `));
  assert.match(await owner.tells('!unanswered 9'), /no question 9/);
});

test('a figure in the answer to a list is not taken for the number of a question', async () => {
  await using world = await createWorld();
  const { owner } = await asked(world, 'How much is a balloon?');
  await owner.tells('!skip 1');
  await world.phone(BEN).says(SHOP, 'What is a small lemonade?');
  await world.phone(ANA).says(SHOP, 'Do you sell umbrellas?');
  await pass(world, MINUTE);
  const quoting = { OriginalRepliedMessageSid: world.phone(OWNER).inbox().at(-1)?.sid ?? '' };
  assert.match(await owner.tells('3 euros', quoting), /Which question is that the answer to\?/);
  assert.doesNotMatch(last(world.phone(ANA)), /euros/);
  await owner.tells('2');
  assert.match(last(world.phone(BEN)), /lemonade\?”: 3 euros$/);
  await owner.tells('3. we do', quoting);
  assert.match(last(world.phone(ANA)), /umbrellas\?”: we do$/);
});

test("what an owner states right after a customer's question is offered as its answer", async () => {
  await using world = await createWorld();
  const { shop, owner, ana } = await asked(world);
  assert.match(
    await owner.tells('There is one at the back door'),
    /^Is "There is one at the back door" the answer to number 1 \("Do you have a wheelchair ramp\?"\)\? Reply yes/,
  );
  assert.match(await owner.tells('yes'), /I pass it on/);
  assert.match(last(ana), /ramp\?”: There is one at the back door$/);
  await owner.tells('no');

  await ana.says(SHOP, 'Can I bring my parrot?');
  await pass(world, MINUTE);
  assert.match(await owner.tells('We sell gift cards'), /^Is "We sell gift cards" the answer to/);
  assert.match(await owner.tells('no'), /^I understood: "We sell gift cards\."/);
  await owner.tells('yes');
  assert.deepEqual(await known(world, shop), ['Parking is free', 'We sell gift cards.']);
  assert.match(
    await owner.tells('We sell jam'),
    /^I understood/,
    'it is no longer the last thing said',
  );
});

test('where two questions wait, a plain statement is for none of them, and a bare "yes" to the only one is asked about', async () => {
  await using world = await createWorld();
  const { owner, ana } = await asked(world);
  assert.match(await owner.tells('Yes'), /^Is "Yes" the answer to number 1/);
  await owner.tells('no');
  await world.phone(BEN).says(SHOP, 'Can I bring my parrot?');
  await pass(world, MINUTE);
  assert.match(await owner.tells('We sell gift cards'), /^I understood/);
  assert.match(last(ana), /asking Pizza Palace/);
});

test('"yes" right after a customer\'s question is not taken for what was asked of the owner before it', async () => {
  await using world = await createWorld();
  const { shop, owner } = await asked(world);
  assert.match(await owner.tells('!answer 1 There is one at the back door'), /I would save/);
  await world.phone(BEN).says(SHOP, 'Can I bring my parrot?');
  await pass(world, MINUTE);
  assert.match(
    await owner.tells('yes'),
    /^Is "yes" the answer to number 2 \("Can I bring my parrot/,
  );
  await owner.tells('no');
  assert.equal((await known(world, shop)).length, 2, 'it was for the older offer');
});

test('"no" right after a customer\'s question can be for the customer', async () => {
  await using world = await createWorld();
  const { shop, owner } = await asked(world);
  await owner.tells('!answer 1 There is one at the back door');
  const ben = world.phone(BEN);
  await ben.says(SHOP, 'Can I bring my parrot?');
  await pass(world, MINUTE);
  assert.match(await owner.tells('No'), /^Is "No" the answer to number 2/);
  assert.match(await owner.tells('yes'), /I pass it on/);
  assert.match(last(ben), /parrot\?”: No$/);
  assert.deepEqual(await known(world, shop), ['Parking is free']);
});
