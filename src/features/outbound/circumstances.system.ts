import { sql } from 'kysely';
import type { App } from '#app.ts';
import { inBatches } from '#platform/batch.ts';
import { countryOf } from '#platform/phones.ts';
import { gateStatusOf } from '#features/templates/fallback.ts';
import type { ChannelKind } from '#ports.ts';
import type { AnyTx } from '#db/tables.ts';
import { leavingColumns } from './claims.system.ts';
import type { Circumstances, OtherChannel } from './gate.ts';
import { CLEAR } from './gate.ts';
import type { Leaving } from './message.ts';
import { daytimeIn, quietUntil, zonesOf } from './quiet-hours.ts';

type Uses = Pick<App, 'db' | 'clock' | 'config' | 'vault' | 'senders'>;

/** What the database knows around a message that nobody asked for. */
type Row = {
  id: string;
  timeZone: string;
  wantsNoOffers: boolean;
  /** Whether they have written to the business, on any channel. */
  hasWritten: boolean;
  hasSender: boolean;
  /** When the message left that must be an hour old before another may; null while there is room in the hour. */
  hourFullSince: Date | null;
  /** WhatsApp's word for the template that the message carries; null where it is none that is kept here. */
  templateWord: string | null;
  lastOfferAt: Date | null;
  offersThisWeek: number;
  firstOfferThisWeekAt: Date | null;
  others: { channel: ChannelKind; isOptedOut: boolean }[];
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;
const MOST_OFFERS_A_WEEK = 4;

/** Looks up what the gate must know of messages that nobody asked for, many at a time. */
export function circumstances(app: Uses) {
  const read = inBatches(async (messages: Leaving[]): Promise<Circumstances[]> => {
    const now = app.clock.now();
    const rows = await app.db.runAsSystem(around(messages, app.config.begins, now));
    const byId = new Map(rows.map((row) => [row.id, row]));
    return messages.map((message) => {
      const row = byId.get(message.id);
      return row ? toCircumstances(app, message, row, now) : CLEAR;
    });
  });
  return (message: Leaving): Promise<Circumstances> => read(message);
}

/** The same of one message inside a transaction, as it will be at that time; and the message. */
export async function circumstancesIn(
  app: Omit<Uses, 'db' | 'clock'>,
  tx: AnyTx,
  id: string,
  at: Date,
): Promise<{ message: Leaving; around: Circumstances }> {
  const { rows: messages } = await sql<Leaving>`select ${leavingColumns}
    from messages m join conversations c on c.id = m.conversation_id where m.id = ${id}::bigint`.execute(
    tx,
  );
  const [message] = messages;
  if (!message) throw new Error('There is no such message');
  const { rows } = await around(messages, app.config.begins, at).execute(tx);
  const [row] = rows;
  return { message, around: row ? toCircumstances(app, message, row, at) : CLEAR };
}

function toCircumstances(
  { vault, senders }: Pick<Uses, 'vault' | 'senders'>,
  message: Leaving,
  row: Row,
  now: Date,
): Circumstances {
  const country = countryOf(vault.decrypt(message.theirSealed));
  const zones = zonesOf({ timeZone: null, country }, row.timeZone);
  const consent = row.hasWritten ? 'implied' : 'unknown';
  const { state } = senders.of(message.channel, message.ourAddress);
  return {
    ...CLEAR,
    consent,
    wantsNoOffers: row.wantsNoOffers,
    country,
    templateStatus: gateStatusOf(row.templateWord ?? 'approved'),
    quietUntil: quietUntil(now, zones, daytimeIn(country)),
    hourlyLimitUntil: row.hourFullSince && new Date(row.hourFullSince.getTime() + HOUR_MS),
    cappedUntil: cappedUntil(row, now),
    sender: row.hasSender ? state : 'none',
    others: row.others.map((other): OtherChannel => ({ ...other, consent })),
  };
}

/** One offer a day, and so many a week. */
function cappedUntil({ lastOfferAt, firstOfferThisWeekAt, offersThisWeek }: Row, now: Date) {
  const afterDay = lastOfferAt && new Date(lastOfferAt.getTime() + DAY_MS);
  const isFull = offersThisWeek >= MOST_OFFERS_A_WEEK && firstOfferThisWeekAt !== null;
  const afterWeek = isFull ? new Date(firstOfferThisWeekAt.getTime() + WEEK_MS) : null;
  const latest = [afterDay, afterWeek].reduce((a, b) => (b && (!a || b > a) ? b : a), null);
  return latest && latest > now ? latest : null;
}

/** How many conversations a business may begin in an hour, by channel. */
export type Begins = Record<ChannelKind, number>;

const around = (messages: readonly Leaving[], begins: Begins, now: Date) => {
  const ago = (ms: number) => new Date(now.getTime() - ms);
  return sql<Row>`
  with asked as (select m.* from messages m
    where m.id = any(${messages.map(({ id }) => id)}::bigint[]))
  select m.id::text as id, b.time_zone as "timeZone",
    exists (select from opt_outs o where o.business_id = m.business_id and o.contact_id = c.contact_id
      and o.channel = m.channel) as "wantsNoOffers",
    c.last_inbound_at is not null as "hasWritten",
    exists (select from business_numbers n where n.business_id = m.business_id
      and n.channel = m.channel and n.address = m.our_address) as "hasSender",
    (select t.status from templates t where t.business_id = m.business_id
      and t.content_sid = m.details->'template'->>'contentSid') as "templateWord",
    case when h.sending + h.gone > h.most then coalesce(h.oldest, ${now}) end as "hourFullSince",
    r.last as "lastOfferAt", r.count as "offersThisWeek", r.first as "firstOfferThisWeekAt",
    (select coalesce(json_agg(json_build_object('channel', n.channel, 'isOptedOut', exists (
        select from opt_outs o where o.business_id = m.business_id and o.contact_id = c.contact_id
          and o.channel = n.channel))), '[]')
      from business_numbers n where n.business_id = m.business_id and n.channel <> m.channel) as others
  from asked m join conversations c on c.id = m.conversation_id join businesses b on b.id = m.business_id,
  lateral (select case m.channel when 'sms' then ${begins.sms}::int else ${begins.whatsapp}::int end as most,
    (select count(*) from messages s where s.business_id = m.business_id and s.channel = m.channel
      and s.state = 'sending' and s.purpose <> 'reply' and s.id <= m.id) as sending,
    g.gone, g.oldest from (select count(*) as gone, min(s.handed_over_at) as oldest from messages s
      where s.business_id = m.business_id and s.channel = m.channel and s.purpose <> 'reply'
        and s.handed_over_at > ${ago(HOUR_MS)}) g) h,
  lateral (select max(s.handed_over_at) as last, min(s.handed_over_at) as first, count(*)::int as count
    from messages s where s.conversation_id = m.conversation_id and s.purpose = 'marketing'
      and s.handed_over_at > ${ago(WEEK_MS)}) r`;
};
