import type { GivenDay } from '#features/hours/given-days.ts';
import { specialDayOf } from '#features/hours/given-days.ts';
import type { SpecialDay } from '#features/hours/hours.ts';
import { readHours } from '#features/hours/read.ts';
import { specialLines } from '#features/hours/shown.ts';
import { carriedOver, isOver, withoutDays } from '#features/hours/special-days.ts';
import { dayAt } from '#platform/days.ts';
import { refuseField } from '#platform/http/reading.ts';
import type { Business } from './queries.ts';

type Change = {
  timeZone?: string | undefined;
  openingHours?: string | null | undefined;
  specialDays?: readonly GivenDay[] | undefined;
};

/** `days` undefined: they stay as they are. */
type Changed = { days: SpecialDay[] | undefined; warnings: string[] };

/**
 * The days set one by one after a change. New opening hours drop none, and keep what the former text said of dates that
 * the new one does not name; days that are given take the place of all. What is kept or gone is said.
 */
export function changedDays(before: Business, change: Change, now: Date): Changed {
  const { openingHours, specialDays } = change;
  if (openingHours === undefined && specialDays === undefined) return unchanged;
  const today = dayAt(now, change.timeZone ?? before.timeZone);
  const country = before.defaultCountry;
  const known = withoutDays(before.specialDays, [], today);
  const named =
    openingHours === undefined
      ? []
      : carriedOver(before.openingHours, openingHours ?? '', { country, today, known });
  const { clock } = readHours(openingHours ?? before.openingHours ?? '', country);
  const listed = (days: readonly SpecialDay[]) => specialLines(days, clock).join('; ');

  if (specialDays) {
    const days = specialDays.map((given, index) => notOver(given, index, today));
    const gone = [...named, ...known].filter((one) => !days.some((day) => isSame(one, day)));
    return { days, warnings: told(gone, `${GONE}: ${listed(gone)}.`) };
  }
  if (openingHours === null) {
    return { days: undefined, warnings: told(named, `${GONE_WITH_TEXT}: ${listed(named)}.`) };
  }
  const days = [...named, ...known];
  return { days, warnings: told(days, `${KEPT}: ${listed(days)}. ${HOW_TO_CHANGE}`) };
}

const unchanged: Changed = { days: undefined, warnings: [] };
const GONE = 'These days were set to differ from the week, and do not any more';
const GONE_WITH_TEXT = 'With openingHours went what it said of these days';
const KEPT = 'These days hold before openingHours, as they were set';
const HOW_TO_CHANGE = 'To change them, send specialDays.';

const told = (days: readonly SpecialDay[], sentence: string) => (days.length > 0 ? [sentence] : []);

function notOver(given: GivenDay, index: number, today: ReturnType<typeof dayAt>): SpecialDay {
  const day = specialDayOf(given);
  if (!isOver(day, today)) return day;
  throw refuseField('invalid_request', `specialDays.${index}.date`, `is over: ${given.date}`);
}

const isSame = (one: SpecialDay, other: SpecialDay) =>
  one.year === other.year && one.month === other.month && one.day === other.day;
