import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { countCosts } from '#features/billing/costs.system.ts';
import type { World } from '../support/world.ts';
import { ANA, BEN, OWNER, SHOP } from '../support/world.ts';
import type { Theirs } from './case.ts';

const OTHER = '+14155550101';
const OTHER_OWNER = '+14155550102';

/** The tables whose rows belong to one business. */
export const tablesOfBusinesses = async (world: World) =>
  (
    await world.sql<{ name: string }>`
      select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'business_id' order by 1`
  ).map(({ name }) => name);

/** Two businesses with something in every table; the second one's rows are what the first must not reach. */
export async function twoBusinesses(world: World) {
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
  await world.sql`insert into messages (business_id, conversation_id, direction, channel, our_address, their_sealed,
      body, kind, purpose, client_key, state, due_at, created_at)
    select c.business_id, c.id, 'out', c.channel, our_address, their_sealed, '', 'notice', 'transactional',
      case c.business_id when ${other} then 'theirs ' else 'mine ' end || c.id, 'queued',
      now() + interval '1 day', now()
    from conversations c`;
  await world.sql`insert into suppressions (business_id, person_hash, channel, source, since)
    select id, ${world.app.suppressor.hashOf(other, ANA)}, 'sms', 'x', now() from businesses where kind = 'shop'`;
  await world.sql`insert into erasures (business_id, id, contact_id, requested_at)
    select business_id, id, id, now() from contacts`;
  await world.sql`insert into erasure_steps (business_id, erasure_id, system, state)
    select business_id, id, 'files', 'waiting' from erasures`;
  await world.sql`insert into carrier_removals (business_id, message_sid, act, asked_at)
    select id, 'SMx', 'redact', now() from businesses where kind = 'shop'`;
  await world.sql`insert into templates (business_id, name, language, version, category, content, body_hash, status,
      news, created_at, updated_at)
    select id, 'their_own', 'en', 1, 'UTILITY', '{"body": "theirs", "variables": []}', 'x', 'approved',
      '{approved}', now(), now() from businesses where kind = 'shop'`;
  await countCosts({ ...world.app, clock: { now: () => new Date(Date.now() + 60_000) } });
  await world.sql`update message_costs set campaign_id = business_id, segments = 2, is_guess = true`;
  await world.sql`update spending set currency = 'USD', day_limit_micros = 1, is_stale = true`;
  await world.sql`insert into cost_alerts (business_id, name, raised_at, value)
    select id, case id when ${other} then 'slow' else 'costly' end, now(), 1 from businesses where kind = 'shop'`;
  await world.sql`insert into phone_codes (business_id, contact_id, code_hash, expires_at, window_at)
    select business_id, id, 'x', now() + interval '1 day', now() from contacts`;
  await world.sql`insert into scheduled_cancellations (business_id, message_id, message_sid, due_at)
    select business_id, id, 'SMx', now() from messages where direction = 'out'`;
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
      (select t.id from templates t where t.business_id = ${businessId}) as "templateId",
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

/** All rows of a business, by table. */
export async function everythingOf(world: World, businessId: string) {
  const rows: Record<string, unknown> = {};
  for (const table of await tablesOfBusinesses(world)) {
    rows[table] =
      await world.sql`select * from ${sql.table(table)} where business_id = ${businessId} order by 1, 2, 3`;
  }
  rows.businesses = await world.sql`select * from businesses where id = ${businessId}`;
  return rows;
}
