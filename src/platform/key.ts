import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import { remembered } from './remembered.ts';

const IV_BYTES = 12;
const TAG_BYTES = 16;
const MOST_USES = 20;

/** The id of a text's key; null for what is not sealed. */
export const keyIdIn = (sealed: string): string | null =>
  /^v1\.([^.]+)\./.exec(sealed)?.[1] ?? null;

/** What one key of 32 bytes in base64 does; index and encryption keys are derived from it. */
export function openKey(keyBase64: string) {
  const master = Buffer.from(keyBase64, 'base64');
  const derive = (use: string) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', master, '', use, 32)));
  const dataKey = derive('frontdesk data');
  const indexKey = derive('frontdesk blind index');
  const id = createHmac('sha256', dataKey).update('id').digest('hex').slice(0, 8);
  const keyFor = remembered(MOST_USES, derive);
  const prefix = `v1.${id}.`;

  return {
    id,
    encrypt(plain: string) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', dataKey, iv);
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return prefix + Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    decrypt(sealed: string) {
      const bytes = Buffer.from(sealed.slice(prefix.length), 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', dataKey, bytes.subarray(0, IV_BYTES));
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      const body = bytes.subarray(IV_BYTES + TAG_BYTES);
      return decipher.update(body, undefined, 'utf8') + decipher.final('utf8');
    },
    mac: (use: string, plain: string) =>
      createHmac('sha256', keyFor(use)).update(plain).digest('hex'),
    blindIndex: (plain: string) => createHmac('sha256', indexKey).update(plain).digest('hex'),
  };
}
