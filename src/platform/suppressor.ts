import { createHmac, createSecretKey, hkdfSync } from 'node:crypto';

/** Knows a person again of whom nothing else is left. Its key never changes, for nothing could be hashed anew. */
export type Suppressor = { keyId: string; hashOf: (businessId: string, person: string) => string };

/** Over a key of 32 bytes in base64. A person has another hash at each business. */
export function openSuppressor(keyBase64: string): Suppressor {
  const master = Buffer.from(keyBase64, 'base64');
  const key = createSecretKey(
    Buffer.from(hkdfSync('sha256', master, '', 'frontdesk suppression', 32)),
  );
  const hash = (text: string) => createHmac('sha256', key).update(text).digest('hex');
  return {
    keyId: hash('id').slice(0, 8),
    hashOf: (businessId, person) => hash(`${businessId} ${person}`),
  };
}
