import type { OneBusiness } from '#db/tables.ts';
import type { Turn } from '#features/conversations/turn.ts';
import { readShop } from '#features/questions/owners.ts';
import type { Question } from '#features/questions/queries.ts';
import {
  askersOf,
  findQuestion,
  lockQuestions,
  moveQuestions,
  openQuestions,
  personAskedBy,
  setWithPerson,
  withPersonNow,
} from '#features/questions/queries.ts';
import { tellDropped } from '#features/questions/dropped.ts';
import { phrasesIn } from '#features/conversations/phrases.ts';
import { relay, wordingsFor } from '#features/questions/relay.ts';
import type { Wordings } from '#features/questions/relay.ts';
import { aboutQuestions } from '#features/questions/sentences.ts';
import { writeMessage } from '#features/questions/write.ts';
import type { Act, CarryOut, Uses } from './act.ts';
import { say } from './act.ts';
import { lengthOf } from './entry-text.ts';
import { readNumber, readNumberAndText, unquoted } from './parse.ts';
import { askOwner, listIn } from './pending.ts';
import { offerToSave } from './save-answer.ts';

const LONGEST_ANSWER = 1_000;

/** `!answer 12 Yes, we do.` Without a number it is for the only question that is open. */
export const answer: Act = async (app, turn, text) => {
  const given = readNumberAndText(text);
  if (given) return answerNumber(app, turn, given);
  const number = readNumber(text);
  if (number !== null) return say(aboutQuestions.howToAnswer(number));
  const open = await app.db.asBusiness(turn.businessId, (tx) =>
    openQuestions(tx, { since: new Date(0), limit: 10 }),
  );
  const numbers = open.questions.map((question) => question.number);
  if (numbers.length === 0) return say(aboutQuestions.noneOpen);
  if (text.trim() === '') return say(aboutQuestions.howToAnswer(numbers[0] ?? 1));
  return reply(app, turn, { numbers, text });
};

export type Replying = {
  numbers: readonly number[];
  text: string;
  /** She writes to this customer for a while: not every line is confirmed. */
  inSession?: boolean;
};

/** An owner's words about one of these questions: they go to who asked it; which one is asked where that is not clear. */
export function reply(app: Uses, turn: Turn, replying: Replying): CarryOut | Promise<CarryOut> {
  const { numbers, text } = replying;
  const [only] = numbers;
  if (only !== undefined && numbers.length === 1) {
    return answerNumber(app, turn, { number: only, text, inSession: replying.inSession ?? false });
  }
  const given = readNumberAndText(text);
  if (given && numbers.includes(given.number)) return answerNumber(app, turn, given);
  return async (tx, now) => {
    const found = await Promise.all(numbers.map((number) => findQuestion(tx, number)));
    const open = found.filter((question) => question?.state === 'open') as Question[];
    if (open.length === 0) return aboutQuestions.noneOpen;
    const choices = { numbers: open.map(({ number }) => number), text, waiting: listIn(turn, now) };
    await askOwner(tx, turn, { kind: 'which-question', ...choices }, now);
    return aboutQuestions.whichOne(open);
  };
}

type Given = { number: number; text: string; inSession?: boolean };

/** Passes the answer on; translated before the transaction, for that takes a while. */
export async function answerNumber(app: Uses, turn: Turn, given: Given): Promise<CarryOut> {
  const words = unquoted(given.text);
  if (lengthOf(words) > LONGEST_ANSWER) {
    return say(aboutQuestions.tooLongToSend(lengthOf(words), LONGEST_ANSWER));
  }
  const askers = await app.db.asBusiness(turn.businessId, async (tx) => {
    const question = await findQuestion(tx, given.number);
    return question ? askersOf(tx, question.id) : [];
  });
  const wordings = await wordingsFor(app, turn.businessId, words, askers);
  return (tx, now) => passOn(turn, { ...given, words, wordings }, tx, now);
}

async function passOn(
  turn: Turn,
  { number, words, wordings, inSession }: Given & { words: string; wordings: Wordings },
  tx: OneBusiness,
  now: Date,
): Promise<string> {
  await lockQuestions(tx);
  const question = await meantBy(tx, number);
  const obstacle = question ? obstacleTo(question) : aboutQuestions.noSuchQuestion(number);
  if (!question || obstacle !== null) return obstacle ?? '';
  const shop = await readShop(tx);
  const by = turn.conversationId;
  const relaying = { shop: shop.name, question, words, wordings, by, now };
  const { sent, unreachable } = await relay(tx, relaying);
  const missed = unreachable > 0 ? aboutQuestions.notSent(unreachable) : '';
  if (inSession && sent > 0) return missed;
  const offer =
    question.kind === 'question' ? await offerToSave(tx, turn, { question, words, shop }, now) : '';
  const parts = sent > 0 ? [aboutQuestions.sent(sent), missed, beginning(question)] : [missed];
  return [...parts, offer].filter((part) => part !== '').join('\n');
}

/** Who has asked for a person again since is written to in the talk that is open now. */
async function meantBy(tx: OneBusiness, number: number): Promise<Question | undefined> {
  const question = await findQuestion(tx, number);
  if (question?.kind !== 'person' || question.state === 'open') return question;
  const [asker] = await askersOf(tx, question.id);
  return (asker && (await personAskedBy(tx, asker.conversationId))) ?? question;
}

/** Who asked for a person may be written to as long as they can be reached. */
function obstacleTo(question: Question): string | null {
  if (question.state === 'open' || question.kind === 'person') return null;
  return question.state === 'skipped'
    ? aboutQuestions.droppedAlready(question)
    : aboutQuestions.answeredAlready(question);
}

const beginning = (question: Question) =>
  question.kind === 'person' && !(question.isWithPerson && question.repliedAt !== null)
    ? aboutQuestions.inSession(question)
    : '';

/** `!skip 12` */
export const skip: Act = (app, _turn, text) => {
  const number = readNumber(text);
  if (number === null) return say(aboutQuestions.howToSkip);
  return async (tx, now) => {
    await lockQuestions(tx);
    const question = await findQuestion(tx, number);
    if (!question) return aboutQuestions.noSuchQuestion(number);
    if (question.state !== 'open') return aboutQuestions.isAnsweredAlready(question);
    await moveQuestions(tx, [question.id], { state: 'skipped', dueAt: null });
    if (question.isWithPerson) {
      await giveBack(tx, question, now);
      return aboutQuestions.botAgain(question);
    }
    const told = await tellDropped(app, tx, question, now);
    return told === 0
      ? aboutQuestions.skipped(question)
      : aboutQuestions.skippedTold(question, told);
  };
};

/** `!bot`, `!bot 12`: the bot answers that customer again. */
export const bot: Act = (_app, _turn, text) => {
  const wanted = readNumber(text);
  return async (tx, now) => {
    await lockQuestions(tx);
    const all = await withPersonNow(tx);
    const meant = wanted === null ? all : all.filter(({ number }) => number === wanted);
    const [question] = meant;
    if (!question) return aboutQuestions.noSession;
    if (meant.length > 1) return aboutQuestions.whoIsBack(meant);
    await moveQuestions(tx, [question.id], { state: 'answered', dueAt: null });
    await giveBack(tx, question, now);
    return aboutQuestions.botAgain(question);
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
