import type { HoursPhrases } from '#features/conversations/phrases.ts';
import { phrasesIn } from '#features/conversations/phrases.ts';
import type { Day } from '#platform/days.ts';
import { dayAt, daysAfter, weekdayOf } from '#platform/days.ts';
import type { NamedDay } from './draft.ts';
import type { Hours, Span, SpecialDay } from './hours.ts';
import { DAY_MINUTES } from './hours.ts';

const english = phrasesIn('en').hours;

/** "9:00–13:00, 14:00–18:00". */
export const spansIn = (say: HoursPhrases, spans: readonly Span[], clock: Hours['clock']): string =>
  spans.map(({ from, to }) => `${say.time(from, clock)}–${say.time(to, clock)}`).join(', ');

export const isAllDay = (spans: readonly Span[]): boolean =>
  spans.length === 1 && spans[0]?.from === 0 && spans[0].to === DAY_MINUTES;

/** In an owner's language; in English for the model, as everything here. */
export const openingText = (
  spans: readonly Span[] | null,
  clock: Hours['clock'],
  say = english,
): string => {
  if (spans === null) return say.notUnderstood;
  if (spans.length === 0) return say.closed;
  return isAllDay(spans) ? say.allDay : spansIn(say, spans, clock);
};

/** The days of the week from Monday on that have the same hours: "Monday–Friday: 9:00–18:00". */
export function weekLines({ week, clock }: Hours, say = english): string[] {
  const days = [1, 2, 3, 4, 5, 6, 0].map((day) => ({
    day,
    text: openingText(week[day] ?? null, clock, say),
  }));
  const runs: { days: number[]; text: string }[] = [];
  for (const { day, text } of days) {
    const last = runs.at(-1);
    if (last?.text === text) last.days.push(day);
    else runs.push({ days: [day], text });
  }
  return runs.map(({ days: run, text }) => `${capitalised(namesOf(run, say))}: ${text}`);
}

const capitalised = (line: string) => `${line.charAt(0).toUpperCase()}${line.slice(1)}`;

function namesOf(days: readonly number[], say: HoursPhrases): string {
  const [first = 0] = days;
  const last = days.at(-1) ?? first;
  if (days.length === 7) return say.everyDay;
  const [from, to] = [say.weekdays[first], say.weekdays[last]];
  return days.length === 1 ? `${from}` : days.length === 2 ? `${from}, ${to}` : `${from}–${to}`;
}

/** "Friday 25 December 2026"; "25 December, every year". */
export function namedDay(named: NamedDay, say = english): string {
  if (typeof named === 'number') return say.weekdays[named] ?? '';
  const { year, month, day } = named;
  const date = say.date(day, say.months[month - 1] ?? '');
  if (year === null) return say.everyYear(date);
  return `${say.weekdays[weekdayOf({ ...named, year })]} ${say.inYear(date, year)}`;
}

/** "Friday 25 December 2026: closed (a wedding)". */
export const specialLine = (special: SpecialDay, clock: Hours['clock'], say = english): string => {
  const { spans, reason, isDoubtful } = special;
  const text = isDoubtful
    ? say.notUnderstood
    : spans === null
      ? say.asUsual
      : openingText(spans, clock, say);
  return `${capitalised(namedDay(special, say))}: ${text}${reason === undefined ? '' : ` (${reason})`}`;
};

/** Special days that are not over, the first one first; those of every year among them. */
export function comingSpecials(
  { specialDays }: Pick<Hours, 'specialDays'>,
  now: Date,
  timeZone: string,
): SpecialDay[] {
  const today = dayAt(now, timeZone);
  return specialDays
    .filter(({ year, month, day }) => year === null || !isBefore({ year, month, day }, today))
    .toSorted((a, b) => orderOf(a, today) - orderOf(b, today));
}

const numberOf = ({ year, month, day }: Day) => year * 10_000 + month * 100 + day;

/** Whether a day comes before another. */
export const isBefore = (one: Day, other: Day): boolean => numberOf(one) < numberOf(other);

const orderOf = ({ year, month, day }: SpecialDay, today: Day) => {
  const thisYear = { year: year ?? today.year, month, day };
  return numberOf(
    year === null && isBefore(thisYear, today) ? { ...thisYear, year: today.year + 1 } : thisYear,
  );
};

/** A line for each special day, or for those that follow each other and are alike. */
export function specialLines(
  specials: readonly SpecialDay[],
  clock: Hours['clock'],
  say = english,
): string[] {
  const runs: SpecialDay[][] = [];
  for (const special of specials) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && follows(last, special)) run.push(special);
    else runs.push([special]);
  }
  return runs.flatMap((run) => {
    const [first] = run;
    const last = run.at(-1);
    if (!first || !last || run.length < 3) return run.map((one) => specialLine(one, clock, say));
    return [`${capitalised(namedDay(first, say))} – ${specialLine(last, clock, say)}`];
  });
}

function follows(one: SpecialDay, next: SpecialDay): boolean {
  const after = daysAfter({ ...one, year: one.year ?? 2023 }, 1);
  const isNext = after.month === next.month && after.day === next.day;
  const isAlike =
    JSON.stringify(one.spans) === JSON.stringify(next.spans) && one.reason === next.reason;
  return isNext && isAlike && (one.year === null) === (next.year === null) && !next.isDoubtful;
}
