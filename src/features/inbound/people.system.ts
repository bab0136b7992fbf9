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
  | 'who'
  | 'nameSealed'
  | 'channel'
  | 'ourAddress'
  | 'theirSealed'
>;

export const keyOf = ({
  businessId,
  personIndex,
  otherIndex,
}: Pick<Person, 'businessId' | 'personIndex' | 'otherIndex'>): Key =>
  `${businessId} ${personIndex} ${otherIndex ?? ''}`;

/** Runs one statement: inside a transaction, or each as one of its own. */
export type RunStatement = <T>(statement: RawBuilder<T>) => Promise<readonly T[]>;

export const runIn =
  (tx: AllBusinesses): RunStatement =>
  async (statement) =>
    (await statement.execute(tx)).rows;

const ATTEMPTS = 3;
const NO_SUCH_ROW = '23503';
const IN_FAILED_TRANSACTION = '25P02';

/**
 * Finds each person's conversation with the business, or opens one; a second process doing so at once finds the same.
 * Where somebody else took only a part of a person's names meanwhile, the statement fails as a whole and is tried again.
 */
export async function conversationsOf(
  run: RunStatement,
  people: readonly Person[],
  now: Date,
): Promise<Map<Key, Place>> {
  const wanted = [...new Map(people.map((person) => [keyOf(person), person])).values()];
  try {
    return await openTogether(run, wanted, now);
  } catch (error) {
    if (codeOf(error) !== NO_SUCH_ROW) throw error;
    return oneByOne(run, wanted, now, error);
  }
}

/** In a transaction that the first fault has ended nothing more can be tried: whoever opened it does so again. */
async function oneByOne(
  run: RunStatement,
  wanted: readonly Person[],
  now: Date,
  fault: unknown,
): Promise<Map<Key, Place>> {
  const found = new Map<Key, Place>();
  for (const person of wanted) {
    try {
      for (const [key, place] of await openAgain(run, person, now)) found.set(key, place);
    } catch (error) {
      throw codeOf(error) === IN_FAILED_TRANSACTION ? fault : error;
    }
  }
  return found;
}

async function openAgain(
  run: RunStatement,
  person: Person,
  now: Date,
  attempt = 1,
): Promise<Map<Key, Place>> {
  try {
    return await openTogether(run, [person], now);
  } catch (error) {
    if (codeOf(error) !== NO_SUCH_ROW || attempt === ATTEMPTS) throw error;
    return openAgain(run, person, now, attempt + 1);
  }
}

const codeOf = (error: unknown) => (error as { code?: string } | null)?.code;

async function openTogether(run: RunStatement, wanted: readonly Person[], now: Date) {
  const found = new Map<Key, Place>();
  let left = wanted;
  for (let attempt = 0; left.length > 0 && attempt < ATTEMPTS; attempt++) {
    for (const row of await run(openStatement(left, now))) {
      found.set(row.key, { contactId: row.contact_id, conversationId: row.conversation_id });
    }
    left = left.filter((person) => !found.has(keyOf(person)));
  }
  return found;
}

type Row = { key: string; contact_id: string; conversation_id: string };

const inputOf = (people: readonly Person[]) =>
  JSON.stringify(
    people.map((person) => {
      const { names, hashes } = person.who();
      return {
        ...person,
        key: keyOf(person),
        names: names.map((name, at) => ({ ...name, at })),
        hashes,
        contactId: randomUUID(),
        conversationId: randomUUID(),
      };
    }),
  );

/**
 * Opens a conversation for who has none, finds those of the others and adds the names that they lack, in one statement.
 * Whoever was erased and must not be written to is opted out again with it.
 */
const openStatement = (people: readonly Person[], now: Date) => sql<Row>`
  with input as materialized (select * from jsonb_to_recordset(${inputOf(people)}::jsonb) as x(key text,
    "businessId" text, names jsonb, hashes jsonb, "nameSealed" text, channel text, "ourAddress" text,
    "theirSealed" text, "contactId" uuid, "conversationId" uuid)),
  names as materialized (select i.key, i."businessId", i."contactId", n.* from input i,
    jsonb_to_recordset(i.names) as n("personIndex" text, "addressSealed" text, at int)),
  known as materialized (select distinct on (n.key) n.key, a.contact_id from names n
    join contact_aliases a on a.business_id = n."businessId" and a.person_index = n."personIndex"
    order by n.key, n.at),
  aliases as (
    insert into contact_aliases (business_id, person_index, contact_id, address_sealed)
    select n."businessId", n."personIndex", coalesce(k.contact_id, n."contactId"), n."addressSealed"
    from names n left join known k on k.key = n.key
    where not exists (select from contact_aliases a
      where a.business_id = n."businessId" and a.person_index = n."personIndex")
    order by n."businessId", n."personIndex"
    on conflict do nothing returning contact_id),
  strangers as (select i.* from input i join (select contact_id, count(*) as taken from aliases
    group by contact_id) a on a.contact_id = i."contactId" where a.taken = jsonb_array_length(i.names)),
  contacts as (
    insert into contacts (id, business_id, name_sealed, created_at)
    select "contactId", "businessId", "nameSealed", ${now}::timestamptz from strangers),
  conversations as (
    insert into conversations
      (id, business_id, contact_id, channel, our_address, their_sealed, created_at)
    select "conversationId", "businessId", "contactId", channel, "ourAddress", "theirSealed",
      ${now}::timestamptz from strangers),
  silenced as (
    insert into opt_outs (business_id, contact_id, channel, opted_out_at, source, scope)
    select s."businessId", s."contactId", u.channel, min(u.since), min(u.source),
      case when bool_and(u.source = 'opt-out of offers') then 'offers' else 'everything' end from strangers s
    join suppressions u on u.business_id = s."businessId" and s.hashes ? u.person_hash
    group by 1, 2, 3)
  select key, "contactId" as contact_id, "conversationId" as conversation_id from strangers
  union all
  select k.key, k.contact_id, c.id from known k join input i on i.key = k.key
  join public.conversations c on c.business_id = i."businessId" and c.contact_id = k.contact_id`;
