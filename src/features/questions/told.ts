import { sql } from 'kysely';
import type { OneBusiness } from '#db/tables.ts';
import { later } from './deadline.ts';
import type { FailedWay } from './reach.ts';

const FAILED_FOR_MS = 12 * 3_600_000;

/** On which ways owners were told of these questions in vain, by number; a way counts again once she has written. */
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
      and n::int = any(${numbers}::int[]) and m.conversation_id in (
        select o.id from contact_aliases a join owners w on w.person_index = a.person_index
        join conversations o on o.contact_id = a.contact_id)`.execute(tx);
  return rows;
}
