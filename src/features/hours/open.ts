import type { Day } from '#platform/days.ts';
import { dayAt, daysAfter, momentOf } from '#platform/days.ts';
import type { Hours } from './hours.ts';
import { DAY_MINUTES, hasHours, spansOn } from './hours.ts';

/** A time during which a business is open without a break; `day` is the one on which it opens. */
export type Opening = { day: Day; opens: Date; closes: Date };

const MINUTE_MS = 60_000;
/** Who opens not once in so many days is not waited for. */
const DAYS_AHEAD = 62;

/** Whether a business is open at a moment; null where its hours do not tell. */
export function isOpenAt(hours: Hours, at: Date, timeZone: string): boolean | null {
  if (openingAt(hours, at, timeZone)) return true;
  return spansOn(hours, dayAt(at, timeZone)) === null ? null : false;
}

/** The time of opening that goes on at a moment, if one does; times that touch each other are one. */
export function openingAt(hours: Hours, at: Date, timeZone: string): Opening | null {
  let found: Opening | undefined;
  for (const opening of openingsFrom(hours, daysAfter(dayAt(at, timeZone), -1), 9, timeZone)) {
    if (found && opening.opens > found.closes) break;
    const isLater = !found || opening.closes > found.closes;
    if (found && isLater) found = { ...found, closes: opening.closes };
    if (!found && opening.opens <= at && opening.closes > at) found = opening;
  }
  return found ?? null;
}

/** The first time of opening that begins after a moment; null where it is not known, or not within two months. */
export function nextOpening(hours: Hours, after: Date, timeZone: string): Opening | null {
  const today = dayAt(after, timeZone);
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead++) {
    const day = daysAfter(today, ahead);
    if (spansOn(hours, day) === null) return null;
    const found = openingsOn(hours, day, timeZone).find(({ opens }) => opens > after);
    if (found) return found;
  }
  return null;
}

/**
 * The moment when so many minutes of opening hours have passed after `from`. Where the hours are not known, or it never
 * opens, all minutes count.
 */
export function afterOpenMinutes(
  hours: Hours | null,
  from: Date,
  minutes: number,
  timeZone: string,
): Date {
  const plain = new Date(from.getTime() + minutes * MINUTE_MS);
  if (!hours || !hasHours(hours)) return plain;
  let left = minutes * MINUTE_MS;
  let reached = from.getTime();
  const counted = withUnknownDaysOpen(hours);
  const yesterday = daysAfter(dayAt(from, timeZone), -1);
  for (const { opens, closes } of openingsFrom(counted, yesterday, DAYS_AHEAD, timeZone)) {
    const begins = Math.max(reached, opens.getTime());
    const lasts = closes.getTime() - begins;
    if (lasts <= 0) continue;
    if (lasts >= left) return new Date(begins + left);
    left -= lasts;
    reached = closes.getTime();
  }
  return plain;
}

const withUnknownDaysOpen = (hours: Hours): Hours => ({
  ...hours,
  week: hours.week.map((spans) => spans ?? [{ from: 0, to: DAY_MINUTES }]),
});

function* openingsFrom(hours: Hours, first: Day, days: number, timeZone: string) {
  for (let ahead = 0; ahead < days; ahead++) {
    yield* openingsOn(hours, daysAfter(first, ahead), timeZone);
  }
}

/** The times of opening that begin on a day; none where it is closed or not known. */
export const openingsOn = (hours: Hours, day: Day, timeZone: string): Opening[] =>
  (spansOn(hours, day) ?? []).map(({ from, to }) => ({
    day,
    opens: momentOf(day, from, timeZone),
    closes: momentOf(day, to, timeZone),
  }));
