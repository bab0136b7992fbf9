import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PNG } from '../support/files.ts';
import { ownerOf } from '../support/owner.ts';
import { ANA, BEN, createWorld, OWNER, SHOP } from '../support/world.ts';

test('help fits into a short message and names every command', async () => {
  await using world = await createWorld();
  await world.shop();
  const owner = ownerOf(world);
  for (const body of ['!help', '！ＨＥＬＰ', 'help', ' ! Help \n']) {
    const help = await owner.tells(body);
    assert.match(help, /!add <text>.*!undo.*!unanswered.*!resume/s, body);
    assert.doesNotMatch(help, /!register/);
    assert.ok(help.length <= 1_000);
  }
});

test('the owner sees what a customer would be told, and from which entry', async () => {
  await using world = await createWorld();
  await world.shop({ knows: ['We sell ham', 'Delivery costs 5 dollars'] });
  const owner = ownerOf(world);
  for (const body of ['!ask Is there delivery?', 'Is there delivery?']) {
    const reply = await owner.tells(body);
    assert.match(reply, /A customer would be told:\nDelivery costs 5 dollars/);
    assert.match(reply, /From number 2: "Delivery costs 5 dollars"/);
  }
  assert.match(await owner.tells('!show 2'), /Delivery/);
  const unknown = await owner.tells('!ask Do you have a swimming pool?');
  assert.match(unknown, /A customer would be told:\nSorry, I don't know that.*!add/s);
  assert.equal(
    await owner.tells('!unanswered'),
    'There are no unanswered questions of the last 30 days.',
  );
});

test('opening hours are set, shown, used for answers and removed', async () => {
  await using world = await createWorld();
  await world.shop();
  const owner = ownerOf(world);
  assert.match(await owner.tells('!hours'), /No opening hours are set/);
  assert.match(await owner.tells('!ask What are your opening hours?'), /don't know/);
  assert.match(await owner.tells('!hours Mon-Fri 9-18\nSat 10-14'), /now: Mon-Fri 9-18\nSat 10-14/);
  assert.match(await owner.tells('!hours'), /Mon-Fri 9-18/);
  const reply = await owner.tells('!ask What are your opening hours?');
  assert.match(reply, /Mon-Fri 9-18.*From your opening hours/s);
  assert.match(await owner.tells(`!hours ${'x'.repeat(501)}`), /501 characters/);
  await owner.tells('!hours none');
  assert.match(await owner.tells('!hours'), /No opening hours are set/);
});

test('while answers are paused customers are told so, and the owner can still work', async () => {
  await using world = await createWorld();
  await world.shop({ knows: ['Delivery costs 5 dollars'] });
  const owner = ownerOf(world);
  const ana = world.phone(ANA);
  assert.match(await owner.tells('!resume'), /not paused/);
  assert.match(await owner.tells('!pause'), /stopped answering/);
  assert.match(await owner.tells('!pause'), /paused already/);
  await ana.says(SHOP, 'Is there delivery?');
  assert.match(await owner.tells('!ask Is there delivery?'), /5 dollars.*paused now/s);
  assert.match(await owner.tells('!resume'), /answer customers again/);
  await ana.says(SHOP, 'Is there delivery?');
  assert.match(ana.heard()[0] ?? '', /paused/);
  assert.match(ana.heard()[1] ?? '', /5 dollars/);
});

test('the owner sees the numbers, and what could not be answered how often', async () => {
  await using world = await createWorld();
  await world.shop({ knows: ['Delivery costs 5 dollars'] });
  const owner = ownerOf(world);
  assert.match(await owner.tells('!stats'), /Today: no questions\./);
  const ana = world.phone(ANA);
  await ana.says(SHOP, 'Is there delivery?');
  await ana.says(SHOP, 'Have you got a swimming pool?');
  await world.phone(BEN).says(SHOP, 'have you got a swimming pool');
  await world.phone(BEN).says(SHOP, 'Where do I leave my horse?');
  const stats = await owner.tells('!stats');
  assert.match(stats, /Today: 4 questions, 1 answered, 3 unanswered, typical response time/);
  assert.match(stats, /Last 7 days: 4 questions.*\nI know 1 thing\./);
  const unanswered = await owner.tells('!unanswered');
  assert.match(
    unanswered,
    /2\. Where do I leave my horse\? \(today \d\d:\d\d\)\n1\. Have you got a swimming pool\? \(2 customers, last today \d\d:\d\d\)/,
  );
});

test('several messages in a row are one unanswered question', async () => {
  await using world = await createWorld();
  await world.shop();
  const ana = world.phone(ANA);
  await ana.sends(SHOP, 'One more thing and');
  await ana.says(SHOP, 'is there a swimming pool?');
  assert.match(
    await ownerOf(world).tells('!unanswered'),
    /1\. One more thing and is there a swimming pool\? \(today/,
  );
});

test('the limit of commands is told once, with when it ends', async () => {
  await using world = await createWorld({ env: { RATE_LIMIT_OWNER_PER_HOUR: '3' } });
  const shop = await world.shop();
  const owner = ownerOf(world);
  for (const text of ['a', 'b', 'c']) await owner.tells(`!add ${text}`);
  assert.match(await owner.tells('!add d'), /3 commands in an hour.*\d\d:\d\d \(in (60|59) min\)/);
  assert.equal(await owner.tells('!add e'), '');
  assert.equal(await owner.tells('Is there delivery?'), '');
  world.clock.advance(3_600_000);
  assert.match(await owner.tells('!add f'), /Saved as number 4/);
  const [silent] = await world.sql<{ outcome: string }>`select outcome from messages
    where business_id = ${shop} and body = '!add e'`;
  assert.equal(silent?.outcome, 'silent:limit-told-before');
});

test('an answer to what was asked is heard beyond the limit', async () => {
  await using world = await createWorld({ env: { RATE_LIMIT_OWNER_PER_HOUR: '1' } });
  await world.shop();
  const owner = ownerOf(world);
  await owner.tells('!add a\nb');
  assert.match(await owner.tells('2'), /Saved 2 entries/);
});

test('no limit holds where it is 0, and a machine that answers us is left alone in the end', async () => {
  await using world = await createWorld({ env: { RATE_LIMIT_OWNER_PER_HOUR: '0' } });
  await world.shop();
  const owner = ownerOf(world);
  for (let i = 0; i < 35; i++) await owner.sends(SHOP, '!undo');
  await world.settle();
  assert.equal(owner.heard().length, 35);

  await using other = await createWorld({ env: { RATE_LIMIT_OWNER_PER_HOUR: '2' } });
  await other.shop();
  const machine = ownerOf(other);
  for (let i = 0; i < 12; i++) await machine.tells('I am on holiday');
  assert.equal(machine.heard().length, 8);
});

test('messages without text, and pictures beside a text, are answered fittingly', async () => {
  await using world = await createWorld();
  await world.shop();
  const owner = ownerOf(world);
  const picture = world.carrier.attach({ bytes: PNG, name: null, contentType: 'image/png' });
  assert.match(await owner.tells('', picture), /can't read pictures/);
  assert.match(await owner.tells('', { Latitude: '1', Longitude: '2' }), /place on the map/);
  assert.match(await owner.tells(''), /without any text/);
  assert.match(await owner.tells('!add Our menu', picture), /Saved.*only your text/s);
  assert.match(await owner.tells('hello'), /assistant of Pizza Palace, and you run it/);
});

test('commands without what they need say how they are written', async () => {
  await using world = await createWorld();
  await world.shop();
  const owner = ownerOf(world);
  const cases: [string, RegExp][] = [
    ['!add', /for example: !add We are open/],
    ['!list', /know nothing yet.*!add/],
    ['!show', /!show 2/],
    ['!show two', /!show 2/],
    ['!show 1', /know nothing yet/],
    ['!delete', /!delete 2/],
    ['!edit', /!edit 2/],
    ['!edit 2', /know nothing yet/],
    ['!search', /!search delivery/],
    ['!ask', /!ask Do you deliver/],
    ['!register Coffee', /cannot be registered/],
  ];
  for (const [body, reply] of cases) assert.match(await owner.tells(body), reply, body);
});

test('where it is allowed an owner registers a further business, and nobody else becomes one', async () => {
  await using world = await createWorld({ env: { REGISTRATION_BY_WHATSAPP: 'on' } });
  const shop = await world.shop();
  const owner = ownerOf(world);
  assert.match(await owner.tells('!help'), /!register <name>/);
  assert.match(await owner.tells('!register'), /Write its name/);
  const reply = await owner.tells('!register "Coffee  Corner"');
  assert.match(
    reply,
    /"Coffee Corner" is registered.*wa\.me\/14155550100\?text=start%20coffee_corner_/s,
  );
  const shops = await world.sql<{ id: string; name: string }>`select b.id, b.name from businesses b
    join business_numbers n on n.business_id = b.id and n.address = ${SHOP} order by b.created_at`;
  assert.deepEqual(
    shops.map(({ name }) => name),
    ['Pizza Palace', 'Coffee Corner'],
  );
  const id = shops[1]?.id ?? '';
  await owner.tells(`start ${id}`);
  assert.match(await owner.tells('!register Pizza Palace'), /have "Pizza Palace" on this number/);
  assert.match(await owner.tells('!add We roast'), /Saved as number 1/);
  await owner.tells(`start ${shop}`);
  assert.match(await owner.tells('!list'), /know nothing yet/);
  const ana = world.phone(ANA);
  await ana.says(SHOP, `start ${id}`);
  await ana.says(SHOP, '!register Thieves');
  const [count] = await world.sql<{ count: number }>`select count(*)::int from businesses`;
  assert.equal(count?.count, 3);
});

test('by SMS the same commands work', async () => {
  await using world = await createWorld();
  await world.shop({ sms: '+14155550177' });
  const owner = world.phone(OWNER, { on: 'sms' });
  await owner.says('+14155550177', '!add We deliver');
  await owner.says('+14155550177', '!list');
  assert.match(owner.heard().join('\n'), /Saved as number 1.*1\. We deliver/s);
});
