import { sql } from 'kysely';
import type { OneBusiness } from '#db/tables.ts';

/** Questions of customers in a span of time. `medianResponseMs` is null until a reply has been handed over. */
export type Stats = {
  questions: number;
  answered: number;
  unanswered: number;
  medianResponseMs: number | null;
};

/**
 * What customers asked after `since` and up to `now`. A question is a message that was answered, for which no answer was
 * known, or that came while answers were paused; its response time ends when the reply is handed over to the carrier.
 */
export async function statsOf(
  tx: OneBusiness,
  { since, now }: { since: Date; now: Date },
): Promise<Stats> {
  const { rows } = await sql<Stats>`
    select count(*)::int as questions,
      count(*) filter (where m.outcome = 'answered')::int as answered,
      count(*) filter (where m.outcome <> 'answered')::int as unanswered,
      round(percentile_cont(0.5) within group (
        order by extract(epoch from r.handed_over_at - m.created_at) * 1000))::int as "medianResponseMs"
    from messages m
    join conversations c on c.id = m.conversation_id
    left join lateral (
      select o.handed_over_at from messages o
      where o.conversation_id = m.conversation_id and o.direction = 'out' and o.id > m.id
      and m.outcome <> 'unanswered:paused' and o.kind in ('answer', 'unknown') order by o.id limit 1) r on true
    where m.created_at > ${since} and m.created_at <= ${now}
      and m.direction = 'in' and m.outcome in ('answered', 'unanswered', 'unanswered:paused')
      and not exists (
        select from contact_aliases a join owners w on w.person_index = a.person_index
        where a.contact_id = c.contact_id)`.execute(tx);
  return rows[0] ?? { questions: 0, answered: 0, unanswered: 0, medianResponseMs: null };
}
