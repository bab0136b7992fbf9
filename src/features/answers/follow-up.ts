import { daysAhead, plainly, weekdayNumber } from '#features/knowledge/day-words.ts';
import { remembered } from '#platform/remembered.ts';
import { TELLING } from './engine/inverted.ts';
import type { Term } from './engine/terms.ts';
import { read } from './engine/terms.ts';

export type Said = { from: 'customer' | 'bot'; text: string };

/** Words by which a message joins what was said before, in the languages of the product. */
const JOINING =
  /^[\s¿¡]*(?:(?:and|also|but|so|then|ok|okay)(?:,|\s)\s*)?(?:what about|how about|what if it(?:'|’)?s|and|also|plus|y|e|y qu[ée] tal|qu[ée] tal|y qu[ée]|e quanto [aà]o?s?|e se|tamb[ié]+n|tamb[eé]m|aur|or|phir|और|फिर|तो|मरि|మరి|ఇంకా|మరియు|అయితే|mari|mariyu|inka|aite)(?:,|\s)+/iu;

/** Words that stand for what was named before. */
const POINTING = new Set(
  (
    'it its that this those these they them one ones same eso esa ese esto esta este esos esas isso isto essa esse ' +
    'ele ela eles elas dele dela nele uska uski uske iska iski iske usme usmein isme ismein unka inka woh wo yeh ye vo ' +
    'उसका उसकी उसके इसका इसकी इसके उसमें इसमें वह वो यह ये उनका अदि అది దాని దానికి దానిలో ఇది దీని వాటి వాటికి adi dani daaniki daniki idi deeni'
  ).split(' '),
);

/** A message that begins or ends so says for whom, when or with what, and not what. */
const LOOSE_BEGINNING =
  /^[\s¿¡]*(?:for|on|in|at|with|without|from|until|till|para|por|con|sin|com|sem|en|em)\s/iu;
const LOOSE_END =
  /\s(?:ko|ke liye|ke saath|mein|me|tak|को|के लिए|के साथ|में|तक|కోసం|ki|ku|kosam|lo)[\s?.!।]*$/iu;

/** A message is asked about more than once on its way. */
const MOST_REMEMBERED = 500;
const MOST_WORDS = 8;
/** Where no thing is named: longer ones say what they mean. */
const MOST_BARE_WORDS = 5;
/** A message that points back and yet names more things than this can be understood alone. */
const FEWEST = 1;
/** Said of a thing, and none themselves. */
const ASPECTS = new Set(['price', 'free', 'duration', 'deadline', 'discount']);
const TIMES =
  /^(?:(?:sun|mon|tues|wednes|thurs|fri|satur)day|weekend|weekdays?|today|tonight|tomorrow|holidays?)$/;

/**
 * True when a message can hardly be understood without what was said before it: it joins on ("and on Sunday?"), points
 * back ("is it free?"), or names no thing ("how much?"). Pure; from the words alone.
 */
export const leansOnTalk = remembered(MOST_REMEMBERED, (message: string): boolean => {
  const words = wordsOf(message);
  if (words.length === 0 || words.length > MOST_WORDS || message.includes('\n')) return false;
  const rest = withoutJoining(message);
  if (rest !== message) return points(words) || !isWholeQuestion(rest);
  return points(words) ? namesLittle(message) : isFragment(message, words.length);
});

function isWholeQuestion(text: string): boolean {
  const { things, asked } = contentOf(text);
  return things.length > 0 && asked.has('@ask') && !LOOSE_BEGINNING.test(text);
}

function namesLittle(message: string): boolean {
  const { things, times } = contentOf(message);
  return things.length + times.length <= FEWEST && !isOfBusiness(things);
}

function isFragment(message: string, length: number): boolean {
  const { things, aspects, times, asked } = contentOf(message);
  const isLoose = LOOSE_BEGINNING.test(message) || LOOSE_END.test(message);
  if (things.length > 0) return !asked.has('@ask') && isLoose;
  const asksOfThing = aspects.length + times.length > 0 || FIGURES.some((one) => asked.has(one));
  return asksOfThing && length <= MOST_BARE_WORDS;
}

/**
 * The message with what it leaves out, taken from the customer's last question that stands by itself and those that
 * leaned on it since; null where there is none, or where nothing is left out. Days that are named anew replace the
 * former ones.
 */
export function restored(message: string, history: readonly Said[]): string | null {
  if (!leansOnTalk(message)) return null;
  const said = history.filter(({ from }) => from === 'customer').map(({ text }) => text);
  const from = said.findLastIndex(
    (text) => !leansOnTalk(text) && contentOf(text).things.length > 0,
  );
  const base = said[from];
  if (base === undefined) return null;
  const since = said.slice(from + 1).filter(leansOnTalk);
  return [...since, message].reduce(joined, base);
}

/** What the message itself asks about, without the words that only join it to the talk. */
export const withoutJoining = (message: string): string => message.replace(JOINING, '').trim();

/**
 * Whether a message says something without the talk too: it names a thing of its own, and not only for whom or with
 * what, or it asks for nothing that only a thing has. Days and hours are those of the business.
 */
export function saysSomething(message: string): boolean {
  const rest = withoutJoining(message);
  const { things, aspects, times, asked } = contentOf(rest);
  if (things.length > 0) return !LOOSE_BEGINNING.test(rest) && !LOOSE_END.test(rest);
  return times.length > 0 && aspects.length === 0 && !asked.has('@howmuch');
}

function joined(base: string, message: string): string {
  const rest = withoutJoining(message);
  const { things, times, asked } = contentOf(rest);
  const isAskedAnew = asked.has('@ask') && things.length === 0;
  const kept = topic(base, { isAskedAnew, hasTime: times.length > 0 });
  return `${kept} ${rest}`.trim();
}

/** Words of a question that stay when another is asked about the same: all of them, or, where it is asked anew, its things. */
function topic(base: string, { isAskedAnew, hasTime }: { isAskedAnew: boolean; hasTime: boolean }) {
  const words = base.split(/[\s¿?!¡।]+/u).filter((word) => word !== '');
  const kept = hasTime ? words.filter((_, at) => !isOfDay(words, at)) : words;
  if (!isAskedAnew) return kept.join(' ');
  const things = kept.filter((word) => isDay(word) || contentOf(word).things.length > 0);
  return things.join(' ');
}

const BEFORE_DAY = /^(?:on|this|next|el|los|la|en|este|em|no|na|nos|aos?|neste)$/iu;
const AFTER_DAY = /^(?:ko|को|ki|ku|na|naadu)$/iu;

const isOfDay = (words: readonly string[], at: number): boolean => {
  const [before = '', word = '', after = ''] = [words[at - 1], words[at], words[at + 1]];
  if (isDay(word)) return true;
  return (BEFORE_DAY.test(word) && isDay(after)) || (AFTER_DAY.test(word) && isDay(before));
};

const isDay = (word: string) => {
  const bare = plainly(word).replace(/[^\p{L}\p{M}-]/gu, '');
  return (
    weekdayNumber.has(bare) || weekdayNumber.has(bare.replace(/s$/, '')) || daysAhead.has(bare)
  );
};

/** What a text names: things, what is asked of them, and times; and how it asks (`@ask`, `@when` and the like). */
export function contentOf(text: string) {
  const { terms, asks: asked } = read(text, null);
  const telling = terms.filter(({ weight, role }) => weight >= TELLING && role !== 'agreeing');
  const times = terms.filter(isTime);
  const aspects = telling.filter(({ concepts }) => concepts.some((one) => ASPECTS.has(one)));
  const things = telling.filter((term) => !times.includes(term) && !aspects.includes(term));
  return { things, aspects, times, asked };
}

/** "Is it open?" can only mean the business. */
const isOfBusiness = (things: readonly Term[]) =>
  things.length > 0 && things.every(({ concepts }) => concepts.includes('hours'));

const isTime = ({ concepts, text }: Term) =>
  concepts.some((concept) => TIMES.test(concept)) || weekdayNumber.has(text);

/** "Why?" asks for no figure and can be asked of anything. */
const FIGURES = ['@howmuch', '@when', '@where'];

const points = (words: readonly string[]) => words.some((word) => POINTING.has(word));

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
