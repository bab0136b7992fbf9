import { sql } from 'kysely';
import type { AnyTx, OneBusiness } from '#db/tables.ts';
import type { ChannelKind } from '#ports.ts';
import type {
  ConsentChannel,
  ConsentEvent,
  ConsentMethod,
  ConsentPurpose,
  ConsentState,
  ConsentStatus,
} from './events.ts';
import { consentState } from './events.ts';

/** How a change came about, as it is proved later. `wording` is what the person was shown. */
export type Proof = {
  businessId: string;
  contactId: string;
  channel: ConsentChannel;
  method: ConsentMethod;
  source: string;
  wording?: string | null | undefined;
  wordingVersion?: string | null | undefined;
  language?: string | null | undefined;
  actor: string;
  messageSid?: string | null | undefined;
  fileHash?: string | null | undefined;
  ip?: string | null | undefined;
};

export type NewConsent = Proof & {
  purpose: ConsentPurpose;
  status: ConsentStatus;
  expiresAt?: Date | null | undefined;
};

/** A line of the ledger. */
export type Line = ConsentEvent & {
  channel: ConsentChannel;
  purpose: ConsentPurpose;
  source: string;
  wording: string | null;
  wordingVersion: string | null;
  language: string | null;
  actor: string;
  messageSid: string | null;
  fileHash: string | null;
  ip: string | null;
};

/** The columns of a proof in a `jsonb_to_recordset`. */
export const proofColumns = sql`"businessId" text, "contactId" uuid, channel text, method text, source text,
  wording text, "wordingVersion" text, language text, actor text, "messageSid" text, "fileHash" text, ip text`;

/** Adds to the ledger, many in one statement. Of people who are no customers nothing is kept. */
export async function recordConsents(
  tx: AnyTx,
  consents: readonly NewConsent[],
  now: Date,
): Promise<void> {
  if (consents.length === 0) return;
  await sql`
    insert into consent_events (business_id, contact_id, channel, purpose, status, method, source, wording,
      wording_version, language, actor, at, message_sid, file_hash, ip, expires_at)
    select i."businessId", c.id, i.channel, i.purpose, i.status, i.method, i.source, i.wording,
      i."wordingVersion", i.language, i.actor, ${now}::timestamptz, i."messageSid", i."fileHash", i.ip, i."expiresAt"
    from rows from (jsonb_to_recordset(${JSON.stringify(consents)}::jsonb) as (${proofColumns},
      purpose text, status text, "expiresAt" timestamptz)) with ordinality
      as i("businessId", "contactId", channel, method, source, wording, "wordingVersion", language, actor,
        "messageSid", "fileHash", ip, purpose, status, "expiresAt", place)
    join contacts c on c.business_id = i."businessId" and c.id = i."contactId"
    order by i.place`.execute(tx);
}

/** What holds now for each of these people, in one statement; who is not in it has never said anything. */
export async function consentOf(
  tx: AnyTx,
  contactIds: readonly string[],
  { channel, purpose }: Pick<NewConsent, 'channel' | 'purpose'>,
  now: Date,
): Promise<Map<string, ConsentState>> {
  const { rows } = await sql<ConsentEvent & { contactId: string }>`
    select contact_id as "contactId", status, method, at, expires_at as "expiresAt" from consent_events
    where contact_id = any(${contactIds}::uuid[]) and channel = ${channel} and purpose = ${purpose}
    order by id`.execute(tx);
  const byPerson = Map.groupBy(rows, ({ contactId }) => contactId);
  return new Map([...byPerson].map(([id, events]) => [id, consentState(events, now)]));
}

/** Everything that was ever said about writing to a person, oldest first. */
export async function ledgerOf(tx: OneBusiness, contactId: string): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select channel, purpose, status, method, source, wording, wording_version as "wordingVersion",
      language, actor, at, message_sid as "messageSid", file_hash as "fileHash", ip, expires_at as "expiresAt"
    from consent_events where contact_id = ${contactId} order by id`.execute(tx);
  return rows;
}

/** What was granted by one message of the person. */
export async function grantedBy(tx: OneBusiness, messageId: string): Promise<ConsentPurpose[]> {
  const { rows } = await sql<{ purpose: ConsentPurpose }>`
    select e.purpose from consent_events e join messages m on m.message_sid = e.message_sid
    where m.id = ${messageId}::bigint and e.status = 'granted'`.execute(tx);
  return rows.map(({ purpose }) => purpose);
}

/** The carrier's id of a message. */
export async function messageSidOf(tx: OneBusiness, messageId: string): Promise<string | null> {
  const { rows } = await sql<{ message_sid: string | null }>`
    select message_sid from messages where id = ${messageId}::bigint`.execute(tx);
  return rows[0]?.message_sid ?? null;
}

export type Customer = {
  contactId: string;
  conversationId: string | null;
  nameSealed: string | null;
  theirSealed: string | null;
  channel: ChannelKind | null;
  ourAddress: string | null;
  language: string | null;
  phoneVerifiedAt: Date | null;
  optedOut: { channel: ConsentChannel; scope: 'offers' | 'everything'; since: string }[];
};

/** Undefined when the business has no such customer. */
export async function findCustomer(
  tx: OneBusiness,
  contactId: string,
): Promise<Customer | undefined> {
  const { rows } = await sql<Customer>`
    select p.id as "contactId", c.id as "conversationId", p.name_sealed as "nameSealed",
      c.their_sealed as "theirSealed", c.channel, c.our_address as "ourAddress", p.language,
      p.phone_verified_at as "phoneVerifiedAt",
      (select coalesce(json_agg(json_build_object('channel', o.channel, 'scope', o.scope,
          'since', o.opted_out_at) order by o.channel), '[]')
        from opt_outs o where o.business_id = p.business_id and o.contact_id = p.id) as "optedOut"
    from contacts p left join conversations c on c.business_id = p.business_id and c.contact_id = p.id
    where p.id = ${contactId}`.execute(tx);
  return rows[0];
}

export const setLanguage = (tx: OneBusiness, contactId: string, language: string) =>
  sql`update contacts set language = ${language} where id = ${contactId}`.execute(tx);
