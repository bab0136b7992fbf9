import { LONGEST_MESSAGE, preview } from '#features/commands/entry-text.ts';
import type { OwnerSentences } from '#features/owner-sentences/sentences.ts';
import { MOST_PAGES } from '#platform/reading/read.ts';
import type { Why } from '#platform/reading/read.ts';

type Say = OwnerSentences['documents'];

export type Unread = { name: string; what?: string | undefined; pages?: number | undefined };

/** Why a file cannot be read, and what may be sent instead. */
export function unreadableText(
  { unreadable: say }: OwnerSentences,
  because: Why,
  { name, what = '', pages = 0 }: Unread,
): string {
  if (because !== 'unsupported') return say[because](name, pages, MOST_PAGES);
  const instead: Record<string, string> = {
    XLSX: say.insteadOfSheet,
    XLS: say.insteadOfSheet,
    CFB: say.insteadOfOldOffice,
  };
  const why = what === '' ? say.unsupported(name) : say.unsupportedKind(name, what);
  return `${why} ${instead[what] ?? say.readable}`;
}

export type Found = { name: string; number: number; texts: readonly string[]; known: number };

/** What was found in a file, and whether to save it. */
export const foundText = (say: Say, { name, number, texts, known }: Found): string =>
  [
    say.found(texts.length, name),
    ...numbered(say, texts),
    ...(known > 0 ? [say.moreKnown(known)] : []),
    say.saveFound(texts.length, number),
  ].join('\n');

const MOST_SHOWN = 8;

/** The first few, and how many there are besides. */
function numbered(say: Say, texts: readonly string[]): string[] {
  const shown = texts.length > MOST_SHOWN + 1 ? texts.slice(0, MOST_SHOWN) : texts;
  const lines: string[] = [];
  for (const [i, text] of shown.entries()) {
    const line = `${i + 1}. ${preview(text, 110)}`;
    if (lines.join('\n').length + line.length > LONGEST_MESSAGE - 350) break;
    lines.push(line);
  }
  const rest = texts.length - lines.length;
  return rest > 0 ? [...lines, say.moreFound(rest)] : lines;
}

export type Source = {
  number: number;
  name: string;
  count: number;
  day: string;
  isWaiting: boolean;
};

/** The files that were learned from; `more` older ones are not shown. */
export const sourcesText = (say: Say, all: readonly Source[], more: number): string =>
  [
    say.sources,
    ...all.map(({ number, name, count, day, isWaiting }) => {
      const text = isWaiting ? say.sourceWaits(name, count, number) : say.source(name, count, day);
      return `${number}. ${text}`;
    }),
    ...(more > 0 ? [say.olderOnes(more)] : []),
    say.howToSeeOne,
  ].join('\n');

export type Inside = {
  number: number;
  name: string;
  texts: readonly { place: number; text: string }[];
  page: number;
  pages: number;
  total: number;
  isWaiting: boolean;
};

/** A page of what is known from a file. */
export function insideText(say: Say, inside: Inside): string {
  const { number, name, texts, page, pages, total, isWaiting } = inside;
  const heading = say.inside(name, number, total);
  return [
    pages > 1 ? `${heading}, ${say.page(page, pages)}` : heading,
    ...texts.map(({ place, text }) => `${place}. ${preview(text, 120)}`),
    ...(page < pages ? [say.next(`!sources ${number} ${page + 1}`)] : []),
    ...(isWaiting ? [say.saveWaiting(total, number)] : []),
  ].join('\n');
}
