import type { Turn } from '#features/conversations/turn.ts';
import { questionsAnsweredBy } from '#features/questions/answered-by.ts';
import { sentencesTo } from '#features/owner-sentences/sentences.ts';
import { lines } from '#features/questions/told-lines.ts';
import type { CarryOut, Uses } from './act.ts';
import { lengthOf } from './entry-text.ts';
import { askOwner, listIn } from './pending.ts';

/** An answer can have so many characters. */
export const LONGEST_ANSWER = 1_000;

/** Saves a fact by `save`, and offers to send it to the customers whose open questions it answers. */
export async function savingAndOffering(
  app: Uses,
  turn: Turn,
  text: string,
  save: CarryOut,
): Promise<CarryOut> {
  if (lengthOf(text) > LONGEST_ANSWER) return save;
  const questions = await questionsAnsweredBy(app, turn, text);
  if (questions.length === 0) return save;
  return async (tx, now) => {
    const saved = await save(tx, now);
    const numbers = questions.map(({ number }) => number);
    await askOwner(
      tx,
      turn,
      { kind: 'send-answer', numbers, text, waiting: listIn(turn, now) },
      now,
    );
    const say = sentencesTo(turn).questions;
    const people = questions.reduce((sum, { count }) => sum + count, 0);
    return `${saved}\n${say.answersOpen(questions.length, lines(say, questions), people)}`;
  };
}
