import type { HoursPhrases } from '#features/conversations/phrases.ts';
import { phrasesIn } from '#features/conversations/phrases.ts';
import type { Day } from '#platform/days.ts';
import { dayAt, daysAfter, minutesAt, weekdayOf } from '#platform/days.ts';
import { dateText } from './after-hours.ts';
import type { Hours, SpecialDay } from './hours.ts';
import { hasHours, isOn, spansOn } from './hours.ts';
import type { HoursOfBusiness } from './known.ts';
import { hoursOf } from './known.ts';
import { isOpenAt, nextOpening, openingAt } from './open.ts';
import {
  comingSpecials,
  isAllDay,
  namedDay,
  openingText,
  spansIn,
  specialLine,
  weekLines,
} from './shown.ts';

const DAYS_TOLD = 14;
const MOST_TOLD = 7;

/** The days of the next two weeks that were set one by one, a line each, in a customer's language; empty where there are none. */
export function comingDays(
  { specialDays, hours, country, timeZone }: HoursOfBusiness,
  { now, language }: { now: Date; language: string | null },
): string[] {
  const say = phrasesIn(language).hours;
  const { clock } = hoursOf({ hours, specialDays: [], country, timeZone });
  const today = dayAt(now, timeZone);
  const days = Array.from({ length: DAYS_TOLD + 1 }, (_, ahead) => daysAfter(today, ahead));
  return days
    .flatMap((day) => {
      const special = specialDays.findLast((one) => isOn(one, day));
      return special ? [lineOf(say, special, day, clock)] : [];
    })
    .slice(0, MOST_TOLD);
}

function lineOf(say: HoursPhrases, special: SpecialDay, day: Day, clock: Hours['clock']): string {
  const name = `${say.weekdays[weekdayOf(day)]} ${dateText(say, day)}`;
  const { spans, reason } = special;
  const text =
    spans === null
      ? say.asUsual
      : spans.length === 0
        ? say.closed
        : isAllDay(spans)
          ? say.allDay
          : spansIn(say, spans, clock);
  const why = reason === undefined ? '' : ` (${reason})`;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${text}${why}`;
}

const DAYS_FOR_MODEL = 7;

/**
 * The hours in English, for a model: `hours`, which time does not change, and `hoursNow`, what they mean now and in the
 * next days. The owner's text alone where nothing was understood.
 */
export function hoursForModel(
  business: HoursOfBusiness,
  now: Date,
): { hours: string | null; hoursNow: string | null } {
  const hours = hoursOf(business);
  if (!hasHours(hours)) return { hours: business.hours, hoursNow: null };
  const week = [business.hours, `As read: ${weekLines(hours).join('; ')}`];
  return { hours: week.filter(Boolean).join('\n'), hoursNow: meaningNow(hours, business, now) };
}

function meaningNow(hours: Hours, { timeZone }: HoursOfBusiness, now: Date): string {
  const today = dayAt(now, timeZone);
  const next = Array.from({ length: DAYS_FOR_MODEL }, (_, ahead) => daysAfter(today, ahead));
  const special = comingSpecials(hours, now, timeZone).map((one) => specialLine(one, hours.clock));
  const lines = [
    special.length > 0 && `Special days: ${special.join('; ')}`,
    nowLine(hours, now, timeZone),
    `Next days: ${next.map((day) => `${namedDay(day)}: ${openingText(spansOn(hours, day), hours.clock)}`).join('; ')}`,
  ];
  return lines.filter(Boolean).join('\n');
}

function nowLine(hours: Hours, now: Date, timeZone: string): string | false {
  const say = phrasesIn('en').hours;
  const text = (at: Date) => say.time(minutesAt(at, timeZone), hours.clock);
  const isOpen = isOpenAt(hours, now, timeZone);
  if (isOpen === null) return false;
  const opening = openingAt(hours, now, timeZone);
  if (opening) return `Now: open, until ${text(opening.closes)}`;
  const next = nextOpening(hours, now, timeZone);
  return `Now: closed${next ? `; opens ${namedDay(next.day)} at ${text(next.opens)}` : ''}`;
}
