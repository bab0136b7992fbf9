import type { Vault } from '#platform/crypto.ts';
import { isSameSecret } from '#platform/crypto.ts';

/** Whose page a link opens. */
export type Holder = { businessId: string; contactId: string };

type Signs = Pick<Vault, 'mac' | 'macs'>;

const VALID_MS = 7 * 24 * 3_600_000;
const USE = 'frontdesk preference link';
const FORM = 'frontdesk preference form';
const BYTES_SIGNED = 16;

/** A link that opens the preferences of one person with one business, for a week. */
export function preferenceLink(vault: Signs, base: string, holder: Holder, now: Date): string {
  const expires = Math.ceil((now.getTime() + VALID_MS) / 1000);
  const contact = Buffer.from(holder.contactId.replaceAll('-', ''), 'hex').toString('base64url');
  const said = `${holder.businessId}.${contact}.${expires.toString(36)}`;
  return `${base}/p/${said}.${shortened(vault.mac(USE, said))}`;
}

/** Short enough for a link in an SMS. */
const shortened = (mac: string) =>
  Buffer.from(mac, 'hex').subarray(0, BYTES_SIGNED).toString('base64url');

const asToken = /^([a-z0-9_]{1,100})\.([\w-]{22})\.([0-9a-z]{1,9})\.([\w-]{22})$/;

/** Whom a token is of; null when it is forged, changed or over, without saying which. */
export function readToken(
  vault: Signs,
  token: string,
  now: Date,
): (Holder & { expiresAt: Date }) | null {
  const [, businessId = '', contact = '', expires = '', signature = ''] = asToken.exec(token) ?? [];
  const signed = vault.macs(USE, `${businessId}.${contact}.${expires}`).map(shortened);
  const isSigned = signed.some((mac) => isSameSecret(signature, mac));
  const expiresAt = new Date(Number.parseInt(expires, 36) * 1000);
  if (!isSigned || !(expiresAt > now)) return null;
  const hex = Buffer.from(contact, 'base64url').toString('hex');
  const contactId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { businessId, contactId, expiresAt };
}

/** What a form must carry that is sent from this very page. */
export const formKey = (vault: Signs, token: string): string => vault.mac(FORM, token);

export const isFormKey = (vault: Signs, token: string, given: string): boolean =>
  vault.macs(FORM, token).some((mac) => isSameSecret(given, mac));
