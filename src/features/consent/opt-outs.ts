import { sql } from 'kysely';
import type { AnyTx } from '#db/tables.ts';
import type { ConsentChannel } from './events.ts';
import type { Proof } from './queries.ts';
import type { Scope } from './opt-out/intent.ts';
import { proofColumns } from './queries.ts';

/** Everything that changes `opt_outs`, the present state that the hot path reads: each change adds to the ledger in its own statement. */
export type OptingOut = Proof & { scope: Scope };

/** `only`: what of it is taken back; null: all. */
export type OptingIn = Proof & { only: Scope | null };

/** Who opts out of everything has opted out of offers as well; the other way round nothing changes. Gives who is new to it. */
export async function optOut(
  tx: AnyTx,
  people: readonly OptingOut[],
  now: Date,
): Promise<readonly { contactId: string; channel: ConsentChannel }[]> {
  if (people.length === 0) return [];
  const { rows } = await sql<{ contactId: string; channel: ConsentChannel }>`
    with input as materialized (select i.* from jsonb_to_recordset(${JSON.stringify(widest(people))}::jsonb)
      as i(${proofColumns}, scope text) join contacts c on c.business_id = i."businessId" and c.id = i."contactId"),
    changed as (
      insert into opt_outs (business_id, contact_id, channel, opted_out_at, source, scope)
      select "businessId", "contactId", channel, ${now}::timestamptz, coalesce("messageSid", source), scope from input
      order by "businessId", "contactId", channel
      on conflict (business_id, contact_id, channel) do update set opted_out_at = excluded.opted_out_at,
        source = excluded.source, scope = excluded.scope
        where opt_outs.scope = 'offers' and excluded.scope = 'everything'
      returning business_id, contact_id, channel, scope)
    insert into consent_events (business_id, contact_id, channel, purpose, status, method, source, wording,
      wording_version, language, actor, at, message_sid, ip)
    select i."businessId", i."contactId", i.channel, p.purpose, 'withdrawn', i.method, i.source, i.wording,
      i."wordingVersion", i.language, i.actor, ${now}::timestamptz, i."messageSid", i.ip
    from changed x join input i on i."businessId" = x.business_id and i."contactId" = x.contact_id
      and i.channel = x.channel
    cross join (values ('transactional'), ('marketing')) p(purpose)
    where x.scope = 'everything' or p.purpose = 'marketing'
    returning contact_id as "contactId", channel`.execute(tx);
  return rows;
}

/** Of one person on one channel the farthest wish: a statement can touch a row only once. */
function widest(people: readonly OptingOut[]): OptingOut[] {
  const kept = new Map<string, OptingOut>();
  for (const person of people) {
    const key = `${person.businessId} ${person.contactId} ${person.channel}`;
    if (kept.get(key)?.scope !== 'everything') kept.set(key, person);
  }
  return [...kept.values()];
}

/** Takes opting out back. Offers come back to who had agreed to them before, and to who had ended nothing else. */
export async function optIn(tx: AnyTx, people: readonly OptingIn[], now: Date): Promise<void> {
  if (people.length === 0) return;
  await sql`
    with input as materialized (select * from jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
      as i(${proofColumns}, "only" text)),
    gone as (
      delete from opt_outs o using input i where o.business_id = i."businessId"
        and o.contact_id = i."contactId" and o.channel = i.channel and (i."only" is null or o.scope = i."only")
      returning o.*)
    insert into consent_events (business_id, contact_id, channel, purpose, status, method, source, wording,
      wording_version, language, actor, at, message_sid, ip)
    select i."businessId", i."contactId", i.channel, p.purpose, 'granted', i.method, i.source, i.wording,
      i."wordingVersion", i.language, i.actor, ${now}::timestamptz, i."messageSid", i.ip
    from gone g join input i on i."businessId" = g.business_id and i."contactId" = g.contact_id
      and i.channel = g.channel
    cross join (values ('transactional'), ('marketing')) p(purpose)
    where case p.purpose when 'transactional' then g.scope = 'everything' else g.scope = 'offers' or (
      select e.status from consent_events e where e.business_id = g.business_id and e.contact_id = g.contact_id
        and e.channel = g.channel and e.purpose = 'marketing' and e.at < g.opted_out_at
      order by e.id desc limit 1) = 'granted' end`.execute(tx);
}

type Unwanting = Pick<OptingOut, 'businessId' | 'contactId' | 'channel' | 'scope'>;

/** Cancels what these people were still to get and do not want: what waits here at once, what is scheduled at the carrier soon. */
export async function cancelUnwanted(
  tx: AnyTx,
  people: readonly Unwanting[],
  now: Date,
): Promise<void> {
  if (people.length === 0) return;
  await sql`
    with input as materialized (select c.id, i.channel, i.scope, c.business_id
      from jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
        as i("businessId" text, "contactId" uuid, channel text, scope text)
      join conversations c on c.business_id = i."businessId" and c.contact_id = i."contactId"),
    unwanted as materialized (select m.id, m.state, m.message_sid, m.business_id from input i join messages m
      on m.conversation_id = i.id and m.channel = i.channel and m.direction = 'out'
      and (i.scope = 'everything' or m.purpose = 'marketing')
      where m.state = 'queued' or (m.state = 'handed-over' and m.carrier_status = 'scheduled')),
    asked as (delete from pending_questions q using input i
      where q.conversation_id = i.id and i.scope = 'everything'),
    called_off as (
      insert into scheduled_cancellations (business_id, message_id, message_sid, due_at)
      select business_id, id, message_sid, ${now}::timestamptz from unwanted
      where state = 'handed-over' and message_sid is not null on conflict do nothing)
    update messages m set state = 'cancelled', error_sentence = 'The customer opted out before it was sent.'
    from unwanted u where m.id = u.id and m.state = 'queued'`.execute(tx);
}
