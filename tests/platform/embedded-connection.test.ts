import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { AbortedTransactionError } from 'kysely';
import { openInMemory } from '#platform/embedded/in-memory.ts';
import { openEmbedded } from '#platform/embedded/open.ts';
import { copy, idsIn, overKysely } from './fixtures/embedded.ts';

for (const [name, open] of [
  ['embedded', async () => openEmbedded(await copy('values'))],
  ['in memory', () => openInMemory()],
] as const) {
  test(`values come back from the ${name} database as from a PostgreSQL server`, async () => {
    await using db = await open();
    const sent = new Date('2026-02-03T04:05:06.789Z');
    const { rows, affectedRows } = await db.query<Record<string, unknown>>(
      `select $1::timestamptz as sent, $2::int8 as big, $3::jsonb as json, $4::bytea as bytes, $5::text as nothing,
        $6::text[] as texts, $7::int8[] as bigs, $8::numeric as money, $9::bool as yes, $10::float8 as half,
        count(*) as count, $11::jsonb as list`,
      [
        ...[sent, 9007199254740993n, { a: [1, 'ü'] }, Buffer.from([0, 255, 39]), null],
        ...[['a,b', '"q"', null], [1, 2], '1.10', true, 0.5, JSON.stringify(['a'])],
      ],
    );
    assert.deepEqual(rows, [
      {
        sent,
        big: '9007199254740993',
        json: { a: [1, 'ü'] },
        bytes: Buffer.from([0, 255, 39]),
        nothing: null,
        texts: ['a,b', '"q"', null],
        bigs: ['1', '2'],
        money: '1.10',
        yes: true,
        half: 0.5,
        count: '1',
        list: ['a'],
      },
    ]);
    assert.equal(affectedRows, undefined);
  });
}

test('an error says what PostgreSQL said', async () => {
  await using db = await openEmbedded(await copy('errors'));
  const kysely = overKysely(db);
  await kysely.insertInto('entry').values({ id: 1, text: 'open' }).execute();
  const again = kysely.insertInto('entry').values({ id: 1, text: 'closed' }).execute();
  await assert.rejects(again, (error: Error & Record<string, unknown>) => {
    assert.ok(error instanceof Error);
    const { code, constraint, detail, severity, table, message } = error;
    assert.deepEqual(
      { code, constraint, detail, severity, table, message },
      {
        code: '23505',
        constraint: 'entry_pkey',
        detail: 'Key (id)=(1) already exists.',
        severity: 'ERROR',
        table: 'entry',
        message: 'duplicate key value violates unique constraint "entry_pkey"',
      },
    );
    return true;
  });
});

test('nonsense is refused and the next statement is answered', async () => {
  await using db = await openEmbedded(await copy('nonsense'));
  const circle: { self?: object } = {};
  circle.self = circle;
  await assert.rejects(db.query({ text: 'select 1' } as never), TypeError);
  await assert.rejects(db.query('select $1::jsonb', [circle]), TypeError);
  await assert.rejects(db.query('select 1 \0'), { code: '08P01' });
  await assert.rejects(db.query('select $1::text', ['a\0b']), { code: '22021' });
  await assert.rejects(db.query(`select ${'('.repeat(9_000)}1`), { code: '42601' });
  await db.query(`create function deeper(i int) returns int language plpgsql
    as $$ begin return deeper(i + 1); end $$`);
  await assert.rejects(db.query('select deeper(1)'), { code: '54001' });
  assert.deepEqual((await db.query('select 1 as one')).rows, [{ one: 1 }]);
});

test('a failed transaction leaves nothing and does not hold up the next', async () => {
  await using db = await openEmbedded(await copy('failed'));
  const kysely = overKysely(db);
  const add = (id: number, fail?: () => unknown) =>
    kysely.transaction().execute(async (tx) => {
      await tx.insertInto('entry').values({ id, text: 'x' }).execute();
      await fail?.();
    });
  const results = await Promise.allSettled([
    add(1, () => Promise.reject(new Error('out of milk'))),
    add(2),
    add(2),
    add(3),
  ]);
  assert.deepEqual(
    results.map(({ status }) => status),
    ['rejected', 'fulfilled', 'rejected', 'fulfilled'],
  );
  assert.deepEqual(await idsIn(kysely), [2, 3]);
});

test('a transaction in which a failure was overlooked is not said to be committed', async () => {
  await using db = await openEmbedded(await copy('overlooked'));
  const kysely = overKysely(db);
  const overlooking = kysely.transaction().execute(async (tx) => {
    await tx.insertInto('entry').values({ id: 1, text: 'x' }).execute();
    const again = tx.insertInto('entry').values({ id: 1, text: 'y' }).execute();
    await again.catch(() => {});
  });
  await assert.rejects(overlooking, AbortedTransactionError);
  assert.deepEqual(await idsIn(kysely), []);
});

test('a statement that repeats is planned once, also where it first fails with the transaction around it', async () => {
  await using db = await openEmbedded(await copy('repeated'));
  const repeated = 'select id from entry where id = $1';
  const inVain = () =>
    db.transaction(async (tx) => {
      await assert.rejects(tx.query('select 1 / $1::int', [0]), { code: '22012' });
      await assert.rejects(tx.query(repeated, [1]), { code: '25P02' });
      throw new Error('given up');
    });
  for (let time = 0; time < 6; time++) await assert.rejects(inVain(), /given up/);
  const answers = await Promise.all(Array.from({ length: 8 }, () => db.query(repeated, [1])));
  assert.deepEqual(
    answers.map(({ rows }) => rows.length),
    [0, 0, 0, 0, 0, 0, 0, 0],
  );
  const { rows } = await db.query('select statement from pg_prepared_statements');
  assert.deepEqual(rows, [{ statement: 'select 1 / $1::int' }, { statement: repeated }]);
});

test('what is asked outside a transaction waits until it has ended', async () => {
  await using db = await openEmbedded(await copy('outside'));
  const order: string[] = [];
  const transaction = db.transaction(async (tx) => {
    await tx.query('insert into entry values (1)');
    await sleep(50);
    order.push('the transaction');
    throw new Error('changed my mind');
  });
  const outside = db.query('insert into entry values (2)').then(() => order.push('the query'));
  const next = db
    .transaction((tx) => tx.query('insert into entry values (3)'))
    .then(() => order.push('the next transaction'));
  await assert.rejects(transaction, { message: 'changed my mind' });
  await Promise.all([outside, next]);
  assert.deepEqual(order, ['the transaction', 'the query', 'the next transaction']);
  assert.deepEqual(await idsIn(overKysely(db)), [2, 3]);
});

test('closing lets what was asked finish, may be repeated, and refuses what comes after', async () => {
  const folder = await copy('closed');
  const db = await openEmbedded(folder);
  const asked = db.transaction(async (tx) => {
    await sleep(20);
    return tx.query('insert into entry values (1)');
  });
  await Promise.all([db.close(), db.close(), asked]);
  assert.deepEqual([db.closed, db.ready], [true, false]);
  await assert.rejects(db.query('select 1'), { message: 'The database is closed.' });
  await assert.rejects(overKysely(db).transaction().execute(idsIn), /closed/);

  await using again = await openEmbedded(folder);
  assert.deepEqual(await idsIn(overKysely(again)), [1]);
});

test('a database for tests starts as a copy of another', async () => {
  await using template = await openInMemory();
  await template.query('create table entry (id int primary key, text text)');
  const dump = await template.dump();
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const timersBefore = timers();
  await using db = await openInMemory(dump);
  assert.equal(timers(), timersBefore, 'it keeps the process alive');
  await overKysely(db).insertInto('entry').values({ id: 1, text: 'x' }).execute();
  assert.deepEqual(await idsIn(overKysely(db)), [1]);
  assert.deepEqual(await idsIn(overKysely(template)), []);
});
