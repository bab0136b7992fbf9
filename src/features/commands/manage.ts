import type { Stats } from '#features/analytics/queries.ts';
import { statsOf } from '#features/analytics/queries.ts';
import { startOfDay } from '#platform/days.ts';
import { countEntries } from '#features/knowledge/queries.ts';
import type { Question } from '#features/questions/queries.ts';
import { findQuestion, openQuestions } from '#features/questions/queries.ts';
import { aboutQuestions } from '#features/questions/sentences.ts';
import type { Act } from './act.ts';
import { say } from './act.ts';
import type { CommandName } from './parse.ts';
import { commands, readNumber } from './parse.ts';
import { setPaused } from './queries.ts';
import { sentences } from './sentences.ts';
import { dayAndTime, duration } from './times.ts';

const DAY_MS = 24 * 3_600_000;
const MOST_UNANSWERED = 10;

export const help: Act = ({ config }) => {
  const names = Object.keys(commands) as CommandName[];
  return say(
    sentences.help(names.filter((name) => name !== 'register' || config.registrationByWhatsapp)),
  );
};

export const pause: Act = (_app, { business }) => {
  if (business.isPaused) return say(sentences.pausedAlready);
  return async (tx, now) => {
    await setPaused(tx, now);
    return sentences.paused;
  };
};

export const resume: Act = (_app, { business }) => {
  if (!business.isPaused) return say(sentences.notPaused);
  return async (tx) => {
    await setPaused(tx, null);
    return sentences.resumed;
  };
};

export const stats: Act =
  (_app, { business }) =>
  async (tx, now) => {
    const today = await statsOf(tx, { since: startOfDay(now, business.timeZone), now });
    const week = await statsOf(tx, { since: new Date(now.getTime() - 7 * DAY_MS), now });
    return sentences.stats(counted(today), counted(week), await countEntries(tx));
  };

const counted = ({ questions, answered, unanswered, medianResponseMs }: Stats) =>
  questions === 0
    ? sentences.noQuestions
    : sentences.counts(
        questions,
        answered,
        unanswered,
        medianResponseMs === null ? null : duration(medianResponseMs),
      );

export const unanswered: Act =
  (_app, { business }, text) =>
  async (tx, now) => {
    const whenOf = ({ lastAskedAt }: Question) => dayAndTime(lastAskedAt, now, business.timeZone);
    const number = readNumber(text);
    const asked = number === null ? undefined : await findQuestion(tx, number);
    if (asked) return aboutQuestions.whole({ ...asked, when: whenOf(asked) });
    if (number !== null) return aboutQuestions.noSuchQuestion(number);
    const since = new Date(now.getTime() - 30 * DAY_MS);
    const { questions, total } = await openQuestions(tx, { since, limit: MOST_UNANSWERED });
    if (total === 0) return sentences.allAnswered;
    const told = questions.map((question) => ({
      ...question,
      when: whenOf(question),
    }));
    return aboutQuestions.list(told, total);
  };
