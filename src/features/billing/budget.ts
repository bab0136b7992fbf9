import { dayAt, daysAfter, midnightOf } from '#platform/days.ts';
import type { Money } from '#platform/money.ts';
import { aboutIn } from './rates.ts';

/** What a business may spend in a day and a month, messages and models together; null where it set no limit. */
export type Limits = { currency: string; dayMicros: number | null; monthMicros: number | null };

/** What it has spent, in the currency of the limits; a day or month that is over counts for nothing. */
export type Spent = { day: string; dayMicros: number; monthMicros: number };

export type BudgetState = 'within' | 'warned' | 'spent';
/** Per cent of a limit that have been reached, as far as anybody is told of it. */
export type Level = 0 | 80 | 100;

/** How far one limit has been reached. */
export function levelOf(micros: number, limit: number | null): Level {
  if (limit === null) return 0;
  if (micros >= limit) return 100;
  return micros * 5 >= limit * 4 ? 80 : 0;
}

/** What counts on a day (YYYY-MM-DD) of the sums that were taken on an earlier one. */
export const spentOn = ({ day, dayMicros, monthMicros }: Spent, today: string): Spent => ({
  day: today,
  dayMicros: day === today ? dayMicros : 0,
  monthMicros: day.slice(0, 7) === today.slice(0, 7) ? monthMicros : 0,
});

/** How far both limits have been reached. */
export const levelsOf = (limits: Limits, spent: Spent) => ({
  day: levelOf(spent.dayMicros, limits.dayMicros),
  month: levelOf(spent.monthMicros, limits.monthMicros),
});

const STATES: Record<Level, BudgetState> = { 0: 'within', 80: 'warned', 100: 'spent' };

/** The further of the two limits tells. */
export function stateOf(limits: Limits, spent: Spent, today: string): BudgetState {
  const { day, month } = levelsOf(limits, spentOn(spent, today));
  return STATES[day > month ? day : month];
}

/** When a budget that is spent starts anew, in the time zone of the business; null while there is some left. `spent` is that of today. */
export function spentUntil(limits: Limits, spent: Spent, now: Date, timeZone: string): Date | null {
  const levels = levelsOf(limits, spent);
  const today = dayAt(now, timeZone);
  const { year, month } = today;
  if (levels.month === 100) {
    const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
    return midnightOf({ ...next, day: 1 }, timeZone);
  }
  return levels.day === 100 ? midnightOf(daysAfter(today, 1), timeZone) : null;
}

/** What the owner was told already, and of which day and month. */
export type Told = {
  day: string | null;
  dayLevel: number;
  month: string | null;
  monthLevel: number;
};

export type Crossing = { span: 'day' | 'month'; level: 80 | 100 };

/** What is to be told now: each level of each day and month once; of both at once the higher. */
export function crossingsOf(limits: Limits, spent: Spent, told: Told): Crossing[] {
  const levels = levelsOf(limits, spent);
  const toldOfDay = told.day === spent.day ? told.dayLevel : 0;
  const isSameMonth = told.month?.slice(0, 7) === spent.day.slice(0, 7);
  const toldOfMonth = isSameMonth ? told.monthLevel : 0;
  return (
    [
      { span: 'month', level: levels.month, told: toldOfMonth },
      { span: 'day', level: levels.day, told: toldOfDay },
    ] as const
  ).flatMap(({ span, level, told: before }) =>
    level !== 0 && level > before ? [{ span, level }] : [],
  );
}

/** About how much it is in one currency; what has no rate is left out, and named. */
export function sumIn(currency: string, amounts: readonly Money[]) {
  let micros = 0;
  const uncounted: string[] = [];
  for (const amount of amounts) {
    const about = aboutIn(currency, amount);
    if (about === null) uncounted.push(amount.currency);
    else micros += about;
  }
  return { micros, uncounted };
}
