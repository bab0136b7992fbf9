import type { ChannelKind } from '#ports.ts';

/** How fast a sender may send: units a second (messages; on SMS segments). */
export type Rate = number;

export type Pacer = {
  /** How many units may leave by this sender now without being too fast. */
  room: (sender: string, rate: Rate, now: number) => number;
  /** Counts what leaves. */
  charge: (sender: string, rate: Rate, units: number, now: number) => void;
  /** Milliseconds until a reply may leave by it: they may run into debt for a while, which all else then waits for. */
  waitOfReply: (sender: string, now: number) => number;
};

/** So much may leave ahead of its time. */
const CREDIT_MS = 250;
/** Who was let wait by us for so long at most catches up; who had nothing to send does not. */
const LATE_MS = 1_000;
const DEBT_MS = 5_000;
const MOST_SENDERS = 10_000;

/** Generic cell rate algorithm: of each sender only the moment is kept until which it is busy, in ms. Times are the caller's. */
export function createPacer(): Pacer {
  const busyUntil = new Map<string, number>();
  const busy = (sender: string, now: number) => {
    const until = busyUntil.get(sender) ?? -Infinity;
    return now - until <= LATE_MS ? until : now;
  };
  const ahead = (sender: string, now: number) => busy(sender, now) - now;
  return {
    room(sender, rate, now) {
      const interval = 1_000 / rate;
      const left = CREDIT_MS - ahead(sender, now);
      return left < 0 ? 0 : Math.floor(left / interval) + 1;
    },
    charge(sender, rate, units, now) {
      if (busyUntil.size > MOST_SENDERS) forgetIdle(busyUntil, now);
      busyUntil.set(sender, busy(sender, now) + (units * 1_000) / rate);
    },
    waitOfReply: (sender, now) => Math.max(0, ahead(sender, now) - DEBT_MS),
  };
}

function forgetIdle(busyUntil: Map<string, number>, now: number): void {
  for (const [sender, until] of busyUntil) if (until + LATE_MS < now) busyUntil.delete(sender);
}

/** By which a pacer knows a number of ours. */
export const senderKey = ({ channel, ourAddress }: { channel: ChannelKind; ourAddress: string }) =>
  `${channel} ${ourAddress}`;
