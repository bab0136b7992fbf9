import { daysAfter } from '#platform/days.ts';
import type { Span } from './hours.ts';
import { DAY_MINUTES } from './hours.ts';
import type { CalendarDay, Time, Token } from './tokens.ts';
import { daysBetween } from './tokens.ts';

/** Days of the week, or dates, about which something is said. */
export type Target =
  | { kind: 'days'; days: readonly number[]; isGeneral: boolean }
  | { kind: 'dates'; dates: readonly CalendarDay[] };

/** `isBare`: it is written on the clock of twelve hours, and does not say which half of the day is meant. */
export type WrittenSpan = Span & { isBare: boolean };

/** What a clause consists of once ranges are put together. */
export type Item =
  | { kind: 'target'; target: Target }
  | { kind: 'spans'; spans: readonly WrittenSpan[] }
  | { kind: 'until'; time: Time }
  | { kind: 'closed' | 'except' | 'except-after' }
  | { kind: 'unknown' };

/** Puts days and times together that stand around a word such as "to"; a time alone is not understood. */
export function itemsOf(tokens: readonly Token[]): Item[] {
  const words = tokens.filter(({ kind }) => kind !== 'filler');
  const said = words.filter(({ kind }, i) =>
    kind === 'days'
      ? words[i + 1]?.kind !== 'dates'
      : kind !== 'range' || words[i - 1]?.kind !== 'until',
  );
  const items: Item[] = [];
  for (let i = 0; i < said.length;) {
    const [item, length] = itemAt(said.slice(i, i + 4));
    if (item) items.push(item);
    i += length;
  }
  return items;
}

function itemAt(tokens: readonly (Token | undefined)[]): [Item | null, number] {
  const [one, two, three] = tokens;
  if (!one) return [null, 1];
  const isRange = two?.kind === 'range' || two?.kind === 'until';
  const ranged = isRange ? rangeAt(tokens, one, three) : null;
  return ranged ?? itemOf(one, two);
}

/** What stands around "to", and how many words it takes with the one that ends it in some languages. */
function rangeAt(
  [, , , four]: readonly (Token | undefined)[],
  one: Token,
  three: Token | undefined,
): [Item, number] | null {
  const length = four?.kind === 'until-after' ? 4 : 3;
  if (one.kind === 'time' && three?.kind === 'time') {
    return [{ kind: 'spans', spans: [spanOf(one.time, three.time)] }, length];
  }
  if (one.kind === 'days' && three?.kind === 'days') {
    return [{ kind: 'target', target: daysOf(one.days, three.days) }, length];
  }
  if (one.kind === 'dates' && three?.kind === 'dates') {
    return [{ kind: 'target', target: datesBetween(one.dates, three.dates) }, length];
  }
  return null;
}

const unknown: Item = { kind: 'unknown' };

/** Null where it says nothing by itself. */
function itemOf(one: Token, two: Token | undefined): [Item | null, number] {
  const isUntilAfter = one.kind === 'time' && two?.kind === 'until-after';
  if (isUntilAfter) return [{ kind: 'until', time: one.time }, 2];
  if (one.kind === 'until' && two?.kind === 'time') return [{ kind: 'until', time: two.time }, 2];
  return [itemsAlone[one.kind](one), 1];
}

const named = (token: Token): Item | null =>
  token.kind === 'days' || token.kind === 'dates' ? { kind: 'target', target: token } : null;

const itemsAlone: Record<Token['kind'], (token: Token) => Item | null> = {
  days: named,
  dates: named,
  'all-day': () => ({ kind: 'spans', spans: [{ from: 0, to: DAY_MINUTES, isBare: false }] }),
  closed: () => ({ kind: 'closed' }),
  except: () => ({ kind: 'except' }),
  'except-after': () => ({ kind: 'except-after' }),
  ...{ time: () => unknown, until: () => unknown, unknown: () => unknown, month: () => unknown },
  ...{ range: () => null, and: () => null, filler: () => null, 'until-after': () => null },
};

function daysOf(from: readonly number[], to: readonly number[]): Target {
  const days = daysBetween(from[0] ?? 0, to.at(-1) ?? 0);
  return { kind: 'days', days, isGeneral: days.length === 7 };
}

const LONGEST_RANGE = 120;

function datesBetween(from: readonly CalendarDay[], to: readonly CalendarDay[]): Target {
  const [first] = from;
  const last = to.at(-1);
  if (!first || !last) return { kind: 'dates', dates: [...from, ...to] };
  const year = first.year ?? last.year;
  const dates: CalendarDay[] = [];
  for (let day = { ...first, year: year ?? 2024 }; dates.length < LONGEST_RANGE;) {
    dates.push({ ...day, year: year === null ? null : day.year });
    if (day.month === last.month && day.day === last.day) break;
    day = daysAfter(day, 1);
  }
  return { kind: 'dates', dates };
}

/** "9-6" closes at 18:00, "2-6pm" opens at 14:00, "18-2" closes after midnight. */
export function spanOf(opens: Time, closes: Time): WrittenSpan {
  const isBare = [opens, closes].every(({ half, is24 }) => half === null && !is24);
  const from = opens.half ? opens.minutes : sharedHalf(opens, closes);
  const to = closes.minutes;
  if (to > from) return { from, to, isBare };
  const afternoon = to + DAY_MINUTES / 2;
  const isOnTwelve = !closes.half && !closes.is24 && !opens.is24 && to > 0 && to < 13 * 60;
  if (isOnTwelve && afternoon > from) return { from, to: afternoon, isBare };
  return { from, to: to + DAY_MINUTES, isBare: false };
}

/** "2-6pm" is of the afternoon, "9-6pm" is not. */
function sharedHalf({ minutes, is24 }: Time, { minutes: closing, half }: Time): number {
  const afternoon = minutes + DAY_MINUTES / 2;
  return half === 'pm' && !is24 && minutes < DAY_MINUTES / 2 && afternoon < closing
    ? afternoon
    : minutes;
}
