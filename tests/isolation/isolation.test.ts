import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { ANA, createWorld, OWNER, SHOP } from '../support/world.ts';
import { Refused } from './case.ts';
import { cases as others } from './cases.ts';
import { costCases } from './cost-cases.ts';
import { consentCases } from './consent-cases.ts';
import { documentCases } from './document-cases.ts';
import { notificationCases } from './notification-cases.ts';
import { privacyCases } from './privacy-cases.ts';
import { questionCases } from './question-cases.ts';
import { templateCases } from './template-cases.ts';
import { everythingOf, tablesOfBusinesses, twoBusinesses } from './two-businesses.ts';

const cases = {
  ...others,
  ...questionCases,
  ...documentCases,
  ...notificationCases,
  ...privacyCases,
  ...templateCases,
  ...costCases,
  ...consentCases,
};

const isNothing = (value: unknown) =>
  value === undefined ||
  value === null ||
  value === 0 ||
  (Array.isArray(value) && value.length === 0);

async function exportedQueries(): Promise<string[]> {
  const found: string[] = [];
  for await (const path of glob('src/features/**/*.ts')) {
    if (path.endsWith('.system.ts')) continue;
    const source = await readFile(path, 'utf8');
    const pattern =
      /^export (?:async function|function|const) (\w+)(?:\s*=\s*(?:async )?)?\s*\(\s*tx: (?:OneBusiness|AnyTx)/gm;
    for (const [, name] of source.matchAll(pattern)) {
      found.push(`${path.replace('src/features/', '')} ${name}`);
    }
  }
  return found.toSorted();
}

describe('a business', () => {
  test('has an isolation case for each query that the features export', async () => {
    assert.deepEqual(Object.keys(cases).toSorted(), await exportedQueries());
  });

  test('sees and changes nothing of another by any query', async (t) => {
    await using world = await createWorld();
    const { mine, other, theirs } = await twoBusinesses(world);
    for (const [name, call] of Object.entries(cases)) {
      await t.test(name, async () => {
        await world.sql`delete from entries where business_id = ${mine}`;
        await world.sql`delete from documents where business_id = ${mine}`;
        await world.sql`delete from contacts where business_id = ${mine}`;
        await world.sql`delete from questions where business_id = ${mine}`;
        await world.sql`delete from templates where business_id = ${mine}`;
        for (const table of ['cost_days', 'cost_alerts', 'spending']) {
          await world.sql`delete from ${sql.table(table)} where business_id = ${mine}`;
        }
        const before = await everythingOf(world, other);
        const seen = await world.app.db
          .asBusiness(mine, (tx) => call(tx, theirs, world))
          .catch((error: unknown) => {
            if (!(error instanceof Refused)) throw error;
            return undefined;
          });
        assert.ok(isNothing(seen), `saw ${JSON.stringify(seen)}`);
        assert.deepEqual(await everythingOf(world, other), before);
      });
    }
  });

  test('sees only its own rows of every table, whatever a query forgets', async () => {
    await using world = await createWorld();
    const { mine } = await twoBusinesses(world);
    for (const table of [
      ...(await tablesOfBusinesses(world)).filter((name) => name !== 'number_choices'),
    ]) {
      const owners = await world.app.db.asBusiness(mine, async (tx) => {
        const { rows } = await sql<{ business_id: string }>`
          select distinct business_id from ${sql.table(table)}`.execute(tx);
        return rows.map(({ business_id }) => business_id);
      });
      assert.deepEqual(owners, [mine], table);
    }
    const names = await world.app.db.asBusiness(mine, (tx) =>
      tx.selectFrom('businesses').select('id').execute(),
    );
    assert.deepEqual(names, [{ id: mine }]);
  });

  test('cannot read what belongs to no business', async () => {
    await using world = await createWorld();
    const mine = await world.shop();
    for (const table of [
      'message_events',
      'number_choices',
      'intake_marks',
      'rate_limit_hits',
      'installation',
      'cost_marks',
      'costs_waiting',
      'reply_counts',
    ]) {
      await assert.rejects(
        world.app.db.asBusiness(mine, (tx) => sql`select * from ${sql.table(table)}`.execute(tx)),
        /permission denied/,
        table,
      );
    }
  });

  test('cannot write a row for another, nor a row that points at one of another', async () => {
    await using world = await createWorld();
    const { mine, other, theirs } = await twoBusinesses(world);
    const write = (statement: ReturnType<typeof sql>) =>
      world.app.db.asBusiness(mine, (tx) => statement.execute(tx));
    const refusal = /row-level security|foreign key/;
    for (const statement of [
      sql`insert into contacts (business_id, created_at) values (${other}, now())`,
      sql`update entries set business_id = ${other}`,
      sql`insert into contact_aliases (person_index, contact_id) values ('x', ${theirs.contactId})`,
      sql`insert into conversations (contact_id, channel, our_address, their_sealed, created_at)
        values (${theirs.contactId}, 'sms', 'x', 'x', now())`,
      sql`insert into opt_outs (contact_id, channel, opted_out_at, source) values (${theirs.contactId}, 'sms', now(), 'x')`,
      sql`insert into messages (conversation_id, direction, channel, our_address, their_sealed, body, kind, state, created_at)
        values (${theirs.conversationId}, 'out', 'sms', 'x', 'x', 'x', 'answer', 'queued', now())`,
      sql`insert into entry_vectors (entry_id, model, embedding) values (${theirs.entryId}, 'm', '{1}')`,
      sql`insert into owner_views (conversation_id) values (${theirs.conversationId})`,
      sql`insert into question_askers (question_id, conversation_id, asked_at)
        select id, ${theirs.conversationId}, now() from questions`,
    ]) {
      await assert.rejects(write(statement), refusal);
    }
    await assert.rejects(
      write(sql`insert into businesses (id, name, time_zone, default_country, created_at)
      values ('x', 'x', 'UTC', 'US', now())`),
      /permission denied|row-level security/,
    );
    await assert.rejects(write(sql`delete from businesses`), /permission denied/);
  });

  test('cannot step out of its role', async () => {
    await using world = await createWorld();
    const { mine, other } = await twoBusinesses(world);
    const seen = await world.app.db.asBusiness(mine, async (tx) => {
      await sql`select set_config('app.business_id', ${mine}, true)`.execute(tx);
      return (await sql`select * from entries where business_id = ${other}`.execute(tx)).rows;
    });
    assert.deepEqual(seen, []);
  });

  test('is not seen by the next transaction of the same connection', async () => {
    await using world = await createWorld();
    const mine = await world.shop();
    await world.app.db.asBusiness(mine, (tx) => sql`select 1`.execute(tx));
    const [row] = await world.sql<{ role: string; business: string }>`
      select current_setting('role') as role, current_setting('app.business_id', true) as business`;
    assert.equal(row?.role, 'none');
    assert.ok(!row?.business);
  });

  test('cannot be asked for inside a transaction of another: the outer handle throws', async () => {
    await using world = await createWorld();
    const mine = await world.shop();
    await assert.rejects(
      world.app.db.asBusiness(mine, () => world.app.db.runAsSystem(sql`select 1`)),
      /A transaction is open here/,
    );
  });
});

describe('what is personal', () => {
  test('stands nowhere in the database in plain text', async () => {
    await using world = await createWorld();
    await world.shop({ knows: ['We open at 9'] });
    await world.phone(ANA).says(SHOP, 'When do you open?', { ProfileName: 'Ana Karenina' });
    await world.phone(OWNER).says(SHOP, '!list');
    await world.phone(ANA).says(SHOP, 'Can I talk to a person?');
    assert.match(world.phone(OWNER).heard().at(-1) ?? '', /Ana Karenina \(\+14155550122\)/);
    const tables = await world.sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = 'public'`;
    for (const { name } of tables) {
      const rows = JSON.stringify(await world.sql`select * from ${sql.table(name)}`);
      for (const secret of [ANA.slice(1), OWNER.slice(1), 'Karenina']) {
        assert.ok(!rows.includes(secret), `${name} holds ${secret}`);
      }
    }
  });
});
