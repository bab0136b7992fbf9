import { randomUUID } from 'node:crypto';
import type { App } from '#app.ts';
import { answerQuestion } from '#features/answers/answer.ts';
import { takeOwnerTurn } from '#features/commands/owner-turn.ts';
import type { Leaving } from '#features/outbound/message.ts';
import type { Decision } from './decide.ts';
import { decide } from './decide.ts';
import { takeLobbyTurn } from './lobby.system.ts';
import { phrasesIn } from './phrases.ts';
import type { Settled } from './settle.ts';
import { LostTurn, REPLY_VALID_MS } from './settle.ts';
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
  | 'embedder'
  | 'vectors'
  | 'indexOf'
  | 'outbox'
  | 'channel'
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
  for (let round = 0; ; round++) {
    const decision = decide(turn, app.config.limits, app.clock.now());
    if (decision.kind === 'lobby') {
      return { ...(await takeLobbyTurn(app, turn, sendToken)), turn, sendToken };
    }
    if (decision.kind === 'owner') {
      return { ...(await takeOwnerTurn(app, turn, sendToken)), turn, sendToken };
    }
    const ending = await think(app, turn, decision);
    const isVoidWhenMoreWasSaid = round < RETHINKS;
    const settled = await store.settle({
      turn,
      ending: { ...ending, isVoidWhenMoreWasSaid },
      sendToken,
    });
    if (settled.isSettled) return { ...settled, turn, replies: ending.replies, sendToken };
    turn = withSpokenLanguage(await store.reload(turn));
  }
}

async function think(app: TurnUses, turn: Turn, decision: ThinkingDecision): Promise<Ending> {
  const throughId = turn.messages.at(-1)?.id ?? '0';
  const base = {
    throughId,
    isVoidWhenMoreWasSaid: true,
    isCounted: false,
    language: turn.keepsLanguage ? null : turn.language,
  };
  switch (decision.kind) {
    case 'stay-silent':
      return { ...base, outcome: decision.outcome ?? `silent:${decision.because}`, replies: [] };
    case 'say':
      return { ...base, ...said(turn, decision) };
    case 'answer':
      return { ...base, ...(await answered(app, turn, decision.question)), isCounted: true };
  }
}

type ThinkingDecision = Extract<Decision, { kind: 'stay-silent' | 'say' | 'answer' }>;

const said = (
  turn: Turn,
  { reply, outcome, tellsLimit, throughId, namesItself }: Extract<Decision, { kind: 'say' }>,
) => ({
  outcome,
  throughId,
  tellsLimit: tellsLimit ?? false,
  replies: [namesItself ? reply : introduced(turn, reply)],
});

async function answered(app: TurnUses, turn: Turn, question: string) {
  const { business } = turn;
  const reply = await answerQuestion(app, {
    businessId: turn.businessId,
    knowledgeVersion: business.knowledgeVersion,
    name: business.name,
    hours: business.hours,
    timeZone: business.timeZone,
    question,
    language: turn.language,
    history: turn.history,
  });
  const text = reply.kind === 'answered' ? reply.text : unknown(turn, question);
  const kind = reply.kind === 'answered' ? ('answer' as const) : ('unknown' as const);
  return {
    outcome: reply.kind === 'answered' ? 'answered' : 'unanswered',
    replies: [introduced(turn, { kind, text })],
  };
}

function unknown({ language, business }: Turn, question: string): string {
  const say = phrasesIn(language);
  return asksForPerson(question)
    ? say.noPerson(business.name, business.contactPhone)
    : say.unknown(business.contactPhone);
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

const leavingOf = (
  turn: Turn,
  { kind, text }: Reply,
  { id, token, now }: { id: string; token: string; now: Date },
): Leaving => ({
  id,
  token,
  businessId: turn.businessId,
  conversationId: turn.conversationId,
  channel: turn.channel,
  ourAddress: turn.ourAddress,
  theirSealed: turn.theirSealed,
  body: text,
  kind,
  attempts: 1,
  createdAt: now,
  validUntil: new Date(now.getTime() + REPLY_VALID_MS),
  isOptedOut: false,
  lastInboundAt: now,
});

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
