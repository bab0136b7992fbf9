import type { Day } from '#platform/days.ts';
import { dayAt, daysAfter, isDay, weekdayOf } from '#platform/days.ts';
import { remembered } from '#platform/remembered.ts';
import type { QuestionWord } from './question-words.ts';
import { otherWords, questionWords } from './question-words.ts';
import { isBefore } from './shown.ts';
import type { CalendarDay, Time, Token } from './tokens.ts';
import { tokenAt } from './tokens.ts';
import { fold, holidayOn, nearDay } from './words.ts';

/**
 * A day that was asked about. `isHoliday`: by the name of a holiday, or it is one on which most are closed; `isNear`: as
 * today or tomorrow.
 */
export type AskedDay = { day: Day; isHoliday: boolean; isNear: boolean };

/**
 * A question about when the business itself is open. `general`: about its hours as a whole. Without days it is about
 * now; `isVague`: about a time that is no single moment, such as the evening.
 */
export type AskedHours = {
  about: 'open' | 'closed' | 'opens' | 'closes' | 'day' | 'general';
  days: readonly AskedDay[];
  time: Time | null;
  isNow: boolean;
  isVague: boolean;
};

type Where = { now: Date; timeZone: string; country: string; name: string };
type Word = { kind: QuestionWord; text: string } | Token;

const ends = '(?![\\p{L}\\p{M}\\p{N}])';
const patternsOf = (words: typeof questionWords) =>
  words.map(([kind, pattern]) => [kind, new RegExp(`(?:${pattern})${ends}`, 'uy')] as const);
const before = patternsOf(questionWords);
const after = patternsOf(otherWords);
const meaningful: ReadonlySet<Token['kind']> = new Set(['days', 'dates', 'time', 'range', 'and']);
const LONGEST = 200;
const MOST_NAMES = 1_000;

/** What of the opening hours a message asks for; null where it is about anything else, or about something besides. Pure. */
export function askedHours(question: string, where: Where): AskedHours | null {
  if (question.length > LONGEST) return null;
  const today = dayAt(where.now, where.timeZone);
  const words = wordsOf(withoutName(fold(question), where.name), today, where.country);
  return words && (words.length > 1 || question.includes('?')) ? askedIn(words, today) : null;
}

const escaped = (text: string) => text.replace(/[.?*+^$()|[\]{}\\]/gu, String.raw`\$&`);

/** The name of the business, or how it begins, and its trade where the name tells it, stand for the business. */
function withoutName(said: string, name: string): string {
  const own = namesOf(name);
  return own ? said.replace(own, 'shop') : said;
}

const namesOf = remembered(MOST_NAMES, (name: string): RegExp | null => {
  const words = fold(name).split(' ');
  const shorter = words
    .map((_, i) => words.slice(0, words.length - i))
    .filter((beginning, i) => beginning.join('') !== '' && (i === 0 || beginning.length > 1));
  const trade = words.filter((word) => trades.has(word));
  const own = [...shorter.map((beginning) => beginning.join(' ')), ...trade].map(escaped);
  if (own.length === 0) return null;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${own.join('|')})${ends}`, 'gu');
});

const trades = new Set(
  'bank hotel hostel school college restaurant pizzeria salon clinic pharmacy bakery cafe museum gym supermarket library restaurante panaderia farmacia tienda padaria clinica peluqueria barberia barbershop bookshop bookstore dhaba studio garage banco clinic dentist dispensary spa'.split(
    ' ',
  ),
);

function wordsOf(said: string, today: Day, country: string): Word[] | null {
  const words: Word[] = [];
  for (let at = 0; at < said.length;) {
    const word = wordAt(said, at, { today, country });
    if (word === 'unknown') return null;
    if (word) words.push(word);
    at += word?.text.length ?? 1;
  }
  return words;
}

function wordAt(
  said: string,
  at: number,
  context: { today: Day; country: string },
): Word | null | 'unknown' {
  const first = matched(before, said, at);
  if (first) return first;
  const token = tokenAt(said, at, context);
  if (token && meaningful.has(token.kind)) return asTime(token, said);
  const other = matched(after, said, at);
  return other ?? (token && 'unknown');
}

/** A number alone, as in "the 2 of you", is no time. */
const asTime = (token: Token, said: string): Token | 'unknown' =>
  token.kind === 'time' &&
  /^\d+$/u.test(token.text) &&
  !/\b(?:at|a las|as|until|till|ko|after|before)\b/u.test(said)
    ? 'unknown'
    : token;

function matched(patterns: typeof before, said: string, at: number): Word | null {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const found = pattern.exec(said);
    if (found) return { kind, text: found[0] };
  }
  return null;
}

function askedIn(words: readonly Word[], today: Day): AskedHours | null {
  const has = (...kinds: Word['kind'][]) => words.some(({ kind }) => kinds.includes(kind));
  if (!has('open', 'opened', 'close', 'hours', 'until-when') || has('holiday')) return null;
  const asksWhat = words.some(({ kind, text }) => kind === 'filler' && text.startsWith('what'));
  if (asksWhat && !has('hours', 'when')) return null;
  const days = daysIn(words, today);
  const times = words.flatMap((word) => (word.kind === 'time' ? [word.time] : []));
  if (!days || times.length > 1) return null;
  const about = aboutIn(has, days.length > 0 || has('now'));
  if (about === null) return null;
  const isVague = has('part', 'around') || words.some(({ text }) => text === 'tonight');
  return { about, days, time: times[0] ?? null, isNow: has('now'), isVague };
}

function aboutIn(
  has: (...kinds: Word['kind'][]) => boolean,
  isDated: boolean,
): AskedHours['about'] | null {
  const opens = has('open', 'opened');
  const asWhole = isDated ? 'day' : 'general';
  if (has('until-when')) return 'closes';
  if (has('hours')) return asWhole;
  if (!has('when')) return opens ? 'open' : 'closed';
  if (!opens) return 'closes';
  if (has('close')) return asWhole;
  const isState = has('opened') || has('be');
  return isState && !isDated ? 'general' : 'opens';
}

const MOST_DAYS = 3;

/** Null where it speaks of more days than one would want to hear of one by one. */
function daysIn(words: readonly Word[], today: Day): AskedDay[] | null {
  const isNext = words.some(({ kind }) => kind === 'next');
  const days = words.flatMap((word): AskedDay[] => {
    if (word.kind === 'days') return word.days.map((one) => comingWeekday(one, today, isNext));
    return word.kind === 'dates'
      ? word.dates.map((date) => comingDate(date, word.text, today))
      : [];
  });
  const hasRange = words.some(
    ({ kind }, i) => kind === 'range' && isNamed(words[i - 1]) && isNamed(words[i + 1]),
  );
  return days.length > MOST_DAYS || hasRange ? null : withoutDecoration(days, words);
}

const isNamed = (word: Word | undefined) => word?.kind === 'days' || word?.kind === 'dates';

/** "Friday 25 December" is one day. */
const withoutDecoration = (days: AskedDay[], words: readonly Word[]): AskedDay[] => {
  const i = words.findIndex(({ kind }) => kind === 'days');
  return i >= 0 && words[i + 1]?.kind === 'dates' ? days.slice(1) : days;
};

function comingWeekday(weekday: number, today: Day, isNext: boolean): AskedDay {
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  return {
    day: daysAfter(today, ahead === 0 && isNext ? 7 : ahead),
    isHoliday: false,
    isNear: false,
  };
}

/** Without a year it is the next such day. */
function comingDate(date: CalendarDay, said: string, today: Day): AskedDay {
  const thisYear = { ...date, year: date.year ?? today.year };
  const isPast = date.year === null && isBefore(thisYear, today);
  const day = isPast ? { ...thisYear, year: thisYear.year + 1 } : thisYear;
  const isFeast = (day.month === 12 && day.day === 25) || (day.month === 1 && day.day === 1);
  return {
    day: isDay(day) ? day : today,
    isNear: nearDay.has(said),
    isHoliday: isFeast || holidayOn.has(said.replace(/^the /u, '')),
  };
}
