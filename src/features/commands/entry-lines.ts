import type { OwnerSentences } from '#features/owner-sentences/sentences.ts';
import { LONGEST_MESSAGE, preview } from './entry-text.ts';

/** `end` is the last day on which it is told. */
export type Numbered = { number: number; text: string; end?: string | null; hasEnded?: boolean };

type Say = OwnerSentences['commands'];

/** As much of an entry as an owner needs to know it again. */
export const recalled = (text: string): string => preview(text, 900);

const noteOn = (say: Say, { end, hasEnded }: Numbered) =>
  end ? ` (${hasEnded ? say.ended(end) : say.until(end)})` : '';

const line = (say: Say, entry: Numbered) =>
  `${entry.number}. ${preview(entry.text)}${noteOn(say, entry)}`;

/** What an owner hears of what was just saved. */
export function savedText(say: Say, saved: readonly Numbered[]): string {
  const [only, another] = saved;
  if (!only || another) return `${say.savedSeveral(saved.length)}\n${first(say, saved)}`;
  const told = only.end ? [say.toldUntil(only.end)] : [];
  return [say.saved(only.number, preview(only.text, 300)), ...told].join('\n');
}

/** As many as fit into one message, and how many more there are. */
function first(say: Say, entries: readonly Numbered[]): string {
  const shown: string[] = [];
  for (const entry of entries) {
    if (shown.join('\n').length > LONGEST_MESSAGE - 300) break;
    shown.push(line(say, entry));
  }
  const rest = entries.length - shown.length;
  return [...shown, ...(rest > 0 ? [say.andMore(rest)] : [])].join('\n');
}

const MOST_NUMBERS = 20;

export function knownText(say: Say, numbers: readonly number[]): string {
  const [only = 0] = numbers;
  if (numbers.length === 1) return say.knownAlready(only);
  const shown = numbers.slice(0, MOST_NUMBERS).join(', ');
  const more = numbers.length > MOST_NUMBERS ? ' ...' : '';
  return say.severalKnown(numbers.length, `${shown}${more}`);
}

type Page = { entries: readonly Numbered[]; total: number; page: number; pages: number };

export function pageText(say: Say, { entries, total, page, pages }: Page): string {
  const heading = pages > 1 ? say.knownOnPage(total, page, pages) : say.known(total);
  const more = page < pages ? ['', say.nextPage(page + 1)] : [];
  return [heading, ...entries.map((entry) => line(say, entry)), ...more].join('\n');
}

export function foundText(say: Say, entries: readonly Numbered[], total: number): string {
  const isAll = total <= entries.length;
  const heading = isAll ? say.found(total) : say.foundBest(total, entries.length);
  return [heading, ...entries.map((entry) => line(say, entry))].join('\n');
}

export const shownText = (say: Say, entry: Numbered): string =>
  `${say.number(entry.number, noteOn(say, entry))}\n${entry.text}`;
