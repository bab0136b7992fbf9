import { sql } from 'kysely';
import type { AllBusinesses } from '#db/tables.ts';
import type { OptingIn } from '#features/consent/opt-outs.ts';
import { cancelUnwanted, optIn, optOut } from '#features/consent/opt-outs.ts';
import { liftSuppression } from '#features/privacy/suppression.system.ts';
import { isCommand } from './keywords.ts';
import type { Place } from './people.system.ts';
import { keyOf } from './people.system.ts';
import type { Received } from './receive.system.ts';

/** Opting out and in, and cancelling what was still to go out, in the transaction that stores the words. */
export async function applyOpting(
  tx: AllBusinesses,
  messages: readonly Received[],
  places: Map<string, Place>,
  stored: ReadonlySet<string>,
): Promise<void> {
  for (const message of messages) {
    const { opting } = message;
    const place = places.get(keyOf(message));
    if (!opting || !place || !stored.has(message.messageSid)) continue;
    const person = personOf(message, place);
    const now = message.dueAt;
    if (opting.way === 'in') {
      await optIn(tx, [{ ...person, only: opting.only }], now);
      await liftSuppression(tx, { ...person, hashes: message.who().hashes });
    } else if (!(await isForTheBusiness(tx, message, place))) {
      await optOut(tx, [{ ...person, scope: opting.scope }], now);
      await cancelUnwanted(tx, [{ ...person, scope: opting.scope }], now);
    }
  }
}

const personOf = (
  { businessId, channel, messageSid, opting }: Received,
  { contactId }: Place,
): Omit<OptingIn, 'only'> => ({
  ...{ businessId, contactId, channel, messageSid },
  method: opting?.method ?? 'keyword',
  source: opting?.method === 'carrier' ? 'Advanced Opt-Out of the carrier' : 'their message',
  actor: 'customer',
});

/** An owner's `!stop` is a command that she mistook, and her sentences are about customers; a customer's is that wish. */
async function isForTheBusiness(
  tx: AllBusinesses,
  { body, details, opting, businessId }: Received,
  { contactId }: Place,
): Promise<boolean> {
  if (details?.optOutType) return false;
  if (!isCommand(body) && opting?.method !== 'message') return false;
  const { rows } = await sql`select from contact_aliases a
    join owners o on o.business_id = a.business_id and o.person_index = a.person_index
    where a.business_id = ${businessId} and a.contact_id = ${contactId} limit 1`.execute(tx);
  return rows.length > 0;
}
