import type { NamedDay } from '#features/hours/draft.ts';
import type { Hours, SpecialDay } from '#features/hours/hours.ts';
import { namedDay, specialLines } from '#features/hours/shown.ts';
import { phrasesIn } from '#features/conversations/phrases.ts';
import { languageTo, sentencesTo } from '#features/owner-sentences/sentences.ts';
import type { SpokenTo } from '#features/owner-sentences/sentences.ts';

const listed = (all: readonly string[]) => all.map((line) => `- ${line}`).join('\n');

const under = (title: string, all: readonly string[]) =>
  all.length === 0 ? [] : [`${title}\n${listed(all)}`];

const MOST_DAYS = 15;

/** Days that differ from the usual hours, a line each, in the owner's language. */
export function daysText(
  to: SpokenTo,
  specials: readonly SpecialDay[],
  clock: Hours['clock'],
): string {
  return listed(daysOf(to, specials, clock));
}

function daysOf(to: SpokenTo, specials: readonly SpecialDay[], clock: Hours['clock']): string[] {
  const all = specialLines(specials, clock, phrasesIn(languageTo(to)).hours);
  if (all.length <= MOST_DAYS) return all;
  return [...all.slice(0, MOST_DAYS), sentencesTo(to).commands.andMore(all.length - MOST_DAYS)];
}

export const weekText = listed;

type Understood = {
  week: readonly string[];
  specials: readonly SpecialDay[];
  notUnderstood: readonly string[];
  twice: readonly NamedDay[];
  clock: Hours['clock'];
};

/** What was made of the text of opening hours. */
export function understoodLines(
  to: SpokenTo,
  { week, specials, notUnderstood, twice, clock }: Understood,
): string[] {
  const say = sentencesTo(to).hours;
  const words = phrasesIn(languageTo(to)).hours;
  const unclear = notUnderstood.map((text) => `"${text}"`).join(', ');
  const doubled = twice.map((day) => namedDay(day, words)).join(', ');
  return [
    ...under(say.understood, week),
    ...under(say.specialDays, daysOf(to, specials, clock)),
    ...(notUnderstood.length > 0 ? [say.notUnderstood(unclear)] : []),
    ...(twice.length > 0 ? [say.saidTwice(doubled)] : []),
  ];
}
