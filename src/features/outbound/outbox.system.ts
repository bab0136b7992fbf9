import { randomUUID } from 'node:crypto';
import type { App } from '#app.ts';
import { meters } from '#features/health/meters.ts';
import type { ClaimLoop } from '#platform/claim-loop.ts';
import { claimLoop } from '#platform/claim-loop.ts';
import { rememberingVault } from '#platform/crypto.ts';
import type { Uncertain } from './claims.system.ts';
import { circumstances } from './circumstances.system.ts';
import { claimLeaving, claimUncertain, ownSids, renewLeaving } from './claims.system.ts';
import type { Mark } from './marks.system.ts';
import { marker } from './marks.system.ts';
import type { Leaving } from './message.ts';
import { reconcile } from './reconcile.ts';
import { createPacer } from './pacer.ts';
import { pacedLoop } from './pacing.system.ts';
import { handOver } from './send.ts';

type Uses = Pick<
  App,
  | 'db'
  | 'clock'
  | 'config'
  | 'channel'
  | 'vault'
  | 'wakeups'
  | 'messageLane'
  | 'log'
  | 'accountSid'
  | 'publicUrl'
  | 'senders'
>;

export type Outbox = {
  /** Hands over a message that was claimed when it was written. */
  send: (message: Leaving) => void;
  start: () => void;
  /** Sends and reconciles until nothing is due; for tests. */
  drain: () => Promise<number>;
  /** The same without waiting for what is in hand. */
  drainDue: () => Promise<number>;
  stop: () => Promise<void>;
};

const AT_ONCE = 48;
const POLL_MS = 500;
const RENEW_MS = 3_000;

type ClaimOf = (limit: number) => { limit: number; token: string; now: Date };

/** Everything on its way to the carrier: what was just written, what is due, and what nobody knows the fate of. */
export function createOutbox(given: Uses): Outbox {
  const app = {
    ...given,
    vault: rememberingVault(given.vault),
    pacer: createPacer(),
    circumstancesOf: circumstances(given),
  };
  const record = recorder(app);
  const hands = inHands(app, async (message) => record(await handOver(app, message)));
  const claim: ClaimOf = (limit) => ({ limit, token: randomUUID(), now: app.clock.now() });
  const loops = [
    replyLoop(app, claim, hands.take),
    pacedLoop(app, hands.take),
    reconcileLoop(app, claim, record),
  ];
  let timer: NodeJS.Timeout | undefined;
  const drainDue = async () => {
    let count = 0;
    for (const loop of loops) count += await loop.drain();
    return count;
  };

  return {
    send: (message) => void hands.take(message),
    start() {
      loops.forEach((loop) => loop.start());
      timer = setInterval(hands.renew, RENEW_MS);
    },
    async drain() {
      await hands.empty();
      return drainDue();
    },
    drainDue,
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
      await hands.empty();
      clearInterval(timer);
    },
  };
}

function replyLoop(
  { db, log, wakeups }: Uses,
  claim: ClaimOf,
  handle: (message: Leaving) => Promise<void>,
): ClaimLoop<Leaving> {
  const loop = claimLoop<Leaving>({
    name: 'sending',
    concurrency: AT_ONCE,
    pollMs: POLL_MS,
    claim: (limit) => db.asSystem((tx) => claimLeaving(tx, claim(limit))),
    handle,
    log,
  });
  wakeups.on('outbound_due', loop.wake);
  return loop;
}

function recorder(app: Uses) {
  const mark = marker(app);
  return async (outcome: Mark): Promise<void> => {
    count(outcome);
    if (outcome.state === 'failed' || outcome.state === 'expired') {
      const { id, businessId } = outcome.message;
      app.log.warn('a message was not sent', { id, business: businessId, code: outcome.errorCode });
    }
    await mark(outcome);
  };
}

function count({ state, message: { channel } }: Mark) {
  if (state === 'handed-over') meters.messageSent(channel);
  else if (state !== 'queued' && state !== 'unknown') meters.messageFailed(channel, state);
}

/** The messages that are being handed over at this moment, whose leases must be kept. */
function inHands(app: Uses, deliver: (message: Leaving) => Promise<void>) {
  const held = new Map<Leaving, Promise<void>>();
  return {
    take: (message: Leaving): Promise<void> => {
      const done = deliver(message)
        .catch((error: unknown) => {
          app.log.error('a hand-over failed', { error });
        })
        .finally(() => held.delete(message));
      held.set(message, done);
      return done;
    },
    renew: () => {
      if (held.size === 0) return;
      app.db
        .asSystem((tx) => renewLeaving(tx, [...held.keys()], app.clock.now()))
        .catch((error: unknown) => {
          app.log.warn('leases not renewed', { reason: String(error) });
        });
    },
    empty: async () => {
      while (held.size > 0) await Promise.all(held.values());
    },
  };
}

function reconcileLoop(
  app: Uses,
  claim: ClaimOf,
  record: (mark: Mark) => Promise<void>,
): ClaimLoop<Uncertain> {
  const find = {
    ...app,
    ownSids: (sids: readonly string[]) => app.db.asSystem((tx) => ownSids(tx, sids)),
  };
  return claimLoop<Uncertain>({
    name: 'reconciling',
    concurrency: 8,
    pollMs: POLL_MS,
    claim: (limit) => app.db.asSystem((tx) => claimUncertain(tx, claim(limit))),
    async handle(message) {
      const outcome = await reconcile(find, message);
      await record(outcome);
      if (outcome.state === 'queued') app.wakeups.wake('outbound_due');
    },
    log: app.log,
  });
}
