import type { Day } from '#platform/days.ts';
import { weekdayOf } from '#platform/days.ts';
import { isOn } from './hours.ts';
import { itemsOf } from './items.ts';
import { closes, opensOrCloses } from './question-words.ts';
import type { Context, Token } from './tokens.ts';
import { tokensOf } from './tokens.ts';
import { anyOf, fold } from './words.ts';

export type KnownDay = { day: Day; isOpen: boolean };

/**
 * Whether a text says of one day that the business is open or closed then: by its date, or by the name of the day where it
 * contradicts what is known of it.
 */
export function namesDay(text: string, known: KnownDay, context: Context): boolean {
  return text.split(/(?<=[.!?।])\s/u).some((sentence) => saysOfDay(fold(sentence), known, context));
}

function saysOfDay(said: string, { day, isOpen }: KnownDay, context: Context): boolean {
  const verb = opensOrCloses.exec(said);
  if (!verb || !isOfBusiness(tokensOf(said.slice(0, verb.index), context))) return false;
  return itemsOf(tokensOf(said, context)).some((item) => {
    if (item.kind !== 'target') return false;
    const { target } = item;
    if (target.kind === 'dates') return target.dates.some((date) => isOn(date, day));
    const contradicts = closes.test(said) === isOpen;
    return contradicts && target.days.length === 1 && target.days[0] === weekdayOf(day);
  });
}

const business = new RegExp(
  `^(?:${anyOf(
    "we, we're, were, shop, store, office, business, estamos, abrimos, cerramos, fechamos, tienda, loja, hum, हम, dukaan, dukan, दुकान, memu, మేము, maaku",
  )})$`,
  'u',
);

/** Of what stands before "open" or "closed": "we are", "on Sunday", nothing; "the pool is" speaks of something else. */
function isOfBusiness(before: readonly Token[]): boolean {
  for (const { kind, text } of before.toReversed()) {
    if (business.test(text)) return true;
    if (kind === 'unknown') return false;
  }
  return true;
}
