import type { HoursOfBusiness } from '#features/hours/known.ts';
import type { Business } from './queries.ts';

/** What is known of when a business is open. */
export const hoursOfBusiness = (known: Business): HoursOfBusiness => ({
  hours: known.openingHours,
  specialDays: known.specialDays,
  country: known.defaultCountry,
  timeZone: known.timeZone,
});
