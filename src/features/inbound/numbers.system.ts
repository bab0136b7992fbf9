import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { ChannelKind } from '#ports.ts';
import type { Shop } from './route.ts';

type Uses = Pick<App, 'db' | 'wakeups'>;

const KEEP_MS = 60_000;
const MOST_KEPT = 5_000;

/**
 * Which businesses a number of ours belongs to, oldest first; kept for a minute, and forgotten at once
 * when a number changes hands in any process. A number of nobody is asked for each time.
 */
export function numberDirectory({ db, wakeups }: Uses) {
  const kept = new Map<string, { shops: Shop[]; until: number }>();
  wakeups.on('numbers_changed', () => kept.clear());

  return async function shopsAt(channel: ChannelKind, address: string): Promise<Shop[]> {
    const key = `${channel}:${address}`;
    const known = kept.get(key);
    if (known && known.until > performance.now()) return known.shops;
    const shops = await db.runAsSystem(sql<Shop>`
      select b.id, b.name from business_numbers n join businesses b on b.id = n.business_id
      where n.channel = ${channel} and n.address = ${address} and b.kind = 'shop'
      order by b.created_at, b.id`);
    if (kept.size >= MOST_KEPT) kept.clear();
    if (shops.length > 0) kept.set(key, { shops, until: performance.now() + KEEP_MS });
    return shops;
  };
}

type At = {
  channel: ChannelKind;
  ourAddress: string;
  personIndexes: readonly string[];
  accountSid: string;
  /** The carrier's id of the message that theirs is a reply to. */
  repliedTo: string | null;
};

type Row = { chosen_id: string | null; owned_ids: string[] | null; quoted_id: string | null };

/** What is known of a person at a shared number: the business chosen before, the ones they own, and the one whose question they quote. */
export async function personAtNumber(
  { db }: Pick<App, 'db'>,
  at: At,
): Promise<{ chosenId: string | null; ownedIds: string[]; quotedId: string | null }> {
  const [row] = await db.runAsSystem(sql<Row>`
    select
      (select business_id from number_choices where channel = ${at.channel}
        and our_address = ${at.ourAddress} and person_index = any(${at.personIndexes})
        order by chosen_at desc limit 1) as chosen_id,
      (select array_agg(distinct o.business_id) from owners o
        join business_numbers n on n.business_id = o.business_id
        where o.person_index = any(${at.personIndexes})
        and n.channel = ${at.channel} and n.address = ${at.ourAddress}) as owned_ids,
      (select business_id from messages where account_sid = ${at.accountSid}
        and message_sid = ${at.repliedTo} and details->'questions' is not null) as quoted_id`);
  return {
    chosenId: row?.chosen_id ?? null,
    ownedIds: row?.owned_ids ?? [],
    quotedId: row?.quoted_id ?? null,
  };
}

/** Remembers which business a person means at a shared number. */
export async function rememberChoice(
  { db }: Pick<App, 'db'>,
  at: { channel: ChannelKind; ourAddress: string; personIndex: string },
  businessId: string,
  now: Date,
): Promise<void> {
  await db.runAsSystem(sql`
    insert into number_choices (channel, our_address, person_index, business_id, chosen_at)
    values (${at.channel}, ${at.ourAddress}, ${at.personIndex}, ${businessId}, ${now})
    on conflict (channel, our_address, person_index)
    do update set business_id = excluded.business_id, chosen_at = excluded.chosen_at`);
}
