import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { readConfig } from '#config.ts';
import { upgradeOrSay } from '#database.ts';
import { migrations } from '#foundation.ts';
import { migrate } from '#platform/db/migrate.ts';
import { postgresDialect } from '#platform/db/postgres.ts';
import { createLogger } from '#platform/logger.ts';
import { checkEmbedded, checkEmbeddedKey, checkPostgres } from '../../scripts/doctor/database.ts';
import { lineOf } from '../../scripts/doctor/finding.ts';

const KEY = randomBytes(32).toString('base64');

const linesOf = async (url: string) => (await checkPostgres(url)).findings.map(lineOf).join('\n');

test('the embedded database lies in its folder, or will', async (t) => {
  const home = await mkdtemp(join(tmpdir(), 'frontdesk-doctor-'));
  t.after(() => rm(home, { recursive: true }));
  assert.match(lineOf(checkEmbedded(join(home, 'data'))), /^– .*the first start makes it/);
  await mkdir(join(home, 'database'));
  assert.match(lineOf(checkEmbedded(home)), /^✓ Database +embedded, in /);
  assert.match(lineOf(checkEmbedded('/proc/self/data')), /^✗ .*cannot be written to.*DATA_DIR/);
});

test('another key than the one beside the embedded database is called one', async (t) => {
  const home = await mkdtemp(join(tmpdir(), 'frontdesk-doctor-'));
  t.after(() => rm(home, { recursive: true }));
  await mkdir(join(home, 'database'));
  await writeFile(join(home, 'encryption.key'), 'the made one\n');
  assert.deepEqual(checkEmbeddedKey(home, undefined), []);
  assert.deepEqual(checkEmbeddedKey(home, 'the made one'), []);
  const [finding] = checkEmbeddedKey(home, 'another one');
  assert.match(finding ? lineOf(finding) : '', /^✗ ENCRYPTION_KEY .*not the key.*former one/);
});

test('a database that is not there is told with its reason and without its password', async () => {
  const lines = await linesOf('postgres://me:db-secret@127.0.0.1:9/shop');
  assert.match(lines, /^✗ Database .*ECONNREFUSED.*Start PostgreSQL there/);
  assert.doesNotMatch(lines, /secret/);
});

if (process.env.TEST_DATABASE_URL) {
  const server = process.env.TEST_DATABASE_URL;

  test('a database that cannot hold every language is refused, by the doctor and at start', async (t) => {
    const database = `latin_${randomBytes(4).toString('hex')}`;
    await query(
      server,
      `create database ${database} template template0 encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C'`,
    );
    t.after(() => query(server, `drop database ${database} with (force)`));
    const url = new URL(server);
    url.pathname = database;
    assert.match(await linesOf(url.href), /^✗ Database .*as SQL_ASCII.*encoding 'UTF8'/);
    const config = readConfig({ DATABASE_URL: url.href, ENCRYPTION_KEY: KEY }, 'release');
    await assert.rejects(
      upgradeOrSay(config, createLogger({ level: 'error', isProduction: false })),
      {
        name: 'CannotStart',
        message: /DATABASE_URL cannot be used: .*SQL_ASCII.*encoding 'UTF8'/,
      },
    );
  });

  test('a server is up to date, has the rights, and knows the numbers of the businesses', async (t) => {
    const suffix = randomBytes(4).toString('hex');
    const database = `doctor_${suffix}`;
    const stranger = `stranger_${suffix}`;
    await query(server, `create database ${database}`);
    t.after(async () => {
      await query(server, `drop database ${database} with (force)`);
      await query(server, `drop role ${stranger}`);
    });
    const url = new URL(server);
    url.pathname = database;
    assert.match(
      await linesOf(url.href),
      /✓ Database +PostgreSQL \d+.*\n✗ Migrations +Missing: 001/,
    );

    const log = createLogger({ level: 'error', isProduction: false });
    await migrate(postgresDialect(url.href, log), migrations, { disposable: true });
    await query(
      url.href,
      `begin; select set_config('role', 'frontdesk_system', true);
      insert into businesses (id, name, time_zone, default_country, created_at)
        values ('pizza', 'Pizza', 'UTC', 'US', now());
      insert into business_numbers (business_id, channel, address)
        values ('pizza', 'sms', '+14155550101'); commit`,
    );
    const { findings, numbers } = await checkPostgres(url.href);
    assert.match(findings.map(lineOf).join('\n'), /✓ Migrations +up to date\n✓ Roles/);
    assert.deepEqual(numbers, [{ channel: 'sms', address: '+14155550101' }]);

    const keyLines = async (keyId: string) =>
      (await checkPostgres(url.href, keyId)).findings.map(lineOf).join('\n');
    assert.doesNotMatch(await keyLines('0123abcd'), /ENCRYPTION_KEY/);
    await query(
      url.href,
      `begin; select set_config('role', 'frontdesk_system', true);
      insert into installation (name, value) values ('key', '0123abcd'); commit`,
    );
    assert.match(await keyLines('0123abcd'), /✓ ENCRYPTION_KEY/);
    assert.match(await keyLines('ffffffff'), /✗ ENCRYPTION_KEY .*not the key/);

    await query(
      url.href,
      `create role ${stranger} login password 'x';
      grant select on all tables in schema public to ${stranger}`,
    );
    url.username = stranger;
    url.password = 'x';
    const fault = new RegExp(`✗ Roles .*may not act as.*grant .* to ${stranger};`);
    assert.match(await linesOf(url.href), fault);
    url.pathname = 'nowhere';
    assert.match(await linesOf(url.href), /^✗ .*does not exist.*Create that database/);
  });
}

async function query(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
