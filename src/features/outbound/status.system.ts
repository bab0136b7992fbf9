import { sql } from 'kysely';
import type { App } from '#app.ts';
import { inBatches } from '#platform/batch.ts';
import { rankOf } from './carrier-status.ts';

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

/** Keeps every event once and moves messages forward, never back; resolves once stored. */
type Uses = Pick<App, 'db' | 'clock' | 'wakeups' | 'messageLane'>;

export function statusRecorder({ db, clock, wakeups, messageLane }: Uses) {
  return inBatches(
    async (events: StatusEvent[]) => {
      const rows = await messageLane(() => db.runAsSystem(recordStatement(events, clock.now())));
      if (rows.some((row) => row.was_in_flight)) wakeups.wake('outbound_due');
      return events.map(() => undefined);
    },
    { maxSize: 200, lingerMs: LINGER_MS },
  );
}

const recordStatement = (events: readonly StatusEvent[], now: Date) => {
  const input = JSON.stringify(events.map((event) => ({ ...event, rank: rankOf(event.status) })));
  return sql<{ was_in_flight: boolean }>`
    with input as materialized (select * from jsonb_to_recordset(${input}::jsonb) as x(
      "messageId" bigint, "accountSid" text, "messageSid" text, status text, "eventType" text,
      "errorCode" int, sentence text, rank smallint)),
    known as materialized (
      select distinct on (i."accountSid", i."messageSid", i.status, i."eventType") i.*, m.id
      from input i left join messages m on m.direction = 'out' and (
        (m.id = i."messageId" and (m.message_sid is null or m.message_sid = i."messageSid"))
        or (m.message_sid = i."messageSid" and m.account_sid = i."accountSid"))),
    kept as (
      insert into message_events
        (account_sid, message_sid, message_id, status, event_type, error_code, received_at)
      select "accountSid", "messageSid", id, status, "eventType", "errorCode", ${now}::timestamptz
      from known on conflict do nothing),
    furthest as (
      select distinct on (id) * from known where id is not null order by id, rank desc),
    held as materialized (
      select m.id, m.state in ('sending', 'unknown') as was_in_flight from messages m
      where m.id in (select id from furthest) order by m.id for no key update)
    update messages m set carrier_status = f.status, carrier_rank = f.rank,
      account_sid = f."accountSid", message_sid = f."messageSid", state = 'handed-over',
      handed_over_at = coalesce(m.handed_over_at, ${now}), claim_token = null, claimed_until = null,
      error_code = coalesce(f."errorCode", m.error_code),
      error_sentence = coalesce(f.sentence, m.error_sentence)
    from furthest f join held h on h.id = f.id
    where m.id = f.id and f.rank > m.carrier_rank
    returning h.was_in_flight`;
};
