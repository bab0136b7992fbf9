import { sql } from 'kysely';
import type { OneBusiness } from '#db/tables.ts';
import type { SpecialDay } from '#features/hours/hours.ts';
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

/** The days that were set one by one; they stay as they are until the transaction ends. */
export async function findSpecialDays(tx: OneBusiness): Promise<SpecialDay[]> {
  const { rows } = await sql<{ days: SpecialDay[] }>`select special_days as days from businesses
    where id = current_setting('app.business_id') for no key update`.execute(tx);
  return rows[0]?.days ?? [];
}

export async function setSpecialDays(tx: OneBusiness, days: readonly SpecialDay[]): Promise<void> {
  await sql`update businesses set special_days = ${JSON.stringify(days)}::jsonb
    where id = current_setting('app.business_id')`.execute(tx);
  await knowledgeChanged(tx);
}

/** Null lets answers go on; a pause that lasts already keeps its beginning. */
export async function setPaused(tx: OneBusiness, since: Date | null): Promise<void> {
  await sql`update businesses set answers_paused_at = case
      when ${since}::timestamptz is not null then coalesce(answers_paused_at, ${since}::timestamptz) end
    where id = current_setting('app.business_id')`.execute(tx);
}

/** Whether answers to customers are saved without asking the owner. */
export async function setLearns(tx: OneBusiness, learns: boolean): Promise<void> {
  await sql`update businesses set learns = ${learns}
    where id = current_setting('app.business_id')`.execute(tx);
}
