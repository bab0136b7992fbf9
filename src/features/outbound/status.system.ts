import { sql } from 'kysely';
import type { App } from '#app.ts';
import { prepared } from '#platform/db/prepared.ts';
import { inBatches } from '#platform/batch.ts';
import { rankOf } from './carrier-status.ts';
import { noteOptedOut } from '#features/consent/carrier.system.ts';
import { noteNotTold } from '#features/questions/not-told.system.ts';
import type { ChannelKind } from '#ports.ts';
import { greetAgain } from './greeting.system.ts';
import { stopRefusedTemplates } from '#features/templates/refused-in-use.system.ts';

/** A status callback. `messageId` is ours, from the callback's URL, when it carries one. */
export type StatusEvent = {
  messageId: string | null;
  accountSid: string;
  messageSid: string;
  status: string;
  eventType: string;
  errorCode: number | null;
  sentence: string | null;
};

const LINGER_MS = 25;
const notArrived = new Set(['failed', 'undelivered', 'canceled']);

type Row = {
  id: string;
  business_id: string;
  kind: string;
  was_in_flight: boolean;
  conversation_id: string;
  carrier_status: string;
  channel: ChannelKind;
  error_code: number | null;
};

/** Keeps every event once and moves messages forward, never back; resolves once stored. */
type Uses = Pick<App, 'db' | 'clock' | 'wakeups' | 'messageLane'>;

export function statusRecorder({ db, clock, wakeups, messageLane }: Uses) {
  return inBatches(
    async (events: StatusEvent[]) => {
      const rows = await messageLane(() =>
        db.runAsSystem(recordStatement({ events, now: clock.now() })),
      );
      if (rows.some((row) => row.was_in_flight)) wakeups.wake('outbound_due');
      const unread = rows.filter((row) => notArrived.has(row.carrier_status));
      if (unread.length > 0) {
        await db.runAsSystem(greetAgain(unread.map((row) => row.conversation_id)));
        await noteNotTold({ db, clock, wakeups }, unread.map(lostOf));
        await stopRefusedTemplates(
          { db, clock, wakeups },
          unread.map(({ id, error_code: errorCode }) => ({ id, errorCode })),
        );
        await noteOptedOut({ db, clock }, unread.map(reportOf));
      }
      return events.map(() => undefined);
    },
    { maxSize: 200, lingerMs: LINGER_MS },
  );
}

const lostOf = ({ id, business_id, kind }: Row) => ({ id, businessId: business_id, kind });

const reportOf = ({ conversation_id, channel, error_code }: Row) => ({
  ...{ conversationId: conversation_id, channel },
  errorCode: error_code,
});

type Events = { events: readonly StatusEvent[]; now: Date };

const recordStatement = prepared<Events, Row>((parameter) => {
  const now = parameter((given) => given.now);
  const input = parameter(({ events }) => inputOf(events));
  const ids = parameter(({ events }) => events.flatMap(({ messageId }) => messageId ?? []));
  const accounts = parameter(({ events }) => accountsOf(events));
  const sids = parameter(({ events }) => unnamedSids(events));
  return sql`
    with input as materialized (select distinct on ("accountSid", "messageSid", status, "eventType") *
      from jsonb_to_recordset(${input}::jsonb) as x(
      "messageId" bigint, "accountSid" text, "messageSid" text, status text, "eventType" text,
      "errorCode" int, sentence text, rank smallint)),
    kept as (
      insert into message_events (account_sid, message_sid, status, event_type, error_code, received_at)
      select "accountSid", "messageSid", status, "eventType", "errorCode", ${now}::timestamptz
      from input on conflict do nothing),
    held as materialized (
      select m.id, m.account_sid, m.message_sid, m.state in ('sending', 'unknown') as was_in_flight
      from messages m where m.direction = 'out' and (m.id = any(${ids}::bigint[])
        or (m.account_sid = any(${accounts}::text[]) and m.message_sid = any(${sids}::text[])))
      order by m.id for no key update),
    known as (
      select h.id, h.was_in_flight, i.* from input i join held h on h.id = i."messageId"
        where h.message_sid is null or h.message_sid = i."messageSid"
      union all
      select h.id, h.was_in_flight, i.* from input i join held h
        on h.message_sid = i."messageSid" and h.account_sid = i."accountSid"
        where i."messageId" is null),
    furthest as (select distinct on (id) * from known order by id, rank desc)
    update messages m set carrier_status = f.status, carrier_rank = f.rank,
      account_sid = f."accountSid", message_sid = f."messageSid", state = 'handed-over',
      handed_over_at = coalesce(m.handed_over_at, ${now}), claim_token = null, claimed_until = null,
      error_code = f."errorCode", error_sentence = f.sentence
    from furthest f
    where m.id = f.id and f.rank > m.carrier_rank
    returning m.id, m.business_id, m.kind, f.was_in_flight, m.conversation_id, m.carrier_status,
      m.channel, m.error_code`;
});

const inputOf = (events: readonly StatusEvent[]) =>
  JSON.stringify(events.map((event) => ({ ...event, rank: rankOf(event.status) })));

const unnamedSids = (events: readonly StatusEvent[]) =>
  events.flatMap(({ messageId, messageSid }) => (messageId ? [] : messageSid));

const accountsOf = (events: readonly StatusEvent[]) => [
  ...new Set(events.map(({ accountSid }) => accountSid)),
];
