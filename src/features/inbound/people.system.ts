import { randomUUID } from 'node:crypto';
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

/** Finds each person's conversation with the business, or opens one; a second process doing so at once finds the same. */
export async function conversationsOf(
  tx: AllBusinesses,
  people: readonly Person[],
  now: Date,
): Promise<Map<Key, Place>> {
  const wanted = new Map(people.map((person) => [keyOf(person), person]));
  const found = await find(tx, [...wanted.values()]);
  for (let attempt = 0; found.size < wanted.size && attempt < 3; attempt++) {
    const strangers = [...wanted].filter(([key]) => !found.has(key)).map(([, person]) => person);
    await open(tx, strangers, now);
    for (const [key, place] of await find(tx, strangers)) found.set(key, place);
  }
  return found;
}

type Row = { key: string; contact_id: string; conversation_id: string };

async function find(tx: AllBusinesses, people: readonly Person[]): Promise<Map<Key, Place>> {
  const input = JSON.stringify(
    people.map(({ businessId, personIndex, otherIndex }) => ({
      businessId,
      personIndex,
      otherIndex,
    })),
  );
  const { rows } = await sql<Row>`
    with input as (select * from jsonb_to_recordset(${input}::jsonb)
      as x("businessId" text, "personIndex" text, "otherIndex" text))
    select distinct on (key) concat_ws(' ', i."businessId", i."personIndex", coalesce(i."otherIndex", '')) as key,
      a.contact_id, c.id as conversation_id
    from input i
    join contact_aliases a on a.business_id = i."businessId"
      and a.person_index in (i."personIndex", i."otherIndex")
    join conversations c on c.business_id = a.business_id and c.contact_id = a.contact_id
    order by key, a.person_index = i."personIndex" desc`.execute(tx);
  const places = new Map(
    rows.map((row) => [
      row.key,
      { contactId: row.contact_id, conversationId: row.conversation_id },
    ]),
  );
  await addAliases(tx, people, places);
  return places;
}

async function addAliases(
  tx: AllBusinesses,
  people: readonly Person[],
  places: ReadonlyMap<Key, Place>,
): Promise<void> {
  const twoNamed = people.filter((person) => person.otherIndex && places.has(keyOf(person)));
  for (const person of twoNamed) {
    const contactId = places.get(keyOf(person))?.contactId;
    await sql`
      insert into contact_aliases (business_id, person_index, contact_id)
      select ${person.businessId}, alias, ${contactId}::uuid
      from unnest(${[person.personIndex, person.otherIndex]}::text[]) alias
      on conflict do nothing`.execute(tx);
  }
}

async function open(tx: AllBusinesses, people: readonly Person[], now: Date): Promise<void> {
  const input = JSON.stringify(
    people.map((person) => ({ ...person, contactId: randomUUID(), conversationId: randomUUID() })),
  );
  await sql`
    with input as (select * from jsonb_to_recordset(${input}::jsonb) as x("businessId" text,
      "personIndex" text, "nameSealed" text, channel text, "ourAddress" text, "theirSealed" text,
      "contactId" uuid, "conversationId" uuid)),
    aliases as (
      insert into contact_aliases (business_id, person_index, contact_id)
      select "businessId", "personIndex", "contactId" from input
      order by "businessId", "personIndex"
      on conflict do nothing returning contact_id),
    strangers as (select i.* from input i join aliases a on a.contact_id = i."contactId"),
    contacts as (
      insert into contacts (id, business_id, name_sealed, created_at)
      select "contactId", "businessId", "nameSealed", ${now}::timestamptz from strangers)
    insert into conversations
      (id, business_id, contact_id, channel, our_address, their_sealed, created_at)
    select "conversationId", "businessId", "contactId", channel, "ourAddress", "theirSealed",
      ${now}::timestamptz from strangers`.execute(tx);
}
