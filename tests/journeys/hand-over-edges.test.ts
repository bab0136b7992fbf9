import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownerOf } from '../support/owner.ts';
import { last, pass } from '../support/time.ts';
import type { World } from '../support/world.ts';
import { ANA, BEN, createWorld, OWNER, SHOP } from '../support/world.ts';

const MINUTE = 60_000;
const WISH = 'Can I talk to a person?';

async function handedOver(world: World) {
  const shop = await world.shop({ knows: ['Parking is free'] });
  const owner = ownerOf(world);
  await owner.tells('!help');
  const ana = world.phone(ANA);
  await ana.says(SHOP, WISH);
  return { shop, owner, ana };
}

test('an owner who writes again after the talk has ended begins it anew', async () => {
  await using world = await createWorld();
  const { owner, ana } = await handedOver(world);
  await owner.tells('!answer 1 Hi');
  await owner.tells('!bot');
  assert.match(await owner.tells('!answer 1 Which size?'), /I pass on to customer 1 whatever/);
  await ana.says(SHOP, 'Large please');
  assert.match(last(world.phone(OWNER)), /^1, Simulated phone: Large please$/);
  await owner.tells('It is ready');
  assert.equal(last(ana), 'Pizza Palace: It is ready');
  await pass(world, 30 * MINUTE);
  assert.match(last(ana), /automated assistant of Pizza Palace again/);
});

test('the number of an earlier wish reaches the customer in the talk that is open now', async () => {
  await using world = await createWorld();
  const { owner, ana } = await handedOver(world);
  await owner.tells('!answer 1 Hi');
  await ana.says(SHOP, 'bot');
  await ana.says(SHOP, WISH);
  assert.match(await owner.tells('!answer 1 Hello again'), /I pass on to customer 2 whatever/);
  await pass(world, 30 * MINUTE);
  assert.match(last(ana), /automated assistant of Pizza Palace again/, 'somebody did come');
});

test('a question of a customer who is then with a person waits as long as any other', async () => {
  await using world = await createWorld();
  await world.shop();
  const owner = ownerOf(world);
  await owner.tells('!help');
  const ana = world.phone(ANA);
  await ana.says(SHOP, 'Do you have a wheelchair ramp?');
  await ana.says(SHOP, WISH);
  await pass(world, MINUTE);
  await pass(world, MINUTE);
  await owner.tells('!answer 2 Hi');
  await pass(world, 31 * MINUTE);
  await pass(world, 31 * MINUTE);
  assert.match(last(ana), /automated assistant of Pizza Palace again/);
  assert.doesNotMatch(owner.heard().join('\n'), /still without an answer/);
});

test('a question that could not be asked does not end the talk with a person', async () => {
  await using world = await createWorld();
  await world.shop();
  const owner = ownerOf(world);
  await owner.tells('!help');
  const ana = world.phone(ANA);
  await ana.says(SHOP, 'Do you have a wheelchair ramp?');
  await ana.says(SHOP, WISH);
  await owner.tells('!answer 2 Hi');
  world.carrier.nextOutcomes([{ kind: 'undelivered', code: 63_024 }], `whatsapp:${OWNER}`);
  await pass(world, MINUTE);
  await pass(world, MINUTE);
  assert.match(last(ana), /couldn't reach Pizza Palace with your question/);
  await ana.says(SHOP, 'Are you there?');
  assert.match(last(world.phone(OWNER)), /Are you there\?$/);
});

test('all that a customer writes to a person arrives, however long it is', async () => {
  await using world = await createWorld();
  const { ana } = await handedOver(world);
  const before = world.phone(OWNER).heard().length;
  await ana.says(SHOP, `${'word '.repeat(400)}{{who}}`);
  const parts = world.phone(OWNER).heard().slice(before);
  assert.equal(parts.join(' '), `1, Simulated phone: ${'word '.repeat(400)}{{who}}`);
});

test('who asks again for a person is named with the new words', async () => {
  await using world = await createWorld();
  await world.shop();
  const ana = world.phone(ANA);
  await ana.says(SHOP, 'I want to talk to a person');
  await ownerOf(world).tells('!help');
  await ana.says(SHOP, 'I want to talk to the manager about the broken window');
  assert.match(last(world.phone(OWNER)), /asks for a person \(number 1\): ".*broken window"/);
});

test('who writes on while nobody comes is given back to the bot all the same', async () => {
  await using world = await createWorld();
  const { ana } = await handedOver(world);
  for (const line of ['Hello?', 'Anybody?', 'Please?', 'Hm?']) {
    await pass(world, 10 * MINUTE);
    await ana.says(SHOP, line);
  }
  assert.match(ana.heard().join('\n'), /Nobody at Pizza Palace could take over so far/);
});

test('an owner who answered a wish that she had not been told of is not said to have stayed away', async () => {
  await using world = await createWorld();
  await world.shop();
  const ana = world.phone(ANA);
  await ana.says(SHOP, WISH);
  await ownerOf(world).tells('!answer 1 Hello');
  await pass(world, 31 * MINUTE);
  assert.match(last(ana), /automated assistant of Pizza Palace again/);
});

test('"!skip" in the middle of a talk gives the customer back, and they are told', async () => {
  await using world = await createWorld();
  const { owner, ana } = await handedOver(world);
  assert.match(await owner.tells('!skip 1'), /I answer customer 1 again, and they are told/);
  assert.match(last(ana), /automated assistant of Pizza Palace again/);
});

test('words that reach nobody begin no talk: the next ones are for the bot', async () => {
  await using world = await createWorld();
  const { owner, ana } = await handedOver(world);
  await ana.says(SHOP, 'stop');
  assert.match(await owner.tells('!answer 1 Hi'), /cannot be written to any more/);
  assert.match(await owner.tells('We sell gift cards'), /I understood/);
});

test('of several owners the one who talks to a customer gets their words, and only hers are passed on', async () => {
  const other = '+14155550199';
  await using world = await createWorld();
  const { shop, owner, ana } = await handedOver(world);
  await world.api('PATCH', `/api/businesses/${shop}`, { owners: [OWNER, other] });
  await owner.tells('!answer 1 Hi, this is Maria');
  const second = ownerOf(world, { phone: other });
  assert.match(await second.tells('We are closed on Monday'), /I understood/);
  assert.equal(last(ana), 'Pizza Palace: Hi, this is Maria');
  await ana.says(SHOP, 'Thanks Maria');
  assert.match(last(world.phone(OWNER)), /Thanks Maria$/);
  await world.phone(BEN).says(SHOP, 'Is parking free?');
  assert.match(last(world.phone(BEN)), /Parking is free/);
  await second.tells('!answer 1 Hi, I take over');
  await second.tells('How can I help?');
  assert.equal(last(ana), 'Pizza Palace: How can I help?');
});

test('a talk and a question end truly when the business is suspended: nobody is promised an answer', async () => {
  await using world = await createWorld();
  const { shop, ana } = await handedOver(world);
  await world.phone(BEN).says(SHOP, 'Do you have a wheelchair ramp?');
  await pass(world, MINUTE);
  await pass(world, MINUTE);
  await world.api('PATCH', `/api/businesses/${shop}`, { status: 'suspended' });
  await pass(world, 30 * MINUTE);
  await pass(world, 210 * MINUTE);
  await pass(world, 30 * MINUTE);
  for (const phone of [ana, world.phone(BEN)]) {
    assert.match(last(phone), /Pizza Palace isn't answering messages here at the moment/);
  }
});

test('as long as the customer writes, the owner goes on without a command, however late she is', async () => {
  await using world = await createWorld();
  const { owner, ana } = await handedOver(world);
  await owner.tells('!answer 1 Hi');
  for (const line of ['Wait', 'Still here?']) {
    await pass(world, 20 * MINUTE);
    await ana.says(SHOP, line);
  }
  await owner.tells('Yes, here I am');
  assert.equal(last(ana), 'Pizza Palace: Yes, here I am');
});

test('a person is told of pictures, places and other things that cannot be passed on', async () => {
  await using world = await createWorld();
  const { owner, ana } = await handedOver(world);
  const picture = {
    NumMedia: '1',
    MediaUrl0: 'https://example.org/1',
    MediaContentType0: 'image/png',
  };
  await ana.says(SHOP, 'It looks like this', picture);
  assert.match(last(world.phone(OWNER)), /It looks like this \(a picture or file that I cannot/);
  await ana.says(SHOP, '', { Latitude: '1.5', Longitude: '2.5' });
  assert.match(last(world.phone(OWNER)), /: \(something that I cannot forward\)$/);
  await owner.tells('!answer 1 Hi');
  assert.match(await owner.tells('And this', picture), /^\(I used only your text, not the file/);
  assert.equal(last(ana), 'Pizza Palace: And this');
});

test('what a customer writes to a person who can no longer be reached is kept for her', async () => {
  await using world = await createWorld();
  const { owner, ana } = await handedOver(world);
  await owner.tells('!answer 1 Hi');
  await owner.tells('stop');
  await ana.says(SHOP, 'I am at the back door');
  assert.match(last(ana), /They have your message/);
  await owner.tells('start');
  await owner.tells('!stats');
  await pass(world, 1_000);
  assert.match(last(world.phone(OWNER)), /asked for a person while .*"I am at the back door"/);
});

test('who writes too much to a person is told so once, not left to believe that it arrived', async () => {
  await using world = await createWorld({ env: { RATE_LIMIT_CUSTOMER_PER_HOUR: '1' } });
  const { ana } = await handedOver(world);
  for (let i = 0; i < 5; i++) await ana.says(SHOP, `line ${i}`);
  assert.match(last(world.phone(OWNER)), /line 4$/);
  await ana.says(SHOP, 'line 5');
  assert.match(last(world.phone(OWNER)), /line 4$/);
  assert.match(last(ana), /asked a lot this hour/);
  const before = ana.heard().length;
  await ana.says(SHOP, 'line 6');
  assert.equal(ana.heard().length, before);
});
