import { sql } from 'kysely';
import type { OneBusiness } from '#db/tables.ts';
import { sensitiveIn } from '#features/knowledge/sensitive.ts';
import type { Fact } from '#features/knowledge/fact.ts';
import type { Entry } from '#features/knowledge/queries.ts';
import { addEntries, findSame, knowledgeChanged } from '#features/knowledge/queries.ts';

export type DocumentState = 'waiting' | 'found' | 'added' | 'dropped' | 'failed';

/** `number` is what its business calls it by. `found` are the entries that wait to be saved. */
export type Document = {
  id: string;
  number: number;
  name: string;
  source: 'owner' | 'api';
  contentType: string | null;
  state: DocumentState;
  isInHand: boolean;
  pages: number | null;
  found: string[];
  foundCount: number;
  addedCount: number;
  sentence: string | null;
  createdAt: Date;
  finishedAt: Date | null;
};

const document = sql`id, number, name, source, content_type as "contentType", state, claim_token is not null as "isInHand",
  pages, found, found_count as "foundCount", added_count as "addedCount", sentence, created_at as "createdAt",
  finished_at as "finishedAt"`;

type NewDocument = Pick<Document, 'id' | 'name' | 'source' | 'contentType' | 'pages'> & {
  found: readonly string[];
  state: 'waiting' | 'found';
  now: Date;
};

/** Gives it the next number of the business; one that waits to be read is due at once. Null when it is there already. */
export async function addDocument(tx: OneBusiness, given: NewDocument): Promise<Document | null> {
  const { id, name, source, contentType, pages, found, state, now } = given;
  // One after the other: two at once would get the same number.
  await sql`select from businesses where id = current_setting('app.business_id') for no key update`.execute(
    tx,
  );
  const { rows } = await sql<Document>`
    insert into documents (id, number, name, source, content_type, state, pages, found, found_count, due_at, created_at)
    select ${id}::uuid, coalesce(max(number), 0) + 1, ${name}, ${source}, ${contentType}, ${state}, ${pages}::int,
      ${JSON.stringify(found)}::jsonb, ${found.length}::int,
      case ${state} when 'waiting' then ${now}::timestamptz end, ${now}::timestamptz
    from documents on conflict (business_id, id) do nothing returning ${document}`.execute(tx);
  return rows[0] ?? null;
}

/** By its number or id; undefined when there is none, or it was removed. */
export async function findDocument(
  tx: OneBusiness,
  which: { number: number } | { id: string },
): Promise<Document | undefined> {
  const condition = 'id' in which ? sql`id = ${which.id}::uuid` : sql`number = ${which.number}`;
  const { rows } = await sql<Document>`
    select ${document} from documents where ${condition} and deleted_at is null`.execute(tx);
  return rows[0];
}

/** The newest first; `states` are all when not given. */
export async function listDocuments(
  tx: OneBusiness,
  {
    limit,
    offset = 0,
    states = null,
  }: { limit: number; offset?: number; states?: readonly DocumentState[] | null },
): Promise<{ documents: Document[]; total: number }> {
  const { rows } = await sql<Document & { total: number }>`
    select ${document}, (count(*) over ())::int as total from documents
    where deleted_at is null and (${states}::text[] is null or state = any(${states}::text[]))
    order by number desc limit ${limit} offset ${offset}`.execute(tx);
  return {
    documents: rows.map(({ total: _total, ...one }) => one),
    total: rows[0]?.total ?? (offset > 0 ? await countDocuments(tx, states) : 0),
  };
}

async function countDocuments(tx: OneBusiness, states: readonly DocumentState[] | null) {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from documents
    where deleted_at is null and (${states}::text[] is null or state = any(${states}::text[]))`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

/** What is known from it now, in its order. */
export async function entriesOfDocument(tx: OneBusiness, id: string): Promise<{ text: string }[]> {
  return tx
    .selectFrom('entries')
    .select('text')
    .where('document_id', '=', id)
    .where('deleted_at', 'is', null)
    .orderBy('seq')
    .execute();
}

export type Saved = { added: Entry[]; known: number };

/** Saves what a document tells, apart from what is known, and settles it; does nothing, and gives null, unless it is in that state and, where one is given, still claimed with `token`. */
export async function saveDocument(
  tx: OneBusiness,
  { id, name }: Pick<Document, 'id' | 'name'>,
  {
    facts,
    from,
    token = null,
    pages = null,
    now,
  }: {
    facts: readonly Fact[];
    from: 'waiting' | 'found';
    token?: string | null;
    pages?: number | null;
    now: Date;
  },
): Promise<Saved | null> {
  const { rows } = await sql`
    update documents set state = 'added', found = '[]', due_at = null, claim_token = null,
      found_count = greatest(found_count, ${facts.length}::int), pages = coalesce(${pages}::int, pages), finished_at = ${now}::timestamptz
    where id = ${id}::uuid and state = ${from} and deleted_at is null
      and (${token}::uuid is null or claim_token = ${token}::uuid) returning id`.execute(tx);
  if (rows.length === 0) return null;
  const same = await findSame(
    tx,
    facts.map(({ text }) => text),
    now,
  );
  const fresh = facts.filter(({ text }, i) => !same[i] && sensitiveIn(text) === null);
  const how = { source: `file: ${name}`, documentId: id, now };
  const added = fresh.length > 0 ? await addEntries(tx, fresh, how) : [];
  await sql`update documents set added_count = ${added.length}::int where id = ${id}::uuid`.execute(
    tx,
  );
  return { added, known: facts.length - added.length };
}

/** What was found is not wanted. False when it did not wait. */
export async function dropDocument(tx: OneBusiness, id: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update documents set state = 'dropped', found = '[]', finished_at = ${now}
    where id = ${id}::uuid and state = 'found' and deleted_at is null returning id`.execute(tx);
  return rows.length > 0;
}

/** Takes a document and all that is known from it out of use; gives how many entries that were, and null when there is no such document. */
export async function deleteDocument(
  tx: OneBusiness,
  id: string,
  now: Date,
): Promise<number | null> {
  const { rows } = await sql<{ state: DocumentState; foundCount: number }>`
    update documents set deleted_at = ${now}, due_at = null, claim_token = null
    where id = ${id}::uuid and deleted_at is null
    returning state, found_count as "foundCount"`.execute(tx);
  const [gone] = rows;
  if (!gone) return null;
  if (gone.state === 'found') return gone.foundCount;
  const { rows: removed } = await sql`
    update entries set deleted_at = ${now}, version = version + 1, index_due_at = ${now}
    where document_id = ${id}::uuid and deleted_at is null returning id`.execute(tx);
  if (removed.length > 0) await knowledgeChanged(tx);
  return removed.length;
}

/** Brings back a document with the entries that went with it; null when it was not deleted. One that was to be read stays out of use. */
export async function restoreDocument(
  tx: OneBusiness,
  id: string,
  now: Date,
): Promise<{ document: Document; count: number } | null> {
  const { rows } = await sql<Document & { deletedAt: Date }>`
    with gone as (select id as gone_id, deleted_at as gone_at from documents
      where id = ${id}::uuid and deleted_at is not null and state in ('found', 'added') for update)
    update documents set deleted_at = null from gone where id = gone.gone_id
    returning ${document}, gone.gone_at as "deletedAt"`.execute(tx);
  const [found] = rows;
  if (!found) return null;
  const { deletedAt, ...restored } = found;
  const { rows: entries } = await sql`
    update entries set deleted_at = null, version = version + 1, index_due_at = ${now}
    where document_id = ${id}::uuid and deleted_at = ${deletedAt} returning id`.execute(tx);
  if (entries.length > 0) await knowledgeChanged(tx);
  return {
    document: restored,
    count: restored.state === 'found' ? restored.foundCount : entries.length,
  };
}

/** What was made out of a message's picture or voice note is kept as its words; a message that has some already keeps them. */
export async function rememberHeard(
  tx: OneBusiness,
  messageId: string,
  { body, words }: { body: string; words: string },
): Promise<void> {
  await sql`update messages set body = ${body},
      details = coalesce(details, '{}') || jsonb_build_object('heard', jsonb_build_object('words', ${words}::text))
    where id = ${messageId}::bigint and direction = 'in' and details->'heard' is null`.execute(tx);
}

/** Whether the conversation was told since then that a file cannot be read. */
export async function wasToldToType(
  tx: OneBusiness,
  conversationId: string,
  since: Date,
): Promise<boolean> {
  const { rows } = await sql`select from messages where conversation_id = ${conversationId}::uuid
    and direction = 'out' and kind = 'cannot-read' and created_at > ${since} limit 1`.execute(tx);
  return rows.length > 0;
}
