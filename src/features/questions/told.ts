import { sql } from 'kysely';
import type { OneBusiness } from '#db/tables.ts';
import { later } from './deadline.ts';
import type { FailedWay } from './reach.ts';

const FAILED_FOR_MS = 12 * 3_600_000;

/** On which ways owners were told of these questions in vain, by number; a way counts again once she has written, or got something on it. */
export async function failedWays(
  tx: OneBusiness,
  numbers: readonly number[],
  now: Date,
): Promise<(FailedWay & { number: number })[]> {
  const { rows } = await sql<FailedWay & { number: number }>`
    select n::int as number, m.conversation_id as "conversationId", m.channel,
      case when m.details ? 'template' then 'template' else 'text' end as by
    from messages m join conversations c on c.id = m.conversation_id,
      jsonb_array_elements_text(m.details->'questions') n
    where m.kind = 'owner-question' and m.created_at > ${later(now, -FAILED_FOR_MS)}
      and (c.last_inbound_at is null or m.created_at > c.last_inbound_at)
      and (m.state in ('failed', 'cancelled', 'expired')
        or m.carrier_status in ('failed', 'undelivered', 'canceled'))
      and n::int = any(${numbers}::int[])
      and not exists (select from messages later where later.conversation_id = m.conversation_id
        and later.id > m.id and later.channel = m.channel
        and coalesce(later.details ? 'template', false) = m.details ? 'template'
        and later.carrier_status in ('delivered', 'read'))
      and m.conversation_id in (
        select o.id from contact_aliases a join owners w on w.person_index = a.person_index
        join conversations o on o.contact_id = a.contact_id)`.execute(tx);
  return rows;
}

/** What a customer wrote to a person, and who they are. */
export type LostWords = { words: string; whoSealed: string };

/** What was passed on of a talk lately and did not arrive, in its order; each is given once. */
export async function takeLostWords(
  tx: OneBusiness,
  number: number,
  now: Date,
): Promise<LostWords[]> {
  const { rows } = await sql<LostWords>`
    with taken as (update messages set details = details || '{"isLost": true}'
      where kind = 'owner-question' and created_at > ${later(now, -FAILED_FOR_MS)}
        and (state in ('failed', 'cancelled', 'expired')
          or carrier_status in ('failed', 'undelivered', 'canceled'))
        and details ? 'words' and not details ? 'isLost'
        and details->'questions' = jsonb_build_array(${number}::int)
      returning id, details)
    select details->>'words' as words, details->>'whoSealed' as "whoSealed"
    from taken order by id`.execute(tx);
  return rows;
}

/** Whether the last that we wrote to a customer, who has said nothing since, was that. */
export async function hasJustHeard(
  tx: OneBusiness,
  conversationId: string,
  text: string,
): Promise<boolean> {
  const { rows } = await sql`select from (select direction, body from messages
      where conversation_id = ${conversationId} order by id desc limit 1) said
    where direction = 'out' and body = ${text}`.execute(tx);
  return rows.length > 0;
}

const ANSWERED_WITHIN_MS = 12 * 3_600_000;

export type Lately = {
  /** The one open question that this owner was told of lately, if that is the last thing that we wrote to her; else null. */
  justAsked: number | null;
  /** Whether she has been told of something since we asked her what still waits for an answer. */
  isOvertaken: boolean;
};

/** What an owner has before her eyes when she writes. */
export async function latelyTold(
  tx: OneBusiness,
  conversationId: string,
  now: Date,
): Promise<Lately> {
  const { rows } = await sql<Lately>`
    with told as (select m.id, m.created_at, n::int as number
      from messages m left join jsonb_array_elements_text(m.details->'questions') n on true
      where m.conversation_id = ${conversationId} and m.kind = 'owner-question'
        and m.created_at > ${later(now, -ANSWERED_WITHIN_MS)}),
    open as (select q.number, max(t.id) as told_in from questions q join told t on t.number = q.number
      where q.state = 'open' and q.kind = 'question' group by q.number)
    select (select number from open where (select count(*) from open) = 1
        and told_in = (select max(id) from messages
          where conversation_id = ${conversationId} and direction = 'out')) as "justAsked",
      exists (select from told t join pending_questions p on p.asked_at <= t.created_at
        where p.conversation_id = ${conversationId}) as "isOvertaken"`.execute(tx);
  return rows[0] ?? { justAsked: null, isOvertaken: false };
}
