import type { OneBusiness } from '#db/tables.ts';
import { preview } from '#features/commands/entry-text.ts';
import { openQuestion } from '#features/commands/queries.ts';
import type { Phrases } from '#features/conversations/phrases.ts';
import { phrasesIn } from '#features/conversations/phrases.ts';
import type { CallOffer } from '#features/conversations/with-owner.ts';
import { isWindowOpen } from '#features/outbound/gate.ts';
import { openHoursLater } from './deadline.ts';
import type { Shop } from './owners.ts';
import { readShop } from './owners.ts';
import type { Way } from './reach.ts';
import type { Asker, Due, Question } from './queries.ts';
import {
  askersOf,
  dueQuestions,
  lockQuestions,
  moveQuestions,
  questionsIn,
  setWithPerson,
} from './queries.ts';
import { LOOK_MS, QUIET_MS } from './raise.ts';
import { aboutQuestions, LONGEST_NAMED } from './sentences.ts';
import type { TellUses, Telling } from './tell-owner.ts';
import { tellOwner, wayTo } from './tell-owner.ts';
import { callerOf } from './who.ts';
import { writeMessage } from './write.ts';

type At = { app: TellUses; tx: OneBusiness; shop: Shop; way: Way | null; now: Date };

const MOST_IN_A_LIST = 10;
/** When no report comes, a message that the carrier took counts as gone out after this. */
const SURE_AFTER_MS = 60_000;
/** Between the reminder and the word to the customer, in minutes of opening hours. */
const GRACE_MINUTES = 30;
const CALL_BACK_OPEN_MS = 24 * 3_600_000;

/** Takes every question of a business that is due a step further: told, seen to have gone out, reminded of, given up. */
export async function stepQuestions(app: TellUses, tx: OneBusiness, now: Date): Promise<void> {
  await lockQuestions(tx);
  const due = await dueQuestions(tx, now);
  if (due.length === 0) return;
  const shop = await readShop(tx);
  const at = { app, tx, shop, way: shop.isActive ? wayTo(app, shop, now) : null, now };
  const of = (stage: Question['stage']) => due.filter((one) => one.stage === stage);

  if (of('waiting').length > 0) await tellWaiting(at, of('waiting'));
  for (const question of of('telling')) await lookWhetherTold(at, question);
  const lost = of('told').filter(wasNeverTold);
  await couldNotAsk(at, lost);
  const told = of('told').filter((question) => !lost.includes(question));
  for (const question of told.filter(({ kind }) => kind === 'person')) await endQuiet(at, question);
  await remind(
    at,
    told.filter(({ kind }) => kind !== 'person'),
  );
  for (const question of of('reminded')) await giveUp(at, question);
}

/** One message for all questions that wait, also for those that came just now; one more for each wish to be called. */
async function tellWaiting(at: At, due: readonly Due[]): Promise<void> {
  const waiting = await questionsIn(at.tx, ['waiting']);
  const questions = waiting.filter(({ kind }) => kind === 'question');
  if (due.some(({ kind }) => kind === 'question'))
    await tell(at, questions, tellingOf(at, questions));
  for (const wish of due.filter(({ kind }) => kind !== 'question')) {
    const [asker] = await askersOf(at.tx, wish.id);
    const who = asker ? callerOf(at.app.vault, asker) : 'a customer';
    const { callBack, wantedPerson } = aboutQuestions;
    const text = (wish.kind === 'person' ? wantedPerson : callBack)(
      at.shop.name,
      wish,
      canQuote(at),
    );
    await tell(at, [wish], { text, brief: text, questions: [wish.number], who });
  }
}

/** No reply to an SMS says which message it answers. */
const canQuote = ({ way }: At) => way?.channel !== 'sms';

function tellingOf(at: At, questions: readonly Question[]): Telling {
  const { shop } = at;
  const shown = questions.slice(0, MOST_IN_A_LIST);
  const [only] = shown;
  const text =
    only && questions.length === 1
      ? aboutQuestions.one(shop.name, only, canQuote(at))
      : aboutQuestions.several(shop.name, shown, questions.length - shown.length);
  const brief = shown.map(({ number, text: asked }) => `${number}. ${asked}`).join('; ');
  return { text, brief, questions: shown.map(({ number }) => number) };
}

async function tell(at: At, questions: readonly Question[], telling: Telling): Promise<void> {
  const { app, tx, shop, way, now } = at;
  const ids = questions.map(({ id }) => id);
  const messageId = way ? await tellOwner(app, tx, { shop, way, telling, now }) : null;
  if (messageId === null) return couldNotAsk(at, questions);
  await moveQuestions(tx, ids, { stage: 'telling', dueAt: later(now, LOOK_MS), messageId });
}

const later = (now: Date, ms: number) => new Date(now.getTime() + ms);

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
  if (isLost(question)) return couldNotAsk(at, [question]);
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

/** The owner was not reached: customers were told that she is being asked, and must know that she was not. */
async function couldNotAsk(at: At, questions: readonly Question[]): Promise<void> {
  const { tx, shop } = at;
  for (const question of questions) {
    await moveQuestions(tx, [question.id], { stage: 'kept', dueAt: null });
    if (question.isWithPerson) await handBack(at, question, (say) => say.nobodyFree);
    else await tellAskers(at, question, (say) => say.couldNotAsk(shop.name, shop.contactPhone));
  }
}

async function handBack(
  at: At,
  question: Question,
  sentence: (say: Phrases) => Phrases['nobodyFree'],
): Promise<void> {
  const { tx, shop } = at;
  for (const { conversationId } of await askersOf(tx, question.id)) {
    await setWithPerson(tx, conversationId, null);
  }
  await tellAskers(at, question, (say) =>
    shop.isActive ? sentence(say)(shop.name, shop.contactPhone) : say.suspended(shop.name),
  );
}

async function tellAskers(
  { tx, now }: At,
  question: Question,
  sentence: (say: Phrases) => string,
): Promise<Asker[]> {
  const askers = (await askersOf(tx, question.id)).filter((asker) => isReachable(asker, now));
  for (const asker of askers) {
    const text = sentence(phrasesIn(asker.language));
    await writeMessage(tx, { ...asker, kind: 'follow-up', text }, now);
  }
  return askers;
}

/** Whether a customer can still be written to in free text. */
export const isReachable = ({ channel, lastInboundAt }: Asker, now: Date): boolean =>
  channel === 'sms' || isWindowOpen(lastInboundAt, now);

async function remind(at: At, questions: readonly Question[]): Promise<void> {
  const { app, tx, shop, way, now } = at;
  if (questions.length === 0) return;
  const ids = questions.map(({ id }) => id);
  const dueAt = openHoursLater(shop, now, GRACE_MINUTES);
  await moveQuestions(tx, ids, { stage: 'reminded', dueAt });
  const shown = questions.slice(0, MOST_IN_A_LIST);
  const text = aboutQuestions.reminder(shop.name, shown);
  const telling = { ...tellingOf(at, shown), text };
  if (way) await tellOwner(app, tx, { shop, way, telling, now });
}

/** The customers hear that there is no answer yet, and are offered a call. */
async function giveUp(at: At, question: Question): Promise<void> {
  const { tx, shop, now } = at;
  await moveQuestions(tx, [question.id], { stage: 'over', dueAt: null });
  const { text } = question;
  const named = preview(text, LONGEST_NAMED);
  const told = await tellAskers(at, question, (say) =>
    shop.isActive ? say.noAnswerYet(shop.name, named, shop.contactPhone) : say.suspended(shop.name),
  );
  if (!shop.isActive) return;
  for (const { conversationId, inboundCount } of told) {
    const offer: CallOffer = { about: text, inboundCount };
    await openQuestion(tx, conversationId, {
      kind: 'call-back',
      choices: offer,
      askedAt: now,
      expiresAt: later(now, CALL_BACK_OPEN_MS),
    });
  }
}

/** Owner and customer have been quiet for a while, or nobody came: the bot answers again, and both are told. */
async function endQuiet(at: At, question: Due): Promise<void> {
  const { app, tx, shop, way, now } = at;
  const hasCome = question.repliedAt !== null;
  await moveQuestions(tx, [question.id], {
    ...(hasCome ? { state: 'answered' as const } : { stage: 'over' as const }),
    dueAt: null,
  });
  await handBack(at, question, (say) => (hasCome ? say.botAgain : say.nobodyFree));
  if (way?.by !== 'text') return;
  const text = hasCome
    ? aboutQuestions.quiet(question)
    : aboutQuestions.nobodyCame(question, QUIET_MS / 60_000);
  const telling = { text, brief: text, questions: [question.number] };
  await tellOwner(app, tx, { shop, way, telling, now });
}
