import { randomUUID } from 'node:crypto';
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { AllBusinesses } from '#db/tables.ts';
import type { Received } from './receive.system.ts';

export type Place = { contactId: string; conversationId: string };
type Key = string;
type Person = Pick<
  Received,
  | 'businessId'
  | 'personIndex'
  | 'otherIndex'
  | 'nameSealed'
  | 'channel'
  | 'ourAddress'
  | 'theirSealed'
>;

export const keyOf = ({ businessId, personIndex, otherIndex }: Person): Key =>
  `${businessId} ${personIndex} ${otherIndex ?? ''}`;

/** Runs one statement: inside a transaction, or each as one of its own. */
export type RunStatement = <T>(statement: RawBuilder<T>) => Promise<readonly T[]>;

export const runIn =
  (tx: AllBusinesses): RunStatement =>
  async (statement) =>
    (await statement.execute(tx)).rows;

const ATTEMPTS = 3;

/** Finds each person's conversation with the business, or opens one; a second process doing so at once finds the same. */
export async function conversationsOf(
  run: RunStatement,
  people: readonly Person[],
  now: Date,
): Promise<Map<Key, Place>> {
  const wanted = new Map(people.map((person) => [keyOf(person), person]));
  const [twoNamed, oneNamed] = partition(
    [...wanted.values()],
    ({ otherIndex }) => otherIndex !== null,
  );
  const found = await find(run, twoNamed);
  let strangers = [...oneNamed, ...twoNamed.filter((person) => !found.has(keyOf(person)))];
  for (let attempt = 0; strangers.length > 0 && attempt < ATTEMPTS; attempt++) {
    const rows = await run(openStatement(strangers, now));
    for (const row of rows) found.set(row.key, placeOf(row));
    strangers = strangers.filter((person) => !found.has(keyOf(person)));
  }
  await addAliases(run, twoNamed, found);
  return found;
}

function partition<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

type Row = { key: string; contact_id: string; conversation_id: string };

const placeOf = (row: Row): Place => ({
  contactId: row.contact_id,
  conversationId: row.conversation_id,
});

async function find(run: RunStatement, people: readonly Person[]): Promise<Map<Key, Place>> {
  if (people.length === 0) return new Map();
  const rows = await run(findStatement(people));
  return new Map(rows.map((row) => [row.key, placeOf(row)]));
}

const findStatement = (people: readonly Person[]) => sql<Row>`
  with input as (select * from jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
    as x("businessId" text, "personIndex" text, "otherIndex" text))
  select concat_ws(' ', i."businessId", i."personIndex", coalesce(i."otherIndex", '')) as key,
    known.contact_id, known.id as conversation_id
  from input i, lateral (
    select a.contact_id, c.id from contact_aliases a
    join conversations c on c.business_id = a.business_id and c.contact_id = a.contact_id
    where a.business_id = i."businessId" and a.person_index in (i."personIndex", i."otherIndex")
    order by a.person_index = i."personIndex" desc limit 1) known`;

async function addAliases(
  run: RunStatement,
  twoNamed: readonly Person[],
  places: ReadonlyMap<Key, Place>,
): Promise<void> {
  for (const person of twoNamed) {
    const contactId = places.get(keyOf(person))?.contactId;
    await run(sql`
      insert into contact_aliases (business_id, person_index, contact_id)
      select ${person.businessId}, alias, ${contactId}::uuid
      from unnest(${[person.personIndex, person.otherIndex]}::text[]) alias
      on conflict do nothing`);
  }
}

/** Opens a conversation for who has none and finds those of the others, in one statement. */
const openStatement = (people: readonly Person[], now: Date) => {
  const input = JSON.stringify(
    people.map((person) => ({
      ...person,
      key: keyOf(person),
      contactId: randomUUID(),
      conversationId: randomUUID(),
    })),
  );
  return sql<Row>`
    with input as materialized (select * from jsonb_to_recordset(${input}::jsonb) as x(key text,
      "businessId" text, "personIndex" text, "nameSealed" text, channel text, "ourAddress" text,
      "theirSealed" text, "contactId" uuid, "conversationId" uuid)),
    aliases as (
      insert into contact_aliases (business_id, person_index, contact_id)
      select "businessId", "personIndex", "contactId" from input
      order by "businessId", "personIndex"
      on conflict do nothing returning contact_id),
    strangers as (select i.* from input i join aliases a on a.contact_id = i."contactId"),
    contacts as (
      insert into contacts (id, business_id, name_sealed, created_at)
      select "contactId", "businessId", "nameSealed", ${now}::timestamptz from strangers),
    conversations as (
      insert into conversations
        (id, business_id, contact_id, channel, our_address, their_sealed, created_at)
      select "conversationId", "businessId", "contactId", channel, "ourAddress", "theirSealed",
        ${now}::timestamptz from strangers)
    select key, "contactId" as contact_id, "conversationId" as conversation_id from strangers
    union all
    select i.key, known.contact_id, known.id from input i, lateral (
      select a.contact_id, c.id from contact_aliases a
      join public.conversations c on c.business_id = a.business_id and c.contact_id = a.contact_id
      where a.business_id = i."businessId" and a.person_index = i."personIndex" limit 1) known`;
};
