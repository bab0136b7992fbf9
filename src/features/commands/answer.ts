import type { OneBusiness } from '#db/tables.ts';
import type { Turn } from '#features/conversations/turn.ts';
import { readShop } from '#features/questions/owners.ts';
import type { Question } from '#features/questions/queries.ts';
import {
  askersOf,
  findQuestion,
  lockQuestions,
  openQuestions,
  personAskedBy,
} from '#features/questions/queries.ts';
import { bare } from '#features/inbound/keywords.ts';
import { yesOrNo } from '#features/plain-words/read-answer.ts';
import { stillWaiting } from '#features/questions/dropped.ts';
import { relay, wordingsFor } from '#features/questions/relay.ts';
import type { Relaying, Wordings } from '#features/questions/relay.ts';
import { sentencesTo } from '#features/owner-sentences/sentences.ts';
import { lines } from '#features/questions/told-lines.ts';
import type { Act, CarryOut, Uses } from './act.ts';
import { say } from './act.ts';
import { lengthOf, preview } from './entry-text.ts';
import { LONGEST_ANSWER } from './offer-to-send.ts';
import { readNumber, readNumberAndText, unquoted } from './parse.ts';
import type { MayAnswer } from './hear.ts';
import type { SendAnswer } from './pending.ts';
import { askOwner, listIn } from './pending.ts';
import { offerToSave } from './save-answer.ts';

const sayTo = (turn: Turn) => sentencesTo(turn).questions;
const named = ({ text }: Question) => preview(text, 200);

/** `!answer 12 Yes, we do.` Without a number it is for the only question that is open. */
export const answer: Act = async (app, turn, text) => {
  const given = readNumberAndText(text);
  if (given) return answerNumber(app, turn, given);
  const number = readNumber(text);
  if (number !== null) return say(sayTo(turn).howToAnswer(number));
  const open = await app.db.asBusiness(turn.businessId, (tx) =>
    openQuestions(tx, { since: new Date(0), limit: 10 }),
  );
  const numbers = open.questions.map((question) => question.number);
  if (numbers.length === 0) return say(sayTo(turn).noneOpen);
  if (text.trim() === '') return say(sayTo(turn).howToAnswer(numbers[0] ?? 1));
  return reply(app, turn, { numbers, text });
};

export type Replying = {
  numbers: readonly number[];
  text: string;
  /** She writes to this customer for a while: not every line is confirmed. */
  inSession?: boolean;
  /** They could also be the answer to what we asked her. */
  isInstead?: boolean;
};

/** An owner's words about one of these questions: they go to who asked it; which one is asked where that is not clear. */
export function reply(app: Uses, turn: Turn, replying: Replying): CarryOut | Promise<CarryOut> {
  const { numbers, text } = replying;
  const [only] = numbers;
  if (only !== undefined && numbers.length === 1) {
    const { inSession = false, isInstead = false } = replying;
    return answerNumber(app, turn, { number: only, text, inSession, isInstead });
  }
  const given = itemNamedIn(text);
  if (given && numbers.includes(given.number)) return answerNumber(app, turn, given);
  return async (tx, now) => {
    const found = await Promise.all(numbers.map((number) => findQuestion(tx, number)));
    const open = found.filter((question) => question?.state === 'open') as Question[];
    if (open.length === 0) return sayTo(turn).noneOpen;
    const choices = { numbers: open.map(({ number }) => number), text, waiting: listIn(turn, now) };
    await askOwner(tx, turn, { kind: 'which-question', ...choices }, now);
    return sayTo(turn).whichOne(lines(sayTo(turn), open));
  };
}

const marked = /^\s*(?:\p{Nd}{1,6}\s*[.):,]|(?:#|no\.?\s|number\s)\s*\p{Nd})/iu;

/** The item of a list that a text is for, and the rest; null for "2 euros", which may well answer another one. */
function itemNamedIn(text: string) {
  const given = readNumberAndText(text);
  const [first = ''] = given?.text.split(/[\s,.!]/u) ?? [];
  const isSure = marked.test(text) || /^\p{Lu}/u.test(first) || yesOrNo(bare(first)) !== null;
  return isSure ? given : null;
}

/** Asks whether her words answer the customer's question of which she has just been told. */
export const askWhetherAnswer =
  (turn: Turn, { number, text, isStatement, older }: MayAnswer): CarryOut =>
  async (tx, now) => {
    const question = await findQuestion(tx, number);
    if (question?.state !== 'open') return sayTo(turn).noneOpen;
    const choices = { numbers: [number], text, isStatement, older, waiting: listIn(turn, now) };
    await askOwner(tx, turn, { kind: 'which-question', ...choices }, now);
    return sayTo(turn).isThatTheAnswer(preview(text, 300), number, named(question));
  };

/** Sends what is known now to everybody who asked it. */
export async function sendKnown(
  app: Uses,
  turn: Turn,
  { numbers, text }: SendAnswer,
): Promise<CarryOut> {
  const given = numbers.map((number) => answerNumber(app, turn, { number, text, isKnown: true }));
  const sendings = await Promise.all(given);
  return async (tx, now) => {
    const said: string[] = [];
    for (const send of sendings) said.push(await send(tx, now));
    return said.join('\n');
  };
}

/** What is known already is not offered to be saved. */
type Given = Omit<Replying, 'numbers'> & { number: number; isKnown?: boolean };

/** Passes the answer on; translated before the transaction, for that takes a while. */
export async function answerNumber(app: Uses, turn: Turn, given: Given): Promise<CarryOut> {
  const words = unquoted(given.text);
  if (lengthOf(words) > LONGEST_ANSWER) {
    return say(sayTo(turn).tooLongToSend(lengthOf(words), LONGEST_ANSWER));
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
  {
    number,
    words,
    wordings,
    inSession,
    isInstead,
    isKnown,
  }: Given & { words: string; wordings: Wordings },
  tx: OneBusiness,
  now: Date,
): Promise<string> {
  await lockQuestions(tx);
  const question = await meantBy(tx, number);
  const obstacle = question ? obstacleTo(turn, question) : sayTo(turn).noSuchQuestion(number);
  if (!question || obstacle !== null) return obstacle ?? '';
  const shop = await readShop(tx);
  const by = turn.conversationId;
  const relaying = { shop: shop.name, question, words, wordings, by, now };
  if (isKnown) return passOnKnown(tx, turn, relaying);
  const { sent, unreachable } = await relay(tx, relaying);
  const missed = missedBy(turn, unreachable);
  if (inSession && sent > 0) return isInstead ? sayTo(turn).forCustomer(question.number) : missed;
  const offer =
    question.kind === 'question' ? await offerToSave(tx, turn, { question, words, shop }, now) : '';
  const parts = sent > 0 ? [sentText(turn, sent), missed, beginning(turn, question)] : [missed];
  return [...parts, offer].filter((part) => part !== '').join('\n');
}

const sentText = (turn: Turn, count: number) =>
  count === 1 ? sayTo(turn).sent : sayTo(turn).sentToSeveral(count);

const missedBy = (turn: Turn, unreachable: number) =>
  unreachable > 0 ? sayTo(turn).notSent(unreachable) : '';

/** Who has asked again and found it known is not told once more. */
async function passOnKnown(tx: OneBusiness, turn: Turn, relaying: Relaying): Promise<string> {
  const askers = await stillWaiting(tx, relaying.question);
  const { sent, unreachable } = await relay(tx, { ...relaying, askers });
  if (askers.length === 0) return sayTo(turn).toldAlready(relaying.question.number);
  const parts = [sent > 0 ? sentText(turn, sent) : '', missedBy(turn, unreachable)];
  return parts.filter((part) => part !== '').join('\n');
}

/** Who has asked for a person again since is written to in the talk that is open now. */
async function meantBy(tx: OneBusiness, number: number): Promise<Question | undefined> {
  const question = await findQuestion(tx, number);
  if (question?.kind !== 'person' || question.state === 'open') return question;
  const [asker] = await askersOf(tx, question.id);
  return (asker && (await personAskedBy(tx, asker.conversationId))) ?? question;
}

/** Who asked for a person may be written to as long as they can be reached. */
function obstacleTo(turn: Turn, question: Question): string | null {
  if (question.state === 'open' || question.kind === 'person') return null;
  return question.state === 'skipped'
    ? sayTo(turn).droppedAlready(question.number)
    : sayTo(turn).answeredAlready(question.number, named(question));
}

const beginning = (turn: Turn, question: Question) =>
  question.kind === 'person' && !(question.isWithPerson && question.repliedAt !== null)
    ? sayTo(turn).inSession(question.number)
    : '';
