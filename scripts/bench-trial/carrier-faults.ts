import { seededChance } from './chance.ts';

/** Ways in which the carrier's API can fail a create; after `failed-after` and `cut-after` the message is delivered all the same. */
export type Fault = 'too-many' | 'failed-before' | 'failed-after' | 'reset-before' | 'cut-after';

/** The share of creates, from 0 to 1, which each fault befalls. */
export type FaultShares = Partial<Record<Fault, number>>;

/** Draws the fault of the next create, or null for none, from a seeded sequence. */
export function drawFaults(shares: FaultShares, seed: number): () => Fault | null {
  const chance = seededChance(seed);
  const table = Object.entries(shares) as [Fault, number][];
  return () => {
    let drawn = chance();
    for (const [fault, share] of table) {
      if (drawn < share) return fault;
      drawn -= share;
    }
    return null;
  };
}
