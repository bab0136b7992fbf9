import type { OneBusiness } from '#db/tables.ts';
import type { Turn } from '#features/conversations/turn.ts';
import { LONGEST_ENTRY } from '#features/knowledge/queries.ts';
import type { Shop } from '#features/questions/owners.ts';
import { readShop } from '#features/questions/owners.ts';
import type { Question } from '#features/questions/queries.ts';
import { sentencesTo } from '#features/owner-sentences/sentences.ts';
import type { Act, CarryOut } from './act.ts';
import { say } from './act.ts';
import { lengthOf, preview } from './entry-text.ts';
import type { SaveAnswer } from './pending.ts';
import { askOwner, editing, listIn } from './pending.ts';
import { setLearns } from './queries.ts';
import { add, save } from './teach.ts';

/** What to know from an answer: the question stands before it, for "yes" alone says nothing. */
export function entryOf(question: string, answer: string): string {
  const asked = /[?？؟]$/u.test(question) ? question : `${question}?`;
  const whole = `${asked} ${answer}`;
  return lengthOf(whole) > LONGEST_ENTRY ? answer : whole;
}

/** Saves an answer that was just passed on where the owner has wished so, else offers it. */
export async function offerToSave(
  tx: OneBusiness,
  turn: Turn,
  { question, words, shop }: { question: Question; words: string; shop: Shop },
  now: Date,
): Promise<string> {
  const text = entryOf(question.text, words);
  if (shop.learns) return save(turn, [text])(tx, now);
  await askOwner(
    tx,
    turn,
    { kind: 'save-answer', text, isEdited: false, waiting: listIn(turn, now) },
    now,
  );
  return sentencesTo(turn).questions.offer(preview(text, 500));
}

/** What the owner made of the offer; `said` is her whole message. */
export function saveAnswer(
  turn: Turn,
  { text, isEdited }: SaveAnswer,
  { says, said }: { says: 'yes' | 'no' | 'edit' | 'text'; said: string },
): CarryOut {
  const sentences = sentencesTo(turn);
  if (says === 'no') return say(sentences.commands.notSaved);
  if (says === 'yes') return save(turn, [text]);
  const own = isEdited ? said.trim() : said.replace(editing, '').trim();
  if (own !== '') {
    const length = lengthOf(own);
    return length > LONGEST_ENTRY
      ? say(sentences.commands.tooLong(length, LONGEST_ENTRY))
      : save(turn, [own]);
  }
  return async (tx, now) => {
    await askOwner(
      tx,
      turn,
      { kind: 'save-answer', text, isEdited: true, waiting: listIn(turn, now) },
      now,
    );
    return sentences.questions.editHow;
  };
}

/** `!learn on`, `!learn off`; with other words it teaches, as `!add` does. */
export const learn: Act = (app, turn, text) => {
  const sentences = sentencesTo(turn).questions;
  const wanted = text.trim().toLowerCase().replace(/[.!]$/u, '');
  if (wanted === 'on' || wanted === 'off') {
    return async (tx) => {
      await setLearns(tx, wanted === 'on');
      return wanted === 'on' ? sentences.learnsNow : sentences.learnsNoMore;
    };
  }
  if (wanted !== '') return add(app, turn, text);
  return async (tx) => ((await readShop(tx)).learns ? sentences.learns : sentences.learnsNot);
};
