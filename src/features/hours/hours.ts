import type { Day } from '#platform/days.ts';
import { weekdayOf } from '#platform/days.ts';

/** In minutes after midnight of the day on which it opens; `to` is beyond 1440 where it closes after midnight. */
export type Span = { from: number; to: number };

/** A day that differs from its week; `year` null: every year. `spans` null: as usual; empty: closed. */
export type SpecialDay = {
  year: number | null;
  month: number;
  day: number;
  spans: readonly Span[] | null;
  reason?: string;
  /** Something is said of it that is not understood. */
  isDoubtful?: boolean;
};

/**
 * When a business is open. `week` begins with Sunday; null is a day of which nothing is known, an empty list a closed one.
 * Of several special days on the same date the last one holds.
 */
export type Hours = {
  week: readonly (readonly Span[] | null)[];
  specialDays: readonly SpecialDay[];
  /** From 1; something is said of these months that is not understood. */
  doubtfulMonths: readonly number[];
  /** How the business itself writes times. */
  clock: 12 | 24;
};

/** A whole day. */
export const DAY_MINUTES = 1_440;

/** Whether the day is the one, or one of those, that is meant. */
export const isOn = (special: Omit<SpecialDay, 'spans'>, { year, month, day }: Day): boolean =>
  special.month === month && special.day === day && (special.year ?? year) === year;

/** What differs on a day, if anything does: that of the very year before that of every year. */
export function specialOn({ specialDays }: Hours, day: Day): SpecialDay | null {
  const found = specialDays.filter((special) => isOn(special, day));
  return found.findLast(({ year }) => year !== null) ?? found.at(-1) ?? null;
}

/** When it opens and closes on a day; null where that is not known. */
export function spansOn(hours: Hours, day: Day): readonly Span[] | null {
  const special = specialOn(hours, day);
  if (special?.isDoubtful) return null;
  return special?.spans ?? usualSpans(hours, day);
}

/** When it opens and closes on such a day of the week. */
export const usualSpans = ({ week, doubtfulMonths }: Hours, day: Day): readonly Span[] | null =>
  doubtfulMonths.includes(day.month) ? null : (week[weekdayOf(day)] ?? null);

/** Whether anything at all is known. */
export const hasHours = ({ week, specialDays }: Hours): boolean =>
  specialDays.length > 0 || week.some((spans) => spans !== null);
