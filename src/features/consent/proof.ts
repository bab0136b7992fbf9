import type { App } from '#app.ts';
import type { OneBusiness } from '#db/tables.ts';
import { notFound } from '#errors.ts';
import { masked } from '#platform/logger.ts';

import type { ConsentChannel, ConsentPurpose, ConsentState } from './events.ts';
import { CHANNELS, consentState, PURPOSES } from './events.ts';

import type { Line } from './queries.ts';
import { findCustomer, ledgerOf } from './queries.ts';

export type StateOf = ConsentState & { channel: ConsentChannel; purpose: ConsentPurpose };

export type Proven = {
  customerId: string;
  name: string | null;
  address: string | null;
  language: string | null;
  phoneVerifiedAt: Date | null;
  states: StateOf[];
  events: Line[];
};

/** What a customer has agreed to and what not, and how that came about; refuses when there is no such customer. */
export async function proofOf(
  { vault }: Pick<App, 'vault'>,
  tx: OneBusiness,
  customerId: string,
  { now, isRevealed }: { now: Date; isRevealed: boolean },
): Promise<Proven> {
  const customer = await findCustomer(tx, customerId);
  if (!customer) throw notFound('customer');
  const events = await ledgerOf(tx, customerId);
  const open = (sealed: string | null) => (sealed === null ? null : vault.decrypt(sealed));
  const address = open(customer.theirSealed);
  return {
    customerId,
    name: isRevealed ? open(customer.nameSealed) : null,
    address: isRevealed || address === null ? address : masked(address),
    language: customer.language,
    phoneVerifiedAt: customer.phoneVerifiedAt,
    states: statesOf(events, now),
    events,
  };
}

/** Of every channel and purpose what holds. */
export const statesOf = (events: readonly Line[], now: Date): StateOf[] =>
  CHANNELS.flatMap((channel) =>
    PURPOSES.map((purpose) => {
      const about = events.filter((one) => one.channel === channel && one.purpose === purpose);
      return { channel, purpose, ...consentState(about, now) };
    }),
  );
