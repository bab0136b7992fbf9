import { randomUUID } from 'node:crypto';
import type { App } from '#app.ts';
import { answerQuestion } from '#features/answers/answer.ts';
import { takeOwnerTurn } from '#features/commands/owner-turn.ts';
import { hearMedia } from '#features/documents/hear-media.ts';
import { withAfterHours } from '#features/hours/after-hours.ts';
import type { Withdraw } from '#features/questions/ask.system.ts';
import { askTheOwner, keepForOwner } from '#features/questions/ask.system.ts';
import type { Effect } from '#features/questions/raise.ts';
import { askCallBack, handToPerson, passOn, takeBack } from '#features/questions/raise.ts';
import type { Decision } from './decide.ts';
import { decide, WHILE_PAUSED } from './decide.ts';
import { leavingOf } from './leaving.ts';
import { takeLobbyTurn } from './lobby.system.ts';
import { phrasesIn } from './phrases.ts';
import type { Settled, Settlement } from './settle.ts';
import { LostTurn, settleInside } from './settle.ts';
import { withSpokenLanguage } from './spoken.ts';
import type { TurnStore } from './turn-store.system.ts';
import type { Ending, Reply, Turn } from './turn.ts';
import { asksForPerson } from './who-is-writing.ts';

export type TurnUses = Pick<
  App,
  | 'config'
  | 'db'
  | 'clock'
  | 'log'
  | 'vault'
  | 'wakeups'
  | 'answerer'
  | 'understander'
  | 'embedder'
  | 'vectors'
  | 'formerIndex'
  | 'indexOf'
  | 'keptAnswers'
  | 'ledger'
  | 'outbox'
  | 'channel'
  | 'media'
  | 'files'
  | 'hearing'
  | 'seeing'
>;

const RETHINKS = 2;
const GIVE_UP_AFTER = 5;
const LONGEST_PAUSE_MS = 30_000;

/** Takes one turn: decides, thinks, writes, and hands the reply over. A fault is tried again, then apologised for. */
export async function takeTurn(app: TurnUses, store: TurnStore, turn: Turn): Promise<void> {
  try {
    sendWritten(app, await moveAndSettle(app, store, turn, randomUUID()));
  } catch (error) {
    if (error instanceof LostTurn) return;
    app.log.error('a turn failed', { error, conversation: turn.conversationId });
    await afterFault(app, store, turn);
  }
}

type Moved = Settled & { turn: Turn; replies: readonly Reply[]; sendToken: string };

async function moveAndSettle(
  app: TurnUses,
  store: TurnStore,
  first: Turn,
  sendToken: string,
): Promise<Moved> {
  let turn = withSpokenLanguage(first);
  for (let round = 0; ;) {
    const decision = decide(turn, app.config.limits, app.clock.now());
    if (decision.kind === 'hear') {
      turn = withSpokenLanguage(await hearMedia(app, turn, decision.messages));
      continue;
    }
    if (decision.kind === 'lobby') {
      return { ...(await takeLobbyTurn(app, turn, sendToken)), turn, sendToken };
    }
    if (decision.kind === 'owner') {
      return { ...(await takeOwnerTurn(app, turn, sendToken)), turn, sendToken };
    }
    const { effect, withdraw, ...thought } = await think(app, store, turn, decision);
    const ending = { ...thought, isVoidWhenMoreWasSaid: round++ < RETHINKS };
    const settlement = { turn, ending, sendToken };
    const settled = effect
      ? await settleWith(app, settlement, effect)
      : { ...(await store.settle(settlement)), replies: ending.replies };
    if (settled.isSettled) return { ...settled, turn, sendToken };
    const now = await store.reload(turn);
    await withdraw?.();
    turn = withSpokenLanguage(now);
  }
}

/** Settles in the transaction in which the owner is brought in: neither stands without the other. */
async function settleWith(
  app: TurnUses,
  { turn, ending, sendToken }: Settlement,
  effect: Effect,
): Promise<Settled & { replies: readonly Reply[] }> {
  try {
    const settled = await app.db.asBusiness(turn.businessId, async (tx) => {
      const now = app.clock.now();
      const { outcome, replies, namesItself } = await effect(tx, now);
      const said = namesItself ? replies : replies.map((reply) => introduced(turn, reply));
      const whole = { ...ending, outcome, replies: said };
      const result = await settleInside(tx, { turn, ending: whole, sendToken }, now);
      return { ...result, replies: said };
    });
    app.wakeups.wake('questions_due');
    app.wakeups.wake('outbound_due');
    return settled;
  } catch (error) {
    if (error instanceof LostTurn) return { isSettled: false, written: [], replies: [] };
    throw error;
  }
}

type Thought = Ending & { effect?: Effect | null; withdraw?: Withdraw | null };

async function think(
  app: TurnUses,
  store: TurnStore,
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

async function answered(app: TurnUses, store: TurnStore, turn: Turn, question: string) {
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
function introduced(turn: Turn, reply: Reply): Reply {
  const { business, isGreeted } = turn;
  if (isGreeted) return reply;
  const disclosure = phrasesIn(turn.language ?? business.language).disclosure(business.name);
  return { ...reply, text: `${disclosure} ${reply.text}` };
}

function sendWritten(app: TurnUses, { written, turn, replies, sendToken }: Moved): void {
  const now = app.clock.now();
  for (const { id, position, state } of written) {
    const reply = replies[position];
    if (state === 'sending' && reply) {
      app.outbox.send(leavingOf(turn, reply, { id, token: sendToken, now }));
    }
  }
  if (written.some(({ state }) => state === 'queued')) app.wakeups.wake('outbound_due');
}

/** Nobody is left in silence by a fault of ours: it is tried again, and in the end said. */
async function afterFault(app: TurnUses, store: TurnStore, turn: Turn): Promise<void> {
  const { business, attempts } = turn;
  if (attempts < GIVE_UP_AFTER) {
    const pauseMs = Math.min(LONGEST_PAUSE_MS, 500 * 2 ** attempts);
    await store.release(turn, new Date(app.clock.now().getTime() + pauseMs));
    return;
  }
  const text = phrasesIn(turn.language ?? business.language).sorry(business.contactPhone);
  const reply = introduced(turn, { kind: 'sorry', text });
  const ending: Ending = {
    outcome: 'failed',
    replies: turn.isOptedOut ? [] : [reply],
    throughId: turn.messages.at(-1)?.id ?? '0',
    isVoidWhenMoreWasSaid: false,
    isCounted: false,
  };
  const sendToken = randomUUID();
  const settled = await store.settle({ turn, ending, sendToken });
  sendWritten(app, { ...settled, turn, replies: ending.replies, sendToken });
}
