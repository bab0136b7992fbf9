import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { ChannelKind } from '#ports.ts';
import type { OwnShop } from './meant-shop.ts';
import type { Called, Shop } from './route.ts';

type Uses = Pick<App, 'db' | 'wakeups'>;

const KEEP_MS = 60_000;
const LATELY_MS = 48 * 3_600_000;
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
  /** The question that an owner's command names. */
  questionNumber: number | null;
  now: Date;
};

type Row = {
  chosen_id: string | null;
  chosen_at: Date | null;
  own: OwnShop[] | null;
  quoted_id: string | null;
};

/** Of whom nothing is known. */
export const nobodyKnown: PersonThere = { chosenId: null, chosenAt: null, own: [], quotedId: null };

type PersonThere = Pick<Called, 'chosenId' | 'chosenAt' | 'own' | 'quotedId'>;

/** What is known of a person at a shared number: the business chosen before, the ones they own, and the one whose question they quote. */
export async function personAtNumber({ db }: Pick<App, 'db'>, at: At): Promise<PersonThere> {
  const [row] = await db.runAsSystem(sql<Row>`
    select chosen.business_id as chosen_id, chosen.chosen_at, ${ownShops(at)} as own,
      (select business_id from messages where account_sid = ${at.accountSid}
        and message_sid = ${at.repliedTo} and details->'questions' is not null) as quoted_id
    from (select) one left join (select business_id, chosen_at from number_choices
      where channel = ${at.channel} and our_address = ${at.ourAddress}
        and person_index = any(${at.personIndexes})
      order by chosen_at desc limit 1) chosen on true`);
  if (!row) return nobodyKnown;
  const { chosen_id: chosenId, chosen_at: chosenAt, own, quoted_id: quotedId } = row;
  return { chosenId, chosenAt, own: own ?? [], quotedId };
}

/** The shops at a number that a person owns, and what they have said and asked there. */
const ownShops = ({ channel, ourAddress, personIndexes, questionNumber, now }: At) => sql`(
  select json_agg(json_build_object('id', b.id, 'name', b.name,
    'isOpen', exists (select from questions q where q.business_id = b.id and q.state = 'open'
      and q.number = coalesce(${questionNumber}::int, q.number)),
    'wasOpenLately', exists (select from questions q where q.business_id = b.id
      and q.number = ${questionNumber}::int and q.state <> 'open'
      and greatest(q.last_asked_at, q.told_at, q.replied_at) > ${new Date(now.getTime() - LATELY_MS)}),
    'askedAt', (select p.asked_at from pending_questions p where p.business_id = b.id
      and p.conversation_id = c.id and p.expires_at > ${now}),
    'spokeAt', said.created_at, 'hasTold', coalesce(said.kind = 'owner-question', false),
    'isTalking', exists (select from questions q
      join question_askers k on k.business_id = q.business_id and k.question_id = q.id
      join conversations t on t.id = k.conversation_id and t.with_person_since <= q.replied_at
      where q.business_id = b.id and q.kind = 'person' and q.state = 'open'
        and c.id::text = (select m.details->>'by' from messages m where m.conversation_id = t.id
          and m.kind = 'owner-answer' order by m.id desc limit 1))) order by b.created_at, b.id)
  from (select distinct business_id from owners where person_index = any(${personIndexes})) o
  join business_numbers n on n.business_id = o.business_id
    and n.channel = ${channel} and n.address = ${ourAddress}
  join businesses b on b.id = o.business_id
  left join lateral (select c.id from contact_aliases a
    join conversations c on c.business_id = a.business_id and c.contact_id = a.contact_id
    where a.business_id = o.business_id and a.person_index = any(${personIndexes}) limit 1) c on true
  left join lateral (select m.created_at, m.kind from messages m
    where m.conversation_id = c.id and m.direction = 'out' order by m.id desc limit 1) said on true)`;

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
