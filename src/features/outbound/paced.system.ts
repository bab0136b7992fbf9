import { sql } from 'kysely';
import type { AllBusinesses } from '#db/tables.ts';
import type { ChannelKind } from '#ports.ts';
import { HOLD_BACK_MS, leavingColumns, SENDING_LEASE_MS } from './claims.system.ts';
import type { Leaving } from './message.ts';

export type Line = { channel: ChannelKind; ourAddress: string };

/** The numbers by which something waits to leave that is no reply. Steps from number to number, however much waits. */
export async function linesWaiting(tx: AllBusinesses, now: Date): Promise<Line[]> {
  const { rows } = await sql<Line>`
    with recursive lines as (
      (select m.channel, m.our_address from messages m where m.state = 'queued' and m.purpose <> 'reply'
        order by m.channel, m.our_address limit 1)
      union all
      select n.channel, n.our_address from lines l cross join lateral (
        select m.channel, m.our_address from messages m
        where m.state = 'queued' and m.purpose <> 'reply'
          and (m.channel, m.our_address) > (l.channel, l.our_address)
        order by m.channel, m.our_address limit 1) n)
    select l.channel, l.our_address as "ourAddress" from lines l
    where exists (select from messages m where m.state = 'queued' and m.purpose <> 'reply'
      and m.channel = l.channel and m.our_address = l.our_address and m.purpose in ('transactional', 'marketing')
      and m.due_at <= ${now})`.execute(tx);
  return rows;
}

type Claim = { rooms: readonly (Line & { room: number })[]; token: string; now: Date };

/** Takes what is due of each number, as much as it has room for: what is about somebody's own affairs before offers. */
export async function claimPaced(
  tx: AllBusinesses,
  { rooms, token, now }: Claim,
): Promise<Leaving[]> {
  const { rows } = await sql<Leaving>`
    with lines as (select * from jsonb_to_recordset(${JSON.stringify(rooms)}::jsonb)
      as x(channel text, "ourAddress" text, room int)),
    chosen as (
      select p.id from lines l cross join lateral (
        (${due(sql`'transactional'`, now)}) union all (${due(sql`'marketing'`, now)})
        limit l.room) p),
    taken as (select m.id from messages m where m.id in (select id from chosen)
      and m.state = 'queued' for no key update skip locked)
    update messages m set state = 'sending', claim_token = ${token}::uuid, attempts = m.attempts + 1,
      claimed_until = ${new Date(now.getTime() + SENDING_LEASE_MS)}
    from taken t, conversations c
    where m.id = t.id and c.id = m.conversation_id
    returning ${leavingColumns}`.execute(tx);
  return rows;
}

/** What is due of a line, none behind a message of its conversation that is on its way. */
const due = (purpose: ReturnType<typeof sql>, now: Date) => sql`
  select m.id from messages m
  where m.state = 'queued' and m.purpose <> 'reply' and m.channel = l.channel
    and m.our_address = l."ourAddress" and m.purpose = ${purpose} and m.due_at <= ${now}
    and not exists (select from messages e where e.conversation_id = m.conversation_id
      and e.direction = 'out' and e.id <> m.id and (e.state = 'sending'
        or (e.state = 'queued' and e.purpose = 'reply')
        or (e.state = 'queued' and e.purpose = m.purpose and e.id < m.id and e.due_at <= ${now})
        or (e.state = 'unknown' and e.uncertain_since > ${new Date(now.getTime() - HOLD_BACK_MS)})))
  order by m.due_at, m.id limit l.room`;
