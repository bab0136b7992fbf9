import { preview } from '#features/commands/entry-text.ts';
import type { Change } from './open.ts';

type Offered = {
  text: string;
  end: string | null;
  weekday: string | null;
  changes: readonly Change[];
};

const quoted = (text: string) => `"${preview(text, 500)}"`;

/** What an owner hears of plain words. */
export const plainSentences = {
  offer: (offered: Offered) =>
    [
      `I understood: ${quoted(offered.text)}`,
      ...(offered.end ? [`I would tell it until the end of ${offered.end}.`] : []),
      howToAgree(offered),
    ].join('\n'),
  whichOne: (numbers: readonly number[]) =>
    `Please reply with one of the numbers ${numbers.join(', ')}, or new to keep them all, or no.`,
  sendWhole: 'I cannot tell what to put there. Please send the whole sentence once more.',
  noStatement:
    'I did not take that as something to save. To teach me something, send !add and what I should know.',
  changedMeanwhile: (number: number) =>
    `Number ${number} has changed meanwhile, so I did nothing. Please send it again.`,
  forwarded: (question: string) => `A customer asked: ${quoted(question)}`,
  wouldAnswer: (text: string) => `I would answer: ${text}`,
  replyWithAnswer: 'I do not know that yet. Reply with the answer, and I save it.',
  skipped: 'All right, I leave that question.',
} as const;

function howToAgree({ text, changes, weekday }: Offered): string {
  const [change, another] = changes;
  const everyWeek = weekday ? ` If it is so every week, reply: ${weekday}` : '';
  if (!change) return `Shall I save it? Reply yes or no.${everyWeek}`;
  if (another) {
    const list = changes.map(({ number, before }) => `${number}. ${preview(before, 200)}`);
    return `Which of these does it replace?\n${list.join('\n')}\nReply with the number, new to keep them all, or no.`;
  }
  return `${replacing(change, text)}\nReply yes to replace it, new to keep both, or no.${everyWeek}`;
}

const replacing = ({ number, before, after }: Change, text: string) =>
  after === text
    ? `It would replace number ${number}: ${quoted(before)}`
    : `It would change number ${number}: ${quoted(before)}\nto: ${quoted(after)}`;

const asked = /^A customer asked: "([^]+?)"(?:\n|$)/u;

/** The question that a message of ours told of; null where it told of none. */
export const questionToldIn = (message: string): string | null => asked.exec(message)?.[1] ?? null;
