import type { OneBusiness } from '#db/tables.ts';
import { later, openHoursLater } from './deadline.ts';
import { readShop, sentencesFor } from './owners.ts';
import type { Due, Question } from './queries.ts';
import { passOnAgain } from './pass-on-again.ts';
import { claimedQuestions, lockQuestions, moveQuestions } from './queries.ts';
import { LOOK_MS, QUIET_MS } from './raise.ts';
import { lines } from './told-lines.ts';
import { tellNoAnswer } from './tell-askers.ts';
import type { TellUses } from './tell-owner.ts';
import { tellOwner } from './tell-owner.ts';
import type { At } from './tell-questions.ts';
import { handBack, MOST_IN_A_LIST, tellingOf } from './tell-questions.ts';
import { tellOwners, tellWaiting, wayOf } from './tell-questions.ts';

/** When no report comes, a message that the carrier took counts as gone out after this. */
const SURE_AFTER_MS = 60_000;
/** Between the reminder and the word to the customer, in minutes of opening hours. */
const GRACE_MINUTES = 30;

/** Takes what was claimed of a business a step further: told, seen to have gone out, reminded of, given up. */
export async function stepQuestions(
  app: TellUses,
  tx: OneBusiness,
  token: string,
  now: Date,
): Promise<void> {
  await lockQuestions(tx);
  const due = await claimedQuestions(tx, token);
  if (due.length === 0) return;
  const at: At = { app, tx, shop: await readShop(tx), now };
  const of = (stage: Question['stage']) => due.filter((one) => one.stage === stage);

  if (of('waiting').length > 0) await tellWaiting(at, of('waiting'));
  const lost = [...of('telling').filter(isLost), ...of('told').filter(wasNeverTold)];
  await tellOwners(at, lost);
  const passedOn = await passOnAgain(at, [...of('telling'), ...of('told')], lost);
  const isHere = (question: Due) => !lost.includes(question) && !passedOn.includes(question);
  for (const question of of('telling').filter(isHere)) await lookWhetherTold(at, question);
  const told = of('told').filter(isHere);
  for (const question of told.filter(({ kind }) => kind === 'person')) await endQuiet(at, question);
  await remind(
    at,
    told.filter(({ kind }) => kind !== 'person'),
  );
  for (const question of of('reminded')) await giveUp(at, question);
}

const goneWrong = new Set(['failed', 'undelivered', 'canceled']);
const arrived = new Set(['delivered', 'read']);

const isLost = ({ message }: Due) =>
  ['failed', 'cancelled', 'expired'].includes(message?.state ?? 'failed') ||
  goneWrong.has(message?.status ?? '');

/** An owner who has written to the customer knows of it, whatever became of the message. */
const wasNeverTold = (question: Due) => question.repliedAt === null && isLost(question);

/** A message counts as told when the carrier has it and reports nothing bad. */
async function lookWhetherTold(at: At, question: Due): Promise<void> {
  const { tx, now } = at;
  const { status = null, handedOverAt = null } = question.message ?? {};
  const isSure =
    handedOverAt !== null &&
    (arrived.has(status ?? '') || now.getTime() - handedOverAt.getTime() >= SURE_AFTER_MS);
  if (!isSure) return moveQuestions(tx, [question.id], { dueAt: later(now, LOOK_MS) });
  await moveQuestions(tx, [question.id], {
    stage: 'told',
    toldAt: handedOverAt,
    dueAt: answerDue(at, question, handedOverAt),
  });
}

function answerDue({ shop, now }: At, { kind, isWithPerson }: Question, toldAt: Date): Date | null {
  if (isWithPerson) return later(now, QUIET_MS);
  if (kind !== 'question') return null;
  return openHoursLater(shop, toldAt, shop.answerMinutes);
}

async function remind(at: At, questions: readonly Question[]): Promise<void> {
  const { app, tx, shop, now } = at;
  if (questions.length === 0) return;
  const ids = questions.map(({ id }) => id);
  const dueAt = openHoursLater(shop, now, GRACE_MINUTES);
  await moveQuestions(tx, ids, { stage: 'reminded', dueAt });
  const way = await wayOf(at, questions);
  if (!way) return;
  const shown = questions.slice(0, MOST_IN_A_LIST);
  const say = sentencesFor(shop, way).questions;
  const text = say.reminder(shop.name, lines(say, shown));
  await tellOwner(app, tx, { shop, way, telling: { ...tellingOf(at, shown, way), text }, now });
}

/** The customers hear that there is no answer yet, and are offered a call. */
async function giveUp(at: At, question: Question): Promise<void> {
  await moveQuestions(at.tx, [question.id], { stage: 'over', dueAt: null });
  await tellNoAnswer(at, question, { say: 'noAnswerYet' });
}

/** Owner and customer have been quiet for a while, or nobody came: the bot answers again, and both are told. */
async function endQuiet(at: At, question: Due): Promise<void> {
  const { app, tx, shop, now } = at;
  const hasCome = question.repliedAt !== null;
  await moveQuestions(tx, [question.id], {
    ...(hasCome ? { state: 'answered' as const } : { stage: 'over' as const }),
    dueAt: null,
  });
  await handBack(at, question, (say) => (hasCome ? say.botAgain : say.nobodyFree));
  const way = await wayOf(at, [question]);
  if (way?.by !== 'text') return;
  const say = sentencesFor(shop, way).questions;
  const text = hasCome
    ? say.quiet(question.number)
    : say.nobodyCame(question.number, QUIET_MS / 60_000);
  const telling = { text, brief: text, questions: [question.number] };
  await tellOwner(app, tx, { shop, way, telling, now });
}
