import { randomUUID } from 'node:crypto';
import type { App } from '#app.ts';
import type { ClaimLoop } from '#platform/claim-loop.ts';
import { claimLoop } from '#platform/claim-loop.ts';
import type { Leaving } from './message.ts';
import type { Line } from './paced.system.ts';
import { claimPaced, linesWaiting } from './paced.system.ts';
import type { Pacer } from './pacer.ts';
import { senderKey } from './pacer.ts';
import { unitsOf } from './units.ts';

type Uses = Pick<App, 'db' | 'clock' | 'wakeups' | 'log' | 'senders'> & { pacer: Pacer };

const AT_ONCE = 32;
const TICK_MS = 20;
const LOOK_MS = 500;

/** The loop that lets leave what nobody waits for, each number as fast as it may and none before the others. */
export function pacedLoop(
  app: Uses,
  handle: (message: Leaving) => Promise<void>,
): ClaimLoop<Leaving> {
  const { db, clock, wakeups, log } = app;
  const waiting = linesKept(() => db.asSystem((tx) => linesWaiting(tx, clock.now())));
  const loop = claimLoop<Leaving>({
    name: 'sending unasked',
    concurrency: AT_ONCE,
    pollMs: TICK_MS,
    claim: claimer(app, waiting),
    handle,
    log,
  });
  wakeups.on('paced_due', () => {
    waiting.look();
    loop.wake();
  });
  const drain = () => {
    waiting.look();
    return loop.drain();
  };
  return { ...loop, drain };
}

function claimer({ db, clock, senders, pacer }: Uses, waiting: ReturnType<typeof linesKept>) {
  const rateOf = ({ channel, ourAddress }: Line) => senders.of(channel, ourAddress).rate;
  let turn = 0;
  return async (limit: number): Promise<Leaving[]> => {
    await senders.refresh({ sends: true });
    const lines = await waiting.lines();
    const now = clock.now();
    const roomOf = (line: Line) => pacer.room(senderKey(line), rateOf(line), now.getTime());
    const rooms = shared(rotated(lines, turn), roomOf, limit);
    if (rooms.length === 0) return [];
    turn += rooms.length;
    const claimed = await db.asSystem((tx) => claimPaced(tx, { rooms, token: randomUUID(), now }));
    if (claimed.length === 0) waiting.look();
    for (const message of claimed)
      pacer.charge(senderKey(message), rateOf(message), unitsOf(message), now.getTime());
    return claimed;
  };
}

/** Asks which numbers have something waiting no more often than necessary: the loop ticks far more often. */
function linesKept(read: () => Promise<Line[]>) {
  let kept: Line[] = [];
  let readAt = -Infinity;
  return {
    look: () => void (readAt = -Infinity),
    async lines(): Promise<Line[]> {
      if (performance.now() - readAt < LOOK_MS) return kept;
      readAt = performance.now();
      kept = await read();
      return kept;
    },
  };
}

const rotated = <T>(items: readonly T[], by: number): T[] => {
  const start = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
};

/** One of each line that has room, and then of those with more, as long as there are hands. */
export function shared(
  lines: readonly Line[],
  roomOf: (line: Line) => number,
  hands: number,
): (Line & { room: number })[] {
  const rooms = lines
    .map((line) => ({ ...line, most: roomOf(line) }))
    .filter(({ most }) => most > 0)
    .slice(0, hands);
  let left = hands - rooms.length;
  return rooms.map(({ most, ...line }) => {
    const more = Math.min(left, most - 1);
    left -= more;
    return { ...line, room: 1 + more };
  });
}
