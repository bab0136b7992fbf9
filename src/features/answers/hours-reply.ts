import { phrasesIn } from '#features/conversations/phrases.ts';
import { answerFromHours } from '#features/hours/answer-hours.ts';
import { comingDays } from '#features/hours/coming.ts';
import { spansOn } from '#features/hours/hours.ts';
import type { HoursOfBusiness } from '#features/hours/known.ts';
import { hoursOf } from '#features/hours/known.ts';
import { namesDay } from '#features/hours/names-day.ts';
import type { AskedHours } from '#features/hours/question.ts';
import { askedHours } from '#features/hours/question.ts';
import { dayAt } from '#platform/days.ts';
import type { Asked, Reply } from './answer.ts';
import type { Found, Hit } from './engine/engine.ts';
import { extract } from './engine/extract.ts';
import { HOURS_ID } from './knowledge-index.ts';
import { detectLanguage } from './language.ts';

type HoursReply = Extract<Reply, { kind: 'answered' }>;

/**
 * The reply to a question about when the business itself is open: the entry that speaks of that very day, else what its
 * hours tell; null where they do not.
 */
export function replyFromHours(asked: Asked, found: Found, now: Date): HoursReply | null {
  const question = questionIn(asked, now);
  if (!question) return null;
  const language = languageOf(asked);
  const text = answerFromHours(question, asked, { now, language });
  if (text === null) return null;
  const entry = found.hits.find((hit) => isMoreSpecific(hit, question, asked, now));
  const said = { kind: 'answered', confidence: 1, by: 'engine', language } as const;
  if (!entry) {
    const sources = [{ id: HOURS_ID, text: asked.hours ?? text }];
    return { ...said, text: withWeek(text, question, asked, language), sources };
  }
  const { together: _together, ...rest } = found;
  const told = extract(asked.question, { ...rest, hits: [entry] });
  return { ...said, text: told, sources: [{ id: entry.id, text: entry.text }] };
}

const LONGEST_WEEK = 300;

/** Who asks when it opens or closes, and names no day, may mean any day. */
function withWeek(
  text: string,
  { about, days, isNow }: AskedHours,
  { hours }: Asked,
  language: string,
): string {
  const isAnyDay = (about === 'opens' || about === 'closes') && days.length === 0 && !isNow;
  if (!isAnyDay || hours === null || hours.length > LONGEST_WEEK) return text;
  return `${text}\n${phrasesIn(language).hoursLabel}: ${hours}`;
}

/** A reply about the opening hours as a whole, with the special days that come. */
export function withComingDays(reply: Reply, asked: Asked, now: Date): Reply {
  if (reply.kind === 'unknown' || asked.specialDays.length === 0) return reply;
  const isFromHours = reply.sources.some(({ id }) => id === HOURS_ID);
  if (!isFromHours && questionIn(asked, now)?.about !== 'general') return reply;
  const coming = comingDays(asked, { now, language: languageOf(asked) });
  return { ...reply, text: [reply.text, ...coming].join('\n') };
}

const questionIn = (asked: Asked, now: Date): AskedHours | null =>
  asked.hours === null && asked.specialDays.length === 0
    ? null
    : askedHours(asked.question, { ...asked, now });

const languageOf = ({ language, question }: Asked) => language ?? detectLanguage(question);

function isMoreSpecific(
  { id, text }: Hit,
  { days }: AskedHours,
  business: HoursOfBusiness,
  now: Date,
): boolean {
  if (id === HOURS_ID) return false;
  const { country, timeZone } = business;
  const hours = hoursOf(business);
  const today = dayAt(now, timeZone);
  const about = days.length > 0 ? days.map(({ day }) => day) : [today];
  return about.some((day) => {
    const isOpen = (spansOn(hours, day)?.length ?? 0) > 0;
    return namesDay(text, { day, isOpen }, { country, today });
  });
}
