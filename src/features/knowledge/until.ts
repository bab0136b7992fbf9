import type { Day } from '#platform/days.ts';
import { dayAt, daysAfter, isDay, midnightOf, weekdayOf } from '#platform/days.ts';
import { daysAhead, monthNumber, plainly, weekdayNumber } from './day-words.ts';

export type Place = { now: Date; timeZone: string; country: string };

/** `lastDay` is the last day on which a fact is told; it is no longer told from `at` on. */
export type End = { lastDay: Day; at: Date };

const oneOf = (words: Iterable<string>) =>
  [...words].toSorted((a, b) => b.length - a.length).join('|');

const weekday = oneOf(weekdayNumber.keys());
const month = oneOf(monthNumber.keys());
const article = '(?:(?:this|the|next|coming|el|la|o|a|este|esta|proximo|proxima) )*';
const ordinal = '(?:st|nd|rd|th|º|ª)?';
const day = [
  `(?<near>${oneOf(daysAhead.keys())})`,
  `(?<iso>\\d{4}-\\d{1,2}-\\d{1,2})`,
  `(?<slashed>\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?)`,
  `(?<dayFirst>\\d{1,2})${ordinal} (?:of |de |do )?(?<itsMonth>${month})(?:[,.]? (?:de )?(?<itsYear>\\d{4}))?`,
  `(?<monthFirst>${month})[.]? (?<itsDay>\\d{1,2})${ordinal}(?![\\d:])(?:,? (?<thatYear>\\d{4}))?`,
  `(?:the )?end of (?:the |this )?(?<endOf>week|month|year|${month})`,
  `(?:this|the) (?<this>weekend|week|month)`,
  `${article}(?<weekday>${weekday})`,
].join('|');
const ends = '(?![\\p{L}\\p{M}\\p{N}])';
const begins = '(?<![\\p{L}\\p{M}\\p{N}])';

const before =
  "(?<word>until|till|til|'til|through|thru|up to|ends(?: on)?|ending(?: on)?|expires(?: on)?|hasta|ate)";
const after = '(?:तक|tak|వరకు|varaku)';
const only = '(?:only|just|solo|solamente|somente|apenas|sirf|सिर्फ\u093c?|केवल)(?: for| on| por)?';
const onlyAfter = '(?:only|solo|మాత్రమే|matrame)';
/** "So" and "hi" are words of other languages, too. */
const onlyNear =
  '(?:so (?<near>hoje|amanha)|(?<near>hoje|amanha) so|(?<near>aaj|kal|आज|कल) (?:hi|ही))';
const patterns = [
  `${begins}${before} (?:the |el |la |o |a )?(?:${day})${ends}`,
  `${begins}(?:${day}) ${after}${ends}`,
  `${begins}${only} (?:the |el |la |o |a )?(?:${day})${ends}`,
  `${begins}(?:${day}) ${onlyAfter}${ends}`,
  `${begins}${onlyNear}${ends}`,
].map((pattern) => new RegExp(pattern, 'u'));

/** "Monday until Friday", "somvar se shukravar tak": days of every week, and no end. */
const opensRange = new RegExp(`${begins}(?:${weekday})(?: (?:se|से|nundi|నుండి))? $`, 'u');
/** "Closed until Monday": on Monday it is over. */
const isOverThen =
  /\b(?:closed|shut|not|cannot|unavailable|out of stock|cerrad[oa]s?|fechad[oa]s?)\b|n't\b/u;

/** Reads in the text of a fact until when it holds ("until Sunday", "today only"); null where it says nothing of an end to come. */
export function endOf(text: string, place: Place): End | null {
  const said = plainly(text);
  for (const [i, pattern] of patterns.entries()) {
    const found = pattern.exec(said);
    if (!found?.groups) continue;
    const earlier = said.slice(0, found.index);
    const isNoEnd = isRecurring(found.groups, earlier, i > 1);
    const named = isNoEnd ? null : dayIn(found.groups, place);
    if (!named) continue;
    const isBefore = /^(?:until|til|till|hasta|ate)$/u.test(found.groups.word ?? '');
    const lastDay = isBefore && isOverThen.test(clauseIn(earlier)) ? daysAfter(named, -1) : named;
    const at = midnightOf(daysAfter(lastDay, 1), place.timeZone);
    if (at > place.now) return { lastDay, at };
  }
  return null;
}

/** The words with which a text names as its end a day that the calendar does not have ("until 30 Feb"); null where it names none. */
export function impossibleEndIn(text: string, place: Place): string | null {
  const said = plainly(text);
  for (const pattern of patterns) {
    const found = pattern.exec(said);
    if (found?.groups && isDate(found.groups) && !dayIn(found.groups, place)) return found[0];
  }
  return null;
}

/** "Up to 50/60 people" is no date. */
const isDate = ({ iso, dayFirst, itsDay, slashed = '' }: Groups) =>
  Boolean(iso ?? dayFirst ?? itsDay) || /^(?:[12]?\d|3\d)\/(?:0?\d|1[0-2])(?:\/|$)/u.test(slashed);

/** What the sentence said before. */
const clauseIn = (earlier: string) => earlier.split(/[.!?;]/u).at(-1) ?? '';

/** In Spanish these count, as in "hasta la quinta planta". */
const ordinals = /^(?:segunda|quarta|quinta|sexta)$/u;

const isRecurring = ({ weekday: name, word }: Groups, earlier: string, isOnly: boolean) =>
  name !== undefined &&
  (isOnly || opensRange.test(earlier) || (word === 'hasta' && ordinals.test(name)));

type Groups = Record<string, string | undefined>;

function dayIn(said: Groups, { now, timeZone, country }: Place): Day | null {
  const today = dayAt(now, timeZone);
  const { near, weekday: name } = said;
  if (near !== undefined) return daysAfter(today, daysAhead.get(near) ?? 0);
  if (name !== undefined) return nextWeekday(today, weekdayNumber.get(name) ?? 0);
  const period = said.endOf ?? said.this;
  return period === undefined ? dateIn(said, today, country) : lastDayOf(period, today);
}

const nextWeekday = (today: Day, wanted: number) =>
  daysAfter(today, (wanted - weekdayOf(today) + 7) % 7);

function lastDayOf(period: string, today: Day): Day {
  if (period.startsWith('week')) return nextWeekday(today, 0);
  if (period === 'year') return { year: today.year, month: 12, day: 31 };
  const named = monthNumber.get(period) ?? today.month;
  const year = named < today.month ? today.year + 1 : today.year;
  return daysAfter({ year, month: named + 1, day: 1 }, -1);
}

function dateIn(said: Groups, today: Day, country: string): Day | null {
  const { iso, slashed } = said;
  if (iso !== undefined) return isoDate(iso);
  if (slashed !== undefined) return slashedDate(slashed, today, country);
  const date = {
    month: monthNumber.get(said.itsMonth ?? said.monthFirst ?? '') ?? 0,
    day: Number(said.dayFirst ?? said.itsDay),
  };
  return inYear(date, Number(said.itsYear ?? said.thatYear ?? 0), today);
}

function isoDate(text: string): Day | null {
  const [year = 0, monthOf = 0, dayOf = 0] = text.split('-').map(Number);
  return checked({ year, month: monthOf, day: dayOf });
}

/** In the United States the month comes first, where it can be one. */
function slashedDate(text: string, today: Day, country: string): Day | null {
  const [one = 0, two = 0, year = 0] = text.split('/').map(Number);
  const isMonthFirst = (country === 'US' && one <= 12) || two > 12;
  const date = isMonthFirst ? { month: one, day: two } : { month: two, day: one };
  return inYear(date, year, today);
}

/** Without a year (0) it is the next such day. */
function inYear(date: Omit<Day, 'year'>, year: number, today: Day): Day | null {
  if (year > 0) return checked({ ...date, year: year < 100 ? 2000 + year : year });
  const isPast = date.month < today.month || (date.month === today.month && date.day < today.day);
  return checked({ ...date, year: isPast ? today.year + 1 : today.year });
}

const checked = (named: Day): Day | null => (isDay(named) ? named : null);
