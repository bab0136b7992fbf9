import { isGreeting, withoutGreeting } from '#features/inbound/completeness.ts';
import { bare, keywordOf } from '#features/inbound/keywords.ts';
import type { Shop } from '#features/inbound/route.ts';
import { isThanks } from './small-talk.ts';

/** The business that a message chooses; `isQuestion` when the message says more than which one is meant. */
export type Choice = { shop: Shop; isQuestion: boolean };

const LONGEST_ANSWER = 60;
const SHORTEST_PART = 3;
const SHORTEST_SINGLE_NAME = 4;

/** What an answer to the menu means: a number, a name, an id, or the part of a name that only one business has. */
export function chosenFromMenu(answer: string, shops: readonly Shop[]): Choice | null {
  const said = bare(answer);
  if (said.length > LONGEST_ANSWER) return named(answer, shops);
  const byNumber = /^\d+$/.test(said) ? shops[Number(said) - 1] : undefined;
  const shop =
    byNumber ??
    onlyOne(shops.filter(({ id, name }) => bare(name) === said || bare(id) === said)) ??
    byPart(answer, shops);
  return shop ? { shop, isQuestion: false } : named(answer, shops);
}

/** The one business whose whole name a message contains, asked for or not. */
export function named(message: string, shops: readonly Shop[]): Choice | null {
  const said = bare(message);
  const all = shops.filter((shop) => isNamedIn(message, said, shop));
  const longest = all.filter(
    ({ name }) =>
      !all.some((other) => bare(other.name) !== bare(name) && has(bare(other.name), bare(name))),
  );
  const shop = onlyOne(longest);
  return shop ? { shop, isQuestion: withoutGreeting(said) !== bare(shop.name) } : null;
}

/** A name of one word may be an ordinary word too: within a sentence it counts as it is spelt. */
function isNamedIn(message: string, said: string, { name }: Shop): boolean {
  const words = bare(name);
  if (words === '') return false;
  if (said === words) return true;
  if (words.includes(' ')) return has(said, words);
  return name.length >= SHORTEST_SINGLE_NAME && has(said, words) && message.includes(name);
}

const has = (text: string, words: string) => ` ${text} `.includes(` ${words} `);

const onlyOne = (shops: readonly Shop[]): Shop | undefined =>
  shops.length === 1 ? shops[0] : undefined;

const fillers = new Set(
  'the and for you yes not one what who why how when where los las del una uno por para que das dos com'.split(
    ' ',
  ),
);

function byPart(answer: string, shops: readonly Shop[]): Shop | undefined {
  const part = withoutGreeting(bare(answer)).replace(/ (?:please|por favor)$/u, '');
  const isTelling =
    part.length >= SHORTEST_PART &&
    !/^[\d ]+$/u.test(part) &&
    !fillers.has(part) &&
    !isGreeting(part) &&
    !isThanks(part) &&
    keywordOf(part, 'whatsapp') === null;
  return isTelling ? onlyOne(shops.filter(({ name }) => has(bare(name), part))) : undefined;
}
