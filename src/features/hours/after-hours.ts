import type { HoursPhrases } from '#features/conversations/phrases.ts';
import { phrasesIn } from '#features/conversations/phrases.ts';
import type { Day } from '#platform/days.ts';
import { dayAt, daysAfter, minutesAt, weekdayOf } from '#platform/days.ts';
import type { HoursOfBusiness } from './known.ts';
import { hoursOf } from './known.ts';
import { isOpenAt, nextOpening } from './open.ts';

/**
 * Tells a customer that the business is closed now and when it opens, in their language; null while it is open, and where
 * its hours do not tell.
 */
export function afterHoursLine(
  business: HoursOfBusiness,
  language: string | null,
  now: Date,
): string | null {
  const hours = hoursOf(business);
  const { timeZone } = business;
  if (isOpenAt(hours, now, timeZone) !== false) return null;
  const next = nextOpening(hours, now, timeZone);
  if (!next) return null;
  const say = phrasesIn(language).hours;
  return say.afterHours(momentText(say, next.opens, { now, timeZone, clock: hours.clock }));
}

/** A sentence, and after it when the business opens, where it is closed now. */
export function withAfterHours(
  sentence: string,
  business: HoursOfBusiness,
  { language, now }: { language: string | null; now: Date },
): string {
  const line = afterHoursLine(business, language, now);
  return line === null ? sentence : `${sentence} ${line}`;
}

type Where = { now: Date; timeZone: string; clock: 12 | 24 };

/** "tomorrow at 9:00", in a customer's language. */
export const momentText = (say: HoursPhrases, at: Date, { now, timeZone, clock }: Where): string =>
  say.at(
    dayText(say, dayAt(at, timeZone), dayAt(now, timeZone)),
    say.time(minutesAt(at, timeZone), clock),
  );

/** "today", "on Sunday 22 November". */
export function dayText(say: HoursPhrases, day: Day, today: Day, isByDate = false): string {
  if (!isByDate && isSame(day, today)) return say.today;
  if (!isByDate && isSame(day, daysAfter(today, 1))) return say.tomorrow;
  return say.onDate(say.weekdays[weekdayOf(day)] ?? '', dateText(say, day));
}

/** "22 November". */
export const dateText = (say: HoursPhrases, { month, day }: Day): string =>
  say.date(day, say.months[month - 1] ?? '');

const isSame = (one: Day, other: Day) =>
  one.year === other.year && one.month === other.month && one.day === other.day;
