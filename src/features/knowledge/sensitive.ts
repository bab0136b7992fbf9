import { fitsIban, fitsLuhn, fitsVerhoeff } from '#platform/checksums.ts';

/** What must be told to nobody, and is no knowledge of a business. */
export type Sensitive = 'card' | 'account' | 'identity' | 'secret';

/**
 * What a text holds of it: a payment card (Luhn), a bank account (IBAN), a social security or Aadhaar number (Verhoeff),
 * or somebody's password or one-time code; null when nothing. Guests' Wi-Fi is no secret, nor are phone numbers.
 */
export function sensitiveIn(text: string): Sensitive | null {
  const plain = withPlainDigits(text.normalize('NFKC'));
  if (hasCard(plain)) return 'card';
  if (hasAccount(plain)) return 'account';
  if (hasIdentity(plain)) return 'identity';
  return hasSecret(plain) ? 'secret' : null;
}

/** Digits of every script as 0 to 9: those of a script stand in tens. */
const withPlainDigits = (text: string) =>
  text
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x0966))
    .replace(/[౦-౯]/g, (digit) => String(digit.charCodeAt(0) - 0x0c66));

const CARD = /(?<![\d+.,])(?:\d[ -]?){12,18}\d(?![\d])/g;
/** Visa, Mastercard, American Express, Diners, Discover, RuPay, UnionPay, JCB, Maestro. */
const ISSUED = /^(?:4|5[0-8]|2[2-7]|3[0-9]|6|8[12])/;

function hasCard(text: string): boolean {
  return [...text.matchAll(CARD)].some(([found]) => {
    const digits = found.replace(/\D/g, '');
    return ISSUED.test(digits) && new Set(digits).size > 1 && fitsLuhn(digits);
  });
}

const IBAN = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}/gi;

function hasAccount(text: string): boolean {
  return [...text.matchAll(IBAN)].some(([found]) => {
    const whole = found.replace(/ /g, '').toUpperCase();
    // Words may follow it.
    return Array.from({ length: whole.length - 14 }, (_, i) => whole.slice(0, 15 + i)).some(
      fitsIban,
    );
  });
}

const SSN = /(?<![\d-])(?!000|666|9\d\d)\d{3}([- ])(?!00)\d{2}\1(?!0000)\d{4}(?![\d-])/;
const SSN_NAMED = /\b(?:ssn|social security)\b\D{0,20}\d{9}\b/i;
const AADHAAR = /(?<![\d+])[2-9]\d{3}([ -]?)\d{4}\1\d{4}(?!\d)/g;
const AADHAAR_NAMED = /aadha?ar|आधार|ఆధార్/i;
const PHONE_OF_INDIA = /^91[6-9]\d{9}$/;

function hasIdentity(text: string): boolean {
  if (SSN.test(text) || SSN_NAMED.test(text)) return true;
  const isNamed = AADHAAR_NAMED.test(text);
  return [...text.matchAll(AADHAAR)].some(
    ([found]) => fitsVerhoeff(found.replace(/\D/g, '')) && (isNamed || !PHONE_OF_INDIA.test(found)),
  );
}

const SENTENCE = /[.!?।\n]+/;
const OF_GUESTS = /wi-?fi|wlan|वाई-?फाई|వై-?ఫై|hotspot|\bguests?\b/i;
const IS = String.raw`\s*(?:[:=]|(?<!\p{L})(?:is|are|es|é|hai|है)(?!\p{L})|-)\s*`;
const PASSWORD = new RegExp(
  String.raw`(?:pass(?:word|code|phrase)|contraseña|\bclave\b|\bsenha\b|पासवर्ड|పాస్‌?వర్డ్)(?:\s+(?:for|of|to|de|do|da|del)\s+[^:=]{1,40}?)?${IS}\S{4,}`,
  'iu',
);
const ONE_TIME =
  /(?:\botp\b|one[- ]time (?:code|password|pin)|(?:verification|security|login) code|c[oó]digo de (?:verificaci[oó]n|verifica[cç][aã]o|seguridad|segurança)|ओटीपी|ఓటీపీ)[^\d\n]{0,25}\d[\d -]{2,8}\d/iu;
const CARD_SECRET =
  /(?:\bcvv2?\b|\bcvc\b)\D{0,12}\d{3,4}\b|\b(?:atm|upi|debit card|credit card|card|bank|mpin)\s*pin\b\D{0,12}\d{4,6}\b/iu;

function hasSecret(text: string): boolean {
  return text
    .split(SENTENCE)
    .some(
      (sentence) =>
        ONE_TIME.test(sentence) ||
        CARD_SECRET.test(sentence) ||
        (PASSWORD.test(sentence) && !OF_GUESTS.test(sentence)),
    );
}
