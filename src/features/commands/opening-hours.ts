import type { OneBusiness } from '#db/tables.ts';
import type { Turn } from '#features/conversations/turn.ts';
import type { Hours, SpecialDay, Span } from '#features/hours/hours.ts';
import { hasHours, usualSpans } from '#features/hours/hours.ts';
import { hoursOf } from '#features/hours/known.ts';
import { readDays } from '#features/hours/named-days.ts';
import type { NamedDays } from '#features/hours/named-days.ts';
import { namesNearDay, readHours, readOnce } from '#features/hours/read.ts';
import { comingSpecials, namedDay, openingText, weekLines } from '#features/hours/shown.ts';
import { phrasesIn } from '#features/conversations/phrases.ts';
import { languageTo, sentencesTo } from '#features/owner-sentences/sentences.ts';
import { carriedOver, withDays, withoutDays } from '#features/hours/special-days.ts';
import { withoutSpans } from '#features/hours/draft.ts';
import type { CalendarDay } from '#features/hours/tokens.ts';
import { dayAt } from '#platform/days.ts';
import type { Act, CarryOut } from './act.ts';
import { say } from './act.ts';
import { lengthOf, preview } from './entry-text.ts';
import { daysText, understoodLines, weekText } from './hours-lines.ts';
import { unquoted } from './parse.ts';
import { findSpecialDays, setOpeningHours, setSpecialDays } from './queries.ts';

const LONGEST_HOURS = 500;
const removes = new Set(['none', 'clear', 'remove', 'delete']);
const all = new Set(['all', 'everything', 'all days']);

type Of = Turn['business'];

const sayTo = (turn: Turn) => sentencesTo(turn).hours;
const wordsFor = (turn: Turn) => phrasesIn(languageTo(turn)).hours;

export const hours: Act = (_app, turn, text) => {
  const { business } = turn;
  const sentences = sayTo(turn);
  const wanted = unquoted(text);
  if (wanted === '') return async (_tx, now) => shown(turn, now);
  if (lengthOf(wanted) > LONGEST_HOURS) {
    return say(sentences.tooLong(lengthOf(wanted), LONGEST_HOURS));
  }
  if (removes.has(wanted.toLowerCase())) return removal(turn);
  return async (tx, now) => {
    const place = placeOf(business, now);
    const once = readOnce(wanted, { country: business.country, today: place.today });
    const isOfDates = once.week.every((spans) => spans === null) && once.notUnderstood.length === 0;
    if (isOfDates && once.specialDays.length > 0) return setDates(tx, turn, wanted, now);
    if (namesNearDay(wanted, business.country)) return sentences.separateDay;
    return setText(tx, turn, wanted, now);
  };
};

function shown(turn: Turn, now: Date): string {
  const { business } = turn;
  const sentences = sayTo(turn);
  const known = hoursOf(business);
  if (!hasHours(known) && business.hours === null) return sentences.none;
  const read = readHours(business.hours ?? '', business.country);
  return [
    ...(business.hours === null ? [] : [sentences.shown(business.hours)]),
    ...understoodLines(turn, {
      ...read,
      week: hasHours(read) ? weekLines(read, wordsFor(turn)) : [],
      specials: comingSpecials(known, now, business.timeZone),
    }),
    sentences.howToChange,
  ].join('\n');
}

const removal =
  (turn: Turn): CarryOut =>
  async (tx, now) => {
    const { business } = turn;
    const sentences = sayTo(turn);
    const { today } = placeOf(business, now);
    const left = withoutDays(await findSpecialDays(tx), [], today);
    await setOpeningHours(tx, null);
    const { clock } = hoursOf(business);
    return [sentences.removed, ...keptLines(turn, left, clock)].join('\n');
  };

const keptLines = (turn: Turn, kept: readonly SpecialDay[], clock: Hours['clock']) =>
  kept.length > 0 ? [`${sayTo(turn).kept}\n${daysText(turn, kept, clock)}`] : [];

/** Dates that were named before, in the former text or one by one, hold on. */
async function setText(tx: OneBusiness, turn: Turn, text: string, now: Date): Promise<string> {
  const { business } = turn;
  const sentences = sayTo(turn);
  const { today, timeZone, country } = placeOf(business, now);
  const known = withoutDays(await findSpecialDays(tx), [], today);
  const carried = carriedOver(business.hours, text, { country, today, known });
  const kept = [...carried, ...known];
  await setOpeningHours(tx, text);
  await setSpecialDays(tx, kept);
  const read = readHours(text, country);
  const isChanged = business.hours !== null && business.hours !== text;
  return [
    sentences.set(text),
    ...(hasHours(read) ? [] : [sentences.nothingRead]),
    ...(hasHours(read)
      ? understoodLines(turn, {
          ...read,
          week: weekLines(read, wordsFor(turn)),
          specials: comingSpecials(read, now, timeZone),
        })
      : []),
    ...keptLines(turn, kept, read.clock),
    ...(isChanged && business.hours ? [sentences.before(preview(business.hours, 300))] : []),
  ].join('\n');
}

/** "!hours 24 Dec 9-13, 25 Dec closed": the week stays. */
async function setDates(tx: OneBusiness, turn: Turn, text: string, now: Date): Promise<string> {
  const { business } = turn;
  const place = placeOf(business, now);
  const { specialDays } = readOnce(text, place);
  let known = await findSpecialDays(tx);
  const set: SpecialDay[] = [];
  for (const { spans, ...date } of specialDays) {
    const [day] = datesFrom(readDays(dateText(date), place));
    if (!day) return sayTo(turn).over;
    known = withDays(known, [day], { spans, reason: null }, place.today);
    set.push({ ...day, spans });
  }
  await setSpecialDays(tx, known);
  return sayTo(turn).daySet(daysText(turn, set, clockOf(business, text)));
}

const datesFrom = (named: NamedDays): CalendarDay[] => (named.kind === 'days' ? named.days : []);

const dateText = ({ year, month, day }: CalendarDay) =>
  year === null ? namedDay({ year, month, day }).replace(/,.*/u, '') : `${year}-${month}-${day}`;

export const closed: Act = (_app, turn, text) => {
  const { business } = turn;
  const wanted = unquoted(text);
  if (wanted === '') return say(sayTo(turn).howToClose);
  return async (tx, now) => {
    const named = readDays(wanted, placeOf(business, now));
    if (named.kind !== 'days') return whyNot(turn, named.kind, wanted);
    return setDays(tx, turn, named, (day) => closedSpans(business, day, named.spans), now);
  };
};

/** "!closed tomorrow 14-16" leaves the rest of the day. */
function closedSpans(business: Of, day: CalendarDay, spans: readonly Span[] | null) {
  if (!spans) return [];
  const usual =
    day.year === null ? null : usualSpans(hoursOf(business), { ...day, year: day.year });
  return usual && withoutSpans(usual, spans);
}

export const open: Act = (_app, turn, text) => {
  const { business } = turn;
  const sentences = sayTo(turn);
  const wanted = unquoted(text);
  if (wanted === '') return say(sentences.howToOpen);
  return async (tx, now) => {
    if (all.has(wanted.toLowerCase())) {
      await setSpecialDays(tx, []);
      return sentences.allTakenBack;
    }
    const named = readDays(wanted, placeOf(business, now));
    if (named.kind !== 'days') return whyNot(turn, named.kind, wanted);
    if (named.reason !== null) {
      return sentences.noReasonWithHours(preview(named.reason, 60));
    }
    if (named.spans) return setDays(tx, turn, named, () => named.spans, now);
    return takeBack(tx, turn, named.days, now);
  };
};

function whyNot(turn: Turn, kind: Exclude<NamedDays['kind'], 'days'>, text: string): string {
  const sentences = sayTo(turn);
  return kind === 'none'
    ? `${sentences.noDay(preview(text, 60))} ${sentences.howToClose}`
    : sentences[kind];
}

async function setDays(
  tx: OneBusiness,
  turn: Turn,
  { days, reason }: Extract<NamedDays, { kind: 'days' }>,
  spansFor: (day: CalendarDay) => readonly Span[] | null,
  now: Date,
): Promise<string> {
  const { business } = turn;
  const { today } = placeOf(business, now);
  let known = await findSpecialDays(tx);
  for (const day of days) {
    const spans = spansFor(day);
    if (spans === null) return sayTo(turn).part;
    known = withDays(known, [day], { spans, reason }, today);
  }
  await setSpecialDays(tx, known);
  return sayTo(turn).daySet(daysText(turn, known.slice(-days.length), clockOf(business)));
}

/** What the text of the hours says of the day itself is taken back, too. */
async function takeBack(
  tx: OneBusiness,
  turn: Turn,
  days: readonly CalendarDay[],
  now: Date,
): Promise<string> {
  const { business } = turn;
  const words = wordsFor(turn);
  const { today, country } = placeOf(business, now);
  const before = await findSpecialDays(tx);
  const inText = readHours(business.hours ?? '', country);
  const isIn = (known: readonly SpecialDay[], { month, day, year }: CalendarDay) =>
    known.some((one) => one.month === month && one.day === day && (one.year ?? year) === year);
  const left = withoutDays(before, days, today);
  const overruled = days.filter((day) => isIn([...inText.specialDays, ...left], day));
  await setSpecialDays(tx, withDays(left, overruled, { spans: null, reason: null }, today));
  const usual = days.map((day) => {
    const spans = day.year === null ? null : usualSpans(inText, { ...day, year: day.year });
    return `${namedDay(day, words)}: ${spans ? openingText(spans, inText.clock, words) : words.asUsual}`;
  });
  const wasSet = days.some((day) => isIn(before, day)) || overruled.length > 0;
  const sentences = sayTo(turn);
  return wasSet ? sentences.takenBack(weekText(usual)) : sentences.nothingSet(weekText(usual));
}

const clockOf = (business: Of, text = '') =>
  business.hours === null ? readHours(text, business.country).clock : hoursOf(business).clock;

const placeOf = ({ timeZone, country }: Of, now: Date) => ({
  now,
  timeZone,
  country,
  today: dayAt(now, timeZone),
});
