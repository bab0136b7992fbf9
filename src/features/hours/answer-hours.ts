import type { HoursPhrases } from '#features/conversations/phrases.ts';
import { phrasesIn } from '#features/conversations/phrases.ts';
import type { Day } from '#platform/days.ts';
import { dayAt, daysAfter, minutesAt, momentOf } from '#platform/days.ts';
import { dayText, momentText } from './after-hours.ts';
import type { Hours, Span } from './hours.ts';
import { DAY_MINUTES, specialOn, spansOn } from './hours.ts';
import type { HoursOfBusiness } from './known.ts';
import { hoursOf } from './known.ts';
import { isOpenAt, nextOpening, openingAt } from './open.ts';
import type { AskedDay, AskedHours } from './question.ts';
import { isAllDay, spansIn } from './shown.ts';

type Saying = {
  hours: Hours;
  say: HoursPhrases;
  now: Date;
  timeZone: string;
  today: Day;
};

type Named = Pick<AskedDay, 'day' | 'isNear'>;
const near = (day: Day): Named => ({ day, isNear: true });

/** What a customer is told to a question about when the business is open; null where its hours do not tell. Pure. */
export function answerFromHours(
  asked: AskedHours,
  business: HoursOfBusiness,
  { now, language }: { now: Date; language: string | null },
): string | null {
  const { timeZone } = business;
  const hours = hoursOf(business);
  const say = phrasesIn(language).hours;
  const saying: Saying = { hours, say, now, timeZone, today: dayAt(now, timeZone) };
  if (asked.about === 'general' || asked.days.some((day) => !isTold(hours, day))) return null;
  if (asked.days.length > 1) {
    const days = asked.days.map((one) => ofDay(saying, one));
    return days.every((text) => text !== null) ? days.join(' ') : null;
  }
  const [day] = asked.days;
  if (asked.time && !asked.isVague)
    return ofTime(saying, asked, asked.time.minutes || DAY_MINUTES, day);
  if (!day && !asked.isVague && asked.about !== 'day') return ofNow(saying, asked);
  return dayAnswered(saying, asked, day ?? near(saying.today));
}

/** Of a holiday the week does not tell, only what was said of the very day. */
function isTold(hours: Hours, { day, isHoliday }: AskedDay): boolean {
  return !isHoliday || specialOn(hours, day) !== null;
}

/** "Yes" and "no" answer only "are you open?". */
const answering = ({ say }: Saying, { about, isVague }: AskedHours) => ({
  yes: (sentence: string) => (about === 'open' && !isVague ? say.yes(sentence) : sentence),
  no: (sentence: string) => (about === 'open' ? say.no(sentence) : sentence),
});

function ofNow(saying: Saying, asked: AskedHours): string | null {
  const { hours, say, now, timeZone, today } = saying;
  const { yes, no } = answering(saying, asked);
  const state = isOpenAt(hours, now, timeZone);
  if (state === null) return null;
  if (!state) return joined(no(closedNow(saying)), afterClosed(saying, asked));
  const opening = openingAt(hours, now, timeZone);
  const isLong = !opening || opening.closes.getTime() - now.getTime() > DAY_MINUTES * 60_000;
  if (isLong) return yes(say.openNowAndOn);
  const until = say.openNow(timeText(saying, opening.closes));
  const isWhole = asked.about === 'opens' || (spansOn(hours, today) ?? []).length > 1;
  return joined(yes(until), isWhole ? ofDay(saying, near(opening.day)) : null);
}

/** Who asks when it opens or closes hears both of the next day. */
function afterClosed(saying: Saying, { about }: AskedHours): string | null {
  const { hours, now, timeZone } = saying;
  const next = about === 'closes' ? nextOpening(hours, now, timeZone) : null;
  return next ? ofDay(saying, near(next.day)) : opensNext(saying, now);
}

/** With the reason why, where one was given for today. */
function closedNow({ hours, say, today }: Saying): string {
  const reason = reasonOn(hours, today);
  return reason === undefined ? say.closedNow : withReason(say.closedOn(say.today), reason);
}

function dayAnswered(saying: Saying, asked: AskedHours, askedDay: Named): string | null {
  const { hours, now, timeZone, today } = saying;
  const { yes, no } = answering(saying, asked);
  const { day } = askedDay;
  const spans = spansOn(hours, day);
  const told = ofDay(saying, askedDay);
  if (spans === null || told === null) return null;
  const isToday = day.day === today.day && day.month === today.month && day.year === today.year;
  if (isToday && spans.length > 0 && isOver(saying, spans)) {
    return joined(saying.say.closedNow, opensNext(saying, now));
  }
  if (spans.length > 0) return yes(told);
  const dayEnd = momentOf(daysAfter(day, 1), 0, timeZone);
  return joined(no(told), opensNext(saying, isToday ? now : new Date(dayEnd.getTime() - 1)));
}

const isOver = ({ now, timeZone, today }: Saying, spans: readonly Span[]) =>
  spans.every(({ to }) => momentOf(today, to, timeZone) <= now);

/** "We are open tomorrow, 9:00–18:00."; null where it is not known. */
function ofDay({ hours, say, today }: Saying, { day, isNear }: Named): string | null {
  const spans = spansOn(hours, day);
  if (spans === null) return null;
  const named = dayText(say, day, today, !isNear);
  const reason = reasonOn(hours, day);
  const sentence =
    spans.length === 0
      ? say.closedOn(named)
      : isAllDay(spans)
        ? say.openAllDayOn(named)
        : say.openOn(named, spansIn(say, spans, hours.clock));
  return reason === undefined ? sentence : withReason(sentence, reason);
}

const reasonOn = (hours: Hours, day: Day) => specialOn(hours, day)?.reason;

const withReason = (sentence: string, reason: string) =>
  sentence.replace(/[.।]$/u, (end) => ` (${reason})${end}`);

/** A time of which the half of the day is not said gets no yes or no, but the hours of the day. */
function ofTime(saying: Saying, asked: AskedHours, minutes: number, day?: Named): string | null {
  const { hours, timeZone } = saying;
  const isCertain = saysHalf(asked);
  const on = day ?? near(isCertain ? dayOfTime(saying, minutes) : saying.today);
  const isOpen = isOpenAt(hours, momentOf(on.day, minutes, timeZone), timeZone);
  const isClosedAllDay = spansOn(hours, on.day)?.length === 0 && isOpen === false;
  if (isClosedAllDay) return dayAnswered(saying, asked, on);
  const told = ofDay(saying, on);
  if (!isCertain || told === null || isOpen === null) return told;
  return isOpen
    ? answering(saying, asked).yes(ofDay(saying, openingDay(saying, on, minutes)) ?? told)
    : joined(closedThen(saying, asked, on, minutes), told);
}

const saysHalf = ({ time }: AskedHours) => time?.half !== null || time.is24;

function closedThen(saying: Saying, asked: AskedHours, on: Named, minutes: number): string {
  const { hours, say, today } = saying;
  const when = say.at(dayText(say, on.day, today, !on.isNear), say.time(minutes, hours.clock));
  return answering(saying, asked).no(say.closedAt(when));
}

/** The day of whose hours a time is part: after midnight it may be the one before. */
function openingDay({ hours }: Saying, on: Named, minutes: number): Named {
  const isOfDay = spansOn(hours, on.day)?.some(({ from, to }) => from <= minutes && minutes < to);
  return isOfDay ? on : { day: daysAfter(on.day, -1), isNear: false };
}

/** Today, unless that time has passed. */
function dayOfTime({ now, timeZone, today }: Saying, minutes: number): Day {
  const isPast = momentOf(today, minutes, timeZone) < now;
  return isPast ? daysAfter(today, 1) : today;
}

function opensNext({ hours, say, now, timeZone }: Saying, after: Date): string | null {
  const next = nextOpening(hours, after, timeZone);
  return next && say.opens(momentText(say, next.opens, { now, timeZone, clock: hours.clock }));
}

const timeText = ({ hours, say, timeZone }: Saying, at: Date) =>
  say.time(minutesAt(at, timeZone), hours.clock);

const joined = (...sentences: (string | null)[]) =>
  sentences.filter((sentence) => sentence !== null).join(' ');
