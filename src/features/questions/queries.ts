import { sql } from 'kysely';
import type { OneBusiness } from '#db/tables.ts';
import type { ChannelKind } from '#ports.ts';

export type Kind = 'question' | 'person' | 'call-back';

/** Where an open question stands with the owner; `kept` waits for her next message, `over` for whatever she may say. */
export type Stage = 'waiting' | 'telling' | 'told' | 'reminded' | 'kept' | 'over';

/** What customers have asked and only the owner can answer; `number` is how she names it. */
export type Question = {
  id: string;
  number: number;
  kind: Kind;
  text: string;
  state: 'open' | 'answered' | 'skipped';
  stage: Stage;
  /** How many customers asked it. */
  count: number;
  lastAskedAt: Date;
  toldAt: Date | null;
  repliedAt: Date | null;
  /** Whether who asked for a person talks to one at present, and the bot is quiet. */
  isWithPerson: boolean;
};

const columns = sql`q.id, q.number, q.kind, q.text, q.state, q.stage, q.last_asked_at as "lastAskedAt",
  q.told_at as "toldAt", q.replied_at as "repliedAt",
  (select count(*)::int from question_askers a where a.question_id = q.id) as count,
  q.kind = 'person' and exists (select from question_askers a join conversations c on c.id = a.conversation_id
    where a.question_id = q.id and c.with_person_since is not null) as "isWithPerson"`;

/** Whoever changes questions of a business does so one after the other, until the transaction ends. */
export const lockQuestions = (tx: OneBusiness) =>
  sql`select pg_advisory_xact_lock(hashtextextended('questions ' || current_setting('app.business_id'), 0))`.execute(
    tx,
  );

/** Undefined when there is no such number. */
export async function findQuestion(tx: OneBusiness, number: number): Promise<Question | undefined> {
  const { rows } = await sql<Question>`select ${columns} from questions q
    where q.number = ${number}`.execute(tx);
  return rows[0];
}

/** Open questions, the one asked last first, as of `since`. */
export async function openQuestions(
  tx: OneBusiness,
  { since, limit }: { since: Date; limit: number },
): Promise<{ questions: Question[]; total: number }> {
  const { rows } = await sql<Question & { total: number }>`
    select ${columns}, (count(*) over ())::int as total from questions q
    where q.state = 'open' and q.last_asked_at > ${since}
    order by q.last_asked_at desc, q.number desc limit ${limit}`.execute(tx);
  return { questions: rows, total: rows[0]?.total ?? 0 };
}

/** Open questions in one of these stages, the oldest first. */
export async function questionsIn(tx: OneBusiness, stages: readonly Stage[]): Promise<Question[]> {
  const { rows } = await sql<Question>`select ${columns} from questions q
    where q.state = 'open' and q.stage = any(${stages}::text[]) order by q.number`.execute(tx);
  return rows;
}

export type Due = Question & {
  /** Of the message that told the owner; null when there is none. */
  message: { state: string; status: string | null; handedOverAt: Date | null } | null;
};

/** What was claimed for its next step and is so still, the oldest first; nobody else changes it until the transaction ends. */
export async function claimedQuestions(tx: OneBusiness, token: string): Promise<Due[]> {
  const { rows } = await sql<
    Question & { messageState: string | null; status: string | null; handedOverAt: Date | null }
  >`select ${columns}, m.state as "messageState", m.carrier_status as status,
      m.handed_over_at as "handedOverAt"
    from questions q left join messages m on m.id = q.message_id
    where q.claim_token = ${token}::uuid and q.state = 'open' order by q.number
    for no key update of q`.execute(tx);
  return rows.map(({ messageState, status, handedOverAt, ...question }) => ({
    ...question,
    message: messageState === null ? null : { state: messageState, status, handedOverAt },
  }));
}

/** What was kept until an owner can be written to is due now: she has just written. */
export async function awakenKept(tx: OneBusiness, now: Date): Promise<void> {
  await sql`update questions set stage = 'waiting', due_at = ${now}
    where state = 'open' and stage = 'kept'`.execute(tx);
}

export type Step = {
  stage?: Stage;
  state?: Question['state'];
  dueAt: Date | null;
  messageId?: string | null;
  toldAt?: Date;
  /** Null: nobody has written to who asks again. */
  repliedAt?: Date | null;
  text?: string;
};

/** Takes questions a step further, which ends any claim on them; what is not named stays. */
export async function moveQuestions(
  tx: OneBusiness,
  ids: readonly string[],
  { stage, state, dueAt, messageId, toldAt, repliedAt, text }: Step,
): Promise<void> {
  await sql`update questions set stage = coalesce(${stage ?? null}, stage),
      state = coalesce(${state ?? null}, state), due_at = ${dueAt}, claim_token = null, attempts = 0,
      message_id = coalesce(${messageId ?? null}::bigint, message_id),
      told_at = coalesce(${toldAt ?? null}::timestamptz, told_at),
      replied_at = case when ${repliedAt === null} then null
        else coalesce(${repliedAt ?? null}::timestamptz, replied_at) end,
      text = coalesce(${text ?? null}, text)
    where id = any(${ids}::uuid[])`.execute(tx);
}

/** Who waits for the answer to a question, and how they can be written to. */
export type Asker = {
  conversationId: string;
  contactId: string;
  language: string | null;
  nameSealed: string | null;
  channel: ChannelKind;
  ourAddress: string;
  theirSealed: string;
  lastInboundAt: Date | null;
  /** Whether the number that they wrote to is still the business's. */
  isOurAddress: boolean;
  isWithPerson: boolean;
  /** How many messages of theirs have come in. */
  inboundCount: string;
};

/** The customers who asked a question, who came first first. */
export async function askersOf(tx: OneBusiness, questionId: string): Promise<Asker[]> {
  const { rows } = await sql<Asker>`
    select c.id as "conversationId", c.contact_id as "contactId",
      coalesce(a.language, p.language) as language, p.name_sealed as "nameSealed", c.channel,
      c.our_address as "ourAddress", c.their_sealed as "theirSealed",
      c.last_inbound_at as "lastInboundAt", c.inbound_count as "inboundCount",
      exists (select from business_numbers n where n.business_id = c.business_id
        and n.channel = c.channel and n.address = c.our_address) as "isOurAddress",
      c.with_person_since is not null as "isWithPerson"
    from question_askers a join conversations c on c.id = a.conversation_id
    join contacts p on p.id = c.contact_id
    where a.question_id = ${questionId} order by a.asked_at, c.id`.execute(tx);
  return rows;
}

/** What those who asked a question have asked since, and were answered. */
export async function answeredSince(
  tx: OneBusiness,
  questionId: string,
): Promise<{ conversationId: string; body: string }[]> {
  const { rows } = await sql<{ conversationId: string; body: string }>`
    select m.conversation_id as "conversationId", m.body from question_askers a
    join messages m on m.conversation_id = a.conversation_id and m.direction = 'in'
    where a.question_id = ${questionId} and m.outcome = 'answered' and m.created_at > a.asked_at`.execute(
    tx,
  );
  return rows;
}

/** Hands a customer over to a person, or with null back to the bot. */
export async function setWithPerson(
  tx: OneBusiness,
  conversationId: string,
  since: Date | null,
): Promise<void> {
  await tx
    .updateTable('conversations')
    .set({ with_person_since: since })
    .where('id', '=', conversationId)
    .execute();
}

/** The open request of this customer to talk to a person; undefined when there is none. */
export async function personAskedBy(
  tx: OneBusiness,
  conversationId: string,
): Promise<Question | undefined> {
  const { rows } = await sql<Question>`select ${columns} from questions q
    join question_askers a on a.question_id = q.id
    where q.kind = 'person' and q.state = 'open' and a.conversation_id = ${conversationId}
    order by q.number desc limit 1`.execute(tx);
  return rows[0];
}

/** The conversation of the owner who wrote last to this customer; null when none has. */
export async function lastWriterTo(
  tx: OneBusiness,
  conversationId: string,
): Promise<string | null> {
  const { rows } = await sql<{ by: string | null }>`select details->>'by' as by from messages
    where conversation_id = ${conversationId} and kind = 'owner-answer'
    order by id desc limit 1`.execute(tx);
  return rows[0]?.by ?? null;
}

/** A customer who is with a person, and the conversation of the owner who wrote last in this talk. */
export type Talk = Question & { by: string | null };

/** The customers who are with a person at present; the one with whom an owner spoke last first. */
export async function withPersonNow(tx: OneBusiness): Promise<Talk[]> {
  const { rows } = await sql<Talk>`select ${columns}, (
      select m.details->>'by' from question_askers a
      join conversations c on c.id = a.conversation_id and c.with_person_since <= q.replied_at
      join messages m on m.conversation_id = a.conversation_id
      where a.question_id = q.id and m.kind = 'owner-answer' order by m.id desc limit 1) as by
    from questions q
    where q.kind = 'person' and q.state = 'open' and exists (
      select from question_askers a join conversations c on c.id = a.conversation_id
      where a.question_id = q.id and c.with_person_since is not null)
    order by q.replied_at desc nulls last, q.number desc`.execute(tx);
  return rows;
}
