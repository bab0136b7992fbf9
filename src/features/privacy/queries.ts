import { sql } from 'kysely';
import type { OneBusiness } from '#db/tables.ts';
import type { Scope } from '#features/consent/opt-out/intent.ts';
import type { ChannelKind } from '#ports.ts';

export type Retention = { contentDays: number; metadataDays: number; consentDays: number };

/** How many days a business keeps what was said, that it was said, and who agreed to what. */
export async function retentionOf(tx: OneBusiness): Promise<Retention | undefined> {
  const { rows } = await sql<Retention>`select content_days as "contentDays",
    metadata_days as "metadataDays", consent_days as "consentDays" from businesses
    where kind = 'shop'`.execute(tx);
  return rows[0];
}

/** Changes what is given. */
export const setRetention = (
  tx: OneBusiness,
  {
    contentDays,
    metadataDays,
    consentDays,
  }: Partial<{ [Name in keyof Retention]: number | undefined }>,
) =>
  sql`update businesses set content_days = coalesce(${contentDays ?? null}::int, content_days),
    metadata_days = coalesce(${metadataDays ?? null}::int, metadata_days),
    consent_days = coalesce(${consentDays ?? null}::int, consent_days)
    where kind = 'shop'`.execute(tx);

export type Customer = {
  customerId: string;
  nameSealed: string | null;
  theirSealed: string;
  channel: ChannelKind;
  language: string | null;
  optedOut: ChannelKind[];
  lastMessageAt: Date | null;
  createdAt: Date;
};

const isOwner = sql`exists (select from contact_aliases a join owners o
  on o.business_id = a.business_id and o.person_index = a.person_index
  where a.business_id = p.business_id and a.contact_id = p.id)`;

export type Wanted = {
  /** The hashes of one person. */
  indexes: readonly string[] | null;
  customerId?: string;
  after: Pick<Customer, 'createdAt' | 'customerId'> | null;
  limit: number;
};

/** Customers, without owners, the newest first. */
export async function listCustomers(
  tx: OneBusiness,
  { indexes, customerId, after, limit }: Wanted,
): Promise<Customer[]> {
  const { rows } = await sql<Customer>`
    select p.id as "customerId", p.name_sealed as "nameSealed", c.their_sealed as "theirSealed", c.channel,
      p.language, c.last_inbound_at as "lastMessageAt", p.created_at as "createdAt",
      (select coalesce(json_agg(o.channel order by o.channel), '[]') from opt_outs o
        where o.business_id = p.business_id and o.contact_id = p.id and o.scope = 'everything') as "optedOut"
    from contacts p join conversations c on c.business_id = p.business_id and c.contact_id = p.id
    where not ${isOwner}
      and (${indexes}::text[] is null or exists (select from contact_aliases a
        where a.business_id = p.business_id and a.contact_id = p.id and a.person_index = any(${indexes}::text[])))
      and (${customerId ?? null}::uuid is null or p.id = ${customerId ?? null}::uuid)
      and (${after?.createdAt ?? null}::timestamptz is null
        or (p.created_at, p.id) < (${after?.createdAt ?? null}::timestamptz, ${after?.customerId ?? null}::uuid))
    order by p.created_at desc, p.id desc limit ${limit}`.execute(tx);
  return rows;
}

/** Everything that was said with a customer, and what became of it, the oldest first. */
export async function everyMessage(tx: OneBusiness, customerId: string) {
  const { rows } = await sql<{
    id: string;
    direction: 'in' | 'out';
    channel: ChannelKind;
    body: string;
    kind: string;
    details: Record<string, unknown> | null;
    state: string;
    outcome: string | null;
    status: string | null;
    error: string | null;
    at: Date;
  }>`select m.id::text, m.direction, m.channel, m.body, m.kind, m.details, m.state, m.outcome,
      m.carrier_status as status, m.error_sentence as error, m.created_at as at
    from messages m join conversations c on c.id = m.conversation_id
    where c.contact_id = ${customerId}::uuid order by m.id`.execute(tx);
  return rows;
}

/** What a customer has asked that only the owner could answer. */
export async function everyQuestion(tx: OneBusiness, customerId: string) {
  const { rows } = await sql<{
    number: number;
    kind: string;
    text: string;
    state: string;
    askedAt: Date;
  }>`
    select q.number, q.kind, q.text, q.state, k.asked_at as "askedAt" from questions q
    join question_askers k on k.business_id = q.business_id and k.question_id = q.id
    join conversations c on c.business_id = k.business_id and c.id = k.conversation_id
    where c.contact_id = ${customerId}::uuid order by q.number`.execute(tx);
  return rows;
}

/** What a customer has opted out of. */
export async function everyOptOut(tx: OneBusiness, customerId: string) {
  const { rows } = await sql<{ channel: ChannelKind; scope: Scope; since: Date; source: string }>`
    select channel, scope, opted_out_at as since, source from opt_outs
    where contact_id = ${customerId}::uuid order by channel`.execute(tx);
  return rows;
}

/** Every address of a customer, sealed. */
export async function everyAddress(tx: OneBusiness, customerId: string): Promise<string[]> {
  const { rows } = await sql<{ sealed: string }>`
    select address_sealed as sealed from contact_aliases
      where contact_id = ${customerId}::uuid and address_sealed is not null
    union select their_sealed from conversations where contact_id = ${customerId}::uuid`.execute(
    tx,
  );
  return rows.map(({ sealed }) => sealed);
}

export type Receipt = {
  system: string;
  state: 'waiting' | 'done' | 'failed';
  removed: number;
  detail: string | null;
  doneAt: Date | null;
};

export type Erasure = {
  erasureId: string;
  customerId: string;
  state: 'running' | 'done' | 'failed';
  requestedAt: Date;
  finishedAt: Date | null;
  receipts: Receipt[];
};

/** How far an erasure is in each system; undefined when there is none. */
export async function findErasure(tx: OneBusiness, id: string): Promise<Erasure | undefined> {
  const { rows } = await sql<
    Omit<Erasure, 'receipts'>
  >`select id as "erasureId", contact_id as "customerId",
    state, requested_at as "requestedAt", finished_at as "finishedAt"
    from erasures where id = ${id}::uuid`.execute(tx);
  const [found] = rows;
  if (!found) return undefined;
  const { rows: receipts } =
    await sql<Receipt>`select system, state, removed, detail, done_at as "doneAt"
    from erasure_steps where erasure_id = ${id}::uuid order by system`.execute(tx);
  return { ...found, receipts };
}
