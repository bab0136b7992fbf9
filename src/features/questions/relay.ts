import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { OneBusiness } from '#db/tables.ts';
import { preview } from '#features/commands/entry-text.ts';
import { phrasesIn } from '#features/conversations/phrases.ts';
import { isReachable } from './steps.ts';
import type { Asker, Question } from './queries.ts';
import { askersOf, moveQuestions, setWithPerson } from './queries.ts';
import { QUIET_MS } from './raise.ts';
import { LONGEST_NAMED } from './sentences.ts';
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

type Relaying = {
  shop: string;
  question: Question;
  words: string;
  wordings: Wordings;
  /** The owner's conversation. */
  by: string;
  now: Date;
};

/** Passes an owner's words on to everybody who asked; counts those who can no longer be written to. */
export async function relay(
  tx: OneBusiness,
  { shop, question, words, wordings, by, now }: Relaying,
): Promise<{ sent: number; unreachable: number }> {
  const askers = await askersOf(tx, question.id);
  const named = preview(question.text, LONGEST_NAMED);
  let sent = 0;
  for (const asker of askers) {
    if (!isReachable(asker, now)) continue;
    const said = wordings.get(asker.language ?? '') ?? words;
    const say = phrasesIn(asker.language);
    const text =
      question.kind === 'question' ? say.fromShop(shop, named, said) : `${shop}: ${said}`;
    const id = await writeMessage(tx, { ...asker, kind: 'owner-answer', text, by }, now);
    if (id !== null) sent++;
  }
  await settleQuestion(tx, { question, askers, sent, now });
  return { sent, unreachable: askers.length - sent };
}

type Relayed = { question: Question; askers: readonly Asker[]; sent: number; now: Date };

/** A question is answered; a talk with a person goes on, or begins anew, until it is quiet. */
async function settleQuestion(
  tx: OneBusiness,
  { question, askers, sent, now }: Relayed,
): Promise<void> {
  if (question.kind !== 'person') {
    await withdrawCalls(tx, question);
    return moveQuestions(tx, [question.id], { state: 'answered', dueAt: null, repliedAt: now });
  }
  if (sent === 0) return;
  const dueAt = new Date(now.getTime() + QUIET_MS);
  const step = { state: 'open', stage: 'told', dueAt, repliedAt: now, toldAt: now } as const;
  await moveQuestions(tx, [question.id], step);
  for (const { conversationId } of askers) await setWithPerson(tx, conversationId, now);
}

/** Nobody who has the answer is offered a call about it any more. */
const withdrawCalls = (tx: OneBusiness, { id, text }: Question) =>
  sql`delete from pending_questions p using question_askers a
    where a.question_id = ${id} and p.conversation_id = a.conversation_id
      and p.kind = 'call-back' and p.choices->>'about' = ${text}`.execute(tx);
