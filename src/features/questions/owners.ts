import { randomUUID } from 'node:crypto';
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { OneBusiness } from '#db/tables.ts';
import type { HoursOfBusiness } from '#features/hours/known.ts';
import type { OwnerSentences } from '#features/owner-sentences/sentences.ts';
import { sentencesIn } from '#features/owner-sentences/sentences.ts';
import type { ChannelKind } from '#ports.ts';

/** One owner, and the conversation that she has with her own business, if any. */
export type OwnerLine = {
  personIndex: string;
  phoneSealed: string;
  conversationId: string | null;
  /** In which she speaks with us, where that is known. */
  language: string | null;
  /** The channel of her last message. */
  channel: ChannelKind | null;
  ourAddress: string | null;
  theirSealed: string | null;
  lastWhatsappAt: Date | null;
  optedOut: ChannelKind[];
};

/** The business as it is needed for writing to its owners. */
export type Shop = HoursOfBusiness & {
  name: string;
  contactPhone: string | null;
  language: string;
  isPaused: boolean;
  isActive: boolean;
  answerMinutes: number;
  learns: boolean;
  whatsappNumber: string | null;
  smsNumber: string | null;
  owners: OwnerLine[];
  /** Its own `owner_question`, as far as WhatsApp has approved it, the newest first. */
  ownerTemplates: OwnTemplate[];
};

export type OwnTemplate = { language: string; contentSid: string; body: string };

type ShopRow = Omit<Shop, 'owners'> & {
  owners: (Omit<OwnerLine, 'lastWhatsappAt'> & { lastWhatsappAt: string | null })[];
};

/** The business and its owners, who wrote last first; `alsoRead` are further columns. */
export const shopStatement = <More = object>(
  businessId: RawBuilder<unknown>,
  alsoRead: RawBuilder<unknown> = sql`b.id`,
) => sql<ShopRow & More>`
  select b.name, b.opening_hours as hours, b.special_days as "specialDays",
    b.default_country as country, b.time_zone as "timeZone",
    b.contact_phone as "contactPhone", b.default_language as language,
    b.answers_paused_at is not null as "isPaused", b.status = 'active' as "isActive",
    b.owner_answer_minutes as "answerMinutes", b.learns,
    w.address as "whatsappNumber", s.address as "smsNumber", ${alsoRead},
    (select coalesce(json_agg(json_build_object('personIndex', o.person_index,
        'phoneSealed', o.phone_sealed, 'conversationId', c.id, 'language', p.language,
        'channel', c.channel,
        'ourAddress', c.our_address, 'theirSealed', c.their_sealed,
        'lastWhatsappAt', (select max(m.created_at) from messages m where m.conversation_id = c.id
          and m.direction = 'in' and m.channel = 'whatsapp'),
        'optedOut', (select coalesce(json_agg(x.channel), '[]') from opt_outs x
          where x.business_id = b.id and x.contact_id = a.contact_id and x.scope = 'everything'))
        order by c.last_inbound_at desc nulls last, o.created_at), '[]')
      from owners o
      left join contact_aliases a on a.business_id = b.id and a.person_index = o.person_index
      left join contacts p on p.business_id = b.id and p.id = a.contact_id
      left join conversations c on c.business_id = b.id and c.contact_id = a.contact_id
      where o.business_id = b.id) as owners,
    (select coalesce(json_agg(json_build_object('language', t.language, 'contentSid', t.content_sid,
        'body', t.content->>'body') order by t.version desc), '[]')
      from templates t where t.business_id = b.id and t.name = 'owner_question' and t.status = 'approved'
        and t.stage = 'watched' and jsonb_array_length(t.content->'variables') = 2) as "ownerTemplates"
  from businesses b
  left join business_numbers w on w.business_id = b.id and w.channel = 'whatsapp'
  left join business_numbers s on s.business_id = b.id and s.channel = 'sms'
  where b.id = ${businessId}`;

/** A row of that statement as a shop; throws where there is none, for then the business is gone. */
export function toShop(row: ShopRow | undefined): Shop {
  if (!row) throw new Error('The business is gone');
  const owners = row.owners.map(({ lastWhatsappAt: at, ...owner }) => ({
    ...owner,
    lastWhatsappAt: at === null ? null : new Date(at),
  }));
  return { ...row, owners };
}

/** Reads the business and its owners, who wrote last first. */
export async function readShop(tx: OneBusiness): Promise<Shop> {
  const { rows } = await shopStatement(sql`current_setting('app.business_id')`).execute(tx);
  return toShop(rows[0]);
}

/** What the owner is told who can be reached in this way, in her language; without one, in that of the business. */
export const sentencesFor = (shop: Shop, way: { owner: OwnerLine } | null): OwnerSentences =>
  sentencesIn(way?.owner.language ?? shop.language);

/** Opens the conversation with an owner who has never written, or finds the one that was opened meanwhile. */
export async function openOwnerConversation(
  tx: OneBusiness,
  owner: Pick<OwnerLine, 'personIndex' | 'phoneSealed'>,
  { channel, ourAddress, now }: { channel: ChannelKind; ourAddress: string; now: Date },
): Promise<string> {
  const [contactId, conversationId] = [randomUUID(), randomUUID()];
  const { rows } = await sql<{ id: string }>`
    with a as (insert into contact_aliases (person_index, contact_id, address_sealed)
      values (${owner.personIndex}, ${contactId}, ${owner.phoneSealed}) on conflict do nothing returning contact_id),
    p as (insert into contacts (id, created_at) select contact_id, ${now}::timestamptz from a),
    n as (insert into conversations (id, contact_id, channel, our_address, their_sealed, created_at)
      select ${conversationId}::uuid, contact_id, ${channel}, ${ourAddress}, ${owner.phoneSealed},
        ${now}::timestamptz from a returning id)
    select id from n union all select c.id from contact_aliases x
    join conversations c on c.contact_id = x.contact_id
    where x.person_index = ${owner.personIndex}`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('The conversation with an owner is being opened by somebody else');
  return row.id;
}
