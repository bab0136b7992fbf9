import { z } from 'zod';
import type { Day } from '#platform/days.ts';
import { isDay } from '#platform/days.ts';
import { line } from '#platform/http/reading.ts';
import type { Span, SpecialDay } from './hours.ts';
import { DAY_MINUTES } from './hours.ts';
import { dateOf, shownSpan } from './schema.ts';
import { isOver } from './special-days.ts';
import type { CalendarDay } from './tokens.ts';

const MOST_DAYS = 366;
const MOST_OPENINGS = 6;
const LONGEST_REASON = 200;
/** 29 February is a day of some years. */
const LEAP_YEAR = 2024;

const time = (pattern: RegExp) =>
  z.string().refine((text) => pattern.test(text), 'is not a time of day, such as 09:00');

const opening = z
  .strictObject({
    opens: time(/^(?:[01]\d|2[0-3]):[0-5]\d$/).meta({ example: '10:00' }),
    closes: time(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/)
      .meta({ example: '14:00' })
      .describe('Of the next day where it is earlier.'),
  })
  .refine(
    ({ opens, closes }) => opens !== closes,
    'opens and closes at the same time; a whole day is 00:00 to 24:00',
  );

const openings = z
  .array(opening)
  .max(MOST_OPENINGS)
  .refine((given) => areApart(given.map(spanOf)), 'overlap each other')
  .nullable()
  .optional()
  .describe('Empty: closed; null: as in any other week.');

const specialDay = z
  .strictObject({
    date: z
      .string()
      .refine(
        (text) => dayIn(text) !== null,
        'is not a day, such as 2026-12-25, or 12-25 for every year',
      )
      .meta({ example: '2026-12-24' }),
    closed: z.literal(true).optional().describe('In place of openings.'),
    openings,
    reason: line(LONGEST_REASON).nullable().optional().describe('Told to customers.'),
  })
  .refine(
    (given) => (given.closed === undefined) !== (given.openings === undefined),
    'needs either "closed": true or "openings"',
  );

/** Days that differ from the week, as the API takes them. */
export const givenDays = z
  .array(specialDay)
  .max(MOST_DAYS)
  .refine(
    (given) => new Set(given.map(({ date }) => date)).size === given.length,
    'has the same day twice',
  );

export type GivenDay = z.output<typeof specialDay>;

/** A day that differs from the week, as it is kept. */
export function specialDayOf({ date, openings: given, reason }: GivenDay): SpecialDay {
  const day = dayIn(date);
  if (!day) throw new Error(`no day: ${date}`);
  const spans = given === null ? null : (given ?? []).map(spanOf).toSorted(byTime);
  return { ...day, spans, ...(reason && { reason }) };
}

/** The days set one by one that are not over, as the API shows and takes them. */
export const shownDays = (days: readonly SpecialDay[], today: Day) =>
  days
    .filter((day) => !isOver(day, today))
    .map(({ spans, reason = null, ...day }) => ({
      date: dateOf(day),
      openings: spans?.map(shownSpan) ?? null,
      reason,
    }));

function dayIn(text: string): CalendarDay | null {
  const [, year, month, day] = /^(?:(\d{4})-)?(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (month === undefined || day === undefined) return null;
  const found = { year: year === undefined ? null : Number(year), month: Number(month) };
  const known = { ...found, day: Number(day) };
  return isDay({ ...known, year: known.year ?? LEAP_YEAR }) ? known : null;
}

const minutesOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

function spanOf({ opens, closes }: { opens: string; closes: string }): Span {
  const [from, to] = [minutesOf(opens), minutesOf(closes)];
  return { from, to: to > from ? to : to + DAY_MINUTES };
}

const byTime = (one: Span, other: Span) => one.from - other.from;

function areApart(spans: readonly Span[]): boolean {
  const sorted = spans.toSorted(byTime);
  return sorted.every(({ from }, i) => from >= (sorted[i - 1]?.to ?? 0));
}
