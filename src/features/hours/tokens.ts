import type { Day } from '#platform/days.ts';
import { daysAfter, isDay } from '#platform/days.ts';
import type { SpecialDay } from './hours.ts';
import * as words from './words.ts';
import { anyOf, dayNumber, holidayOn, monthOf, nearDay } from './words.ts';

export type CalendarDay = Pick<SpecialDay, 'year' | 'month' | 'day'>;

/** A time of day as it is written; `half` null where it does not say whether it is before or after noon. */
export type Time = { minutes: number; half: 'am' | 'pm' | null; is24: boolean };

/** What a text about hours is made of. */
export type Token = (
  | { kind: 'days'; days: readonly number[]; isGeneral: boolean }
  | { kind: 'dates'; dates: readonly CalendarDay[] }
  | { kind: 'time'; time: Time }
  | { kind: 'all-day' | 'closed' | 'except' | 'except-after' | 'until' | 'until-after' }
  | { kind: 'range' | 'and' | 'filler' | 'month' }
  | { kind: 'unknown' }
) & { text: string; at: number };

type Made = Token extends infer T ? (T extends Token ? Omit<T, 'text' | 'at'> : never) : never;

/** `today` lets a text speak of today and tomorrow; in the United States the month comes first. */
export type Context = { country: string; today?: Day | undefined };

type Rule = [pattern: RegExp, make: (found: Groups, context: Context) => Made | null];
type Groups = Record<string, string | undefined>;

const ends = '(?![\\p{L}\\p{M}\\p{N}])';
const month = [...monthOf.keys()].toSorted((a, b) => b.length - a.length).join('|');
const dayName = [...dayNumber.keys()].toSorted((a, b) => b.length - a.length).join('|');
const th = '(?:st|nd|rd|th|º|ª)?';
const of = '(?:(?:of|de|do) )?';
const to = `(?: ?(?:-|\\.\\.+) ?| (?:${words.rangeWords}|until) )`;
const joined = `(?: ?[&+/] ?| (?:${words.andWords}) )`;
const year = '(?:(?:,? (?:de |del )?)(?<year>20\\d\\d)(?! ?(?:- ?\\d{4}|:)))?';
const number = '\\d{1,2}';
const twoLetters = 'su|mo|tu|we|th|fr|sa';

const word = (pattern: string) => new RegExp(`(?:${pattern})${ends}`, 'uy');
const all = (days: readonly number[]): Made => ({ kind: 'days', days, isGeneral: true });
const fixed = (kind: Exclude<Made['kind'], 'days' | 'dates' | 'time'>) => () => ({ kind }) as Made;

const rules: readonly Rule[] = [
  [word('24 ?[/x] ?7(?: ?[/x] ?365)?'), fixed('all-day')],
  [word(`(?:open )?(?:${words.allDay})`), fixed('all-day')],
  [word('(?<year>20\\d\\d)-(?<month>\\d{1,2})-(?<from>\\d{1,2})'), datesOf],
  [
    word(`(?<from>${number})${th}${to}(?<to>${number})${th} ${of}(?<month>${month})\\.?${year}`),
    datesOf,
  ],
  [
    word(
      `(?<!(?:[-:]|to|a|se) ?)(?<list>(?:${number}${th}${joined})+${number})${th} ${of}(?<month>${month})\\.?${year}`,
    ),
    datesOf,
  ],
  [word(`(?<from>${number})${th} ?${of}(?<month>${month})\\.?${year}`), datesOf],
  [
    word(
      `(?<month>${month})\\.? (?<from>${number})${th}${to}(?<to>${number})${th}(?! ?(?::\\d|h|am|pm|baje))${year}`,
    ),
    datesOf,
  ],
  [
    word(`(?<month>${month})\\.? (?<from>${number})${th}(?! ?(?:-|:\\d|h|am|pm|baje))${year}`),
    datesOf,
  ],
  [word('(?<slashed>\\d{1,2}/\\d{1,2})(?:/(?<year>20\\d\\d|\\d\\d))?'), datesOf],
  [word(`(?:the )?(?<holiday>${anyOf([...holidayOn.keys()].join(','))})`), datesOf],
  [word(`(?<first>${twoLetters}) ?- ?(?<last>${twoLetters})`), twoLetterDays],
  [word(words.everyDay), () => all([0, 1, 2, 3, 4, 5, 6])],
  [word(words.workDays), () => all([1, 2, 3, 4, 5])],
  [word(words.weekendDays), () => all([6, 0])],
  [
    word(`(?<near>${[...nearDay.keys()].toSorted((a, b) => b.length - a.length).join('|')})`),
    nearDate,
  ],
  ...timeRules(),
  [
    word(`(?<day>${dayName})\\.?`),
    ({ day = '' }) => ({ kind: 'days', days: [dayNumber.get(day) ?? 0], isGeneral: false }),
  ],
  [word(words.exceptAfterWords), fixed('except-after')],
  [word(words.exceptWords), fixed('except')],
  [
    word(`(?:${words.untilWords})(?= (?:at |as |las |a las )?(?:\\d|noon|midnight|mid|med|mei))`),
    fixed('until'),
  ],
  [word(words.untilAfterWords), fixed('until-after')],
  [word(words.closedWords), fixed('closed')],
  [word(words.rangeWords), fixed('range')],
  [/-/uy, fixed('range')],
  [/[&+/]/uy, fixed('and')],
  [word(words.andWords), fixed('and')],
  [word(words.fillers), fixed('filler')],
  [word(month), fixed('month')],
  [/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/uy, fixed('unknown')],
];

function timeRules(): Rule[] {
  const { dayParts, meridiems } = words;
  const before = `(?:(?<part>${Object.values(dayParts).join('|')})(?: (?:at|a las|as|ko|ke|को|के))? )?`;
  const after = `(?: ?(?<am>${meridiems.am})| ?(?<pm>${meridiems.pm})| (?:(?:ko|को) )?(?<after>${Object.values(dayParts).join('|')}))?`;
  const clock = `(?<hour>\\d{1,2})(?:[:.h](?<minute>[0-5]\\d)(?: ?h(?:s|rs)?)?)?(?! ?(?:%|days|minutes|min)${ends})`;
  const at = '(?:(?:at|las|los) )?';
  return [
    [word(`${at}(?:${words.noonWords})(?! \\d)`), () => timed(12 * 60, 'pm')],
    [word(`${at}(?:${words.midnightWords})`), () => timed(0, 'am')],
    [word(`(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)(?: ?h(?:s|rs|ours)?)?`), military],
    [
      new RegExp(
        `${at}${before}${clock}(?: (?:${words.hourWords})${ends}|h${ends})?${after}${ends}`,
        'uy',
      ),
      clockTime,
    ],
  ];
}

function timed(minutes: number, half: Time['half'], is24 = false): Made {
  return { kind: 'time', time: { minutes, half, is24 } };
}

function military({ hour, minute }: Groups): Made {
  return timed(Number(hour) * 60 + Number(minute), null, true);
}

const parts = Object.entries(words.dayParts).map(
  ([part, pattern]) => [part, new RegExp(`^(?:${pattern})$`, 'u')] as const,
);

function clockTime({ hour: hours, minute, am, pm, part, after }: Groups): Made | null {
  const hour = Number(hours);
  const minutes = hour * 60 + Number(minute ?? 0);
  if (minutes > 24 * 60) return null;
  const half = am ? 'am' : pm ? 'pm' : halfOf(part ?? after, hour);
  if (half === null || hour > 12 || hour === 0)
    return timed(minutes, null, hour > 12 || hours === '00');
  return timed((minutes % 720) + (half === 'pm' ? 720 : 0), half);
}

function halfOf(said: string | undefined, hour: number): Time['half'] {
  if (said === undefined) return null;
  const part = parts.find(([, pattern]) => pattern.test(said))?.[0];
  if (part === 'night') return hour < 6 || hour === 12 ? 'am' : 'pm';
  if (part === 'noon') return hour === 11 || hour === 10 ? 'am' : 'pm';
  return part === 'am' ? 'am' : 'pm';
}

function nearDate({ near = '' }: Groups, { today }: Context): Made | null {
  const ahead = nearDay.get(near);
  if (!today || ahead === undefined) return null;
  return { kind: 'dates', dates: [daysAfter(today, ahead)] };
}

function twoLetterDays({ first = '', last = '' }: Groups): Made {
  const order = twoLetters.split('|');
  return {
    kind: 'days',
    days: daysBetween(order.indexOf(first), order.indexOf(last)),
    isGeneral: false,
  };
}

/** Both included, over the end of the week where the last comes before the first. */
export const daysBetween = (first: number, last: number): number[] =>
  Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, i) => (first + i) % 7);

function datesOf(said: Groups, { country }: Context): Made {
  const given = said.year === undefined ? null : Number(said.year);
  const inYear = given !== null && given < 100 ? 2000 + given : given;
  const named = daysNamed(said, country).map((one) => ({ year: inYear, ...one }));
  const areDays = named.every((one) => isDay({ ...one, year: one.year ?? 2024 }));
  return areDays && named.length > 0 ? { kind: 'dates', dates: named } : { kind: 'unknown' };
}

function daysNamed(said: Groups, country: string): { month: number; day: number }[] {
  const { holiday, slashed, list, from, to: last } = said;
  if (holiday !== undefined) return [holidayOn.get(holiday) ?? { month: 0, day: 0 }];
  if (slashed !== undefined) return [slashedDay(slashed, country)];
  const ofMonth = monthOf.get(said.month ?? '') ?? Number(said.month);
  const days = list?.match(/\d+/gu)?.map(Number) ?? between(Number(from), Number(last ?? from));
  return days.map((day) => ({ month: ofMonth, day }));
}

const between = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) + 1 }, (_, i) => from + i);

function slashedDay(slashed: string, country: string) {
  const [one = 0, two = 0] = slashed.split('/').map(Number);
  const isMonthFirst = (country === 'US' && one <= 12) || two > 12;
  return isMonthFirst ? { month: one, day: two } : { month: two, day: one };
}

/** The words of a folded text, in order, with what each of them means here. */
export function tokensOf(folded: string, context: Context): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < folded.length;) {
    const token = tokenAt(folded, at, context);
    if (token) tokens.push(token);
    at += token?.text.length ?? 1;
  }
  return tokens;
}

/** The word or phrase that stands at a place of a folded text; null for a sign between words. */
export function tokenAt(folded: string, at: number, context: Context): Token | null {
  for (const [pattern, make] of rules) {
    pattern.lastIndex = at;
    const found = pattern.exec(folded);
    const made = found && make(found.groups ?? {}, context);
    if (found && made) return { ...made, text: found[0], at };
  }
  return null;
}
