import { sql } from 'kysely';
import type { App } from '#app.ts';
import { prepared } from '#platform/db/prepared.ts';
import { inBatches } from '#platform/batch.ts';
import { rankOf } from './carrier-status.ts';
import { noteOptedOut } from '#features/consent/carrier.system.ts';
import { noteNotTold } from '#features/questions/not-told.system.ts';
import { greetAgain } from './greeting.system.ts';
import type { Leaving } from './message.ts';
import type { Reason } from './refusals.ts';
import type { ChannelKind } from '#ports.ts';

/** What became of one hand-over. */
export type Mark = {
  message: Leaving;
  state: 'handed-over' | 'queued' | 'unknown' | 'failed' | 'cancelled' | 'expired';
  sid?: string;
  accountSid?: string;
  status?: string;
  errorCode?: number | null;
  sentence?: string;
  /** Why the gate kept it back. */
  reason?: Reason;
  /** The channel on which it is to leave instead. */
  moveTo?: ChannelKind;
  /** When a queued one is tried again, when an unknown one is looked into. */
  dueAt?: Date;
  /** False where the carrier certainly did nothing: it does not use up an attempt. */
  isAttempt?: boolean;
};

const LINGER_MS = 2;
const isGivenUp = new Set<Mark['state']>(['failed', 'cancelled', 'expired']);

/** Records what became of hand-overs, many in one statement; only the holder of the claim can. */
type Uses = Pick<App, 'db' | 'clock' | 'wakeups' | 'messageLane'>;

export function marker({ db, clock, wakeups, messageLane }: Uses) {
  return inBatches(
    async (marks: Mark[]) => {
      await moveToOtherChannels(db, marks);
      const rows = await messageLane(() =>
        db.runAsSystem(markStatement({ marks, now: clock.now() })),
      );
      if (rows.some(({ has_next }) => has_next)) wakeups.wake('outbound_due');
      const unsent = marks.filter(({ state }) => isGivenUp.has(state));
      if (unsent.length > 0) {
        await db.runAsSystem(greetAgain(unsent.map(({ message }) => message.conversationId)));
        await noteNotTold(
          { db, clock, wakeups },
          unsent.map(({ message }) => message),
        );
        await noteOptedOut({ db, clock }, unsent.map(reportOf));
      }
      return marks.map(() => undefined);
    },
    { maxSize: 200, lingerMs: LINGER_MS },
  );
}

const reportOf = ({ message: { conversationId, channel }, errorCode }: Mark) => ({
  ...{ conversationId, channel, errorCode },
});

/** The number by which the business sends there; a template is of the channel that it was left on. */
async function moveToOtherChannels(db: App['db'], marks: readonly Mark[]): Promise<void> {
  for (const { message, moveTo } of marks) {
    if (!moveTo) continue;
    await db.runAsSystem(sql`update messages m set channel = n.channel, our_address = n.address,
        details = m.details - 'template'
      from business_numbers n
      where m.id = ${message.id} and m.claim_token = ${message.token}::uuid
        and n.business_id = m.business_id and n.channel = ${moveTo}`);
  }
}

const inputOf = (marks: readonly Mark[]) =>
  JSON.stringify(
    marks.map(({ message, isAttempt = true, ...mark }) => ({
      ...mark,
      id: message.id,
      token: message.token,
      rank: mark.status ? rankOf(mark.status) : -1,
      isAttempt,
    })),
  );

type Marks = { marks: readonly Mark[]; now: Date };

const markStatement = prepared<Marks, { has_next: boolean }>((parameter) => {
  const now = parameter((given) => given.now);
  const input = parameter(({ marks }) => inputOf(marks));
  const ids = parameter(({ marks }) => marks.map(({ message }) => message.id));
  return sql`
    with input as materialized (select * from jsonb_to_recordset(${input}::jsonb) as x(id bigint,
      token uuid, state text, sid text, "accountSid" text, status text, rank smallint,
      "errorCode" int, sentence text, reason text, "dueAt" timestamptz, "isAttempt" boolean)),
    marked as (
      update messages m set state = i.state, claim_token = null,
        claimed_until = case i.state when 'unknown' then i."dueAt" end,
        uncertain_since = case i.state when 'unknown' then coalesce(m.uncertain_since, ${now}) end,
        due_at = case i.state when 'queued' then i."dueAt" else m.due_at end,
        attempts = m.attempts - case when i."isAttempt" then 0 else 1 end,
        account_sid = coalesce(m.account_sid, case when i.sid is not null then i."accountSid" end),
        message_sid = coalesce(m.message_sid, i.sid),
        carrier_status = case when p.status is not null then p.status
          when i.rank > m.carrier_rank then i.status else m.carrier_status end,
        carrier_rank = greatest(m.carrier_rank, i.rank, case when p.status is null then -1 else 4 end),
        error_code = coalesce(i."errorCode", p.error_code,
          case when i.state <> 'handed-over' then m.error_code end),
        error_sentence = coalesce(i.sentence,
          case when i.state <> 'handed-over' or p.error_code is not null then m.error_sentence end),
        reason = i.reason,
        handed_over_at = case i.state when 'handed-over' then ${now} else m.handed_over_at end
      from input i left join lateral (
        select e.status, e.error_code from message_events e
        where e.account_sid = i."accountSid" and e.message_sid = i.sid
        order by array_position(array['queued','sending','sent','delivered','undelivered','failed',
          'canceled','read'], e.status) desc nulls last limit 1) p on true
      where m.id = i.id and m.id = any(${ids}::bigint[])
        and m.claim_token = i.token
      returning m.id, m.conversation_id, m.state)
    select exists (select from messages n where n.conversation_id = k.conversation_id
      and n.direction = 'out' and n.id <> k.id
      and (n.state in ('sending', 'unknown') or (n.state = 'queued' and n.purpose = 'reply'))) as has_next
    from marked k where k.state <> 'queued'`;
});
