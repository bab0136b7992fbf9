import { figuresOf } from './figures.ts';
import { byFirstLetter } from './fuzzy.ts';
import { romanKey, skeleton } from './roman.ts';
import type { Spellings } from './spelling.ts';
import type { Tongue } from './stems.ts';
import { read } from './terms.ts';
import type { Reading, Term } from './terms.ts';
import { mainTongue } from './tongue.ts';

/** Where a key stands: in which entry (by its place), how surely it means what it says, how often. */
export type Posting = { entry: number; quality: number; count: number };

export type Inverted = Spellings & {
  postings: ReadonlyMap<string, readonly Posting[]>;
  /** Content words of each entry. */
  lengths: readonly number[];
  averageLength: number;
  /** The language that the entries are written in, mostly. */
  home: Tongue | null;
};

const INNER = 0.5;
const DAYS =
  'monday tuesday wednesday thursday friday saturday sunday weekday weekend everyday'.split(' ');
const CLOCK = ['clock'];
/** What an entry that names a day and a time answers by that alone, and how surely: it tells of the other days too. */
const TIMETABLE: readonly [string, number][] = [
  ['hours', 0.8],
  ['close', 0.7],
  ...DAYS.map((day): [string, number] => [day, 0.7]),
  ['today', 0.6],
  ['tomorrow', 0.6],
  ['morning', 0.5],
  ['evening', 0.5],
];
/** From this weight on a word says something by itself. */
export const TELLING = 0.45;
const SHORTEST_KEY = 3;

/**
 * Indexes texts by keys: `=word`, `en:stem`, `#concept` (from words, phrases and figures), `~romanised`, `^skeleton`.
 */
export function invert(texts: readonly string[]): Inverted {
  const home = mainTongue(texts);
  const postings = new Map<string, Posting[]>();
  const words = new Set<string>();
  const lengths: number[] = [];
  for (const [entry, text] of texts.entries()) {
    const reading = read(text, home);
    for (const term of reading.terms)
      if (term.text.length > 3 && !term.text.includes(' ')) words.add(term.text);
    for (const [key, strength] of keysOf(reading, text)) {
      const here = { entry, ...strength };
      const there = postings.get(key);
      if (there) there.push(here);
      else postings.set(key, [here]);
    }
    lengths.push(reading.terms.length);
  }
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return {
    postings,
    lengths,
    averageLength: Math.max(1, total / Math.max(1, lengths.length)),
    vocabulary: byFirstLetter(words),
    has: (key) => postings.has(key),
    home,
  };
}

type Strength = Omit<Posting, 'entry'>;

function keysOf(reading: Reading, text: string): Map<string, Strength> {
  const keys = new Map<string, Strength>();
  const add = (key: string, quality: number) => {
    const known = keys.get(key) ?? { quality: 0, count: 0 };
    keys.set(key, {
      quality: Math.max(known.quality, quality),
      count: known.count + quality,
    });
  };
  const figures = figuresOf(text);
  const shown = new Set([
    ...figures.map(({ concept }) => concept),
    ...reading.terms.flatMap(({ concepts }) => concepts),
  ]);
  for (const term of reading.terms) {
    const worth = isIdle(term, shown) ? IDLE : 1;
    for (const key of keysOfTerm(term)) add(key, qualityOf(term) * worth);
    if (term.role === 'whole') for (const concept of term.concepts) add(`#${concept}`, worth);
  }
  for (const { concept, fit } of figures) add(`#${concept}`, fit);
  if (isTimetable(keys)) for (const [concept, fit] of TIMETABLE) add(`#${concept}`, fit);
  return keys;
}

/** What an entry must show for its word on this to tell anything: a green button opens the door, too. */
const SHOWN_BY: Record<string, readonly string[]> = {
  hours: [...CLOCK, ...DAYS, 'holiday', 'allday'],
  close: [...CLOCK, ...DAYS, 'holiday', 'allday'],
  price: ['money', 'free', 'discount'],
  fee: ['money', 'free', 'discount'],
  tuition: ['money', 'free', 'discount'],
};
const IDLE = 0.6;

const isIdle = ({ concepts }: Term, shown: ReadonlySet<string>): boolean =>
  concepts.length > 0 &&
  concepts.every((concept) => SHOWN_BY[concept]?.every((sign) => !shown.has(sign)) ?? false);

const isTimetable = (keys: ReadonlyMap<string, Strength>) =>
  keys.has('#hours') && DAYS.some((day) => keys.get(`#${day}`)?.quality === 1);

/** A word within a phrase, or one that says little, is not surely what the question means by it. */
const qualityOf = ({ role, weight }: Term) => (role === 'inner' || weight < TELLING ? INNER : 1);

function keysOfTerm(term: Term): Set<string> {
  const keys = new Set(term.forms);
  if (term.text.includes(' ') || term.weight < TELLING) return keys;
  const roman = romanKey(term.text);
  const bones = skeleton(term.text);
  if (roman.length >= SHORTEST_KEY) keys.add(`~${roman}`);
  if (bones.length >= SHORTEST_KEY) keys.add(`^${bones}`);
  return keys;
}
