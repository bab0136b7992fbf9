import { sql } from 'kysely';
import type { AllBusinesses, AnyTx } from '#db/tables.ts';
import type { Leaving } from './message.ts';

export const SENDING_LEASE_MS = 10_000;

/** How long a message of unknown fate holds back the next one of its conversation. */
export const HOLD_BACK_MS = 8_000;

type Claim = { limit: number; token: string; now: Date };

/** A message as it leaves; of `messages m` and `conversations c`. */
export const leavingColumns = sql`m.id, m.claim_token as token, m.business_id as "businessId",
  m.conversation_id as "conversationId", m.channel, m.our_address as "ourAddress",
  m.their_sealed as "theirSealed", m.body, m.kind, m.purpose, m.attempts, m.created_at as "createdAt",
  m.valid_until as "validUntil", m.details->'template' as template, m.details->>'whoSealed' as "whoSealed",
  exists (select from opt_outs o where o.business_id = c.business_id
    and o.contact_id = c.contact_id and o.channel = m.channel and o.scope = 'everything') as "isOptedOut",
  (select max(i.created_at) from messages i where i.conversation_id = m.conversation_id
    and i.direction = 'in' and i.channel = m.channel) as "lastInboundAt"`;

/** Takes due replies, at most the oldest of each conversation, and none behind one still on its way. */
export async function claimLeaving(
  tx: AllBusinesses,
  { limit, token, now }: Claim,
): Promise<Leaving[]> {
  const { rows } = await sql<Leaving>`
    with taken as (
      select m.id from messages m
      where m.state = 'queued' and m.purpose = 'reply' and m.due_at <= ${now} and not exists (
        select from messages e where e.conversation_id = m.conversation_id and e.id < m.id
        and e.direction = 'out' and (e.state = 'sending' or (e.state = 'queued' and e.purpose = 'reply')
          or (e.state = 'unknown' and e.uncertain_since > ${new Date(now.getTime() - HOLD_BACK_MS)})))
      order by m.due_at, m.id limit ${limit} for no key update skip locked)
    update messages m set state = 'sending', claim_token = ${token}::uuid, attempts = m.attempts + 1,
      claimed_until = ${new Date(now.getTime() + SENDING_LEASE_MS)}
    from taken t, conversations c
    where m.id = t.id and c.id = m.conversation_id
    returning ${leavingColumns}`.execute(tx);
  return rows;
}

/** Keeps the leases of messages that are being handed over. */
export const renewLeaving = (tx: AllBusinesses, messages: readonly Leaving[], now: Date) =>
  sql`update messages set claimed_until = ${new Date(now.getTime() + SENDING_LEASE_MS)}
    where id = any(${messages.map(({ id }) => id)}::bigint[])
    and claim_token = any(${messages.map(({ token }) => token)}::uuid[])
    and state = 'sending'`.execute(tx);

export type Uncertain = Leaving & { uncertainSince: Date };

/** Takes messages of unknown fate, and those whose sender died with them in hand, to find out what happened. */
export async function claimUncertain(
  tx: AllBusinesses,
  { limit, token, now }: Claim,
): Promise<Uncertain[]> {
  const { rows } = await sql<Uncertain>`
    update messages m set state = 'unknown', claim_token = ${token}::uuid,
      uncertain_since = coalesce(m.uncertain_since, ${now}),
      claimed_until = ${new Date(now.getTime() + SENDING_LEASE_MS)}
    from conversations c
    where c.id = m.conversation_id and m.id in (
      select id from messages where state in ('sending', 'unknown') and claimed_until <= ${now}
      order by claimed_until limit ${limit} for no key update skip locked)
    returning ${leavingColumns}, m.uncertain_since as "uncertainSince"`.execute(tx);
  return rows;
}

/** Which of these carrier ids are messages of ours already. */
export async function ownSids(tx: AnyTx, sids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ message_sid: string }>`
    select message_sid from messages where message_sid = any(${sids}::text[])`.execute(tx);
  return new Set(rows.map((row) => row.message_sid));
}
