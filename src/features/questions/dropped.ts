import type { App } from '#app.ts';
import type { OneBusiness } from '#db/tables.ts';
import { likenessOf } from './likeness.ts';
import { readShop } from './owners.ts';
import type { Asker, Question } from './queries.ts';
import { answeredSince, askersOf } from './queries.ts';
import { tellNoAnswer } from './tell-askers.ts';

/** Tells who still waits for the answer to a dropped question that there will be none; gives how many were told. */
export async function tellDropped(
  app: Pick<App, 'config' | 'vault'>,
  tx: OneBusiness,
  question: Question,
  now: Date,
): Promise<number> {
  if (question.kind !== 'question' || question.stage === 'over') return 0;
  const askers = await stillWaiting(tx, question);
  const shop = await readShop(tx);
  return tellNoAnswer({ app, tx, shop, now }, question, { askers, say: 'cannotSay' });
}

/** Not who talks to a person, nor who has asked the same again and been answered. */
async function stillWaiting(tx: OneBusiness, { id, text }: Question): Promise<Asker[]> {
  const answered = await answeredSince(tx, id);
  const likeness = likenessOf(text);
  const isAnswered = new Set(
    answered
      .filter(({ body }) => likenessOf(body) === likeness)
      .map(({ conversationId }) => conversationId),
  );
  const askers = await askersOf(tx, id);
  return askers.filter(
    ({ conversationId, isWithPerson }) => !isWithPerson && !isAnswered.has(conversationId),
  );
}
