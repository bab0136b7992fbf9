import type { App } from '#app.ts';
import type { OneBusiness } from '#db/tables.ts';
import { likenessOf } from './likeness.ts';
import { readShop } from './owners.ts';
import type { Asker, Question } from './queries.ts';
import { answeredSince, askersOf } from './queries.ts';
import { tellNoAnswer } from './tell-askers.ts';

/** Tells who still waits for the answer to a dropped question that there will be none, but for who talks to a person; gives how many were told. */
export async function tellDropped(
  app: Pick<App, 'config' | 'vault'>,
  tx: OneBusiness,
  question: Question,
  now: Date,
): Promise<number> {
  if (question.kind !== 'question' || question.stage === 'over') return 0;
  const waiting = await stillWaiting(tx, question);
  const askers = waiting.filter(({ isWithPerson }) => !isWithPerson);
  const shop = await readShop(tx);
  return tellNoAnswer({ app, tx, shop, now }, question, { askers, say: 'cannotSay' });
}

/** Who asked, but for those who have asked the same again and been answered. */
export async function stillWaiting(
  tx: OneBusiness,
  { id, text }: Pick<Question, 'id' | 'text'>,
): Promise<Asker[]> {
  const answered = await answeredSince(tx, id);
  const likeness = likenessOf(text);
  const isAnswered = new Set(
    answered
      .filter(({ body }) => likenessOf(body) === likeness)
      .map(({ conversationId }) => conversationId),
  );
  const askers = await askersOf(tx, id);
  return askers.filter(({ conversationId }) => !isAnswered.has(conversationId));
}
