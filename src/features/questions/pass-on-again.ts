import { later } from './deadline.ts';
import type { Question } from './queries.ts';
import { askersOf, moveQuestions } from './queries.ts';
import { LOOK_MS, oneLine, QUIET_MS } from './raise.ts';
import { passedOnText } from './told-lines.ts';
import { tellOwner } from './tell-owner.ts';
import type { At } from './tell-questions.ts';
import { handBack, wayOf } from './tell-questions.ts';
import type { LostWords } from './told.ts';
import { takeLostWords } from './told.ts';

/**
 * Passes on once more, on another way, what customers wrote to a person and no owner got; where there is none, it is kept
 * and the customer is told. What was just asked anew (`retold`) stays due when it is. Gives the talks of which something was lost.
 */
export async function passOnAgain<Talk extends Question>(
  at: At,
  questions: readonly Talk[],
  retold: readonly Talk[],
): Promise<Talk[]> {
  const talks: Talk[] = [];
  for (const talk of questions.filter(({ kind }) => kind === 'person')) {
    const lost = await takeLostWords(at.tx, talk.number, at.now);
    if (lost.length === 0) continue;
    talks.push(talk);
    const isPassedOn = await passOn(at, talk, lost);
    if (!isPassedOn) await keep(at, talk, lost);
    else if (!retold.includes(talk)) {
      const ms = talk.stage === 'telling' ? LOOK_MS : QUIET_MS;
      await moveQuestions(at.tx, [talk.id], { dueAt: later(at.now, ms) });
    }
  }
  return talks;
}

async function passOn(at: At, talk: Question, lost: readonly LostWords[]): Promise<boolean> {
  const { app, tx, shop, now } = at;
  const way = await wayOf(at, [talk]);
  if (way?.by !== 'text') return false;
  for (const { words, whoSealed } of lost) {
    const text = passedOnText(talk.number, words);
    const who = app.vault.decrypt(whoSealed);
    const telling = { text, brief: text, questions: [talk.number], who, words };
    await tellOwner(app, tx, { shop, way, telling, now });
  }
  return true;
}

async function keep(at: At, talk: Question, lost: readonly LostWords[]): Promise<void> {
  const text = oneLine(lost.map(({ words }) => words).join(' '));
  await moveQuestions(at.tx, [talk.id], { stage: 'kept', dueAt: null, text });
  const askers = await askersOf(at.tx, talk.id);
  if (askers.some(({ isWithPerson }) => isWithPerson)) {
    await handBack(at, talk, (say) => say.nobodyFree);
  }
}
