const DAY_MS = 24 * 3_600_000;
const WEEK_MS = 7 * DAY_MS;

/**
 * When a customer who got offers at these times (of the last week, in any order) may get the next one; null when they may now.
 * None at all are allowed where a limit is 0: then it is a week from now, and again.
 */
export function cappedUntil(
  offeredAt: readonly Date[],
  { perDay, perWeek }: { perDay: number; perWeek: number },
  now: Date,
): Date | null {
  const times = offeredAt.map((at) => at.getTime()).sort((a, b) => a - b);
  const free = Math.max(freeAt(times, perDay, DAY_MS, now), freeAt(times, perWeek, WEEK_MS, now));
  return free > now.getTime() ? new Date(free) : null;
}

/** When fewer than `most` of the times lie within the span. */
function freeAt(times: readonly number[], most: number, span: number, now: Date): number {
  if (most <= 0) return now.getTime() + WEEK_MS;
  const oldest = times.at(-most);
  return oldest === undefined ? 0 : oldest + span;
}
