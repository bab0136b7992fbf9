import type { Shop } from './owners.ts';

/** When so many minutes of the shop's opening hours have passed. */
export const openHoursLater = (
  _shop: Pick<Shop, 'hours' | 'timeZone'>,
  from: Date,
  minutes: number,
) => new Date(from.getTime() + minutes * 60_000);
