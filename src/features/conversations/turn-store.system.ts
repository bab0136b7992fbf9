import { randomUUID } from 'node:crypto';
import type { App } from '#app.ts';
import { leansOnTalk } from '#features/answers/follow-up.ts';
import { inBatches } from '#platform/batch.ts';
import type { ClaimLoop } from '#platform/claim-loop.ts';
import { claimLoop } from '#platform/claim-loop.ts';
import type { Settled, Settlement } from './settle.ts';
import { LostTurn, readSettled, settleStatement } from './settle.ts';
import type { TurnUses } from './think.ts';
import { takeTurn } from './take-turns.ts';
import type { Turn } from './turn.ts';
import {
  claimWithHistory,
  claimWithoutHistory,
  releaseTurn,
  renewTurns,
  saidStatement,
  toTurn,
  turnStatement,
} from './turns.system.ts';

/** Reading and ending turns across businesses, many in one statement. */
export type TurnStore = {
  claim: (limit: number) => Promise<Turn[]>;
  settle: (settlement: Settlement) => Promise<Settled>;
  /** Reads a turn again; throws `LostTurn` when it is no longer ours. */
  reload: (turn: Turn) => Promise<Turn>;
  /** What was said before a question, oldest first; without a model it is read only for one that leans on it. */
  history: (turn: Turn, question: string) => Promise<Turn['history']>;
  release: (turn: Turn, at: Date) => Promise<void>;
  renew: (turns: readonly Turn[]) => Promise<void>;
};

type Uses = Pick<App, 'db' | 'clock' | 'answerer'>;

const SETTLED_AT_ONCE = 2;

export function turnStore({ db, clock, answerer }: Uses): TurnStore {
  const withHistory = answerer !== null;
  const claimStatement = withHistory ? claimWithHistory : claimWithoutHistory;
  const settle = inBatches(
    async (settlements: Settlement[]) => {
      const rows = await db.runAsSystem(settleStatement({ settlements, now: clock.now() }));
      return readSettled(settlements, rows);
    },
    { atOnce: SETTLED_AT_ONCE },
  );

  return {
    async claim(limit) {
      const claim = { limit, token: randomUUID(), now: clock.now() };
      return (await db.runAsSystem(claimStatement(claim))).map(toTurn);
    },
    settle,
    async reload({ conversationId, token }) {
      const [row] = await db.runAsSystem(turnStatement(conversationId, withHistory));
      if (row?.token !== token) throw new LostTurn();
      return toTurn(row);
    },
    async history({ conversationId, history }, question) {
      if (withHistory || !leansOnTalk(question)) return history;
      const said = await db.runAsSystem(saidStatement(conversationId, clock.now()));
      return said.map(({ text }) => ({ from: 'customer', text }));
    },
    async release(turn, at) {
      await db.asSystem((tx) => releaseTurn(tx, turn, at));
    },
    async renew(turns) {
      await db.asSystem((tx) => renewTurns(tx, turns, clock.now()));
    },
  };
}

/** A model thinks for seconds and costs us nothing meanwhile; the built-in engine thinks at once. */
const AT_ONCE = { withModel: 400, builtIn: 64 };
const POLL_MS = 500;

/** The loop that answers: claims conversations that need attention and takes their turns. */
export function turnLoop(app: TurnUses): ClaimLoop<Turn> {
  const store = turnStore(app);
  const loop = claimLoop<Turn>({
    name: 'taking turns',
    concurrency: app.answerer ? AT_ONCE.withModel : AT_ONCE.builtIn,
    pollMs: POLL_MS,
    claim: store.claim,
    handle: (turn) => takeTurn(app, store, turn),
    renew: store.renew,
    log: app.log,
  });
  app.wakeups.on('attention_due', loop.wake);
  return loop;
}
