import { isValidPhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';

export type Phone = {
  /** E.164. */
  e164: string;
  /** False when no operator is known to hand out such numbers. */
  isLikely: boolean;
  country: string | null;
};

const FEWEST_DIGITS = 7;
const MOST_DIGITS = 17; // with 00 before it
const asE164 = /^\+[1-9]\d{6,14}$/;

/** False for what is a phone in no country. */
export function looksLikePhone(text: string): boolean {
  const plain = plainOf(text);
  const digits = digitsIn(plain);
  return digits >= FEWEST_DIGITS && digits <= MOST_DIGITS && !/[a-z]/i.test(plain);
}

const plainOf = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/^whatsapp:/i, '')
    .trim();

const digitsIn = (text: string) => text.match(/\p{Nd}/gu)?.length ?? 0;

/** Reads a phone as people write it; without a country code it is taken as one of `country`. Null when it is none. */
export function parsePhone(text: string, country = 'US'): Phone | null {
  const isOnWhatsapp = /^whatsapp:/i.test(text);
  const plain = plainOf(text);
  if (digitsIn(plain) < FEWEST_DIGITS || /[a-z]/i.test(plain)) return null;
  const international = /^00[1-9]/.test(plain) ? `+${plain.slice(2)}` : plain;
  const withCode = isOnWhatsapp && !international.startsWith('+') ? read(`+${plain}`) : null;
  if (withCode?.isLikely) return withCode;
  return read(international, country);
}

function read(written: string, country?: string): Phone | null {
  const parsed = parsePhoneNumberFromString(written, {
    ...(country && { defaultCountry: country as CountryCode }),
    extract: false,
  });
  if (parsed && asE164.test(parsed.number)) {
    const isLikely = parsed.isValid() || isValidPhoneNumber(asDialled(parsed.number));
    return { e164: parsed.number, isLikely, country: parsed.country ?? null };
  }
  const digits = `+${written.replace(/\D/g, '')}`;
  const isMeant = written.startsWith('+') && asE164.test(digits);
  return isMeant ? { e164: digits, isLikely: false, country: null } : null;
}

export type Address = {
  /** As the carrier writes it, without `whatsapp:`; the `+` that form decoding lost is put back. */
  address: string;
  /** The same for every way in which one person's number can be written. */
  person: string;
};

const asPhone = /^(?:whatsapp:)?\s*\+?\s*(\d{6,15})$/i;
const asUsername = /^(?:whatsapp:)?([A-Z]{2}\.[A-Za-z0-9]{1,128})$/;

/** Reads an address of the carrier: a phone or a WhatsApp username (BSUID). Null when it is neither. */
export function parseAddress(text: string): Address | null {
  const phone = asPhone.exec(text.trim());
  if (phone) return { address: `+${phone[1]}`, person: canonical(`+${phone[1]}`) };
  const username = asUsername.exec(text.trim());
  if (username) return { address: username[1] ?? '', person: `bsuid:${username[1]}` };
  return null;
}

/**
 * WhatsApp writes some numbers otherwise than they are dialled: Mexico +521…, Argentina +549…, Brazilian
 * mobiles without their ninth digit. For recognising a person only; one answers to the exact address received.
 */
export function canonical(e164: string): string {
  return e164
    .replace(/^\+521(\d{10})$/, '+52$1')
    .replace(/^\+549(\d{10})$/, '+54$1')
    .replace(/^\+55(\d{2})9([6-9]\d{7})$/, '+55$1$2');
}

const asDialled = (e164: string): string =>
  e164
    .replace(/^\+521(?<number>\d{10})$/, '+52$<number>')
    .replace(/^\+55(?<area>\d{2})(?<number>[6-9]\d{7})$/, '+55$<area>9$<number>');
