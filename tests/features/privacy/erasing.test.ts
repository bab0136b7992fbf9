import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { carrierCopies } from '#features/privacy/carrier-copies.system.ts';
import { erasureLoop } from '#features/privacy/erasure-steps.system.ts';
import { suppressedAmong } from '#features/privacy/suppression.system.ts';
import { OGG } from '../../support/files.ts';
import { file, filesStored, sending } from '../../support/sending-files.ts';
import { hearingOf } from '../../support/senses.ts';
import type { World } from '../../support/world.ts';
import { ANA, BEN, createWorld, OWNER, SHOP } from '../../support/world.ts';

/** The id of who writes from this number. */
async function customer(world: World, business: string, phone: string): Promise<string> {
  const path = `/api/businesses/${business}/customers?phone=${encodeURIComponent(phone)}`;
  const { json } = await world.api('GET', path);
  assert.equal(json.customers.length, 1);
  return json.customers[0].customerId;
}

/** Everything that can be done now of what was asked. */
async function work(world: World): Promise<void> {
  const loops = [erasureLoop(world.app), carrierCopies(world.app)];
  for (let round = 0; round < 4; round++) {
    for (const loop of loops) await loop.drain();
    world.clock.advance(31_000);
  }
}

async function everyRow(world: World): Promise<string> {
  const tables = await world.sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public'`;
  const rows = [];
  for (const { name } of tables) {
    rows.push(await world.app.db.runAsSystem(sql`select * from ${sql.table(name)}`));
  }
  return JSON.stringify(rows);
}

describe('a customer who wants to be forgotten', () => {
  test('is erased in every system, with a receipt of each; nobody else is', async () => {
    const { hearing } = hearingOf('Is the garden heated?');
    const { world, shop } = await sending({ hearing });
    await using _world = world;
    const stored = filesStored(world);
    await world.phone(OWNER).says(SHOP, '!list');
    const ana = world.phone(ANA);
    await ana.says(SHOP, 'Do you have a swimming pool?', { ProfileName: 'Ana Karenina' });
    await ana.says(SHOP, '', world.carrier.attach(file(OGG, null, 'audio/ogg')));
    await ana.says(SHOP, 'Can I talk to a person?');
    await world.phone(BEN).says(SHOP, 'Do you have a sauna?');
    assert.match(world.phone(OWNER).heard().join('\n'), /Ana Karenina/);
    assert.equal(stored.size, 1);
    const id = await customer(world, shop, ANA);

    const exported = await world.api('GET', `/api/businesses/${shop}/customers/${id}/export`);
    const { name, addresses, messages, questions } = exported.json.customer;
    assert.deepEqual([name, addresses], ['Ana Karenina', [ANA]]);
    assert.ok(
      messages.some(({ body }: { body: string }) => body === 'Do you have a swimming pool?'),
    );
    assert.ok(questions.some(({ text }: { text: string }) => /swimming pool/.test(text)));
    assert.doesNotMatch(exported.text, /sauna/);

    const begun = await world.api('DELETE', `/api/businesses/${shop}/customers/${id}`);
    assert.equal(begun.status, 202);
    assert.equal(begun.json.erasure.state, 'running');
    const again = await world.api('DELETE', `/api/businesses/${shop}/customers/${id}`);
    assert.equal(again.json.erasure.erasureId, begun.json.erasure.erasureId);
    await work(world);

    const path = `/api/businesses/${shop}/erasures/${begun.json.erasure.erasureId}`;
    const { erasure } = (await world.api('GET', path)).json;
    assert.equal(erasure.state, 'done');
    const states = erasure.receipts.map((one: { system: string; state: string }) => [
      one.system,
      one.state,
    ]);
    const systems = ['answers', 'carrier', 'database', 'files', 'models', 'vectors'];
    assert.deepEqual(
      states,
      systems.map((system) => [system, 'done']),
    );

    assert.equal(stored.size, 0);
    const rows = await everyRow(world);
    for (const word of ['swimming', 'garden', 'talk to a person'])
      assert.ok(!rows.includes(word), word);
    assert.ok(rows.includes('sauna'));
    const copies = await world.carrier.list({ sentAfter: new Date(0) });
    const left = copies.map(({ from, to, body }) => `${from} ${to} ${body}`).join('\n');
    assert.doesNotMatch(left, /4155550122|swimming|garden|Karenina/);
    assert.match(left, /sauna/);
    assert.equal(
      (await world.api('GET', `/api/businesses/${shop}/customers/${id}/export`)).status,
      404,
    );
    assert.equal(
      (await world.api('DELETE', `/api/businesses/${shop}/customers/${id}`)).status,
      404,
    );
  });

  test('hears nothing more of what was on its way, and who has opted out stays so', async () => {
    await using world = await createWorld();
    const shop = await world.shop({ knows: ['We open at 9'] });
    const [ana, ben] = [world.phone(ANA), world.phone(BEN)];
    await ana.says(SHOP, 'stop');
    const id = await customer(world, shop, ANA);
    await ben.says(SHOP, 'hello');
    world.carrier.nextOutcomes([{ kind: 'rate-limited', retryAfterMs: 60_000 }], `whatsapp:${BEN}`);
    await ben.says(SHOP, 'When do you open?');
    const bens = await customer(world, shop, BEN);
    const heard = [ana.heard().length, ben.heard().length];
    for (const one of [id, bens]) {
      const path = `/api/businesses/${shop}/customers/${one}`;
      assert.equal((await world.api('DELETE', path)).status, 202);
    }
    world.clock.advance(61_000);
    await world.settle();
    assert.deepEqual([ana.heard().length, ben.heard().length], heard);
    await work(world);
    world.clock.advance(3_600_000);
    await world.settle();
    assert.deepEqual([ana.heard().length, ben.heard().length], heard);
    assert.deepEqual(await world.sql`select from messages`, []);

    const imported = await world.api('POST', `/api/businesses/${shop}/messages`, {
      ...{ to: ANA, text: 'Half price today!', purpose: 'transactional' },
    });
    assert.deepEqual([imported.status, imported.json.error.code], [409, 'opted_out']);
    await ana.says(SHOP, 'When do you open?');
    await ben.says(SHOP, 'When do you open?');
    assert.equal(ana.heard().length, heard[0]);
    assert.match(ben.heard().at(-1) ?? '', /We open at 9/);
    const addresses = [ANA, BEN];
    const suppressed = await world.app.db.asBusiness(shop, (tx) =>
      suppressedAmong(world.app, tx, { businessId: shop, channel: 'whatsapp', addresses }),
    );
    assert.deepEqual([...suppressed], [ANA]);
    await ana.says(SHOP, 'start');
    await ana.says(SHOP, 'When do you open?');
    assert.match(ana.heard().at(-1) ?? '', /We open at 9/);
  });

  test('waits while a message is in the hands of the carrier, and is finished when one system was away', async () => {
    await using world = await createWorld();
    const shop = await world.shop({ knows: ['We open at 9'] });
    await world.phone(ANA).says(SHOP, 'When do you open?');
    const id = await customer(world, shop, ANA);
    await world.sql`update messages set state = 'sending' where direction = 'out'`;
    const path = `/api/businesses/${shop}/customers/${id}?suppress=true`;
    const { erasureId } = (await world.api('DELETE', path)).json.erasure;
    await erasureLoop(world.app).drain();
    assert.equal((await world.sql`select from contacts`).length, 1);
    await world.sql`update messages set state = 'handed-over' where direction = 'out'`;
    world.carrier.forgetsNext({ kind: 'refused', because: 'Twilio does not know why.' });
    world.clock.advance(15_000);
    const failing = { ...world.app.files, remove: () => Promise.reject(new Error('away')) };
    await erasureLoop({ ...world.app, files: failing }).drain();
    const receipts = async () => {
      const found = await world.api('GET', `/api/businesses/${shop}/erasures/${erasureId}`);
      const { state, receipts: all } = found.json.erasure;
      return [
        state,
        ...all.map((one: { system: string; state: string }) => `${one.system} ${one.state}`),
      ];
    };
    assert.deepEqual((await receipts()).slice(0, 5), [
      ...['running', 'answers done', 'carrier waiting', 'database done', 'files waiting'],
    ]);
    await work(world);
    assert.deepEqual((await receipts()).slice(0, 5), [
      ...['failed', 'answers done', 'carrier failed', 'database done', 'files done'],
    ]);
    await world.phone(ANA).says(SHOP, 'When do you open?');
    assert.deepEqual((await world.sql`select from opt_outs`).length, 2);
  });

  test('is found by number, masked, and an owner is not a customer', async () => {
    await using world = await createWorld();
    const shop = await world.shop();
    await world.phone(OWNER).says(SHOP, '!list');
    for (let i = 10; i < 13; i++)
      await world.phone(`+141555502${i}`).says(SHOP, 'hello', { ProfileName: 'Zoe' });
    const path = `/api/businesses/${shop}/customers`;
    const first = (await world.api('GET', `${path}?limit=2`)).json;
    assert.deepEqual(
      first.customers.map(({ phone, name }: { phone: string; name: string }) => `${name} ${phone}`),
      ['Z… +14…12', 'Z… +14…11'],
    );
    const second = (await world.api('GET', `${path}?limit=2&cursor=${first.nextCursor}`)).json;
    assert.deepEqual([second.customers.length, second.nextCursor], [1, null]);
    const found = (await world.api('GET', `${path}?phone=${encodeURIComponent('(415) 555-0210')}`))
      .json;
    assert.equal(found.customers.length, 1);
    assert.deepEqual((await world.api('GET', `${path}?phone=nobody`)).json.customers, []);
    const [owner] = await world.sql<{ id: string }>`select contact_id as id from contact_aliases a
      join owners o on o.person_index = a.person_index`;
    const refused = await world.api('DELETE', `${path}/${owner?.id}`);
    assert.deepEqual([refused.status, refused.json.error.code], [409, 'is_owner']);
  });
});
