import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { confirmDurability } from '#platform/embedded/cluster.ts';
import type { EmbeddedPglite } from '#platform/embedded/connection.ts';
import { openEmbedded } from '#platform/embedded/open.ts';
import {
  copy,
  idsIn,
  overKysely,
  root,
  spawnWriter,
  startWriter,
  until,
} from './fixtures/embedded.ts';
import type { Found } from './fixtures/embedded.ts';

const KILLS = 4;
const STOPPED = /^The database has stopped: could not .*pg_wal.*\. Restart Frontdesk\.$/;

test('what was answered is there after each of four kills in mid-load, whole and once', async () => {
  const folder = await copy('killed');
  const answered = new Set<number>();
  for (let count = 1; count <= KILLS; count++) {
    const writer = await startWriter(folder);
    assertWholeAndOnce(writer.found, answered);
    await until(() => writer.answered.length >= 5 * count);
    for (const n of await writer.kill()) answered.add(n);
  }
  const reader = await startWriter(folder, 'look');
  assertWholeAndOnce(reader.found, answered);
  assert.equal(await reader.ended, 0, 'it does not close its database, and ends by itself');
  assert.ok(answered.size > KILLS * 5);
});

test('a second Frontdesk on the same data is refused with a sentence, until the first is killed', async () => {
  const folder = await copy('shared');
  const refusal = `Another Frontdesk is already running on the data in ${folder}; stop it first, or set DATA_DIR to another folder.`;
  const first = await startWriter(folder);
  await assert.rejects(openEmbedded(folder), { message: refusal });
  await first.kill();

  await using db = await openEmbedded(folder);
  await assert.rejects(openEmbedded(folder), { message: refusal });
  const second = await startWriter(folder);
  assert.equal(second.refused, refusal);
  assert.equal((await db.query('select 1 as one')).rows.length, 1);
});

test('a first start that was interrupted is started over', async () => {
  const folder = join(root, 'not', 'there', 'yet');
  const writer = spawnWriter(folder);
  await until(() => existsSync(join(folder, 'database.tmp')));
  await writer.kill();
  assert.deepEqual(await readdir(folder), ['database.tmp', 'lock']);
  await writeFile(join(folder, 'database.tmp', 'PG_VERSION'), '18\n');

  const said: string[] = [];
  await using db = await openEmbedded(folder, { log: (message) => said.push(message) });
  await db.query('create table entry (id int primary key)');
  assert.deepEqual(await readdir(folder), ['database', 'lock']);
  assert.equal((await stat(join(folder, 'database'))).mode & 0o077, 0, 'others can read the data');
  assert.deepEqual(said, ['Preparing the database; the first start takes some seconds.']);
});

test('damaged data is never replaced by an empty database', async () => {
  const folder = await copy('damaged');
  await rm(join(folder, 'database', 'PG_VERSION'));
  const before = await readdir(join(folder, 'database'));
  await assert.rejects(openEmbedded(folder), {
    message: `The database in ${join(folder, 'database')} cannot be opened: it holds no PostgreSQL data.`,
  });
  assert.deepEqual(await readdir(join(folder, 'database')), before);
});

test('a folder that cannot be used is named, with the setting that changes it', async () => {
  const file = join(root, 'file');
  await writeFile(file, '');
  await assert.rejects(openEmbedded(join(file, 'data')), (error: Error) => {
    assert.ok(error.message.includes(join(file, 'data')));
    assert.ok(error.message.endsWith('set DATA_DIR to a folder that it may write to.'));
    return true;
  });
});

test('a database whose commits would not reach the disk is not opened', async () => {
  const sentence = {
    message: 'its commits would not reach the disk, so a power cut could lose messages',
  };
  const told = (on: boolean) => ({ query: async () => ({ rows: [{ on }], fields: [] }) as never });
  let syncs = 0;
  await confirmDurability(told(true), () => syncs++);
  await assert.rejects(
    confirmDurability(told(true), () => 7),
    sentence,
  );
  await assert.rejects(
    confirmDurability(told(false), () => syncs++),
    sentence,
  );
});

test('when the disk fails, everyone who waits is told and the data can be opened again', async () => {
  const folder = await copy('disk');
  const db = await openEmbedded(folder);
  const kysely = overKysely(db);
  await idsIn(kysely);
  const repair = await loseTheLog(folder, db);

  const add = (id: number) => db.query('insert into entry values ($1)', [id]);
  const waiting = [add(1), add(2), db.transaction((tx) => tx.query('select 1')), add(3)];
  for (const result of waiting) await assert.rejects(result, { message: STOPPED });
  await assert.rejects(db.query('select 1'), { message: STOPPED });
  await assert.rejects(kysely.transaction().execute(idsIn), { message: STOPPED });
  assert.equal(db.closed, true);
  await db.close();

  await repair();
  await using again = await openEmbedded(folder);
  assert.deepEqual(await idsIn(overKysely(again)), []);
});

test('when the disk fails during maintenance, the database stops and says so', async () => {
  const folder = await copy('disk');
  const said: string[] = [];
  const log = (message: string) => said.push(message);
  const db = await openEmbedded(folder, { log, maintenanceEveryMs: 500 });
  await loseTheLog(folder, db);
  await until(() => said.length > 0);
  assert.match(said.join(), STOPPED);
  assert.equal(db.closed, true);
});

test('maintenance goes on between transactions and never inside one', async () => {
  const said: string[] = [];
  const log = (message: string) => said.push(message);
  await using db = await openEmbedded(await copy('maintained'), { log, maintenanceEveryMs: 20 });
  await db.transaction(async (tx) => {
    await tx.query(`insert into entry select i, 'x' from generate_series(1, 500) i`);
    await sleep(400); // longer than from one vacuum to the next, which fails a transaction
  });
  await until(async () => {
    const { rows } = await db.query(
      `select from pg_class where relname = 'entry' and reltuples = 500`,
    );
    return rows.length === 1;
  });
  assert.deepEqual(said, []);
});

function assertWholeAndOnce(found: Found, answered: ReadonlySet<number>) {
  const halves = new Map(found.map((message) => [message.n, message.halves]));
  for (const [n, got] of halves) assert.equal(got, n % 2 === 0 ? 'whole' : 'first+second');
  for (const n of answered) assert.ok(halves.has(n), `message ${n} was answered and is gone`);
}

async function loseTheLog(folder: string, db: EmbeddedPglite) {
  const log = join(folder, 'database', 'pg_wal');
  const elsewhere = join(folder, 'elsewhere');
  await rename(log, elsewhere);
  await db.query('select pg_switch_wal()');
  return () => rename(elsewhere, log);
}
