import type { AnyTx } from '#db/tables.ts';
import type { OptingOut } from './opt-outs.ts';
import { cancelUnwanted, optIn, optOut } from './opt-outs.ts';

import type { Proof } from './queries.ts';
import { recordConsents } from './queries.ts';

/** What somebody gets on one channel: messages, and offers among them. */
export type Gets = { messages: boolean; offers: boolean };

/** Keeps what a customer has chosen themselves, as far as it is new; without messages there are no offers. */
export async function choose(
  tx: AnyTx,
  person: Proof,
  { before, after }: { before: Gets; after: Gets },
  now: Date,
): Promise<void> {
  if (!after.messages) {
    if (before.messages) await end(tx, { ...person, scope: 'everything' }, now);
    return;
  }
  const getsOffers = before.messages && before.offers;
  if (!before.messages) await optIn(tx, [{ ...person, only: null }], now);
  if (after.offers && !getsOffers) {
    await optIn(tx, [{ ...person, only: 'offers' }], now);
    await recordConsents(tx, [{ ...person, purpose: 'marketing', status: 'granted' }], now);
  }
  const endsOffers = !after.offers && (getsOffers || !before.messages);
  if (endsOffers) await end(tx, { ...person, scope: 'offers' }, now);
}

async function end(tx: AnyTx, person: OptingOut, now: Date) {
  await optOut(tx, [person], now);
  await cancelUnwanted(tx, [person], now);
}
