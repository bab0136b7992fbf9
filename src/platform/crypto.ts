import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { remembered } from './remembered.ts';

export type Vault = {
  /** Tells this key from others; it cannot be turned back into the key. */
  keyId: string;
  /** AES-256-GCM; the result names the key: `v1.<key id>.<base64url>`. */
  encrypt: (plain: string) => string;
  /** Throws when the text was changed or belongs to a key that is not known. */
  decrypt: (sealed: string) => string;
  /** A keyed hash (hex) by which an encrypted value can be found. */
  blindIndex: (plain: string) => string;
};

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Opens a vault over one key of 32 bytes in base64; index and encryption keys are derived from it. */
export function openVault(keyBase64: string): Vault {
  const master = Buffer.from(keyBase64, 'base64');
  const derive = (use: string) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', master, '', use, 32)));
  const dataKey = derive('frontdesk data');
  const indexKey = derive('frontdesk blind index');
  const keyId = createHmac('sha256', dataKey).update('id').digest('hex').slice(0, 8);
  const prefix = `v1.${keyId}.`;

  return {
    keyId,
    encrypt(plain) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', dataKey, iv);
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return prefix + Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    decrypt(sealed) {
      if (!sealed.startsWith(prefix)) throw new Error('Sealed with a key that is not known here');
      const bytes = Buffer.from(sealed.slice(prefix.length), 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', dataKey, bytes.subarray(0, IV_BYTES));
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      const body = bytes.subarray(IV_BYTES + TAG_BYTES);
      return decipher.update(body, undefined, 'utf8') + decipher.final('utf8');
    },
    blindIndex: (plain) => createHmac('sha256', indexKey).update(plain).digest('hex'),
  };
}

const MOST_REMEMBERED = 10_000;

/** The same vault, quick with what it has seen lately: who writes often is not encrypted, decrypted and hashed each time. */
export const rememberingVault = (vault: Vault): Vault => ({
  keyId: vault.keyId,
  encrypt: remembered(MOST_REMEMBERED, vault.encrypt),
  decrypt: remembered(MOST_REMEMBERED, vault.decrypt),
  blindIndex: remembered(MOST_REMEMBERED, vault.blindIndex),
});

/** Compares two secrets in time that does not depend on where they differ. */
export function isSameSecret(a: string, b: string): boolean {
  const digest = (value: string) => createHmac('sha256', 'compare').update(value).digest();
  return timingSafeEqual(digest(a), digest(b));
}
