import { z } from 'zod';
import type { Span, SpecialDay } from './hours.ts';
import type { HoursOfBusiness } from './known.ts';
import { hoursOf } from './known.ts';
import { readHours } from './read.ts';
import { comingSpecials } from './shown.ts';

const days = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

const opening = z.object({
  opens: z.string().meta({ example: '09:00' }),
  closes: z.string().meta({ example: '18:00' }).describe('Of the next day where it is not later.'),
});
const openings = z.array(opening).nullable();
const shownDay = z.object({
  date: z.string().describe('2026-12-25, or 12-25 for every year.'),
  openings: openings.describe('Empty: closed; null: as usual, or not understood.'),
  reason: z.string().nullable(),
});

/** Days that differ from the week. */
export const specialDays = z.array(shownDay);

const ofDay = openings.describe('Empty: closed; null: not known.');

/** What was understood of the hours of a business. */
export const hours = z
  .object({
    week: z.object({
      monday: ofDay,
      tuesday: ofDay,
      wednesday: ofDay,
      thursday: ofDay,
      friday: ofDay,
      saturday: ofDay,
      sunday: ofDay,
    }),
    specialDays: specialDays.describe(
      'Days that differ, from the text or set by the owner, that are not over.',
    ),
    notUnderstood: z
      .array(z.string())
      .describe('Parts of openingHours that customers are only told as they stand.'),
  })
  .meta({ id: 'Hours' });

/** What was understood, as the API shows it. */
export function hoursShown(business: HoursOfBusiness, now: Date): z.input<typeof hours> {
  const known = hoursOf(business);
  const week = Object.fromEntries(
    days.map((day, i) => [day, known.week[i]?.map(shownSpan) ?? null]),
  ) as z.input<typeof hours>['week'];
  const { notUnderstood } = readHours(business.hours ?? '', business.country);
  const coming = comingSpecials(known, now, business.timeZone);
  return {
    week,
    specialDays: coming.map(({ spans, reason = null, ...date }) => ({
      date: dateOf(date),
      openings: spans?.map(shownSpan) ?? null,
      reason,
    })),
    notUnderstood: [...notUnderstood],
  };
}

const two = (number: number) => String(number).padStart(2, '0');
const timeOf = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** As the API shows it. */
export const shownSpan = ({ from, to }: Span) => ({
  opens: timeOf(from),
  closes: timeOf(to > 1_440 ? to - 1_440 : to),
});

/** 2026-12-25, or 12-25 for every year. */
export const dateOf = ({ year, month, day }: Pick<SpecialDay, 'year' | 'month' | 'day'>) =>
  [...(year === null ? [] : [year]), two(month), two(day)].join('-');

/** What to tell who sets a text: what was not understood of it, if anything. */
export function warningsOfHours(text: string | null | undefined, country: string): string[] {
  const { notUnderstood } = readHours(text ?? '', country);
  if (notUnderstood.length === 0) return [];
  const parts = notUnderstood.join('; ');
  return [
    `Of openingHours this was not understood, and customers are only told it as it stands: ${parts}`,
  ];
}
