import type { Clock } from '#ports.ts';

export type MovableClock = Clock & {
  /** Puts the clock forward by milliseconds; it goes on from there. */
  advance: (ms: number) => void;
};

/** The machine's clock until it is put forward: for simulation and for tests. */
export function movableClock(): MovableClock {
  let aheadMs = 0;
  return {
    now: () => new Date(Date.now() + aheadMs),
    advance(ms) {
      aheadMs += ms;
    },
  };
}

/** True for a clock that can be put forward. */
export const isMovable = (clock: Clock): clock is MovableClock => 'advance' in clock;
