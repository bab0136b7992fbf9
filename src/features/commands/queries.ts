import { sql } from 'kysely';
import type { OneBusiness } from '#db/tables.ts';
import { knowledgeChanged } from '#features/knowledge/queries.ts';

/** The entries behind the numbers that an owner sees, first number 1, and what they deleted, oldest first. */
export type View = { listed: string[]; deleted: string[] };

export async function findView(tx: OneBusiness, conversationId: string): Promise<View> {
  const view = await tx
    .selectFrom('owner_views')
    .select(['listed', 'deleted'])
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst();
  return view ?? { listed: [], deleted: [] };
}

export async function saveView(tx: OneBusiness, conversationId: string, view: View): Promise<void> {
  const columns = { listed: JSON.stringify(view.listed), deleted: JSON.stringify(view.deleted) };
  await tx
    .insertInto('owner_views')
    .values({ conversation_id: conversationId, ...columns })
    .onConflict((conflict) =>
      conflict.columns(['business_id', 'conversation_id']).doUpdateSet(columns),
    )
    .execute();
}

export type Question = { kind: string; choices: object; askedAt: Date; expiresAt: Date };

/** Makes it the one open question of the conversation, in place of an earlier one. */
export async function openQuestion(
  tx: OneBusiness,
  conversationId: string,
  { kind, choices, askedAt, expiresAt }: Question,
): Promise<void> {
  const columns = {
    kind,
    choices: JSON.stringify(choices),
    asked_at: askedAt,
    expires_at: expiresAt,
  };
  await tx
    .insertInto('pending_questions')
    .values({ conversation_id: conversationId, ...columns })
    .onConflict((conflict) =>
      conflict.columns(['business_id', 'conversation_id']).doUpdateSet(columns),
    )
    .execute();
}

export async function closeQuestion(tx: OneBusiness, conversationId: string): Promise<void> {
  await tx.deleteFrom('pending_questions').where('conversation_id', '=', conversationId).execute();
}

/** Null takes the opening hours away. They are part of what is searched for answers. */
export async function setOpeningHours(tx: OneBusiness, hours: string | null): Promise<void> {
  await sql`update businesses set opening_hours = ${hours}
    where id = current_setting('app.business_id')`.execute(tx);
  await knowledgeChanged(tx);
}

/** Null lets answers go on; a pause that lasts already keeps its beginning. */
export async function setPaused(tx: OneBusiness, since: Date | null): Promise<void> {
  await sql`update businesses set answers_paused_at = case
      when ${since}::timestamptz is not null then coalesce(answers_paused_at, ${since}::timestamptz) end
    where id = current_setting('app.business_id')`.execute(tx);
}

export type Unanswered = { question: string; count: number; lastAt: Date };

/**
 * Questions of customers without an answer, latest first, those asked while answers were paused among them; the same words
 * count as one, several messages that met one reply as one question.
 */
export async function unansweredQuestions(
  tx: OneBusiness,
  { since, limit }: { since: Date; limit: number },
): Promise<{ questions: Unanswered[]; total: number }> {
  const { rows } = await sql<Unanswered & { total: number }>`
    with asked as (
      select string_agg(m.body, ' ' order by m.id) as question, max(m.created_at) as at
      from messages m, lateral (select min(o.id) as id from messages o
        where o.conversation_id = m.conversation_id and o.direction = 'out' and o.id > m.id) reply
      where m.created_at > ${since} and m.direction = 'in' and m.body <> ''
        and m.outcome in ('unanswered', 'unanswered:paused')
      group by m.conversation_id, reply.id, case m.outcome when 'unanswered:paused' then m.id end)
    select (array_agg(question order by at desc))[1] as question, count(*)::int as count,
      max(at) as "lastAt", (count(*) over ())::int as total
    from asked group by lower(btrim(regexp_replace(question, '[[:space:][:punct:]]+', ' ', 'g')))
    order by max(at) desc limit ${limit}`.execute(tx);
  return { questions: rows, total: rows[0]?.total ?? 0 };
}
