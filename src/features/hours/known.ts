import type { Hours, SpecialDay } from './hours.ts';
import { readHours } from './read.ts';

/** What is kept of a business about its hours: the text that its owner wrote, and the days that differ, set one by one. */
export type HoursOfBusiness = {
  hours: string | null;
  specialDays: readonly SpecialDay[];
  country: string;
  timeZone: string;
};

/** When a business is open, from its text and the days set one by one, which hold before the text. */
export function hoursOf({ hours, specialDays, country }: HoursOfBusiness): Hours {
  const read = readHours(hours ?? '', country);
  return specialDays.length === 0
    ? read
    : { ...read, specialDays: [...read.specialDays, ...specialDays] };
}
