import { sql } from 'kysely';
import type { AllBusinesses } from '#db/tables.ts';
import type { ChannelKind } from '#ports.ts';
import { isCommand } from './keywords.ts';
import type { Place } from './people.system.ts';
import { keyOf } from './people.system.ts';
import type { Received } from './receive.system.ts';

/** Opting out and in, and cancelling what was still to go out, in the transaction that stores the word. */
export async function applyKeywords(
  tx: AllBusinesses,
  messages: readonly Received[],
  places: Map<string, Place>,
  stored: ReadonlySet<string>,
): Promise<void> {
  for (const message of messages) {
    const place = places.get(keyOf(message));
    if (!place || !stored.has(message.messageSid)) continue;
    const at = {
      businessId: message.businessId,
      contactId: place.contactId,
      channel: message.channel,
    };
    if (message.keyword === 'start') await optIn(tx, { ...at, hashes: message.who().hashes });
    if (message.keyword === 'stop' && !(await isOwnersCommand(tx, message, at))) {
      await optOut(tx, { ...at, source: message.messageSid, now: message.dueAt });
      await cancelQueued(tx, place.conversationId, message.channel);
    }
  }
}

/** An owner's `!stop` is a command that she mistook, no wish to hear nothing more; a customer's is that wish. */
async function isOwnersCommand(
  tx: AllBusinesses,
  { body, details }: Received,
  { businessId, contactId }: Where,
): Promise<boolean> {
  if (!isCommand(body) || details?.optOutType) return false;
  const { rows } = await sql`select from contact_aliases a
    join owners o on o.business_id = a.business_id and o.person_index = a.person_index
    where a.business_id = ${businessId} and a.contact_id = ${contactId} limit 1`.execute(tx);
  return rows.length > 0;
}

type Where = { businessId: string; contactId: string; channel: ChannelKind };

const optOut = (
  tx: AllBusinesses,
  { businessId, contactId, channel, source, now }: Where & { source: string; now: Date },
) =>
  tx
    .insertInto('opt_outs')
    .values({ business_id: businessId, contact_id: contactId, channel, opted_out_at: now, source })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

async function optIn(
  tx: AllBusinesses,
  { businessId, contactId, channel, hashes }: Where & { hashes: readonly string[] },
): Promise<void> {
  await tx
    .deleteFrom('opt_outs')
    .where('business_id', '=', businessId)
    .where('contact_id', '=', contactId)
    .where('channel', '=', channel)
    .execute();
  await sql`delete from suppressions where business_id = ${businessId} and channel = ${channel}
    and person_hash = any(${hashes})`.execute(tx);
}

const cancelQueued = (tx: AllBusinesses, conversationId: string, channel: ChannelKind) =>
  tx
    .updateTable('messages')
    .set({ state: 'cancelled', error_sentence: 'The customer opted out before it was sent.' })
    .where('conversation_id', '=', conversationId)
    .where('channel', '=', channel)
    .where('state', '=', 'queued')
    .execute();
