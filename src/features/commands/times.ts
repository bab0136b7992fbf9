/** "14:05" in a time zone (IANA name). */
export const timeOfDay = (at: Date, timeZone: string): string =>
  at.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });

const dayOf = (at: Date, timeZone: string) =>
  at.toLocaleDateString('en-GB', { timeZone, day: 'numeric', month: 'short' });

/** "Sunday 22 Nov": the last day on which something is told that is not from `end` on. */
export const lastDay = (end: Date, timeZone: string): string => {
  const at = new Date(end.getTime() - 1);
  const weekday = at.toLocaleDateString('en-GB', { timeZone, weekday: 'long' });
  return `${weekday} ${dayOf(at, timeZone)}`;
};

/** "today 14:05", "3 Mar 14:05". */
export function dayAndTime(at: Date, now: Date, timeZone: string): string {
  const day = dayOf(at, timeZone);
  const isToday = day === dayOf(now, timeZone);
  return `${isToday ? 'today' : day} ${timeOfDay(at, timeZone)}`;
}

/** "0.4 s", "12 s", "3 min", "2 h". */
export function duration(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return seconds < 5_400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}
