import { phrasesIn } from '#features/conversations/phrases.ts';
import { dateText } from '#features/hours/after-hours.ts';
import type { OwnerSentences } from '#features/owner-sentences/sentences.ts';
import { dayAt, weekdayOf } from '#platform/days.ts';

/** "14:05" in a time zone (IANA name). */
export const timeOfDay = (at: Date, timeZone: string): string =>
  at.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });

/** "22 November", in a language. */
export const dayOf = (at: Date, timeZone: string, language: string): string =>
  dateText(phrasesIn(language).hours, dayAt(at, timeZone));

/** "Sunday 22 November": the last day on which something is told that is not from `end` on. */
export const lastDay = (end: Date, timeZone: string, language: string): string => {
  const at = new Date(end.getTime() - 1);
  const weekday = phrasesIn(language).hours.weekdays[weekdayOf(dayAt(at, timeZone))];
  return `${weekday} ${dayOf(at, timeZone, language)}`;
};

/** "today 14:05", "3 March 14:05". */
export function dayAndTime(
  at: Date,
  now: Date,
  { timeZone, language }: { timeZone: string; language: string },
): string {
  const day = dayOf(at, timeZone, language);
  const isToday = day === dayOf(now, timeZone, language);
  const { today } = phrasesIn(language).hours;
  return `${isToday ? today : day} ${timeOfDay(at, timeZone)}`;
}

type Units = Pick<OwnerSentences['commands'], 'seconds' | 'minutes' | 'hours'>;

/** "0.4 s", "12 s", "3 min", "2 h". */
export function duration(ms: number, say: Units): string {
  const seconds = ms / 1000;
  if (seconds < 10) return say.seconds(seconds.toFixed(1));
  if (seconds < 90) return say.seconds(`${Math.round(seconds)}`);
  if (seconds < 5_400) return say.minutes(Math.round(seconds / 60));
  return say.hours(Math.round(seconds / 3600));
}
