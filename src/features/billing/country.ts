import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { remembered } from '#platform/remembered.ts';

const username = /^([A-Z]{2})\.[A-Za-z0-9]/;

/** The country of a phone, or that which a WhatsApp username begins with; where several share a calling code, the main one. */
export const countryOf = remembered(10_000, (address: string): string | null => {
  const named = username.exec(address);
  if (named) return named[1] ?? null;
  const phone = parsePhoneNumberFromString(address, { extract: false });
  return phone?.country ?? phone?.getPossibleCountries()[0] ?? null;
});
