import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { World } from '../support/world.ts';
import { ADMIN_KEY, ANA, BEN, createWorld, SHOP } from '../support/world.ts';

const CARLA = '+14155550144';
const wording = 'I want offers of Pizza Palace by WhatsApp. <b>STOP</b> ends them.';
const offers = { channel: 'whatsapp', purpose: 'marketing', status: 'granted' };

const give = (world: World, shop: string, body: object) =>
  world.api('POST', `/api/businesses/${shop}/consents`, {
    ...{ ...offers, source: 'https://pizza.example/form', wording, ip: '203.0.113.7' },
    ...body,
  });

type Uploaded = {
  rows: number;
  granted: number;
  already: number;
  fileHash: string;
  problems: { line: number; problem: string }[];
  error: { message: string };
};

const upload = async (world: World, shop: string, table: string): Promise<Uploaded> => {
  const form = new FormData();
  form.set('file', new Blob([table], { type: 'text/csv' }), 'people.csv');
  const asked = new URLSearchParams({
    ...{ channel: 'whatsapp', purpose: 'marketing', source: 'paper forms', wording },
    ...{ attestedBy: 'Olga, owner' },
  });
  const response = await fetch(
    `${world.url}/api/businesses/${shop}/consents/import?${asked.toString()}`,
    {
      method: 'POST',
      headers: { authorization: `Bearer ${ADMIN_KEY}` },
      body: form,
    },
  );
  return response.json() as Promise<Uploaded>;
};

const customerOf = async (world: World) =>
  (await world.sql<{ id: string }>`select id from contacts order by created_at limit 1`)[0]?.id ??
  '';

describe('consent by the API', () => {
  test('is kept with what the person was shown, and proved as JSON and as a page', async () => {
    await using world = await createWorld();
    const shop = await world.shop();
    const { status, json } = await give(world, shop, { phone: ANA, wordingVersion: '3' });
    assert.equal(status, 201, JSON.stringify(json));
    assert.equal(json.outcome, 'kept');
    assert.equal(json.state.status, 'granted');
    const path = `/api/businesses/${shop}/customers/${json.customerId}/consent`;
    const proof = (await world.api('GET', path)).json;
    const [event] = proof.events;
    assert.equal(event.wording, wording);
    assert.equal(event.ip, '203.0.113.7');
    assert.doesNotMatch(proof.address, /55550122/);
    const shown = await world.api('GET', `${path}?reveal=true`);
    assert.equal(shown.json.address, ANA);
    const page = await world.api('GET', `${path}/page`);
    assert.match(page.text, /&lt;b&gt;STOP&lt;\/b&gt;/);
    assert.doesNotMatch(page.text, /<b>STOP|<script/);
    assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    const keyless = await fetch(`${world.url}${path}/page`, {
      headers: { 'x-real-ip': '1.2.3.4' },
    });
    assert.equal(keyless.status, 401);
  });

  test('needs the wording, and never overrules who has opted out', async () => {
    await using world = await createWorld();
    const shop = await world.shop();
    const bare = await give(world, shop, { phone: ANA, wording: undefined });
    assert.match(bare.json.error.message, /wording is required: without what/);
    await world.phone(ANA).says(SHOP, 'stop');
    const { status, json } = await give(world, shop, { phone: ANA });
    assert.equal(status, 409);
    assert.match(json.error.message, /only they themselves can opt in again/);
  });

  test('takes a no at once: what was to come is cancelled', async () => {
    await using world = await createWorld();
    const shop = await world.shop();
    const said = await give(world, shop, { phone: ANA, status: 'withdrawn' });
    assert.equal(said.json.state.status, 'withdrawn');
    const [out] = await world.sql<{ scope: string }>`select scope from opt_outs`;
    assert.equal(out?.scope, 'offers');
  });

  test('where people confirm, only their 1 grants it', async () => {
    await using world = await createWorld();
    const shop = await world.shop();
    const ana = world.phone(ANA);
    await ana.says(SHOP, 'hello');
    const form = { words: ['PIZZA'], wording: 'Pizza offers, twice a month.', isDouble: true };
    await world.api('PUT', `/api/businesses/${shop}/opt-in`, form);
    const { json } = await give(world, shop, { phone: ANA });
    assert.deepEqual([json.outcome, json.state.status], ['asked', 'none']);
    await world.settle();
    assert.match(ana.heard().at(-1) ?? '', /Pizza offers, twice a month\. Reply 1 to agree/);
    await ana.says(SHOP, '1');
    const states = await world.sql`
      select method, wording_version from consent_events where purpose = 'marketing'`;
    assert.deepEqual(states, [{ method: 'double-opt-in', wording_version: '1' }]);
  });

  test('the business has words of its own, whose wording is kept with who sends them', async () => {
    await using world = await createWorld();
    const shop = await world.shop();
    const path = `/api/businesses/${shop}/opt-in`;
    await world.api('PUT', path, { words: ['PIZZA'], wording: 'Old words.' });
    const set = await world.api('PUT', path, {
      words: ['Pizza!'],
      wording: 'Offers, twice a month.',
    });
    assert.equal(set.json.optIn.version, 2);
    const ana = world.phone(ANA);
    await ana.says(SHOP, 'pizza');
    assert.match(ana.heard()[0] ?? '', /Thank you! You get offers/);
    const [kept] = await world.sql`
      select method, source, wording, wording_version from consent_events where purpose = 'marketing'`;
    assert.deepEqual(kept, {
      ...{ method: 'keyword', source: 'the word "pizza"' },
      ...{ wording: 'Offers, twice a month.', wording_version: '2' },
    });
  });
});

describe('a list of consents', () => {
  test('opts in whom it names, not who opted out or was erased, and says why of each', async () => {
    await using world = await createWorld();
    const shop = await world.shop();
    await world.phone(BEN).says(SHOP, 'no more offers');
    await world.sql`insert into suppressions (business_id, person_hash, channel, source, since)
      values (${shop}, ${world.app.suppressor.hashOf(shop, CARLA)}, 'whatsapp', 'erasure', now())`;
    const table = `Name;Phone\nAna;${ANA}\nBen;(415) 555-0133\nCarla;${CARLA}\nX;12\n;\nAna;${ANA}\n`;
    const done = await upload(world, shop, table);
    assert.deepEqual([done.rows, done.granted, done.already], [5, 1, 0], JSON.stringify(done));
    assert.deepEqual(
      done.problems.map(({ line, problem }) => `${line} ${problem}`),
      [
        '3 This person has opted out; only they themselves can opt in again, with START or JOIN.',
        '4 This person had their data erased here, so they are not written to.',
        '5 Its phone number is none that we know of; please check it.',
        '7 It is the same number as in line 2.',
      ],
    );
    const [kept] = await world.sql`
      select actor, file_hash from consent_events where method = 'import'`;
    assert.deepEqual(kept, { actor: 'Olga, owner', file_hash: done.fileHash });
    const again = await upload(world, shop, table);
    assert.deepEqual([again.granted, again.already], [0, 1]);
    assert.match((await upload(world, shop, 'a,b\n1,2')).error.message, /one of them "phone"/);
  });
});

describe('a phone', () => {
  test('is verified by a code that is kept as a hash, tried five times and sent three times an hour', async () => {
    await using world = await createWorld();
    const shop = await world.shop();
    const ana = world.phone(ANA);
    await ana.says(SHOP, 'hello');
    const path = `/api/businesses/${shop}/customers/${await customerOf(world)}/phone-code`;
    const check = async (code: string) => (await world.api('POST', `${path}/check`, { code })).json;
    const send = async () => {
      const { status } = await world.api('POST', path);
      await world.settle();
      return { status, code: /\d{6}/.exec(ana.heard().at(-1) ?? '')?.[0] ?? '' };
    };
    const { code } = await send();
    assert.equal(code.length, 6);
    const stored = JSON.stringify([
      await world.sql`select body, details from messages`,
      await world.sql`select * from phone_codes`,
    ]);
    assert.doesNotMatch(stored, new RegExp(code));
    const wrong = code === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 5; tries++) assert.equal((await check(wrong)).reason, 'wrong');
    assert.equal((await check(code)).reason, 'over');
    const second = await send();
    assert.equal((await check(second.code)).phoneVerified, true);
    assert.equal((await check(second.code)).reason, 'over', 'a code is good once');
    const third = await send();
    world.clock.advance(11 * 60_000);
    assert.equal((await check(third.code)).reason, 'over');
    assert.equal((await send()).status, 429);
    const proof = await world.api('GET', path.replace('phone-code', 'consent'));
    assert.equal(proof.json.phoneVerified, true);
  });
});
