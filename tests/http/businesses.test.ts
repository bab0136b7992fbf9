import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ANA, createWorld, OWNER, SHOP } from '../support/world.ts';
import { NOTHING_SET } from '../support/nothing-set.ts';

const world = await createWorld();
after(() => world[Symbol.asyncDispose]());

let used = 0;
/** A business on a number of its own, so that each test has one to itself. */
async function aShop(options: Parameters<typeof world.shop>[0] = {}) {
  const number = `+1415555${1000 + used++}`;
  return { number, id: await world.shop({ number, ...options }) };
}
const patch = (id: string, body: object) =>
  world.api('PATCH', `/api/businesses/${id}?reveal=true`, body);
const everyDay = (openings: unknown) =>
  Object.fromEntries(
    'monday tuesday wednesday thursday friday saturday sunday'
      .split(' ')
      .map((day) => [day, openings]),
  );

test('a business is shown as it was registered, its owners masked until asked for', async () => {
  const { id, number } = await aShop({ sms: '+14155550190' });
  const { status, json } = await world.api('GET', `/api/businesses/${id}`);
  const { createdAt, ...business } = json.business;
  assert.equal(status, 200);
  assert.ok(Date.now() - new Date(createdAt).getTime() < 60_000);
  assert.deepEqual(business, {
    businessId: id,
    name: 'Pizza Palace',
    status: 'active',
    whatsappNumber: `whatsapp:${number}`,
    shared: false,
    smsNumber: '+14155550190',
    owners: ['+14…11'],
    timeZone: 'America/New_York',
    defaultCountry: 'US',
    defaultLanguage: 'en',
    openingHours: null,
    specialDays: [],
    hours: { week: everyDay(null), specialDays: [], notUnderstood: [] },
    greeting: null,
    contactPhone: null,
    ownerAnswerMinutes: 240,
    savesAnswers: false,
    spending: NOTHING_SET,
    answersPaused: false,
  });
  const revealed = await world.api('GET', `/api/businesses/${id}?reveal=true`);
  assert.deepEqual(revealed.json.business.owners, [OWNER]);
});

test('the list comes in pages, each business once, masked unless asked for', async () => {
  const ids = [];
  for (const name of ['A', 'B', 'C', 'D', 'E']) ids.push((await aShop({ name })).id);
  const seen = [];
  for (let cursor = ''; ;) {
    const { json } = await world.api('GET', `/api/businesses?limit=2${cursor}`);
    assert.ok(json.businesses.length <= 2);
    seen.push(...json.businesses);
    if (json.nextCursor === null) break;
    cursor = `&cursor=${json.nextCursor}`;
  }
  const seenIds = seen.map(({ businessId }) => businessId);
  assert.deepEqual(seenIds.slice(-5), ids);
  assert.equal(new Set(seenIds).size, seenIds.length);
  assert.deepEqual(seen.at(-1).owners, ['+14…11']);

  const revealed = await world.api('GET', '/api/businesses?reveal=true');
  assert.deepEqual(revealed.json.businesses.at(-1).owners, [OWNER]);
});

test('a cursor that is none is refused', async () => {
  const { status, json } = await world.api('GET', '/api/businesses?cursor=nonsense');
  assert.deepEqual([status, json.error.code], [400, 'invalid_cursor']);
});

test('everything that is an admin’s to change can be changed, and the rest stays', async () => {
  const { id, number } = await aShop();
  const change = {
    name: 'Pizza Paradise',
    status: 'suspended',
    timeZone: 'europe/berlin',
    defaultCountry: 'de',
    defaultLanguage: 'pt-br',
    openingHours: '9 to 5',
    greeting: 'Ciao!',
    contactPhone: '030 901820',
    ownerAnswerMinutes: 30,
    savesAnswers: true,
  };
  const { status, json } = await patch(id, change);
  assert.equal(status, 200);
  const { createdAt: _then, ...business } = json.business;
  assert.deepEqual(business, {
    ...change,
    specialDays: [],
    hours: {
      week: everyDay([{ opens: '09:00', closes: '17:00' }]),
      specialDays: [],
      notUnderstood: [],
    },
    businessId: id,
    timeZone: 'Europe/Berlin',
    defaultCountry: 'DE',
    defaultLanguage: 'pt-BR',
    contactPhone: '+4930901820',
    ownerAnswerMinutes: 30,
    savesAnswers: true,
    spending: NOTHING_SET,
    owners: [OWNER],
    whatsappNumber: `whatsapp:${number}`,
    shared: false,
    smsNumber: null,
    answersPaused: false,
  });
  const cleared = await patch(id, { openingHours: null, greeting: null, contactPhone: null });
  assert.equal(cleared.json.business.openingHours, null);
  assert.equal(cleared.json.business.greeting, null);
  assert.equal(cleared.json.business.contactPhone, null);
  assert.equal(cleared.json.business.name, 'Pizza Paradise');
});

test('a change with one wrong field changes nothing', async () => {
  const { id } = await aShop();
  const wrong = [
    { name: 'New', timeZone: 'Mars/Olympus' },
    { name: 'New', timeZone: '+05:30' },
    { name: 'New', defaultCountry: 'ZZ' },
    { name: 'New', defaultLanguage: 'no language' },
    { name: 'New', defaultLanguage: 'xx' },
    { name: 'New', owners: [] },
    { name: 'New', owners: ['+14155550111', 'nobody'] },
    { name: 'New', contactPhone: 'call us' },
    { name: 'New', status: 'closed' },
    { name: 'New', timezone: 'Europe/Berlin' },
    { name: null },
    { name: 'New', specialDays: [{ date: '2031-02-30', closed: true }] },
    { name: 'New', specialDays: [{ date: '2020-02-29', closed: true }] },
    { name: 'New', whatsappNumber: null },
  ];
  for (const body of wrong) {
    const { status, json } = await patch(id, body);
    assert.equal(status, 400, JSON.stringify(body));
    assert.equal(json.error.details.length, 1, JSON.stringify(body));
  }
  const { json } = await world.api('GET', `/api/businesses/${id}`);
  assert.equal(json.business.name, 'Pizza Palace');
});

test('owners are replaced as a whole, and the new one’s word counts at once', async () => {
  const { id, number } = await aShop();
  const owners = ['+14155550155', '(415) 555-0156', '+1 415 555 0155'];
  const { json } = await patch(id, { owners });
  assert.deepEqual(json.business.owners, ['+14155550155', '+14155550156']);

  const before = world.phone(OWNER);
  await before.says(number, '!help');
  assert.doesNotMatch(before.heard().join(), /!add/);
  const now = world.phone('+14155550156');
  await now.says(number, '!help');
  assert.match(now.heard().join(), /!add/);
});

test('an unlikely phone is taken with a warning', async () => {
  const { id } = await aShop();
  const { json } = await patch(id, { owners: ['1987654321'] });
  assert.deepEqual(json.business.owners, ['+11987654321']);
  assert.deepEqual(json.warnings, ['+11987654321 is an unlikely phone number; please check it.']);
});

test('a business moves to another number, where customers reach it at once', async () => {
  const { id, number } = await aShop({ knows: ['We are open 9 AM to 9 PM every day'] });
  const moved = '+14155550170';
  const ana = world.phone(ANA);
  await ana.says(number, 'When are you open?');
  const { json } = await patch(id, { whatsappNumber: moved, smsNumber: '+14155550171' });
  assert.equal(json.business.whatsappNumber, `whatsapp:${moved}`);
  assert.equal(json.business.smsNumber, '+14155550171');

  await ana.says(moved, 'When are you open?');
  await world.phone(ANA, { on: 'sms' }).says('+14155550171', 'When are you open?');
  await ana.says(number, 'Is anybody still here, and when are you open?');
  assert.equal(ana.heard().filter((said) => said.includes('9 AM')).length, 2);
  assert.match(world.phone(ANA, { on: 'sms' }).heard().join(), /9 AM/);

  const without = await patch(id, { smsNumber: null });
  assert.equal(without.json.business.smsNumber, null);
});

test('a number of another business cannot be taken; one’s own can be given again', async () => {
  const [mine, other] = [await aShop(), await aShop({ sms: '+14155550181' })];
  const taken = await patch(mine.id, { name: 'Thief', whatsappNumber: other.number });
  assert.deepEqual([taken.status, taken.json.error.code], [409, 'number_taken']);
  const takenSms = await patch(mine.id, { smsNumber: '+14155550181' });
  assert.equal(takenSms.status, 409);
  const found = await world.api('GET', `/api/businesses/${mine.id}`);
  assert.equal(found.json.business.name, 'Pizza Palace');

  assert.equal((await patch(mine.id, { whatsappNumber: mine.number })).status, 200);
  const shared = await patch(mine.id, { whatsappNumber: other.number, shared: true });
  assert.deepEqual([shared.status, shared.json.business.shared], [200, true]);
});

test('two businesses that want the same number at once do not both get it', async () => {
  const [one, two] = [await aShop(), await aShop()];
  const replies = await Promise.all(
    [one, two].map(({ id }) => patch(id, { whatsappNumber: '+14155550188' })),
  );
  const statuses = replies.map(({ status }) => status);
  assert.deepEqual(
    statuses.toSorted((a, b) => a - b),
    [200, 409],
  );
});

test('new opening hours are known to customers at once', async () => {
  const { id, number } = await aShop();
  const ana = world.phone('+14155550123');
  await patch(id, { openingHours: 'weekdays 9 to 5' });
  await ana.says(number, 'What are your opening hours?');
  await patch(id, { openingHours: 'weekends only' });
  await ana.says(number, 'What are your opening hours?');
  assert.match(ana.heard()[0] ?? '', /weekdays 9 to 5/);
  assert.match(ana.heard()[1] ?? '', /weekends only/);
});

test('the lobby of shared numbers cannot be seen, changed or removed', async () => {
  const paths = ['', '/metrics', '/knowledge'];
  for (const path of paths) {
    assert.equal((await world.api('GET', `/api/businesses/lobby${path}`)).status, 404, path);
  }
  assert.equal((await patch('lobby', { name: 'Mine' })).status, 404);
  assert.equal((await patch('lobby', { whatsappNumber: SHOP })).status, 404);
  assert.equal((await world.api('DELETE', '/api/businesses/lobby')).status, 404);
  const taught = await world.api('POST', '/api/businesses/lobby/knowledge', { text: 'Hello' });
  assert.equal(taught.status, 404);
  const { json } = await world.api('GET', '/api/businesses?limit=500');
  assert.ok(
    json.businesses.every(({ businessId }: { businessId: string }) => businessId !== 'lobby'),
  );
  const [lobby] = await world.sql<{ name: string }>`select name from businesses where id = 'lobby'`;
  assert.equal(lobby?.name, 'this number');
});

test('no such business is no such business, however its id is written', async () => {
  for (const id of ['nobody_1234', 'NOBODY', '%00', "x'--", 'a'.repeat(500)]) {
    const { status, json } = await world.api('GET', `/api/businesses/${id}`);
    assert.deepEqual([status, json.error.code], [404, 'business_not_found'], id);
  }
});
