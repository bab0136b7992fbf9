import { createHmac, timingSafeEqual } from 'node:crypto';
import { keyIdIn, openKey } from './key.ts';
import { remembered } from './remembered.ts';

/** Which of the known keys is written with, and by which other one rows may be found while keys are being changed. */
export type KeysInUse = { inUse: string; also: string | null };

export type Vault = {
  /** AES-256-GCM; the result names the key: `v1.<key id>.<base64url>`. */
  encrypt: (plain: string) => string;
  /** Throws when the text was changed or belongs to a key that is not known. */
  decrypt: (sealed: string) => string;
  /** A keyed hash (hex) by which an encrypted value can be found. */
  blindIndex: (plain: string) => string;
  /** The hashes by which rows of it may stand: that of the key in use, and while keys are being changed the other one. */
  blindIndexes: (plain: string) => string[];
  /** Tells the key in use from others; it cannot be turned back into the key. */
  readonly keyId: string;
  /** The ids of all known keys, the newest first. */
  readonly keyIds: readonly string[];
  /** Goes up whenever what is made of a text may be another thing than before. */
  readonly epoch: number;
  /** Under each key by which rows may be found: the hash of a person, and their address sealed with the same key. */
  names: (person: string, address: string) => { personIndex: string; addressSealed: string }[];
  /** The same with one known key only. */
  nameBy: (
    keyId: string,
    person: string,
    address: string,
  ) => { personIndex: string; addressSealed: string };
  /** A keyed hash (hex) for one use alone: what is signed so is good for nothing else. */
  mac: (use: string, plain: string) => string;
  /** The same by every known key: what was made before keys were changed is known again. */
  macs: (use: string, plain: string) => string[];
  turnTo: (keys: KeysInUse) => void;
  /** Adds a key, and gives its id. */
  learn: (keyBase64: string) => string;
  forget: (keyId: string) => void;
};

type Ring = { keys: Map<string, ReturnType<typeof openKey>>; state: KeysInUse; epoch: number };

/** Opens a vault over keys of 32 bytes in base64. It writes with the newest until it is told otherwise. */
export function openVault(newest: string, older: readonly string[] = []): Vault {
  const keys = new Map([newest, ...older].map(openKey).map((key) => [key.id, key]));
  const ring: Ring = { keys, state: { inUse: openKey(newest).id, also: null }, epoch: 0 };
  const vault = {
    ...sealingWith(ring),
    turnTo(next: KeysInUse) {
      [next.inUse, next.also ?? next.inUse].forEach((id) => knownIn(ring, id));
      if (next.inUse === ring.state.inUse && next.also === ring.state.also) return;
      ring.state = next;
      ring.epoch++;
    },
    learn(keyBase64: string) {
      const key = openKey(keyBase64);
      keys.set(key.id, key);
      return key.id;
    },
    forget: (id: string) => void keys.delete(id),
  };
  return Object.defineProperties(vault as unknown as Vault, {
    keyId: { get: () => ring.state.inUse, enumerable: true },
    keyIds: { get: () => [...keys.keys()], enumerable: true },
    epoch: { get: () => ring.epoch, enumerable: true },
  });
}

function knownIn({ keys }: Ring, id: string | null) {
  const key = id === null ? undefined : keys.get(id);
  if (!key) throw new Error('Sealed with a key that is not known here');
  return key;
}

function sealingWith(ring: Ring) {
  const nameBy = (id: string, person: string, address: string) => ({
    personIndex: knownIn(ring, id).blindIndex(person),
    addressSealed: knownIn(ring, id).encrypt(address),
  });
  const inUse = () => knownIn(ring, ring.state.inUse);
  const active = () => [ring.state.inUse, ...(ring.state.also === null ? [] : [ring.state.also])];
  return {
    encrypt: (plain: string) => inUse().encrypt(plain),
    decrypt: (sealed: string) => knownIn(ring, keyIdIn(sealed)).decrypt(sealed),
    blindIndex: (plain: string) => inUse().blindIndex(plain),
    blindIndexes: (plain: string) => active().map((id) => knownIn(ring, id).blindIndex(plain)),
    names: (person: string, address: string) => active().map((id) => nameBy(id, person, address)),
    nameBy,
    mac: (use: string, plain: string) => inUse().mac(use, plain),
    macs: (use: string, plain: string) => [...ring.keys.values()].map((key) => key.mac(use, plain)),
  };
}

const MOST_REMEMBERED = 10_000;

/** The same vault, quick with what it has seen lately: who writes often is not encrypted, decrypted and hashed each time. */
export function rememberingVault(vault: Vault): Vault {
  const ofEpoch = <Made>(make: (word: string) => Made) => {
    let { epoch } = vault;
    let known = remembered(MOST_REMEMBERED, make);
    return (word: string) => {
      if (epoch !== vault.epoch) {
        known = remembered(MOST_REMEMBERED, make);
        epoch = vault.epoch;
      }
      return known(word);
    };
  };
  // What changes is asked of the vault itself.
  return Object.assign(Object.create(vault) as Vault, {
    encrypt: ofEpoch(vault.encrypt),
    decrypt: ofEpoch(vault.decrypt),
    blindIndex: ofEpoch(vault.blindIndex),
    blindIndexes: ofEpoch(vault.blindIndexes),
  });
}

/** Compares two secrets in time that does not depend on where they differ. */
export function isSameSecret(a: string, b: string): boolean {
  const digest = (value: string) => createHmac('sha256', 'compare').update(value).digest();
  return timingSafeEqual(digest(a), digest(b));
}
