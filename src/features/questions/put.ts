import { sql } from 'kysely';
import type { OneBusiness } from '#db/tables.ts';
import type { Kind, Question, Stage } from './queries.ts';

export type Asking = {
  businessId: string;
  conversationId: string;
  language: string | null;
  kind: Kind;
  text: string;
  /** Questions that are alike are one. */
  likeness: string;
  /** When the owner is to be told; null: kept until she writes. */
  dueAt: Date | null;
  now: Date;
};

/** An open question; `isNew` where nobody had asked it before. */
export type Put = Pick<Question, 'id' | 'number' | 'stage' | 'text'> & { isNew: boolean };

/**
 * Adds a question, or who asks to the one that is open already, which wakes where it was put by and the owner can be told
 * now. No row where it was answered at this very moment.
 */
export function putStatement(asking: Asking) {
  const { businessId, conversationId, language, kind, text, likeness, dueAt, now } = asking;
  const stage: Stage = dueAt ? 'waiting' : 'kept';
  const wakes = sql`${dueAt}::timestamptz is not null and stage in ('kept', 'over')`;
  return sql<Put>`
    with known as (select id from questions
      where business_id = ${businessId} and likeness = ${likeness} and state = 'open'),
    counted as (update businesses set question_count = question_count + 1
      where id = ${businessId} and not exists (select from known) returning question_count),
    added as (
      insert into questions (business_id, number, kind, text, likeness, stage, due_at, asked_at,
        last_asked_at)
      select ${businessId}, question_count, ${kind}, ${text}, ${likeness}, ${stage},
        ${dueAt}::timestamptz, ${now}::timestamptz, ${now}::timestamptz from counted
      on conflict (business_id, likeness) where state = 'open'
        do update set last_asked_at = excluded.last_asked_at
      returning id, number, stage, text),
    again as (
      update questions set last_asked_at = ${now}::timestamptz,
        due_at = case when ${wakes} then ${dueAt}::timestamptz else due_at end,
        stage = case when ${wakes} then 'waiting' else stage end
      where business_id = ${businessId} and id in (select id from known) and state = 'open'
      returning id, number, stage, text),
    put as (select *, true as "isNew" from added union all select *, false from again),
    asker as (
      insert into question_askers (business_id, question_id, conversation_id, language, asked_at)
      select ${businessId}, id, ${conversationId}::uuid, ${language}, ${now}::timestamptz from put
      on conflict (business_id, question_id, conversation_id) do update
        set language = excluded.language)
    select * from put`;
}

const ATTEMPTS = 3;

/** Runs the statement until it has put the question somewhere. */
export async function putWith(
  run: (statement: ReturnType<typeof putStatement>) => Promise<readonly Put[]>,
  asking: Asking,
): Promise<Put> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const [put] = await run(putStatement(asking));
    if (put) return put;
  }
  throw new Error('A question was not stored');
}

/** Puts a question inside a transaction of the business. */
export const putQuestion = (tx: OneBusiness, asking: Asking): Promise<Put> =>
  putWith(async (statement) => (await statement.execute(tx)).rows, asking);
