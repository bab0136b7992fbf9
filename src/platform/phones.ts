import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';

export type Phone = {
  /** E.164. */
  e164: string;
  /** False when no operator is known to hand out such numbers. */
  isLikely: boolean;
  country: string | null;
};

const tooShort = 7;

/** Reads a phone as people write it; without a country code it is taken as one of `country`. Null when it is none. */
export function parsePhone(text: string, country = 'US'): Phone | null {
  const plain = text.replace(/^whatsapp:/i, '').trim();
  const digits = plain.replace(/\D/g, '');
  if (digits.length < tooShort || digits.length > 15 || /[a-z]/i.test(plain)) return null;
  const written = plain.startsWith('00') ? `+${digits.slice(2)}` : plain;
  const parsed = parsePhoneNumberFromString(written, {
    defaultCountry: country as CountryCode,
    extract: false,
  });
  if (parsed) {
    return { e164: parsed.number, isLikely: parsed.isValid(), country: parsed.country ?? null };
  }
  return written.startsWith('+') ? { e164: `+${digits}`, isLikely: false, country: null } : null;
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
 * WhatsApp writes some numbers otherwise than they are dialled: Mexico +521…, Argentina +549…, Brazil
 * without the ninth digit. For recognising a person only; one answers to the exact address received.
 */
export function canonical(e164: string): string {
  return e164
    .replace(/^\+521(\d{10})$/, '+52$1')
    .replace(/^\+549(\d{10})$/, '+54$1')
    .replace(/^\+55(\d{2})9(\d{8})$/, '+55$1$2');
}
