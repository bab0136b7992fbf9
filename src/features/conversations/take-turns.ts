import { randomUUID } from 'node:crypto';
import { takeOwnerTurn } from '#features/commands/owner-turn.ts';
import { hearMedia } from '#features/documents/hear-media.ts';
import type { Effect } from '#features/questions/raise.ts';
import { decide } from './decide.ts';
import { leavingOf } from './leaving.ts';
import { takeLobbyTurn } from './lobby.system.ts';
import { phrasesIn } from './phrases.ts';
import type { Settled, Settlement } from './settle.ts';
import { LostTurn, settleInside } from './settle.ts';
import { withSpokenLanguage } from './spoken.ts';
import type { TurnUses } from './think.ts';
import { introduced, think } from './think.ts';
import type { TurnStore } from './turn-store.system.ts';
import type { Ending, Reply, Turn } from './turn.ts';

const RETHINKS = 2;
const GIVE_UP_AFTER = 5;
const LONGEST_PAUSE_MS = 30_000;

/** Takes one turn: decides, thinks, writes, and hands the reply over. A fault is tried again, then apologised for. */
export async function takeTurn(given: TurnUses, store: TurnStore, turn: Turn): Promise<void> {
  const app = await given.means.within(given, turn.businessId);
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
  let asRead = first;
  let turn = withSpokenLanguage(asRead);
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
      return { ...(await takeOwnerTurn(app, asRead, sendToken)), turn, sendToken };
    }
    const { effect, withdraw, ...thought } = await think(app, store, turn, decision);
    const ending = { ...thought, isVoidWhenMoreWasSaid: round++ < RETHINKS };
    const settlement = { turn, ending, sendToken };
    const settled = effect
      ? await settleWith(app, settlement, effect)
      : { ...(await store.settle(settlement)), replies: ending.replies };
    if (settled.isSettled) return { ...settled, turn, sendToken };
    asRead = await store.reload(turn);
    await withdraw?.();
    turn = withSpokenLanguage(asRead);
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
