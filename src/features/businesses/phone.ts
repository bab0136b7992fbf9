import type { App } from '#app.ts';
import { refuseField } from '#platform/http/reading.ts';
import type { Phone } from '#platform/phones.ts';
import { canonical, parseAddress, parsePhone } from '#platform/phones.ts';
import type { Owner } from './queries.ts';

/** An owner ready to be stored; `unlikely` is their phone when nobody is known to have such a number. */
export type GivenOwner = Owner & { unlikely: string | null };

/** How what is no phone is refused. */
export const NO_PHONE = {
  error: 'is not a phone number, such as +14155550100',
  params: { code: 'invalid_phone' },
};

/** Reads an owner's phone, or their WhatsApp username; refuses what is neither. */
export function readOwner(
  { vault }: Pick<App, 'vault'>,
  field: string,
  given: string,
  country: string,
): GivenOwner {
  const stored = (person: string, address: string, unlikely: string | null) => ({
    personIndex: vault.blindIndex(person),
    personIndexes: vault.blindIndexes(person),
    phoneSealed: vault.encrypt(address),
    unlikely,
  });
  const phone = parsePhone(given, country);
  if (phone) return stored(canonical(phone.e164), phone.e164, phone.isLikely ? null : phone.e164);
  const username = parseAddress(given);
  if (!username?.person.startsWith('bsuid:')) throw notAPhone(field);
  return stored(username.person, username.address, null);
}

/** Reads a number of a business; refuses what is none. */
export function readNumber(field: string, given: string, country: string): Phone {
  const phone = parsePhone(given, country);
  if (!phone) throw notAPhone(field);
  return phone;
}

export const warningOf = (e164: string) => `${e164} is an unlikely phone number; please check it.`;

const notAPhone = (field: string) => refuseField(NO_PHONE.params.code, field, NO_PHONE.error);
