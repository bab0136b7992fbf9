import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { ANA, BEN, createWorld, OWNER, SHOP } from '../support/world.ts';
import type { World } from '../support/world.ts';
import type { Theirs } from './case.ts';
import { Refused } from './case.ts';
import { cases as others } from './cases.ts';
import { documentCases } from './document-cases.ts';
import { questionCases } from './question-cases.ts';

const cases = { ...others, ...questionCases, ...documentCases };

const OTHER = '+14155550101';
const OTHER_OWNER = '+14155550102';

const tablesOfBusinesses = async (world: World) =>
  (
    await world.sql<{ name: string }>`
      select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'business_id' order by 1`
  ).map(({ name }) => name);

/** Two businesses with something in every table; the second one's rows are what the first must not reach. */
async function twoBusinesses(world: World) {
  const mine = await world.shop({ knows: ['mine'] });
  const other = await world.shop({
    name: 'Coffee Corner',
    number: OTHER,
    owner: OTHER_OWNER,
    knows: ['theirs', 'gone'],
  });
  for (const [number, owner, customer] of [
    [SHOP, OWNER, ANA],
    [OTHER, OTHER_OWNER, BEN],
  ] as const) {
    await world.phone(owner).says(number, '!list');
    await world.phone(customer).says(number, 'Do you have a pool?');
    await world.phone(customer).says(number, 'stop');
  }
  await world.sql`update conversations set with_person_since = now()`;
  await world.sql`update questions set kind = 'person', due_at = now()`;
  await world.sql`update messages set details = '{"questions": [1], "by": "x"}',
    kind = case when kind = 'opt-out' then kind else 'owner-answer' end where direction = 'out'`;
  await world.sql`update entries set deleted_at = now() where text = 'gone'`;
  await world.sql`insert into entry_vectors (business_id, entry_id, model, embedding)
    select business_id, id, 'm', '{1}' from entries`;
  await world.sql`insert into model_usage (business_id, at, kind, model, input_tokens, cached_tokens,
    output_tokens, is_repeated) select id, case id when ${other} then now() - interval '1 hour' else now() end,
    'answer', 'm', 1, 0, 1, false from businesses where kind = 'shop'`;
  await world.sql`insert into pending_questions (business_id, conversation_id, kind, choices, asked_at, expires_at)
    select business_id, id, 'x', '[]', now(), now() from conversations`;
  await world.sql`insert into documents (business_id, number, name, source, state, found, created_at, deleted_at)
    select b.id, n, 'menu.pdf', 'owner', 'found', '["theirs"]', now(), case n when 2 then now() end
    from businesses b, generate_series(1, 2) n where b.kind = 'shop'`;
  await world.sql`insert into messages (business_id, conversation_id, direction, channel, our_address, their_sealed,
      body, kind, state, created_at)
    select business_id, id, 'out', channel, our_address, their_sealed, '', 'cannot-read', 'cancelled', now()
    from conversations`;
  const token = '00000000-0000-4000-8000-000000000000';
  await world.sql`update conversations set thinking_token = ${token}::uuid`;
  await world.sql`update questions set claim_token = ${token}::uuid`;
  return { mine, other, theirs: await idsOf(world, other, token) };
}

async function idsOf(world: World, businessId: string, token: string): Promise<Theirs> {
  const [row] = await world.sql<Omit<Theirs, 'businessId' | 'token' | 'turn'>>`
    select (select id from entries where business_id = ${businessId} and deleted_at is null) as "entryId",
      (select id from entries where business_id = ${businessId} and deleted_at is not null) as "deletedEntryId",
      (select id from documents where business_id = ${businessId} and deleted_at is null) as "documentId",
      (select id from documents where business_id = ${businessId} and deleted_at is not null) as "deletedDocumentId",
      c.id as "conversationId", c.contact_id as "contactId",
      (select max(id) from messages where conversation_id = c.id) as "messageId",
      (select q.id from questions q where q.business_id = ${businessId}) as "questionId",
      (select max(message_sid) from messages where conversation_id = c.id and direction = 'out')
        as "ownerMessageSid"
    from conversations c join owner_views v on v.conversation_id = c.id where c.business_id = ${businessId}`;
  assert.ok(row);
  const turn = {
    language: null,
    business: { language: 'en', timeZone: 'UTC', country: 'US' },
    conversationId: row.conversationId,
    businessId,
    token,
    inboundCount: '1',
    messages: [],
  };
  return { ...row, businessId, token, turn: turn as unknown as Theirs['turn'] };
}

async function everythingOf(world: World, businessId: string) {
  const rows: Record<string, unknown> = {};
  for (const table of await tablesOfBusinesses(world)) {
    rows[table] =
      await world.sql`select * from ${sql.table(table)} where business_id = ${businessId} order by 1, 2, 3`;
  }
  rows.businesses = await world.sql`select * from businesses where id = ${businessId}`;
  return rows;
}

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
