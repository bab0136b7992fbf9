import { confidenceOf, signsOf } from './confidence.ts';
import { gramsOf } from './grams.ts';
import type { Grams } from './grams.ts';
import { invert } from './inverted.ts';
import type { Inverted } from './inverted.ts';
import { endingsOf, questionsIn, stretchesOf, thingsIn } from './parts.ts';
import { rank } from './rank.ts';
import type { Ranking } from './rank.ts';
import { read } from './terms.ts';

export type Entry = { id: string; text: string };
export type Hit = { id: string; text: string; score: number };

/**
 * `hits` best first; `confidence`, 0..1, that the first one answers the question. `together`, in the order of the
 * question's parts, are the hits that answer it only together: two or more, and the first of `hits`.
 */
export type Found = { hits: Hit[]; confidence: number; together?: readonly Hit[] };

/** What `buildIndex` makes of a business's entries; only `search` looks inside. */
export type Index = {
  readonly entries: readonly Entry[];
  readonly inverted: Inverted;
  readonly grams: Map<number, Grams>;
};

/** Indexes the entries of one business; it keeps no more than them, and forgets them with the index. */
export function buildIndex(entries: readonly Entry[]): Index {
  return { entries, inverted: invert(entries.map(({ text }) => text)), grams: new Map() };
}

/** Finds at most `limit` entries for a question in any of the engine's languages, whatever language they are in. */
export function search(index: Index, question: string, limit = 5): Found {
  const whole = lookUp(index, question, limit);
  const look = (part: string) => lookUp(index, part, limit);
  const [first = question, ...others] = questionsIn(question, index.inverted.home);
  const isSeveral = others.length > 0;
  const things = isSeveral ? [first, ...others] : thingsIn(first, index.inverted.home);
  const both = joined(whole, things.map(look), limit);
  if (both.together) return both;
  const asking = isSeveral ? question : first;
  const asked = [asking, ...endingsOf(asking, index.inverted.home)]
    .filter((part) => part !== question)
    .map((part) => asPartOf(whole, look(part)));
  const isSame = (one: Found) => one.hits[0]?.id === whole.hits[0]?.id;
  const same = [whole, ...asked.filter(isSame)].reduce(surerOf);
  const sure = isConfident(same) ? same : surer(same, stretchesOf(asking).map(look));
  return asked.reduce(surerOf, sure);
}

const CONFIDENT = 0.53;
/** The answer to a part is among the first hits of the whole message; the surer, the earlier it is there. */
const BY_PLACE = [1, 0.75, 0.7];

function asPartOf(whole: Found, part: Found): Found {
  const place = whole.hits.findIndex(({ id }) => id === part.hits[0]?.id);
  return { ...part, confidence: part.confidence * (BY_PLACE[place] ?? 0) };
}

const surerOf = (one: Found, other: Found): Found =>
  other.confidence > one.confidence ? other : one;

const WORTH_OF_STRETCH = 0.3;

/** A stretch of a long message that finds the same by itself makes it surer. */
function surer(found: Found, stretches: readonly Found[]): Found {
  const same = stretches.filter(({ hits: [hit] }) => hit?.id === found.hits[0]?.id);
  const most = Math.max(0, ...same.map(({ confidence }) => confidence));
  return { ...found, confidence: 1 - (1 - found.confidence) * (1 - WORTH_OF_STRETCH * most) };
}

/** Whether the first hit (or those of `together`) should be told to the customer. */
export const isConfident = (found: Found): boolean => found.confidence >= CONFIDENT;

/** Several questions with several answers are answered together only where each one is; else as if they were one. */
function joined(whole: Found, parts: readonly Found[], limit: number): Found {
  const firsts = parts.flatMap(({ hits }) => hits.slice(0, 1));
  const together = [...new Map(firsts.map((hit) => [hit.id, hit])).values()];
  if (!parts.every(isConfident) || together.length < 2) return whole;
  const others = whole.hits.filter(({ id }) => !together.some((hit) => hit.id === id));
  const confidence = Math.min(...parts.map((part) => part.confidence));
  return {
    hits: [...together, ...others].slice(0, Math.max(limit, together.length)),
    confidence,
    together,
  };
}

function lookUp(index: Index, question: string, limit: number): Found {
  const ranking = rankingOf(index, question);
  const hits = ranking.standings.slice(0, limit).flatMap(({ entry, score }) => {
    const found = index.entries[entry];
    return found ? [{ ...found, score }] : [];
  });
  return { hits, confidence: confidenceOf(signsOf(ranking)) };
}

/** How the entries stand for a question taken as one; for measuring, and for `search`. */
export function rankingOf(index: Index, question: string): Ranking {
  const { home } = index.inverted;
  return rank(read(question, home, index.inverted), index.inverted, (entry) =>
    gramsAt(index, entry),
  );
}

function gramsAt(index: Index, entry: number): Grams {
  const known = index.grams.get(entry);
  if (known) return known;
  const { terms } = read(index.entries[entry]?.text ?? '', index.inverted.home);
  const words = terms.map(({ text }) => text).filter((text) => !text.includes(' '));
  const grams = gramsOf(words);
  index.grams.set(entry, grams);
  return grams;
}
