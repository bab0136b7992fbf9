import type { App } from '#app.ts';
import type { OneBusiness } from '#db/tables.ts';
import { phrasesIn } from '#features/conversations/phrases.ts';
import { isReachable } from './steps.ts';
import type { Asker, Question } from './queries.ts';
import { askersOf, moveQuestions, setWithPerson } from './queries.ts';
import { QUIET_MS } from './raise.ts';
import { writeMessage } from './write.ts';

/** An owner's words in the languages of those who will read them; what is missing is passed on as she wrote it. */
export type Wordings = ReadonlyMap<string, string>;

/** An owner's answer for who writes in another language. */
export async function wordingsFor(
  _app: Pick<App, 'answerer' | 'log'>,
  _businessId: string,
  _words: string,
  _askers: readonly Asker[],
): Promise<Wordings> {
  return Promise.resolve(new Map());
}

type Relaying = { shop: string; question: Question; words: string; wordings: Wordings; now: Date };

/** Passes an owner's words on to everybody who asked; counts those who can no longer be written to. */
export async function relay(
  tx: OneBusiness,
  { shop, question, words, wordings, now }: Relaying,
): Promise<{ sent: number; unreachable: number }> {
  const askers = await askersOf(tx, question.id);
  let sent = 0;
  for (const asker of askers) {
    if (!isReachable(asker, now)) continue;
    const said = wordings.get(asker.language ?? '') ?? words;
    const say = phrasesIn(asker.language);
    const text =
      question.kind === 'question' ? say.fromShop(shop, question.text, said) : `${shop}: ${said}`;
    const id = await writeMessage(tx, { ...asker, kind: 'owner-answer', text }, now);
    if (id !== null) sent++;
  }
  await settleQuestion(tx, { question, askers, now });
  return { sent, unreachable: askers.length - sent };
}

/** A question is answered; a talk with a person goes on until it is quiet. */
async function settleQuestion(
  tx: OneBusiness,
  { question, askers, now }: { question: Question; askers: readonly Asker[]; now: Date },
): Promise<void> {
  if (question.kind !== 'person') {
    return moveQuestions(tx, [question.id], { state: 'answered', dueAt: null, repliedAt: now });
  }
  const dueAt = new Date(now.getTime() + QUIET_MS);
  await moveQuestions(tx, [question.id], { stage: 'told', dueAt, repliedAt: now, toldAt: now });
  for (const { conversationId } of askers) await setWithPerson(tx, conversationId, now);
}
