import { answerFromHours } from '#features/hours/answer-hours.ts';
import { comingDays } from '#features/hours/coming.ts';
import type { HoursOfBusiness } from '#features/hours/known.ts';
import { namesDay } from '#features/hours/names-day.ts';
import type { AskedHours } from '#features/hours/question.ts';
import { askedHours } from '#features/hours/question.ts';
import { dayAt } from '#platform/days.ts';
import type { Asked, Reply } from './answer.ts';
import type { Hit } from './engine/engine.ts';
import { HOURS_ID } from './knowledge-index.ts';
import { detectLanguage } from './language.ts';

type HoursReply = Extract<Reply, { kind: 'answered' }>;

/**
 * The reply to a question about when the business itself is open, read from its hours; null where they do not tell, or
 * where an entry speaks of that very day.
 */
export function replyFromHours(asked: Asked, hits: readonly Hit[], now: Date): HoursReply | null {
  const question = questionIn(asked, now);
  if (!question) return null;
  const language = languageOf(asked);
  const text = answerFromHours(question, asked, { now, language });
  if (text === null || hits.some((hit) => isMoreSpecific(hit, question, asked, now))) return null;
  const sources = [{ id: HOURS_ID, text: asked.hours ?? text }];
  return { kind: 'answered', text, sources, confidence: 1, by: 'engine', language };
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
  { country, timeZone }: HoursOfBusiness,
  now: Date,
): boolean {
  if (id === HOURS_ID) return false;
  const today = dayAt(now, timeZone);
  const about = days.length > 0 ? days.map(({ day }) => day) : [today];
  return about.some((day) => namesDay(text, day, { country, today }));
}
