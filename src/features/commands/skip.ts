import type { OneBusiness } from '#db/tables.ts';
import { phrasesIn } from '#features/conversations/phrases.ts';
import { tellDropped } from '#features/questions/dropped.ts';
import { readShop } from '#features/questions/owners.ts';
import type { Question } from '#features/questions/queries.ts';
import {
  askersOf,
  findQuestion,
  lockQuestions,
  moveQuestions,
  setWithPerson,
  withPersonNow,
} from '#features/questions/queries.ts';
import { sentencesTo } from '#features/owner-sentences/sentences.ts';
import { lines } from '#features/questions/told-lines.ts';
import { writeMessage } from '#features/questions/write.ts';
import type { Act } from './act.ts';
import { say } from './act.ts';
import { preview } from './entry-text.ts';
import { readNumber } from './parse.ts';

/** `!skip 12` */
export const skip: Act = (app, turn, text) => {
  const sentences = sentencesTo(turn).questions;
  const number = readNumber(text);
  if (number === null) return say(sentences.howToSkip);
  return async (tx, now) => {
    await lockQuestions(tx);
    const question = await findQuestion(tx, number);
    if (!question) return sentences.noSuchQuestion(number);
    if (question.state !== 'open') return sentences.notOpen(number);
    await moveQuestions(tx, [question.id], { state: 'skipped', dueAt: null });
    if (question.isWithPerson) {
      await giveBack(tx, question, now);
      return sentences.botAgain(question.number);
    }
    const told = await tellDropped(app, tx, question, now);
    const named = preview(question.text, 200);
    return told === 0
      ? sentences.skipped(number, named)
      : sentences.skippedTold(number, named, told);
  };
};

/** `!bot`, `!bot 12`: the bot answers that customer again. */
export const bot: Act = (_app, turn, text) => {
  const sentences = sentencesTo(turn).questions;
  const wanted = readNumber(text);
  return async (tx, now) => {
    await lockQuestions(tx);
    const all = await withPersonNow(tx);
    const meant = wanted === null ? all : all.filter(({ number }) => number === wanted);
    const [question] = meant;
    if (!question) return sentences.noSession;
    if (meant.length > 1) return sentences.whoIsBack(lines(sentences, meant));
    await moveQuestions(tx, [question.id], { state: 'answered', dueAt: null });
    await giveBack(tx, question, now);
    return sentences.botAgain(question.number);
  };
};

async function giveBack(tx: OneBusiness, { id }: Question, now: Date): Promise<void> {
  const shop = await readShop(tx);
  for (const asker of await askersOf(tx, id)) {
    await setWithPerson(tx, asker.conversationId, null);
    const said = phrasesIn(asker.language).botAgain(shop.name);
    await writeMessage(tx, { ...asker, kind: 'follow-up', text: said }, now);
  }
}
