import type { App } from '#app.ts';
import { answerQuestion } from '#features/answers/answer.ts';
import { consentEffect } from '#features/consent/effects.ts';
import { withAfterHours } from '#features/hours/after-hours.ts';
import type { Withdraw } from '#features/questions/ask.system.ts';
import { askTheOwner, keepForOwner } from '#features/questions/ask.system.ts';
import type { Effect } from '#features/questions/raise.ts';
import { askCallBack, handToPerson, passOn, takeBack } from '#features/questions/raise.ts';
import type { Decision } from './decide.ts';
import { WHILE_PAUSED } from './decide.ts';
import { phrasesIn } from './phrases.ts';
import type { Ending, Reply, Turn } from './turn.ts';
import { asksForPerson } from './who-is-writing.ts';

export type TurnUses = Pick<
  App,
  | 'config'
  | 'db'
  | 'clock'
  | 'log'
  | 'vault'
  | 'suppressor'
  | 'wakeups'
  | 'answerer'
  | 'understander'
  | 'embedder'
  | 'vectors'
  | 'formerIndex'
  | 'indexOf'
  | 'keptAnswers'
  | 'ledger'
  | 'means'
  | 'outbox'
  | 'channel'
  | 'media'
  | 'files'
  | 'hearing'
  | 'seeing'
>;

/** Reads what was said before, where a question leans on it. */
type Talks = { history: (turn: Turn, question: string) => Promise<Turn['history']> };

type Thought = Ending & { effect?: Effect | null; withdraw?: Withdraw | null };

/** What is said to a decision, and what must be done with it; the slow part of a turn, outside any transaction. */
export async function think(
  app: TurnUses,
  store: Talks,
  turn: Turn,
  decision: ThinkingDecision,
): Promise<Thought> {
  const throughId = turn.messages.at(-1)?.id ?? '0';
  const base = {
    throughId,
    isVoidWhenMoreWasSaid: true,
    isCounted: false,
    language: turn.keepsLanguage ? null : turn.language,
  };
  switch (decision.kind) {
    case 'stay-silent':
      return withKept(app, turn, {
        ...{ ...base, throughId: decision.throughId ?? throughId },
        outcome: decision.outcome ?? `silent:${decision.because}`,
        replies: [],
      });
    case 'say':
      return withKept(app, turn, { ...base, ...said(turn, decision) });
    case 'consent': {
      const effect = consentEffect(app, turn, decision.wish);
      return { ...base, outcome: 'consent', replies: [], effect };
    }
    case 'to-owner': {
      const effect = effectOf(app, turn, decision);
      return { ...base, outcome: 'unanswered', replies: [], isCounted: true, effect };
    }
    case 'answer':
      return { ...base, ...(await answered(app, store, turn, decision.question)), isCounted: true };
  }
}

type ThinkingDecision = Exclude<Decision, { kind: 'lobby' | 'owner' | 'hear' }>;

/** What was asked while answers were paused is kept for the owner. */
async function withKept(app: TurnUses, turn: Turn, ending: Ending): Promise<Thought> {
  if (ending.outcome !== WHILE_PAUSED) return ending;
  return { ...ending, withdraw: await keepForOwner(app, turn, wordsOf(turn)) };
}

const wordsOf = ({ messages }: Turn) => messages.map(({ body }) => body).join('\n');

function effectOf(
  app: TurnUses,
  turn: Turn,
  { wish, question }: Extract<Decision, { kind: 'to-owner' }>,
): Effect {
  switch (wish) {
    case 'person':
      return handToPerson(app, turn, question);
    case 'call-back':
      return askCallBack(app, turn);
    case 'pass-on':
      return passOn(app, turn);
    case 'bot-back':
      return takeBack(app, turn);
  }
}

const said = (
  turn: Turn,
  { reply, outcome, tellsLimit, throughId, namesItself }: Extract<Decision, { kind: 'say' }>,
) => ({
  outcome,
  throughId,
  tellsLimit: tellsLimit ?? false,
  replies: [namesItself ? reply : introduced(turn, reply)],
});

async function answered(app: TurnUses, store: Talks, turn: Turn, question: string) {
  const { business } = turn;
  const reply = await answerQuestion(app, {
    businessId: turn.businessId,
    knowledgeVersion: business.knowledgeVersion,
    name: business.name,
    hours: business.hours,
    specialDays: business.specialDays,
    country: business.country,
    timeZone: business.timeZone,
    question,
    language: turn.language,
    history: await store.history(turn, question),
  });
  if (reply.kind === 'answered') {
    const { text } = reply;
    return { outcome: 'answered', replies: [introduced(turn, { kind: 'answer', text })] };
  }
  return asksForPerson(question)
    ? { outcome: 'unanswered', replies: [], effect: handToPerson(app, turn, question) }
    : unanswered(app, turn, reply.question);
}

async function unanswered(app: TurnUses, turn: Turn, question: string) {
  const { business, language } = turn;
  const asked = await askTheOwner(app, turn, question);
  const now = app.clock.now();
  const unknown = phrasesIn(language).unknown(business.contactPhone);
  const text = asked?.sentence ?? withAfterHours(unknown, business, { language, now });
  return {
    outcome: 'unanswered',
    replies: [introduced(turn, { kind: 'unknown', text })],
    withdraw: asked?.withdraw ?? null,
  };
}

/** On the first contact the reply says that a machine is writing. */
export function introduced(turn: Turn, reply: Reply): Reply {
  const { business, isGreeted } = turn;
  if (isGreeted) return reply;
  const disclosure = phrasesIn(turn.language ?? business.language).disclosure(business.name);
  return { ...reply, text: `${disclosure} ${reply.text}` };
}
