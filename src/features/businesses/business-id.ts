import { randomBytes } from 'node:crypto';

/** An id such as `pizza_palace_7f3a`: readable, and not to be guessed from the name alone. */
export function newBusinessId(name: string, suffix = randomBytes(2).toString('hex')): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60);
  return `${slug || 'business'}_${suffix}`;
}
