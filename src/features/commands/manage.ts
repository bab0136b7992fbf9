import type { Stats } from '#features/analytics/queries.ts';
import { statsOf } from '#features/analytics/queries.ts';
import { startOfDay } from '#platform/days.ts';
import { countEntries } from '#features/knowledge/queries.ts';
import type { Question } from '#features/questions/queries.ts';
import { findQuestion, openQuestions } from '#features/questions/queries.ts';
import { languageTo, sentencesTo } from '#features/owner-sentences/sentences.ts';
import type { OwnerSentences } from '#features/owner-sentences/sentences.ts';
import { unansweredText, wholeText } from '#features/questions/told-lines.ts';
import type { Act } from './act.ts';
import { say } from './act.ts';
import type { CommandName } from './parse.ts';
import { commands, readNumber } from './parse.ts';
import { setPaused } from './queries.ts';
import { dayAndTime, duration } from './times.ts';

const DAY_MS = 24 * 3_600_000;
const MOST_UNANSWERED = 10;

export const help: Act = ({ config }, turn) => {
  const { help: lines, commands: sentences } = sentencesTo(turn);
  const names = (Object.keys(commands) as CommandName[]).filter(
    (name) => name !== 'register' || config.registrationByWhatsapp,
  );
  return say([sentences.sendMe, ...names.map((name) => lines[name])].join('\n'));
};

export const pause: Act = (_app, turn) => {
  const sentences = sentencesTo(turn).commands;
  if (turn.business.isPaused) return say(sentences.pausedAlready);
  return async (tx, now) => {
    await setPaused(tx, now);
    return sentences.paused;
  };
};

export const resume: Act = (_app, turn) => {
  const sentences = sentencesTo(turn).commands;
  if (!turn.business.isPaused) return say(sentences.notPaused);
  return async (tx) => {
    await setPaused(tx, null);
    return sentences.resumed;
  };
};

export const stats: Act = (_app, turn) => async (tx, now) => {
  const say = sentencesTo(turn).commands;
  const today = await statsOf(tx, { since: startOfDay(now, turn.business.timeZone), now });
  const week = await statsOf(tx, { since: new Date(now.getTime() - 7 * DAY_MS), now });
  return say.stats(counted(say, today), counted(say, week), await countEntries(tx));
};

function counted(say: OwnerSentences['commands'], stats: Stats): string {
  const { questions, answered, unanswered: missed, medianResponseMs } = stats;
  if (questions === 0) return say.noQuestions;
  const took = medianResponseMs === null ? null : duration(medianResponseMs, say);
  return say.counts(questions, answered, missed, took);
}

export const unanswered: Act = (_app, turn, text) => async (tx, now) => {
  const say = sentencesTo(turn);
  const where = { timeZone: turn.business.timeZone, language: languageTo(turn) };
  const whenOf = ({ lastAskedAt }: Question) => dayAndTime(lastAskedAt, now, where);
  const number = readNumber(text);
  const asked = number === null ? undefined : await findQuestion(tx, number);
  if (asked) return wholeText(say.questions, { ...asked, when: whenOf(asked) });
  if (number !== null) return say.questions.noSuchQuestion(number);
  const since = new Date(now.getTime() - 30 * DAY_MS);
  const { questions, total } = await openQuestions(tx, { since, limit: MOST_UNANSWERED });
  if (total === 0) return say.commands.allAnswered;
  const told = questions.map((question) => ({
    ...question,
    when: whenOf(question),
  }));
  return unansweredText(say.questions, told, total);
};
