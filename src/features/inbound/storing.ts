import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { TurnRow } from '#features/conversations/turns.system.ts';
import { THINKING_LEASE_MS, turnFrom } from '#features/conversations/turns.system.ts';
import type { Parameter } from '#platform/db/prepared.ts';
import { prepared } from '#platform/db/prepared.ts';
import type { Received } from './receive.system.ts';

/** A stored message; with the newest of a claimed conversation comes its turn. */
export type Stored = { messageSid: string } & (TurnRow | { conversationId: null });

/** `ids` are the conversations of the messages; `token` claims conversations for this process: null claims none. */
type Storing = {
  messages: readonly Received[];
  ids: readonly (string | null)[];
  token: string | null;
  now: Date;
};

/**
 * Stores messages, makes their conversations due, and claims those that are free and due now. A turn is read from
 * what the statement saw at its start: a conversation that changed while its lock was waited for is not claimed.
 */
const storing = (withHistory: boolean) =>
  prepared<Storing, Stored>((parameter) => {
    const ids = parameter((given) => given.ids);
    return sql`
    with input as materialized (select * from jsonb_to_recordset(${parameter(inputOf)}::jsonb) as x(
      "businessId" text, "conversationId" uuid, channel text, "ourAddress" text, "theirSealed" text,
      body text, kind text, details jsonb, "accountSid" text, "messageSid" text, "receivedAt" timestamptz,
      "dueAt" timestamptz)),
    seen as materialized (select id, ctid from conversations where id = any(${ids}::uuid[])),
    held as materialized (select id, ctid, thinking_token from conversations
      where id = any(${ids}::uuid[]) order by id for no key update),
    stored as (
      insert into messages (business_id, conversation_id, direction, channel, our_address,
        their_sealed, body, kind, details, account_sid, message_sid, state, created_at)
      select "businessId", "conversationId", 'in', channel, "ourAddress", "theirSealed", body, kind,
        details, "accountSid", "messageSid", 'received', "receivedAt"
      from input where (select count(*) from held) >= 0
      on conflict (account_sid, message_sid) do nothing
      returning id, conversation_id, account_sid, message_sid, body, kind, details, created_at),
    latest as (${latest(parameter)}),
    due as (${makeDue(parameter, ids)})
    select s.message_sid as "messageSid", t.* from stored s left join (
      ${turnFrom(sql`due c`, { withHistory, arriving, alsoRead: sql`c.latest_id` })}
      where c.is_claimed) t on t.latest_id = s.id`;
  });

const inputOf = ({ messages, ids }: Storing) =>
  JSON.stringify(messages.map((message, i) => ({ ...message, conversationId: ids[i] })));

const arriving = sql`union all select s.id, s.body, s.kind, s.details, s.created_at
  from stored s where s.conversation_id = c.id`;

/** The newest message of each conversation, with a token where the conversation is claimed. */
const latest = (parameter: Parameter<Storing>) => sql`
  select distinct on ("conversationId") i.*, s.id,
    count(*) over (partition by "conversationId") as arrived,
    case when i."dueAt" <= ${parameter(({ now }) => now)} and h.thinking_token is null
      and h.ctid = v.ctid then ${parameter(({ token }) => token)}::uuid end as token
  from stored s
  join input i on i."messageSid" = s.message_sid and i."accountSid" = s.account_sid
  join held h on h.id = s.conversation_id
  join seen v on v.id = h.id
  order by "conversationId", s.id desc`;

const makeDue = (parameter: Parameter<Storing>, ids: RawBuilder<unknown>) => {
  const until = parameter(({ now }) => new Date(now.getTime() + THINKING_LEASE_MS));
  return sql`
  update conversations c set inbound_count = c.inbound_count + l.arrived,
    attention_due_at = l."dueAt", last_inbound_at = greatest(c.last_inbound_at, l."receivedAt"),
    channel = l.channel, our_address = l."ourAddress", their_sealed = l."theirSealed",
    thinking_token = coalesce(l.token, c.thinking_token),
    thinking_until = case when l.token is null then c.thinking_until else ${until} end,
    thinking_attempts = c.thinking_attempts + case when l.token is null then 0 else 1 end
  from latest l where c.id = l."conversationId" and c.id = any(${ids}::uuid[])
  returning c.*, l.id as latest_id, l.token is not null as is_claimed`;
};

export const storeStatement = storing(false);

/** The same, and what a model is told of the conversation so far. */
export const storeAndReadHistory = storing(true);
