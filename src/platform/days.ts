import { remembered } from './remembered.ts';

/** The moment at which the present day began in a time zone (IANA name), daylight saving time included. */
export const startOfDay = (now: Date, timeZone: string): Date =>
  midnightOf(dayAt(now, timeZone), timeZone);

/** A day of the calendar; `month` from 1. */
export type Day = { year: number; month: number; day: number };

/** The day that it is in a time zone. */
export function dayAt(now: Date, timeZone: string): Day {
  const { year, month, day } = wallClock(now, timeZone);
  return { year, month, day };
}

/** The moment at which a day begins in a time zone. */
export const midnightOf = (day: Day, timeZone: string): Date => momentOf(day, 0, timeZone);

/** The moment at which the clocks of a time zone show so many minutes after midnight of a day; 1440 and more are of the next one. */
export function momentOf({ year, month, day }: Day, minutes: number, timeZone: string): Date {
  const shown = Date.UTC(year, month - 1, day, 0, minutes);
  const guess = shown - offsetAt(shown, timeZone);
  return new Date(shown - offsetAt(guess, timeZone));
}

/** What the clocks of a time zone show, in minutes after midnight. */
export function minutesAt(now: Date, timeZone: string): number {
  const { hour, minute } = wallClock(now, timeZone);
  return hour * 60 + minute;
}

/** So many days later, over the ends of months and years. */
export function daysAfter({ year, month, day }: Day, count: number): Day {
  const date = new Date(Date.UTC(year, month - 1, day + count));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 is Sunday. */
export const weekdayOf = ({ year, month, day }: Day): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay();

/** Whether there is such a day. */
export const isDay = (day: Day): boolean => {
  const same = daysAfter(day, 0);
  return same.year === day.year && same.month === day.month && same.day === day.day;
};

const offsetAt = (time: number, timeZone: string): number => {
  const { year, month, day, hour, minute, second } = wallClock(new Date(time), timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
};

type WallClock = Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;

function wallClock(at: Date, timeZone: string): WallClock {
  const parts = clockOf(timeZone).formatToParts(at);
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return {
    year: value('year'),
    month: value('month'),
    day: value('day'),
    hour: value('hour'),
    minute: value('minute'),
    second: value('second'),
  };
}

/** Kept, because making one costs more than all that it is used for. */
const clockOf = remembered(
  1_000,
  (timeZone: string) =>
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }),
);
