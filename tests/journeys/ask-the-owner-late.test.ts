import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asked, RAMP } from '../support/asked.ts';
import { modelOf } from '../support/model.ts';
import { known, ownerOf } from '../support/owner.ts';
import { last, pass } from '../support/time.ts';
import { ANA, BEN, createWorld, OWNER, SHOP } from '../support/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
test('without an answer the owner is reminded after four hours, then the customer is told and offered a call', async () => {
  await using world = await createWorld();
  const { owner, ana } = await asked(world);
  const before = world.phone(OWNER).heard().length;
  await pass(world, 3 * HOUR + 50 * MINUTE);
  assert.equal(world.phone(OWNER).heard().length, before);
  await pass(world, 10 * MINUTE);
  assert.match(
    last(world.phone(OWNER)),
    /still without an answer:\n1\. Do you have a wheelchair ramp\?/,
  );
  assert.match(last(ana), /asking Pizza Palace/, 'the customer hears nothing of a reminder');
  await pass(world, 30 * MINUTE);
  assert.match(
    last(ana),
    /hasn't answered “Do you have a wheelchair ramp\?” so far.*Reply “call me”/,
  );
  await ana.says(SHOP, 'Call me!');
  assert.match(last(ana), /I'm asking Pizza Palace to call you/);
  await pass(world, 1_000);
  assert.match(
    last(world.phone(OWNER)),
    new RegExp(
      `please call Simulated phone \\(\\${ANA}\\) back \\(number 2\\) about "Do you have a wheelchair ramp\\?"`,
    ),
  );
  assert.match(await owner.tells('!skip 2'), /Dropped number 2/);
  assert.match(await owner.tells('!answer 1 Yes'), /I pass it on/, 'late is better than never');
  assert.match(last(ana), /ramp\?”: Yes$/);
});

test('the time that a business gives itself for answers can be set, and an answer in time ends the waiting', async () => {
  await using world = await createWorld();
  const { shop, owner } = await asked(world);
  const path = `/api/businesses/${shop}`;
  assert.equal((await world.api('PATCH', path, { ownerAnswerMinutes: 60 })).status, 200);
  await world.phone(BEN).says(SHOP, 'Can I bring my parrot?');
  await pass(world, MINUTE);
  await pass(world, MINUTE);
  await owner.tells('!answer 1 Yes');
  const before = world.phone(OWNER).heard().length;
  await pass(world, HOUR);
  const heard = world.phone(OWNER).heard().slice(before);
  assert.equal(heard.length, 1);
  assert.match(heard[0] ?? '', /still without an answer:\n2\. Can I bring my parrot\?/);
  await pass(world, 24 * HOUR);
  assert.equal(world.phone(ANA).heard().length, 2);
});

test('"!learn on" saves answers at once, "!learn off" asks again; an answer can be worded anew before it is saved', async () => {
  await using world = await createWorld();
  const { shop, owner } = await asked(world);
  assert.match(await owner.tells('!answer 1 Yes'), /Shall I know it/);
  assert.match(await owner.tells('edit'), /Write it as I should know it/);
  await owner.tells('We have a wheelchair ramp at the back door');
  assert.deepEqual(await known(world, shop), ['We have a wheelchair ramp at the back door']);

  assert.match(await owner.tells('!learn on'), /From now on I save your answers/);
  await world.phone(BEN).says(SHOP, 'Can I bring my parrot?');
  assert.match(
    await owner.tells('!answer 2 Sure'),
    /I pass it on\.\nSaved as number 2: "Can I bring my parrot\? Sure"/,
  );
  await owner.tells('!learn off');
  await world.phone(BEN).says(SHOP, 'Is there a smoking area?');
  assert.match(await owner.tells('!answer 3 No'), /Shall I know it/);
  assert.match(await owner.tells('edit No smoking anywhere, please'), /Saved as number 3/);
  assert.match(
    await owner.tells('!learn We sell gift cards'),
    /Saved as number 4/,
    'it still teaches',
  );
  assert.deepEqual((await known(world, shop)).slice(2), [
    'No smoking anywhere, please',
    'We sell gift cards',
  ]);
});

test('an owner who has not written for a day is reached by an approved template', async () => {
  const sid = `HX${'a'.repeat(32)}`;
  await using world = await createWorld({ env: { TWILIO_OWNER_QUESTION_CONTENT_SID: sid } });
  await world.shop();
  await world.phone(ANA).says(SHOP, RAMP);
  assert.match(last(world.phone(ANA)), /asking Pizza Palace/);
  await pass(world, MINUTE);
  const [message] = world.phone(OWNER).inbox();
  assert.match(message?.body ?? '', /1\. Do you have a wheelchair ramp\?/);
  const [row] = await world.sql<{ template: unknown }>`
    select details->'template' as template from messages where message_sid = ${message?.sid}`;
  const variables = { 1: 'Pizza Palace', 2: `1. ${RAMP}` };
  assert.deepEqual(row?.template, { contentSid: sid, variables });
  await world.phone(OWNER).says(SHOP, 'Yes', { OriginalRepliedMessageSid: message?.sid ?? '' });
  assert.match(last(world.phone(ANA)), /ramp\?”: Yes$/);
});

test('without a template an owner who has not written for a day is reached by SMS, and can answer by SMS', async () => {
  await using world = await createWorld();
  await world.shop({ sms: '+14155550109' });
  await world.phone(ANA).says(SHOP, RAMP);
  assert.match(last(world.phone(ANA)), /asking Pizza Palace/);
  await pass(world, MINUTE);
  const sms = world.phone(OWNER, { on: 'sms' });
  assert.match(last(sms), /1\. Do you have a wheelchair ramp\?/);
  await sms.says('+14155550109', '!answer 1 Yes');
  assert.match(last(world.phone(ANA)), /ramp\?”: Yes$/);
});

test('who said STOP, or wrote more than a day ago, gets no answer, and the owner is told so', async () => {
  await using world = await createWorld();
  const { owner, ana } = await asked(world);
  await world.phone(BEN).says(SHOP, RAMP);
  await world.phone(BEN).says(SHOP, 'stop');
  const before = world.phone(BEN).heard().length;
  await pass(world, 24 * HOUR);
  const told = await owner.tells('!answer 1 Yes');
  assert.match(told, /2 customers cannot be written to any more/);
  assert.doesNotMatch(told, /I pass it on/);
  assert.equal(world.phone(BEN).heard().length, before);
  assert.doesNotMatch(last(ana), /Yes/);
});

test('an answer reaches each customer in the words of their own language', async () => {
  await using world = await createWorld();
  await world.shop();
  const owner = ownerOf(world);
  await owner.tells('!help');
  await world.phone(ANA).says(SHOP, '¿Tienen una rampa para sillas de ruedas?');
  assert.match(last(world.phone(ANA)), /Eso no lo sé, así que se lo pregunto a Pizza Palace/);
  await world.phone(BEN).says(SHOP, 'क्या आपके पास व्हीलचेयर रैंप है?');
  assert.match(last(world.phone(BEN)), /Pizza Palace से पूछ रहा हूँ/);
  await owner.tells('!answer 1 Sí');
  assert.equal(
    last(world.phone(ANA)),
    'Pizza Palace sobre «¿Tienen una rampa para sillas de ruedas?»: Sí',
  );
  await owner.tells('!answer 2 Haan');
  assert.match(last(world.phone(BEN)), /के बारे में Pizza Palace: Haan$/);
});

test('what says nothing is not asked of the owner', async () => {
  await using world = await createWorld();
  const { owner } = await asked(world);
  for (const nothing of ['hmm', '...', 'a', '123']) await world.phone(BEN).says(SHOP, nothing);
  assert.doesNotMatch(await owner.tells('!unanswered'), /2\./);
});

test('one customer cannot keep the owner busy: of their questions five are asked, the others kept', async () => {
  await using world = await createWorld();
  const { owner, ana } = await asked(world);
  const things = ['parrot', 'piano', 'bicycle', 'telescope', 'surfboard', 'tent'];
  for (const thing of things) await ana.says(SHOP, `Can I bring my ${thing}?`);
  assert.match(last(ana), /noted it/);
  await pass(world, MINUTE);
  assert.doesNotMatch(last(world.phone(OWNER)), /surfboard|tent/);
  assert.match(await owner.tells('!unanswered'), /surfboard/);
});

test("with a model each customer reads the answer in their own language, and the owner's own words where it fails", async () => {
  const into: string[] = [];
  const answerer = modelOf({
    translate: async (text, language) => {
      into.push(language);
      if (language === 'hi') throw new Error('down');
      return `${language}: ${text}`;
    },
  });
  await using world = await createWorld({ answerer });
  await world.shop();
  const owner = ownerOf(world);
  await owner.tells('!help');
  await world.phone(ANA).says(SHOP, '¿Tienen una rampa para sillas de ruedas?');
  await world.phone(BEN).says(SHOP, 'क्या आपके पास व्हीलचेयर रैंप है?');
  await owner.tells('!answer 1 Yes, we have one at the back door');
  await owner.tells('!answer 2 Yes, we have one at the back door');
  assert.match(last(world.phone(ANA)), /«¿Tienen.*»: es: Yes, we have one at the back door$/);
  assert.match(last(world.phone(BEN)), /Pizza Palace: Yes, we have one at the back door$/);
  assert.deepEqual(into, ['es', 'hi']);
});
