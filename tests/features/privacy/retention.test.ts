import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { carrierCopies, nextAttempt } from '#features/privacy/carrier-copies.system.ts';
import { keepNoLonger } from '#features/privacy/retention.system.ts';
import { sql } from 'kysely';
import { file, sending } from '../../support/sending-files.ts';
import { hearingOf } from '../../support/senses.ts';
import { OGG } from '../../support/files.ts';
import { ANA, BEN, createWorld, OWNER, SHOP } from '../../support/world.ts';
import type { World } from '../../support/world.ts';
import { classes } from './classes.ts';

const DAY_MS = 24 * 3_600_000;
const BENS = `whatsapp:${BEN}`;

/** What the carrier has that was sent before, with nobody but Ben. */
const onFile = async (world: World, before: Date) =>
  (await world.carrier.list({ sentAfter: new Date(0) })).filter(
    ({ from, to, sentAt }) => from !== BENS && to !== BENS && sentAt < before,
  );

/** Every content of the database that is not empty, by table and column. */
async function contentsIn(world: World): Promise<string[]> {
  const found: string[] = [];
  for (const [table, columns] of Object.entries(classes)) {
    for (const column of Object.keys(columns).filter((name) => columns[name] === 'content')) {
      const isOwnId = column === 'likeness' ? sql`and likeness <> id::text` : sql``;
      const rows = await world.app.db.runAsSystem(sql`select from ${sql.table(table)}
        where ${sql.ref(column)} is not null and ${sql.ref(column)}::text not in ('', '{}', '[]', 'null') ${isOwnId}`);
      if (rows.length > 0) found.push(`${table}.${column}`);
    }
  }
  return found;
}

describe('what is kept', () => {
  test('is classified, column by column', async () => {
    await using world = await createWorld();
    const rows = await world.sql<{ table: string; name: string }>`
      select c.table_name as table, c.column_name as name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name not like 'kysely%'`;
    const there = rows.map(({ table, name }) => `${table}.${name}`).toSorted();
    const classified = Object.entries(classes).flatMap(([table, columns]) =>
      Object.keys(columns).map((name) => `${table}.${name}`),
    );
    assert.deepEqual(there, classified.toSorted());
  });

  test('of words, pictures and voice notes goes after thirty days, at the carrier too; that they were sent, after a year', async () => {
    const { hearing } = hearingOf('When do you open?');
    const { world } = await sending({ hearing });
    await using _world = world;
    await world.phone(OWNER).says(SHOP, '!list');
    const ana = world.phone(ANA);
    await ana.says(SHOP, 'Do you have a pool?', { ProfileName: 'Ana' });
    await ana.says(SHOP, '', world.carrier.attach(file(OGG, null, 'audio/ogg')));
    await ana.says(SHOP, 'Can I talk to a person?');
    const copies = carrierCopies(world.app);

    world.clock.advance(29 * DAY_MS);
    await keepNoLonger(world.app);
    assert.equal(await copies.drain(), 0);
    assert.deepEqual(await contentsIn(world), [
      'messages.body',
      'messages.details',
      'questions.text',
      'questions.likeness',
    ]);
    const then = world.clock.now();
    await world.phone(BEN).says(SHOP, 'Do you deliver?');

    world.clock.advance(2 * DAY_MS);
    const count = (await onFile(world, then)).length;
    world.carrier.forgetsNext({ kind: 'not-yet', because: 'still under way' });
    await keepNoLonger(world.app);
    await copies.drain();
    const after = await onFile(world, then);
    assert.equal(after.length, count);
    assert.equal((await world.sql`select from carrier_removals`).length, 1);
    world.clock.advance(60_000);
    assert.equal(await copies.drain(), 1);
    assert.deepEqual(
      (await onFile(world, then)).filter(({ body, numMedia }) => body !== '' || numMedia > 0),
      [],
    );
    const bodies = await world.sql<{ body: string }>`select distinct body from messages
      where body <> '' and direction = 'in'`;
    assert.deepEqual(bodies, [{ body: 'Do you deliver?' }]);

    world.clock.advance(366 * DAY_MS);
    await keepNoLonger(world.app);
    await copies.drain();
    assert.deepEqual(await contentsIn(world), []);
    assert.deepEqual(await onFile(world, then), []);
    for (const table of ['messages', 'message_events', 'questions', 'carrier_removals']) {
      assert.deepEqual(await world.sql`select * from ${sql.table(table)}`, [], table);
    }
    // The owner stays, and nobody else.
    assert.equal((await world.sql`select from contacts`).length, 1);
  });

  test('is kept as long as the business says', async () => {
    await using world = await createWorld();
    const id = await world.shop();
    const path = `/api/businesses/${id}/retention`;
    assert.deepEqual((await world.api('GET', path)).json.retention, {
      contentDays: 30,
      metadataDays: 365,
      consentDays: 2557,
    });
    assert.equal((await world.api('PATCH', path, { contentDays: 0 })).status, 400);
    assert.equal(
      (await world.api('PATCH', path, { contentDays: 7 })).json.retention.contentDays,
      7,
    );
    await world.phone(ANA).says(SHOP, 'hello');
    world.clock.advance(8 * DAY_MS);
    await keepNoLonger(world.app);
    assert.deepEqual(await contentsIn(world), []);
  });

  test('of who has opted out and is silent for a year is only that, and it holds', async () => {
    await using world = await createWorld();
    await world.shop({ knows: ['We open at 9'] });
    await world.phone(OWNER).says(SHOP, '!list');
    await world.phone(ANA).says(SHOP, 'stop');
    world.clock.advance(400 * DAY_MS);
    await keepNoLonger(world.app);
    assert.equal((await world.sql`select from contacts`).length, 1);
    const before = world.phone(ANA).heard().length;
    await world.phone(ANA).says(SHOP, 'When do you open?');
    assert.equal(world.phone(ANA).heard().length, before);
    await world.phone(ANA).says(SHOP, 'start');
    await world.phone(ANA).says(SHOP, 'When do you open?');
    assert.match(world.phone(ANA).heard().at(-1) ?? '', /We open at 9/);
    assert.deepEqual(await world.sql`select * from suppressions`, []);
  });
});

test('a copy that cannot be removed yet is asked for less and less often, for two weeks', () => {
  const askedAt = new Date('2026-01-01T00:00:00Z');
  const waits = (attempts: number, retryAfterMs?: number) =>
    (nextAttempt({ attempts, askedAt }, retryAfterMs, askedAt)?.getTime() ?? 0) - askedAt.getTime();
  assert.deepEqual(
    [waits(1), waits(2), waits(5), waits(30)],
    [60_000, 120_000, 960_000, 21_600_000],
  );
  assert.equal(waits(1, 300_000), 300_000);
  const late = new Date(askedAt.getTime() + 16 * DAY_MS);
  assert.equal(nextAttempt({ attempts: 3, askedAt }, undefined, late), null);
});
