import { offerToSave } from '#features/commands/save-answer.ts';
import { stillWaiting } from '#features/questions/dropped.ts';
import * as owners from '#features/questions/owners.ts';
import { putQuestion } from '#features/questions/put.ts';
import * as questions from '#features/questions/queries.ts';
import { relay } from '#features/questions/relay.ts';
import * as told from '#features/questions/told.ts';
import { writeMessage } from '#features/questions/write.ts';
import type { Case, Theirs } from './case.ts';
import { refused } from './case.ts';

const now = new Date();
const stages = ['waiting', 'telling', 'told', 'reminded', 'kept', 'over'] as const;
const stranger = { personIndex: 'a stranger', phoneSealed: 'x' };

const theirQuestion = ({ questionId }: Theirs): questions.Question => ({
  ...{ id: questionId, number: 1, kind: 'person', text: 'stolen', state: 'open', stage: 'told' },
  ...{ count: 1, lastAskedAt: now, toldAt: now, repliedAt: null, isWithPerson: false },
});

const line = { channel: 'sms', ourAddress: '+1', theirSealed: 'x', kind: 'answer' } as const;

/** The same for what customers asked their owners. */
export const questionCases: Record<string, Case> = {
  'commands/save-answer.ts offerToSave': async (tx, theirs) => {
    const shop = { ...(await owners.readShop(tx)), learns: false };
    const question = theirQuestion(theirs);
    return refused(offerToSave(tx, theirs.turn, { question, words: 'stolen', shop }, now));
  },
  'questions/owners.ts readShop': async (tx) =>
    [(await owners.readShop(tx)).name].filter((name) => name !== 'Pizza Palace'),
  'questions/owners.ts openOwnerConversation': (tx) =>
    owners
      .openOwnerConversation(tx, stranger, { channel: 'sms', ourAddress: '+1', now })
      .then(() => []),
  'questions/queries.ts answeredSince': (tx, { questionId }) =>
    questions.answeredSince(tx, questionId),
  'questions/queries.ts askersOf': (tx, { questionId }) => questions.askersOf(tx, questionId),
  'questions/queries.ts awakenKept': (tx) => questions.awakenKept(tx, now),
  'questions/queries.ts claimedQuestions': (tx, { token }) => questions.claimedQuestions(tx, token),
  'questions/told.ts latelyTold': async (tx, { conversationId }) =>
    Object.values(await told.latelyTold(tx, conversationId, new Date(0))).filter(Boolean),
  'questions/told.ts takeLostWords': (tx) => told.takeLostWords(tx, 1, new Date(0)),
  'questions/dropped.ts stillWaiting': (tx, { questionId }) =>
    stillWaiting(tx, { id: questionId, text: 'stolen' }),
  'questions/told.ts hasJustHeard': async (tx, { conversationId }) =>
    [await told.hasJustHeard(tx, conversationId, 'stolen')].filter(Boolean),
  'questions/told.ts failedWays': (tx) => told.failedWays(tx, [1], new Date(0)),
  'questions/queries.ts findQuestion': (tx) => questions.findQuestion(tx, 1),
  'questions/queries.ts lockQuestions': (tx) => questions.lockQuestions(tx).then(() => []),
  'questions/queries.ts lastWriterTo': async (tx, { conversationId }) =>
    [await questions.lastWriterTo(tx, conversationId)].filter(Boolean),
  'questions/queries.ts moveQuestions': (tx, { questionId }) =>
    questions.moveQuestions(tx, [questionId], { state: 'answered', dueAt: null }),
  'questions/queries.ts openQuestions': async (tx) =>
    (await questions.openQuestions(tx, { since: new Date(0), limit: 10 })).questions,
  'questions/queries.ts personAskedBy': (tx, { conversationId }) =>
    questions.personAskedBy(tx, conversationId),
  'questions/put.ts putQuestion': (tx, { businessId, conversationId }) =>
    putQuestion(tx, {
      ...{ businessId, conversationId, language: 'en', kind: 'question', text: 'x' },
      ...{ likeness: 'x', dueAt: null, now },
    }).catch(() => []),
  'questions/queries.ts questionsIn': (tx) => questions.questionsIn(tx, stages),
  'questions/queries.ts setWithPerson': (tx, { conversationId }) =>
    questions.setWithPerson(tx, conversationId, now),
  'questions/queries.ts withPersonNow': (tx) => questions.withPersonNow(tx),
  'questions/relay.ts relay': async (tx, theirs) => {
    const question = theirQuestion(theirs);
    const about = {
      shop: 'x',
      question,
      words: 'stolen',
      wordings: new Map<string, string>(),
      by: 'x',
      now,
    };
    const { sent, unreachable } = await relay(tx, about);
    return sent + unreachable;
  },
  'questions/write.ts writeMessage': (tx, { conversationId }) =>
    writeMessage(tx, { ...line, conversationId, text: 'stolen' }, now),
};
