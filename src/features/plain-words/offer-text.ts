import { preview } from '#features/commands/entry-text.ts';
import { LANGUAGES } from '#features/conversations/languages.ts';
import type { OwnerSentences } from '#features/owner-sentences/sentences.ts';
import { sentencesIn } from '#features/owner-sentences/sentences.ts';
import type { Change } from './open.ts';

type Say = OwnerSentences['offers'];

type Offered = {
  text: string;
  end: string | null;
  weekday: string | null;
  changes: readonly Change[];
};

const LONGEST = 500;

/** What was understood of plain words, and how to agree. */
export const offerText = (say: Say, offered: Offered): string =>
  [
    say.understood(preview(offered.text, LONGEST)),
    ...(offered.end ? [say.wouldTellUntil(offered.end)] : []),
    howToAgree(say, offered),
  ].join('\n');

function howToAgree(say: Say, { text, changes, weekday }: Offered): string {
  const [change, another] = changes;
  const everyWeek = weekday ? ` ${say.everyWeek(weekday)}` : '';
  if (!change) return `${say.shallISave}${everyWeek}`;
  if (another) {
    const list = changes.map(({ number, before }) => `${number}. ${preview(before, 200)}`);
    return say.replacesWhich(list.join('\n'));
  }
  return `${replacing(say, change, text)}\n${say.replaceOrNew}${everyWeek}`;
}

function replacing(say: Say, { number, before, after }: Change, text: string): string {
  const was = preview(before, LONGEST);
  return after === text
    ? say.replaces(number, was)
    : say.changes(number, was, preview(after, LONGEST));
}

/** A customer's question, as the owner is told of it. */
export const customerAskedText = (say: Say, question: string): string =>
  say.customerAsked(preview(question, LONGEST));

const HERE = '\u{F8FF}';
const frames = LANGUAGES.map((language) => {
  const [before = '', after = ''] = sentencesIn(language).offers.customerAsked(HERE).split(HERE);
  return { before, after };
});

/** The question that a message of ours told of; null where it told of none. */
export function questionToldIn(message: string): string | null {
  const [line = ''] = message.split('\n');
  const frame = frames.find(({ before, after }) => line.startsWith(before) && line.endsWith(after));
  return frame ? line.slice(frame.before.length, line.length - frame.after.length) : null;
}
