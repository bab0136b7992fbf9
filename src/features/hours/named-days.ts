import type { Day } from '#platform/days.ts';
import { dayAt, daysAfter, weekdayOf } from '#platform/days.ts';
import type { Span } from './hours.ts';
import type { Target } from './items.ts';
import { itemsOf } from './items.ts';
import { spansSaid } from './draft.ts';
import { isBefore } from './shown.ts';
import type { CalendarDay, Token } from './tokens.ts';
import { tokensOf } from './tokens.ts';
import { anyOf, dayParts, fold } from './words.ts';

export type Place = { now: Date; timeZone: string; country: string };

/**
 * Days that an owner names, with hours and a reason where they are given. `none`: no day is named; `weekly`: one of every
 * week; `over`: they are past; `part`: only a part of a day is meant, and its hours are not told.
 */
export type NamedDays =
  | { kind: 'days'; days: CalendarDay[]; spans: readonly Span[] | null; reason: string | null }
  | { kind: 'none' | 'weekly' | 'over' | 'part' };

const ofDays: ReadonlySet<Token['kind']> = new Set(['days', 'dates', 'range', 'and', 'filler']);
const ofTimes: ReadonlySet<Token['kind']> = new Set([
  ...(['time', 'all-day', 'range', 'and', 'filler', 'until-after'] as const),
]);
const meaningful: ReadonlySet<Token['kind']> = new Set(['days', 'dates', 'time', 'all-day']);

const everyYear = new RegExp(
  `\\b(?:${anyOf('every year, each year, yearly, cada ano, todos los anos, todos os anos, har saal')})\\b|हर साल|ప్రతి సంవత్సరం`,
  'iu',
);
const everyWeek = new RegExp(
  `(?<!\\p{L})(?:${anyOf('every, each, cada, todos los, todas las, todos os, todas as, har, prati, हर, ప్రతి')}) (?!year|ano|saal)|\\p{L}days\\b`,
  'u',
);
const partly = new RegExp(
  `^(?:${[...Object.values(dayParts), anyOf('from, after, before, until, till, at, since, half day, half-day, early, late, desde, hasta, a partir, antes, despues, depois, ate')].join('|')}|\\d)(?!\\p{L})`,
  'u',
);
const connectors =
  /^[\s,;:.(\-–—]*(?:(?:for|because of|because|due to|as|since|por|porque|debido a|devido a|para|pois)\s+)?/iu;

/** Reads "tomorrow", "Mon-Wed for a wedding", "24-26 Dec", "25 Dec 10-14"; a date without a year is the next such day. */
export function readDays(text: string, { now, timeZone, country }: Place): NamedDays {
  const isYearly = everyYear.test(fold(text));
  const given = text.replace(everyYear, ' ').trim();
  const today = dayAt(now, timeZone);
  const said = fold(given);
  const tokens = tokensOf(said, { country, today });
  const dayTokens = leading(tokens, ofDays);
  const timeTokens = leading(tokens.slice(dayTokens.length), ofTimes);
  const targets = targetsIn(dayTokens);
  if (targets.length === 0) return { kind: 'none' };
  if (isWeekly(targets, said)) return { kind: 'weekly' };
  const rest = said.slice(endOf([...dayTokens, ...timeTokens]));
  const spans = spansIn(timeTokens);
  if (spans === 'unclear' || partly.test(rest.trim())) return { kind: 'part' };
  const days = targets.flatMap((target) => datesOf(target, today, isYearly));
  if (days.length === 0) return { kind: 'over' };
  return { kind: 'days', days, spans, reason: reasonIn(given, rest) };
}

function leading(tokens: readonly Token[], kinds: ReadonlySet<Token['kind']>): Token[] {
  const end = tokens.findIndex(({ kind }) => !kinds.has(kind));
  return tokens.slice(0, end < 0 ? tokens.length : end);
}

const targetsIn = (tokens: readonly Token[]): Target[] =>
  itemsOf(tokens).flatMap((item) => (item.kind === 'target' ? [item.target] : []));

const isWeekly = (targets: readonly Target[], said: string) =>
  targets.some(({ kind }) => kind === 'days') &&
  (everyWeek.test(said) || targets.some((one) => one.kind === 'days' && one.days.length > 5));

/** Where the last word that means something ends. */
function endOf(tokens: readonly Token[]): number {
  const last = tokens.findLast(({ kind }) => meaningful.has(kind));
  return last ? last.at + last.text.length : 0;
}

function spansIn(tokens: readonly Token[]): readonly Span[] | null | 'unclear' {
  const items = itemsOf(tokens);
  const spans = items.flatMap((item) => (item.kind === 'spans' ? item.spans : []));
  if (items.some(({ kind }) => kind !== 'spans')) return 'unclear';
  return spans.length === 0 ? null : spansSaid(spans);
}

function datesOf(target: Target, today: Day, isYearly: boolean): CalendarDay[] {
  if (target.kind === 'days') return comingDays(target.days, today);
  if (isYearly) return target.dates.map((date) => ({ ...date, year: null }));
  const thisYear = target.dates.map((date) => ({ ...date, year: date.year ?? today.year }));
  const hasComing = thisYear.some((day) => !isBefore(day, today));
  return thisYear.flatMap((day, i) => {
    if (!isBefore(day, today)) return [day];
    if (target.dates[i]?.year !== null) return [];
    const isNextYear = !hasComing || today.month - day.month >= 6;
    return isNextYear ? [{ ...day, year: day.year + 1 }] : [];
  });
}

/** The days of a range follow each other. */
function comingDays(weekdays: readonly number[], today: Day): Day[] {
  const [first = 0] = weekdays;
  const start = daysAfter(today, (first - weekdayOf(today) + 7) % 7);
  return weekdays.map((weekday) => daysAfter(start, (weekday - first + 7) % 7));
}

/** As it was written: folding may have changed it. */
function reasonIn(given: string, rest: string): string | null {
  const count = rest.trim() === '' ? 0 : rest.trim().split(' ').length;
  const words = count === 0 ? '' : given.trim().split(/\s+/u).slice(-count).join(' ');
  const reason = words.replace(connectors, '').replace(/[\s.)!]+$/u, '');
  return reason === '' ? null : reason;
}
