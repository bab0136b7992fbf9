import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { SaidLine } from '#features/consent/standing.ts';
import { standing } from '#features/consent/standing.ts';
import { inBatches } from '#platform/batch.ts';
import { isCountryAllowed } from '#features/billing/breakers.ts';
import { spentUntil } from '#features/billing/budget.ts';
import { countryOf } from '#features/billing/country.ts';
import type { FactsRow, SpendingFacts } from '#features/billing/queries.ts';
import { factsColumns, factsOf } from '#features/billing/queries.ts';
import { gateStatusOf } from '#features/templates/fallback.ts';
import type { ChannelKind } from '#ports.ts';
import type { AnyTx } from '#db/tables.ts';
import { leavingColumns } from './claims.system.ts';
import type { Circumstances, FallbackTemplate, OtherChannel } from './gate.ts';
import { CLEAR } from './gate.ts';
import type { Leaving } from './message.ts';
import { cappedUntil } from './offer-cap.ts';
import { daytimeIn, quietUntil, zonesOf } from './quiet-hours.ts';

type Uses = Pick<App, 'db' | 'clock' | 'config' | 'vault' | 'senders'>;

/** What the database knows around a message that nobody asked for. */
type Row = FactsRow & {
  id: string;
  timeZone: string;
  wantsNoOffers: boolean;
  /** What they have said of such messages, on every channel, oldest first. */
  said: SaidLine[];
  /** Whether they have written to the business, on any channel. */
  hasWritten: boolean;
  hasSender: boolean;
  /** When the message left that must be an hour old before another may; null while there is room in the hour. */
  hourFullSince: Date | null;
  /** WhatsApp's word for the template that the message carries; null where it is none that is kept here. */
  templateWord: string | null;
  /** The same of the template that may take the place of its text. */
  fallbackWord: string | null;
  fallbackSid: string | null;
  fallbackValues: Record<string, string> | null;
  /** Of the last week. */
  offeredAt: string[];
  others: { channel: ChannelKind; isOptedOut: boolean }[];
};

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;

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
  const consentOn = (channel: ChannelKind) =>
    standing(row.said, channel, { hasWritten: row.hasWritten, now });
  const { state } = senders.of(message.channel, message.ourAddress);
  return {
    ...CLEAR,
    ...ofSpending(factsOf(row), { country, row, now }),
    consent: consentOn(message.channel),
    wantsNoOffers: row.wantsNoOffers,
    country,
    templateStatus: gateStatusOf(row.templateWord ?? 'approved'),
    fallback: fallbackOf(row),
    quietUntil: quietUntil(now, zones, daytimeIn(country)),
    hourlyLimitUntil: row.hourFullSince && new Date(row.hourFullSince.getTime() + HOUR_MS),
    sender: row.hasSender ? state : 'none',
    others: row.others.map((other): OtherChannel => ({
      ...other,
      consent: consentOn(other.channel),
    })),
  };
}

function fallbackOf({ fallbackWord, fallbackSid, fallbackValues }: Row): FallbackTemplate | null {
  if (fallbackWord === null) return null;
  const template = { contentSid: fallbackSid ?? '', variables: fallbackValues ?? {} };
  const status = fallbackSid === null ? 'pending' : gateStatusOf(fallbackWord);
  return { status, template };
}

type At = { country: string | null; row: Row; now: Date };

function ofSpending(
  { rules, budget, ownCountry, seenCountries, stoppedCountries }: SpendingFacts,
  { country, row, now }: At,
): Pick<Circumstances, 'isCountryAllowed' | 'breaker' | 'budgetSpentUntil' | 'cappedUntil'> {
  const { hasWritten, timeZone } = row;
  const isStopped = !hasWritten && country !== null && stoppedCountries.includes(country);
  return {
    isCountryAllowed: isCountryAllowed({
      ...{ country, own: ownCountry, allowed: rules.countries, hasWritten },
      ...{ seen: seenCountries, stopped: stoppedCountries },
    }),
    breaker: isStopped ? 'flood' : null,
    budgetSpentUntil: budget && spentUntil(budget.limits, budget.spent, now, timeZone),
    cappedUntil: cappedUntil(
      row.offeredAt.map((at) => new Date(at)),
      { perDay: rules.marketingPerDay, perWeek: rules.marketingPerWeek },
      now,
    ),
  };
}

/** How many conversations a business may begin in an hour, by channel. */
export type Begins = Record<ChannelKind, number>;

const around = (messages: readonly Leaving[], begins: Begins, now: Date) => {
  const ago = (ms: number) => new Date(now.getTime() - ms);
  return sql<Row>`
  with asked as (select m.* from messages m
    where m.id = any(${messages.map(({ id }) => id)}::bigint[]))
  select m.id::text as id, b.time_zone as "timeZone", ${factsColumns(now)},
    exists (select from opt_outs o where o.business_id = m.business_id and o.contact_id = c.contact_id
      and o.channel = m.channel) as "wantsNoOffers",
    (select coalesce(json_agg(json_build_object('channel', e.channel, 'status', e.status, 'method', e.method,
        'at', e.at, 'expiresAt', e.expires_at) order by e.id), '[]')
      from consent_events e where e.business_id = m.business_id and e.contact_id = c.contact_id
        and e.purpose = m.purpose) as said,
    c.last_inbound_at is not null as "hasWritten",
    exists (select from business_numbers n where n.business_id = m.business_id
      and n.channel = m.channel and n.address = m.our_address) as "hasSender",
    (select t.status from templates t where t.business_id = m.business_id
      and t.content_sid = m.details->'template'->>'contentSid') as "templateWord",
    f.status as "fallbackWord", f.content_sid as "fallbackSid",
    m.details->'fallback'->'variables' as "fallbackValues",
    case when h.sending + h.gone > h.most then coalesce(h.oldest, ${now}) end as "hourFullSince",
    (select coalesce(json_agg(s.handed_over_at), '[]') from messages s
      where s.conversation_id = m.conversation_id and s.purpose = 'marketing'
        and s.handed_over_at > ${ago(WEEK_MS)}) as "offeredAt",
    (select coalesce(json_agg(json_build_object('channel', n.channel, 'isOptedOut', exists (
        select from opt_outs o where o.business_id = m.business_id and o.contact_id = c.contact_id
          and o.channel = n.channel and (o.scope = 'everything' or m.purpose = 'marketing')))), '[]')
      from business_numbers n where n.business_id = m.business_id and n.channel <> m.channel) as others
  from asked m join conversations c on c.id = m.conversation_id join businesses b on b.id = m.business_id
    left join spending s on s.business_id = b.id
    left join lateral (select t.status, t.content_sid from templates t where t.business_id = m.business_id
      and t.name = m.details->'fallback'->>'name' and t.language = m.details->'fallback'->>'language'
      and t.stage <> 'leaving' order by t.status = 'approved' desc, t.version desc limit 1) f on true,
  lateral (select case m.channel when 'sms' then ${begins.sms}::int else ${begins.whatsapp}::int end as most,
    (select count(*) from messages s where s.business_id = m.business_id and s.channel = m.channel
      and s.state = 'sending' and s.purpose <> 'reply' and s.id <= m.id) as sending,
    g.gone, g.oldest from (select count(*) as gone, min(s.handed_over_at) as oldest from messages s
      where s.business_id = m.business_id and s.channel = m.channel and s.purpose <> 'reply'
        and s.handed_over_at > ${ago(HOUR_MS)}) g) h`;
};
