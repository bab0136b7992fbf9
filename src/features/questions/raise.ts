import type { OneBusiness } from '#db/tables.ts';
import { closeQuestion } from '#features/commands/queries.ts';
import { phrasesIn } from '#features/conversations/phrases.ts';
import { withAfterHours } from '#features/hours/after-hours.ts';
import type { Ending, Reply, Turn, TurnMessage } from '#features/conversations/turn.ts';
import type { CallOffer } from '#features/conversations/with-owner.ts';
import { preview } from '#features/commands/entry-text.ts';
import { WHO } from '#features/outbound/message.ts';
import type { OwnerSentences } from '#features/owner-sentences/sentences.ts';
import { later } from './deadline.ts';
import { readShop, sentencesFor } from './owners.ts';
import type { OwnerLine, Shop } from './owners.ts';
import type { Put } from './put.ts';
import { putQuestion } from './put.ts';
import type { Question } from './queries.ts';
import {
  lastWriterTo,
  lockQuestions,
  moveQuestions,
  personAskedBy,
  setWithPerson,
} from './queries.ts';
import type { Way } from './reach.ts';
import { LONGEST_TOLD, passedOnText } from './told-lines.ts';
import type { TellUses } from './tell-owner.ts';
import { tellOwner, wayTo } from './tell-owner.ts';
import { failedWays } from './told.ts';
import { callerOf, hasPhone, nameOf } from './who.ts';

/** What is left to do in the transaction that settles a customer's turn, and what is said then. */
export type Effect = (
  tx: OneBusiness,
  now: Date,
) => Promise<Pick<Ending, 'outcome' | 'replies'> & { namesItself?: boolean }>;

/** Several questions within this time reach the owner as one list. */
export const GATHER_MS = 60_000;
/** When to look whether a message to the owner went out. */
export const LOOK_MS = 5_000;
export const QUIET_MS = 30 * 60_000;

/** As a question is kept. */
export const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();
const reply = (kind: Reply['kind'], text: string): Reply[] => [{ kind, text }];

type Wish = {
  kind: 'person' | 'call-back';
  text: string;
  way: Way | null;
  now: Date;
  dueMs: number;
};

const put = (
  tx: OneBusiness,
  { businessId, conversationId, language }: Turn,
  { kind, text, way, now, dueMs }: Wish,
): Promise<Put> =>
  putQuestion(tx, {
    ...{ businessId, conversationId, language, kind, now },
    text: oneLine(text),
    likeness: `${kind} ${conversationId}`,
    dueAt: way ? later(now, dueMs) : null,
  });

/** Hands the customer over to the owner, if she can be reached; the bot is quiet with them until it is given back. */
export const handToPerson =
  (app: TellUses, turn: Turn, words: string): Effect =>
  async (tx, now) => {
    await lockQuestions(tx);
    const shop = await readShop(tx);
    const say = phrasesIn(turn.language);
    const way = shop.isPaused ? null : wayTo(app, shop, now);
    const wish = await put(tx, turn, { kind: 'person', text: words, way, now, dueMs: LOOK_MS });
    const telling = wantsPerson(app, turn, words, { shop, way, number: wish.number });
    const messageId = way ? await tellOwner(app, tx, { shop, way, telling, now }) : null;
    if (messageId === null) {
      await moveQuestions(tx, [wish.id], { stage: 'kept', dueAt: null });
      const sentence = `${say.noPerson(shop.name, shop.contactPhone)} ${say.noted(shop.name)}`;
      const noted = withAfterHours(sentence, shop, { language: turn.language, now });
      return { outcome: 'unanswered', replies: reply('unknown', noted), namesItself: true };
    }
    const step = { stage: 'telling', dueAt: later(now, LOOK_MS), messageId } as const;
    await moveQuestions(tx, [wish.id], { ...step, repliedAt: null });
    await setWithPerson(tx, turn.conversationId, now);
    const said = withAfterHours(say.toPerson(shop.name), shop, { language: turn.language, now });
    return { outcome: 'unanswered', replies: reply('unknown', said) };
  };

type ToTell = { shop: Shop; way: Way | null; number: number };

function wantsPerson(
  { vault }: TellUses,
  turn: Turn,
  words: string,
  { shop, way, number }: ToTell,
) {
  const to = sentencesFor(shop, way);
  const said = oneLine(words);
  const canQuote = way?.channel !== 'sms';
  const text = to.questions.person(shop.name, WHO, number, preview(said, LONGEST_TOLD), canQuote);
  const brief = `${number}. ${WHO}: ${said}`;
  return { text, brief, questions: [number], who: callerOf(vault, turn, to) };
}

/** Passes on to the owner what a customer writes who is with a person; who cannot be passed on is given back to the bot, and told. */
export const passOn =
  (app: TellUses, turn: Turn): Effect =>
  async (tx, now) => {
    await lockQuestions(tx);
    const shop = await readShop(tx);
    const question = await personAskedBy(tx, turn.conversationId);
    const writer = await lastWriterTo(tx, turn.conversationId);
    const isWriter = ({ conversationId }: OwnerLine) => conversationId === writer;
    const owners = shop.owners.toSorted((a, b) => Number(isWriter(b)) - Number(isWriter(a)));
    const failed = question ? await failedWays(tx, [question.number], now) : [];
    const way = wayTo(app, { ...shop, owners }, now, failed);
    const messageId =
      question && way?.by === 'text'
        ? await tellOwner(app, tx, {
            shop,
            way,
            telling: passed(app, turn, question, sentencesFor(shop, way)),
            now,
          })
        : null;
    if (!question || messageId === null) return unreachable(tx, turn, { shop, question });
    const isTalk = question.repliedAt !== null && question.stage !== 'telling';
    if (isTalk) await moveQuestions(tx, [question.id], { dueAt: later(now, QUIET_MS) });
    return { outcome: 'forwarded', replies: [] };
  };

/** What a person can be told of a message; of what cannot be passed on at least that it came. */
function wordsOf({ body, details }: TurnMessage, say: OwnerSentences): string {
  const { wrotePicture, wroteOther } = say.questions;
  if ((details?.media?.length ?? 0) > 0) return `${body} ${wrotePicture}`.trim();
  return body === '' ? wroteOther : body;
}

function passed({ vault }: TellUses, turn: Turn, { number }: Question, say: OwnerSentences) {
  const words = turn.messages.map((message) => wordsOf(message, say)).join('\n');
  const text = passedOnText(number, words);
  return { text, brief: text, questions: [number], who: nameOf(vault, turn, say), words };
}

/** The words that she could not get are kept for the owner. */
async function unreachable(
  tx: OneBusiness,
  turn: Turn,
  { shop, question }: { shop: Shop; question: Question | undefined },
) {
  if (question) {
    const say = sentencesFor(shop, null);
    const words = turn.messages.map((message) => wordsOf(message, say));
    const kept = oneLine(words.join(' '));
    await moveQuestions(tx, [question.id], { stage: 'kept', dueAt: null, text: kept });
  }
  await setWithPerson(tx, turn.conversationId, null);
  const text = phrasesIn(turn.language).nobodyFree(shop.name, shop.contactPhone);
  return { outcome: 'unanswered', replies: reply('unknown', text) };
}

/** The customer wants the bot back; the owner is told. */
export const takeBack =
  (app: TellUses, turn: Turn): Effect =>
  async (tx, now) => {
    await lockQuestions(tx);
    const shop = await readShop(tx);
    const question = await personAskedBy(tx, turn.conversationId);
    const way = wayTo(app, shop, now);
    if (question) {
      const text = sentencesFor(shop, way).questions.tookBack(question.number);
      const telling = { text, brief: text, questions: [] };
      if (way?.by === 'text') await tellOwner(app, tx, { shop, way, telling, now });
      await moveQuestions(tx, [question.id], { state: 'answered', dueAt: null });
    }
    await setWithPerson(tx, turn.conversationId, null);
    return {
      outcome: 'small-talk',
      replies: reply('small-talk', phrasesIn(turn.language).botAgain(shop.name)),
    };
  };

/** The customer accepted to be called back about a question; the owner gets their number. */
export const askCallBack =
  (app: TellUses, turn: Turn): Effect =>
  async (tx, now) => {
    await lockQuestions(tx);
    await closeQuestion(tx, turn.conversationId);
    const { about } = (turn.pending?.choices ?? { about: '' }) as Pick<CallOffer, 'about'>;
    const shop = await readShop(tx);
    const say = phrasesIn(turn.language);
    if (!hasPhone(app.vault, turn)) {
      const text = say.cannotCall(shop.name, shop.contactPhone);
      return { outcome: 'unanswered', replies: reply('unknown', text) };
    }
    const way = wayTo(app, shop, now);
    await put(tx, turn, { kind: 'call-back', text: about, way, now, dueMs: 0 });
    const text = way ? say.callBackAsked(shop.name) : say.callBackNoted(shop.name);
    return { outcome: 'unanswered', replies: reply('unknown', text) };
  };
