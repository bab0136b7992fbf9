import { sql } from 'kysely';
import type { App } from '#app.ts';
import { phrasesIn } from '#features/conversations/phrases.ts';
import type { Turn } from '#features/conversations/turn.ts';
import { withAfterHours } from '#features/hours/after-hours.ts';
import { later } from './deadline.ts';
import { isWorthAsking, likenessOf } from './likeness.ts';
import { shopStatement, toShop } from './owners.ts';
import type { Put } from './put.ts';
import { putWith } from './put.ts';
import { GATHER_MS, oneLine } from './raise.ts';
import { wayTo } from './tell-owner.ts';

type Uses = Pick<App, 'db' | 'clock' | 'config' | 'vault'>;

/** Takes a question back that was put for a turn which is thought about anew. */
export type Withdraw = () => Promise<void>;

const MOST_OF_ONE_CUSTOMER = 5;

/**
 * Puts to the owner what nobody has told us, and gives what the customer is to hear of it; where she cannot be reached, it is
 * kept for her. Null where there is nothing to ask. It stands before the turn is settled: a turn that is taken again finds it.
 */
export async function askTheOwner(
  app: Uses,
  turn: Turn,
  question: string,
): Promise<{ sentence: string; withdraw: Withdraw } | null> {
  if (!isWorthAsking(question)) return null;
  const now = app.clock.now();
  const asked = sql`(select count(*)::int from question_askers a
    join questions q on q.business_id = b.id and q.id = a.question_id
    where a.business_id = b.id and a.conversation_id = ${turn.conversationId}::uuid
      and q.state = 'open') as asked`;
  const [row] = await app.db.runAsSystem(
    shopStatement<{ asked: number }>(sql`${turn.businessId}`, asked),
  );
  const shop = toShop(row);
  const mayAsk = (row?.asked ?? 0) < MOST_OF_ONE_CUSTOMER && !shop.isPaused;
  const way = mayAsk ? wayTo(app, shop, now) : null;
  const put = await putFor(app, turn, question, way && later(now, GATHER_MS));
  const say = phrasesIn(turn.language);
  const isAsked = put.stage !== 'kept' && put.stage !== 'over';
  const told = isAsked
    ? say.asking(shop.name)
    : `${say.unknown(shop.contactPhone)} ${say.noted(shop.name)}`;
  const sentence = withAfterHours(told, shop, { language: turn.language, now });
  return { sentence, withdraw: withdrawing(app, turn, put) };
}

/** Keeps for the owner what was asked while answers were paused; null where there is nothing to keep. */
export async function keepForOwner(
  app: Uses,
  turn: Turn,
  question: string,
): Promise<Withdraw | null> {
  if (!isWorthAsking(question)) return null;
  return withdrawing(app, turn, await putFor(app, turn, question, null));
}

const putFor = (
  { db, clock }: Uses,
  { businessId, conversationId, language }: Turn,
  question: string,
  dueAt: Date | null,
): Promise<Put> =>
  putWith((statement) => db.runAsSystem(statement), {
    ...{ businessId, conversationId, language, kind: 'question', dueAt, now: clock.now() },
    text: oneLine(question),
    likeness: likenessOf(question),
  });

const withdrawing =
  ({ db }: Uses, { businessId, conversationId }: Turn, { id, isNew }: Put): Withdraw =>
  async () => {
    if (!isNew) return;
    await db.runAsSystem(sql`delete from questions q
      where q.business_id = ${businessId} and q.id = ${id} and q.stage in ('waiting', 'kept')
        and not exists (select from question_askers a where a.business_id = q.business_id
          and a.question_id = q.id and a.conversation_id <> ${conversationId}::uuid)`);
  };
