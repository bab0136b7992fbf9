import type { Day } from '#platform/days.ts';
import type { Span, SpecialDay } from './hours.ts';
import { readHours } from './read.ts';
import { isBefore } from './shown.ts';
import type { CalendarDay } from './tokens.ts';

type Setting = { spans: readonly Span[] | null; reason: string | null };

const isSame = (one: CalendarDay, other: CalendarDay) =>
  one.year === other.year && one.month === other.month && one.day === other.day;

/** Whether a special day is over for good. */
export const isOver = ({ year, month, day }: CalendarDay, today: Day): boolean =>
  year !== null && isBefore({ year, month, day }, today);

/** The special days with these set anew; what is over is left out. */
export function withDays(
  known: readonly SpecialDay[],
  days: readonly CalendarDay[],
  { spans, reason }: Setting,
  today: Day,
): SpecialDay[] {
  const others = withoutDays(known, days, today);
  const set = days.map(({ year, month, day }) => ({
    ...{ year, month, day, spans },
    ...(reason !== null && { reason }),
  }));
  return [...others, ...set];
}

/** The special days without those on these dates, and without what is over. */
export const withoutDays = (
  known: readonly SpecialDay[],
  days: readonly CalendarDay[],
  today: Day,
): SpecialDay[] =>
  known.filter((one) => !isOver(one, today) && !days.some((day) => isSame(one, day)));

/** Dates that the former text of the hours named and the new one does not: they hold on. */
export function carriedOver(
  before: string | null,
  after: string,
  { country, today, known }: { country: string; today: Day; known: readonly SpecialDay[] },
): SpecialDay[] {
  const isNamed = (date: SpecialDay, others: readonly SpecialDay[]) =>
    others.some(({ month, day }) => month === date.month && day === date.day);
  const named = readHours(after, country).specialDays;
  return readHours(before ?? '', country).specialDays.filter(
    (date) =>
      !date.isDoubtful && !isOver(date, today) && !isNamed(date, named) && !isNamed(date, known),
  );
}
