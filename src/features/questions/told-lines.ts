import { preview } from '#features/commands/entry-text.ts';
import { WHO } from '#features/outbound/message.ts';
import type { OwnerSentences } from '#features/owner-sentences/sentences.ts';

/** A question as it is named to the owner. */
export type Told = { number: number; text: string; count?: number };

type Say = OwnerSentences['questions'];

/** Of a customer's question, where it is named to them again. */
export const LONGEST_NAMED = 200;

/** Of the words of a customer in a message that is about them alone. */
export const LONGEST_TOLD = 1_000;

const LONGEST_IN_A_LIST = 250;

const asked = (say: Say, { count = 1 }: Told) => (count > 1 ? ` ${say.customers(count)}` : '');

/** "3. Do you deliver? (2 customers)" */
const whole = (say: Say, told: Told) => `${told.number}. ${told.text}${asked(say, told)}`;

/** The same in a list, where a long one is shortened. */
function line(say: Say, told: Told): string {
  const { number, text } = told;
  if (text.length <= LONGEST_IN_A_LIST) return whole(say, told);
  const short = { ...told, text: preview(text, LONGEST_IN_A_LIST) };
  return `${whole(say, short)} ${say.shortened(number)}`;
}

/** What a customer writes to a person. */
export const passedOnText = (number: number, words: string): string =>
  `${number}, ${WHO}: ${words}`;

/** One question in full, and when it was asked last. */
export const wholeText = (say: Say, told: Told & { when: string }): string =>
  `${whole(say, told)} (${told.when})`;

export const lines = (say: Say, all: readonly Told[]): string =>
  all.map((told) => line(say, told)).join('\n');

/** What customers ask, as the owner is told; `more` do not stand in the list. */
export function questionsText(
  say: Say,
  { shop, shown, more, canQuote }: Asked & { canQuote: boolean },
): string {
  const [first] = shown;
  if (!first) return '';
  if (shown.length + more === 1) return say.one(shop, whole(say, first), first.number, canQuote);
  const list = lines(say, shown);
  const all = more > 0 ? `${list}\n${say.moreUnanswered(more)}` : list;
  return say.several(shop, all, first.number);
}

type Asked = { shop: string; shown: readonly Told[]; more: number };

/** The open questions, the one asked last first. */
export function unansweredText(
  say: Say,
  shown: readonly (Told & { when: string })[],
  total: number,
): string {
  const isAll = total <= shown.length;
  return [
    isAll ? say.unanswered : say.latestUnanswered(shown.length, total),
    ...shown.map((told) => {
      const { count = 1, when } = told;
      return `${line(say, { ...told, count: 1 })} ${say.askedWhen(count, when)}`;
    }),
    say.howToAnswerOne,
  ].join('\n');
}
