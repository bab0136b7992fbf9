import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { AllBusinesses, AnyTx } from '#db/tables.ts';
import { parseAddress } from '#platform/phones.ts';
import type { ChannelKind } from '#ports.ts';

type Uses = Pick<App, 'vault' | 'suppressor'>;
type Customer = { businessId: string; contactId: string };

/** Every address of a customer that is known, as the carrier writes it. */
export async function addressesOf(
  { vault }: Pick<App, 'vault'>,
  tx: AnyTx,
  { businessId, contactId }: Customer,
): Promise<string[]> {
  const { rows } = await sql<{ sealed: string }>`
    select address_sealed as sealed from contact_aliases
      where business_id = ${businessId} and contact_id = ${contactId}::uuid and address_sealed is not null
    union select their_sealed from conversations
      where business_id = ${businessId} and contact_id = ${contactId}::uuid`.execute(tx);
  return [...new Set(rows.map(({ sealed }) => vault.decrypt(sealed)))];
}

/** What a business knows a customer by when nothing else is left of them. */
export async function hashesOf(app: Uses, tx: AnyTx, customer: Customer): Promise<string[]> {
  const addresses = await addressesOf(app, tx, customer);
  const people = new Set(addresses.flatMap((address) => parseAddress(address)?.person ?? []));
  return [...people].map((person) => app.suppressor.hashOf(customer.businessId, person));
}

/** As the source of a suppression: only offers were ended. */
const OFFERS = 'opt-out of offers';

/** Keeps by their hashes that a customer has opted out, and of what. */
export const suppressAsOptedOut = (
  tx: AllBusinesses,
  { businessId, contactId, hashes }: Customer & { hashes: readonly string[] },
) =>
  sql`insert into suppressions (business_id, person_hash, channel, source, since)
    select business_id, hash, channel, case scope when 'offers' then ${OFFERS} else 'opt-out' end, opted_out_at
    from opt_outs, unnest(${hashes}::text[]) hash
    where business_id = ${businessId} and contact_id = ${contactId}::uuid and channel in ('whatsapp', 'sms')
    on conflict (business_id, person_hash, channel) do update set source = excluded.source, since = excluded.since
      where suppressions.source = ${OFFERS}`.execute(tx);

/** Keeps by their hashes that somebody must not be written to on any channel. */
export const suppressEverywhere = (
  tx: AllBusinesses,
  { businessId, hashes, now }: { businessId: string; hashes: readonly string[]; now: Date },
) =>
  sql`insert into suppressions (business_id, person_hash, channel, source, since)
    select ${businessId}, hash, channel, 'erasure', ${now}::timestamptz
    from unnest(${hashes}::text[]) hash, unnest(array['whatsapp', 'sms']) channel
    on conflict (business_id, person_hash, channel) do update set source = excluded.source, since = excluded.since
      where suppressions.source = ${OFFERS}`.execute(tx);

/** Whoever asks by themselves to be written to is kept out no more. */
export const liftSuppression = (
  tx: AnyTx,
  {
    businessId,
    channel,
    hashes,
  }: { businessId: string; channel: string; hashes: readonly string[] },
) =>
  sql`delete from suppressions where business_id = ${businessId} and channel = ${channel}
    and person_hash = any(${hashes}::text[])`.execute(tx);

/** Of these people, given as the carrier writes them, who must not be written to: for imports and whatever else begins with a number. */
export async function suppressedAmong(
  { suppressor }: Pick<App, 'suppressor'>,
  tx: AnyTx,
  {
    businessId,
    channel,
    addresses,
  }: { businessId: string; channel: ChannelKind; addresses: readonly string[] },
): Promise<Set<string>> {
  const byHash = new Map(
    addresses.flatMap((address) => {
      const person = parseAddress(address)?.person;
      return person === undefined
        ? []
        : [[suppressor.hashOf(businessId, person), address] as const];
    }),
  );
  const { rows } = await sql<{ hash: string }>`select person_hash as hash from suppressions
    where business_id = ${businessId} and channel = ${channel}
      and person_hash = any(${[...byHash.keys()]})`.execute(tx);
  return new Set(rows.flatMap(({ hash }) => byHash.get(hash) ?? []));
}
