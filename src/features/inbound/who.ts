import type { App } from '#app.ts';
import { canonical, parseAddress } from '#platform/phones.ts';
import type { Inbound } from './message.ts';

/** A hash under which a person is found, and the address that it was made of, sealed; null for what was stored before that was kept. */
export type Name = { personIndex: string; addressSealed: string | null };

/** Everything under which a person is found, what is used first in front, and the hashes that outlive an erasure. */
export type Who = { names: readonly Name[]; hashes: readonly string[] };

type Uses = Pick<App, 'vault' | 'suppressor'>;

/** The sender of a message. */
export function whoWrote(
  { vault, suppressor }: Uses,
  businessId: string,
  { person, from, otherPerson, otherAddress }: Inbound,
): Who {
  const others = otherPerson && otherAddress ? [[otherPerson, otherAddress] as const] : [];
  const people = [[person, from] as const, ...others];
  return {
    names: people.flatMap(([one, address]) => vault.names(one, address)),
    hashes: people.map(([one]) => suppressor.hashOf(businessId, one)),
  };
}

/** Whoever has this phone, of whom no message has come yet. */
export const whoHas = ({ vault, suppressor }: Uses, businessId: string, e164: string): Who => ({
  names: vault.names(canonical(e164), e164),
  hashes: [suppressor.hashOf(businessId, canonical(e164))],
});

/** Somebody who is known already, perhaps by a key that is no longer in use. */
export function whoIs(
  { vault, suppressor }: Uses,
  businessId: string,
  known: readonly Name[],
): Who {
  const people = new Map<string, string>();
  for (const { addressSealed } of known) {
    const address = addressSealed === null ? null : vault.decrypt(addressSealed);
    const person = address === null ? undefined : parseAddress(address)?.person;
    if (address !== null && person !== undefined) people.set(person, address);
  }
  const made = [...people].flatMap(([person, address]) => vault.names(person, address));
  const bare = known.filter(({ addressSealed }) => addressSealed === null);
  const isMade = new Set(made.map(({ personIndex }) => personIndex));
  return {
    names: [...made, ...bare.filter(({ personIndex }) => !isMade.has(personIndex))],
    hashes: [...people.keys()].map((person) => suppressor.hashOf(businessId, person)),
  };
}
