import type { Found, Index } from './engine/engine.ts';
import { isConfident, rankingOf, search } from './engine/engine.ts';
import { figuresOf } from './engine/figures.ts';
import type { Weighed } from './engine/rank.ts';
import type { Term } from './engine/terms.ts';
import { read } from './engine/terms.ts';
import type { Said } from './follow-up.ts';
import { contentOf, saysSomething, restored, withoutJoining } from './follow-up.ts';

/** What the engine found, and the question that it found it for. */
export type Sought = { found: Found; question: string };

/**
 * Searches for a question, with what it leaves out taken from the talk. What was found so counts only where it has what
 * the message itself asks about; a message that says nothing by itself is
 * not answered without the talk.
 */
export function seek(
  index: Index,
  question: string,
  history: readonly Said[],
  limit: number,
): Sought {
  const whole = restored(question, history);
  if (whole === null) return { found: search(index, question, limit), question };
  const found = search(index, whole, limit);
  if (isConfident(found) && meets(index, found, question, whole)) return { found, question: whole };
  if (saysSomething(question)) return { found: search(index, question, limit), question };
  return { found: { hits: found.hits, confidence: 0 }, question: whole };
}

/** A match below this is only of something related. */
const FAR = 0.5;

/**
 * Whether the first hit has each thing that the message names, something of what was spoken of before, and what is asked
 * of it: a price, a time, a place. Opening hours tell of every day.
 */
function meets(index: Index, { hits: [hit] }: Found, message: string, whole: string): boolean {
  if (!hit) return false;
  const at = index.entries.findIndex(({ id }) => id === hit.id);
  const has = ({ entries }: Weighed) => (entries.get(at)?.quality ?? 0) >= FAR;
  const rest = withoutJoining(message);
  const told = conceptsIn(hit.text);
  const { things, times } = contentOf(rest);
  const weighed = rankingOf(index, whole).weighed.filter(({ term }) => term.role === 'whole');
  const isOf = (some: readonly Term[]) => (one: Weighed) =>
    some.some(({ text }) => text === one.term.text);
  const before = weighed.filter((one) => isThing(one.term.text) && !isOf(things)(one));
  return (
    weighed.filter(isOf(things)).every(has) &&
    (before.length === 0 || before.some(has)) &&
    (told.has('hours') || weighed.filter(isOf(times)).every(has)) &&
    kindsAsked(rest).every((kinds) => kinds.some((kind) => told.has(kind)))
  );
}

const isThing = (text: string) => contentOf(text).things.length > 0;

const PRICE = ['price', 'free'];
const KINDS: Record<string, readonly string[]> = {
  '@howmuch': PRICE,
  '@when': ['hours', 'deadline', 'duration'],
  '@where': ['location', 'website'],
  price: PRICE,
  free: PRICE,
  duration: ['duration'],
  deadline: ['deadline', 'hours'],
};

function kindsAsked(message: string): (readonly string[])[] {
  const asked = [...read(message, null).asks];
  const aspects = contentOf(message).aspects.flatMap(({ concepts }) => concepts);
  return [...asked, ...aspects].flatMap((one) => (KINDS[one] ? [KINDS[one]] : []));
}

const conceptsIn = (text: string): ReadonlySet<string> =>
  new Set([
    ...figuresOf(text).map(({ concept }) => concept),
    ...read(text, null).terms.flatMap(({ concepts }) => concepts),
  ]);
