import type { Day } from '#platform/days.ts';
import { weekdayOf } from '#platform/days.ts';
import { isOn } from './hours.ts';
import { itemsOf } from './items.ts';
import { opensOrCloses } from './question-words.ts';
import type { Context } from './tokens.ts';
import { tokensOf } from './tokens.ts';
import { fold } from './words.ts';

/** Whether a text says of one day, by its date or its name alone, that something is open or closed then. */
export function namesDay(text: string, day: Day, context: Context): boolean {
  const said = fold(text);
  if (!opensOrCloses.test(said)) return false;
  return itemsOf(tokensOf(said, context)).some((item) => {
    if (item.kind !== 'target') return false;
    const { target } = item;
    if (target.kind === 'dates') return target.dates.some((date) => isOn(date, day));
    return target.days.length === 1 && target.days[0] === weekdayOf(day);
  });
}
