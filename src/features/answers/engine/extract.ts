import { buildIndex, search } from './engine.ts';
import type { Found } from './engine.ts';

/** A reply is never longer (UTF-16 units). */
const LONGEST = 500;
const BETWEEN = '\n\n';
const MARK = '…';
/** A sentence ends at its mark before a space and a new beginning, or at a line's end. */
const SENTENCE = /[^\n]+?(?:[.!?।॥…]+["'”’)]*(?=\s+[\p{Lu}\p{Lo}\p{N}"'“‘¿¡•*(-])|(?=\n)|$)/gu;

/**
 * What to tell the customer: the whole entry up to 500 characters, else its best sentence grown with its neighbours.
 * Two entries only where the question has parts that they answer together. Empty when nothing was found.
 */
export function extract(question: string, found: Found): string {
  const told = found.together ?? found.hits.slice(0, 1);
  const room = Math.floor(
    (LONGEST - BETWEEN.length * (told.length - 1)) / Math.max(1, told.length),
  );
  return told.map(({ text }) => passage(question, text.trim(), room)).join(BETWEEN);
}

type Span = { start: number; end: number };

function passage(question: string, text: string, room: number): string {
  if (text.length <= room) return text;
  const sentences = sentencesOf(text);
  const best = bestOf(question, text, sentences);
  const { start, end } = grown(sentences, best, room);
  return clipped(text.slice(start, end).trim(), room);
}

const sentencesOf = (text: string): Span[] =>
  [...text.matchAll(SENTENCE)]
    .filter(([sentence]) => sentence.trim() !== '')
    .map((found) => ({ start: found.index, end: found.index + found[0].length }));

function bestOf(question: string, text: string, sentences: readonly Span[]): number {
  const entries = sentences.map(({ start, end }, at) => ({
    id: String(at),
    text: text.slice(start, end),
  }));
  const [best] = search(buildIndex(entries), question, 1).hits;
  return Number(best?.id ?? 0);
}

/** The best sentence with as many of those after it, then before it, as there is room for. */
function grown(sentences: readonly Span[], best: number, room: number): Span {
  let [first, last] = [best, best];
  const fits = (from: number, to: number) => {
    const [start, end] = [sentences[from]?.start, sentences[to]?.end];
    return start !== undefined && end !== undefined && end - start <= room;
  };
  while (fits(first, last + 1)) last++;
  while (fits(first - 1, last)) first--;
  return { start: sentences[first]?.start ?? 0, end: sentences[last]?.end ?? 0 };
}

/** Cut after a whole word, or, in a word longer than the room, after a whole character as people see it. */
function clipped(text: string, room: number): string {
  if (text.length <= room) return text;
  const most = room - MARK.length;
  const space = text.slice(0, most + 1).search(/\s+\S*$/u);
  return (space > 0 ? text.slice(0, space) : wholeCharacters(text, most)) + MARK;
}

function wholeCharacters(text: string, most: number): string {
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(text)) {
    if (index + segment.length > most) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}
