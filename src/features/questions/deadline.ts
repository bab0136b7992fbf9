import { hoursOf } from '#features/hours/known.ts';
import { afterOpenMinutes } from '#features/hours/open.ts';
import type { Shop } from './owners.ts';

/** When so many minutes of the shop's opening hours have passed; all minutes count where its hours are not known. */
export const openHoursLater = (
  shop: Pick<Shop, 'hours' | 'specialDays' | 'country' | 'timeZone'>,
  from: Date,
  minutes: number,
) => afterOpenMinutes(hoursOf(shop), from, minutes, shop.timeZone);

export const later = (now: Date, ms: number) => new Date(now.getTime() + ms);
