import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownerOf } from '../support/owner.ts';
import { last, pass } from '../support/time.ts';
import type { World } from '../support/world.ts';
import { ANA, BEN, createWorld, OWNER, SHOP } from '../support/world.ts';

const MINUTE = 60_000;

async function handedOver(world: World, wish = 'Can I talk to a person?') {
  await world.shop({ knows: ['We open at 9 AM', 'Parking is free'] });
  const owner = ownerOf(world);
  await owner.tells('!help');
  const ana = world.phone(ANA);
  await ana.says(SHOP, wish);
  return { owner, ana };
}

test('a customer who asks for a person, in any of the languages, is handed over to the owner', async () => {
  const wishes = [
    ['I want to talk to a human', /passing your message on to Pizza Palace/],
    ['quiero hablar con una persona', /Paso su mensaje a Pizza Palace/],
    ['quero falar com um atendente', /passando sua mensagem a Pizza Palace/],
    ['किसी इंसान से बात करनी है', /आपका संदेश Pizza Palace को दे रहा हूँ/],
    ['kisi insaan se baat karni hai', /aapka message Pizza Palace ko de raha hoon/],
    ['మనిషితో మాట్లాడాలి', /మీ సందేశాన్ని Pizza Palace కు పంపుతున్నాను/],
    ['manishi tho matladali', /Mee sandesham Pizza Palace ku pamputunnanu/],
  ] as const;
  for (const [wish, told] of wishes) {
    await using world = await createWorld();
    const { ana } = await handedOver(world, wish);
    assert.match(last(ana), told, wish);
    assert.ok(last(world.phone(OWNER)).includes(`"${wish}"`), last(world.phone(OWNER)));
    assert.ok(last(world.phone(OWNER)).includes(ANA), 'who is to be answered is named');
  }
});

test('while a person has taken over, the bot is quiet and words go to and fro; "!bot" gives the customer back', async () => {
  await using world = await createWorld();
  const { owner, ana } = await handedOver(world);
  const before = ana.heard().length;
  await ana.says(SHOP, 'When do you open?');
  assert.equal(ana.heard().length, before, 'the bot is quiet');
  assert.match(last(world.phone(OWNER)), /^1, Simulated phone: When do you open\?$/);

  const quoted = world.phone(OWNER).inbox().at(-1)?.sid ?? '';
  await world.phone(OWNER).says(SHOP, 'Hi, this is Maria', { OriginalRepliedMessageSid: quoted });
  assert.equal(last(ana), 'Pizza Palace: Hi, this is Maria');
  assert.match(last(world.phone(OWNER)), /I pass on to customer 1 whatever you write here/);
  assert.equal(await owner.tells('We open at 10 today'), '', 'not every line is confirmed');
  assert.equal(last(ana), 'Pizza Palace: We open at 10 today');
  assert.match(await owner.tells('!list'), /We open at 9 AM/, 'commands stay commands');
  assert.equal(last(ana), 'Pizza Palace: We open at 10 today');

  await world.phone(BEN).says(SHOP, 'Is parking free?');
  assert.match(last(world.phone(BEN)), /Parking is free/, 'others are answered as ever');

  assert.match(await owner.tells('!bot'), /I answer customer 1 again/);
  assert.match(last(ana), /talking to the automated assistant of Pizza Palace again/);
  await ana.says(SHOP, 'Is parking free?');
  assert.match(last(ana), /Parking is free/);
  assert.match(await owner.tells('We have tables outside'), /^I understood: /);
});

test('the customer can have the bot back, and the owner is told', async () => {
  await using world = await createWorld();
  const { ana } = await handedOver(world);
  await ana.says(SHOP, 'Bot');
  assert.match(last(ana), /automated assistant of Pizza Palace again/);
  assert.match(last(world.phone(OWNER)), /Customer 1 has asked for me, the bot, again/);
  await ana.says(SHOP, 'Is parking free?');
  assert.match(last(ana), /Parking is free/);
});

test('half an hour of quiet gives the customer back, and both are told', async () => {
  await using world = await createWorld();
  const { owner, ana } = await handedOver(world);
  await pass(world, MINUTE);
  await pass(world, MINUTE);
  await owner.tells('!answer 1 Hi, this is Maria');
  await pass(world, 20 * MINUTE);
  await ana.says(SHOP, 'One moment');
  await pass(world, 20 * MINUTE);
  assert.match(last(world.phone(OWNER)), /One moment/);
  await pass(world, 10 * MINUTE);
  assert.match(last(ana), /automated assistant of Pizza Palace again/);
  assert.match(last(world.phone(OWNER)), /quiet for a while, so I answer them again/);
  await ana.says(SHOP, 'Is parking free?');
  assert.match(last(ana), /Parking is free/);
});

test('when nobody comes within half an hour, the bot answers again and says so', async () => {
  await using world = await createWorld();
  const { owner, ana } = await handedOver(world);
  await pass(world, MINUTE);
  await pass(world, MINUTE);
  await pass(world, 30 * MINUTE);
  assert.match(last(ana), /Nobody at Pizza Palace could take over so far/);
  assert.match(last(world.phone(OWNER)), /Customer 1 has waited 30 minutes/);
  await ana.says(SHOP, 'Is parking free?');
  assert.match(last(ana), /Parking is free/);
  await owner.tells('!answer 1 Sorry, here I am');
  assert.equal(last(ana), 'Pizza Palace: Sorry, here I am');
});

test('where no owner can be reached, the customer is not handed over, and the wish is kept', async () => {
  await using world = await createWorld();
  await world.shop({ knows: ['Parking is free'] });
  const ana = world.phone(ANA);
  await ana.says(SHOP, 'Can I talk to a person?');
  assert.match(last(ana), /can't connect you to a person here.*noted it for Pizza Palace/);
  await ana.says(SHOP, 'Is parking free?');
  assert.match(last(ana), /Parking is free/);
  await ownerOf(world).tells('!help');
  await pass(world, 1_000);
  assert.match(last(world.phone(OWNER)), /asked for a person while I could not reach you/);
  await pass(world, 60 * MINUTE);
  assert.match(last(ana), /Parking is free/, 'nobody is given back who was never handed over');
  await ownerOf(world).tells('!answer 1 Hello, how can I help?');
  assert.equal(last(ana), 'Pizza Palace: Hello, how can I help?');
});

test('STOP ends everything, also while a person has taken over', async () => {
  await using world = await createWorld();
  const { owner, ana } = await handedOver(world);
  await ana.says(SHOP, 'stop');
  assert.match(last(ana), /won't get any more messages/);
  const before = ana.heard().length;
  assert.match(await owner.tells('!answer 1 Are you there?'), /cannot be written to any more/);
  assert.equal(ana.heard().length, before);
});

test('with two customers at once the owner has to say whom she means', async () => {
  await using world = await createWorld();
  const { owner, ana } = await handedOver(world);
  await world.phone(BEN).says(SHOP, 'Can I talk to a person?');
  await owner.tells('!answer 1 Hi Ana');
  await owner.tells('!answer 2 Hi Ben');
  assert.match(await owner.tells('We close at 9'), /^I understood: /);
  assert.equal(last(ana), 'Pizza Palace: Hi Ana');
  assert.match(await owner.tells('!bot'), /Several customers are with a person/);
  assert.match(await owner.tells('!bot 2'), /I answer customer 2 again/);
  await owner.tells('We close at 9');
  assert.equal(last(ana), 'Pizza Palace: We close at 9');
});

test('the limit of commands does not keep an owner from answering her customers', async () => {
  await using world = await createWorld({ env: { RATE_LIMIT_OWNER_PER_HOUR: '2' } });
  const { owner, ana } = await handedOver(world);
  await owner.tells('!stats');
  assert.match(await owner.tells('!stats'), /limit/);
  await owner.tells('!answer 1 Hello');
  for (const line of ['one', 'two', 'three']) await owner.tells(line);
  assert.equal(last(ana), 'Pizza Palace: three');
});

test('"yes" in a talk is for the customer who wrote last, and for us where our own question came last or is quoted', async () => {
  await using world = await createWorld();
  const { owner, ana } = await handedOver(world);
  await owner.tells('!answer 1 Hi Ana');
  await world.phone(BEN).says(SHOP, 'Do you have a wheelchair ramp?');
  await pass(world, MINUTE);
  await owner.tells('!answer 2 At the back door');
  const offer = world.phone(OWNER).inbox().at(-1)?.sid ?? '';
  await ana.says(SHOP, 'Are you open now?');
  assert.match(
    await owner.tells('yes'),
    /I passed that on to customer 1\. If it was meant for me, reply to my question itself/,
  );
  assert.equal(last(ana), 'Pizza Palace: yes');
  assert.match(
    await owner.tells('yes', { OriginalRepliedMessageSid: offer }),
    /Saved as number 3: "Do you have a wheelchair ramp\? At the back door"/,
  );
  await world.phone(BEN).says(SHOP, 'Can I bring my parrot?');
  await owner.tells('!answer 3 Sure');
  assert.match(await owner.tells('no'), /did not save it/);
  assert.equal(last(ana), 'Pizza Palace: yes');
});
