import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { AllBusinesses } from '#db/tables.ts';
import { endsWithAMessage } from '#features/consent/carrier-codes.ts';
import { prepared } from '#platform/db/prepared.ts';
import type { Turn } from './turn.ts';
import { HOUR_MS } from './turn.ts';

export const THINKING_LEASE_MS = 10_000;
const HISTORY = 6;

/**
 * Takes conversations that need attention and reads their turns, in one statement; the token fences every
 * later write. A message stored at the same instant may be missing from a turn: settling looks again.
 */
const claiming = (withHistory: boolean) =>
  prepared<{ limit: number; token: string; now: Date }, TurnRow>((parameter) => {
    const now = parameter((claim) => claim.now);
    return sql`
    with c as (
      update conversations set thinking_token = ${parameter(({ token }) => token)}::uuid,
        thinking_until = ${parameter((claim) => new Date(claim.now.getTime() + THINKING_LEASE_MS))},
        thinking_attempts = thinking_attempts + 1
      where id in (
        select id from conversations where attention_due_at <= ${now}
          and (thinking_until is null or thinking_until < ${now})
        order by attention_due_at limit ${parameter(({ limit }) => limit)} for no key update skip locked)
      returning *)
    ${turnFrom(sql`c`, { withHistory })}`;
  });

/** The turn of one conversation as it stands now. */
export const turnStatement = (conversationId: string, withHistory: boolean) => sql<TurnRow>`
  ${turnFrom(sql`conversations c`, { withHistory })} where c.id = ${conversationId}::uuid`;

/** Keeps the leases of turns that are being thought about. */
export const renewTurns = (tx: AllBusinesses, turns: readonly Turn[], now: Date) =>
  sql`update conversations c set thinking_until = ${new Date(now.getTime() + THINKING_LEASE_MS)}
    from jsonb_to_recordset(${JSON.stringify(
      turns.map(({ conversationId, token }) => ({ conversationId, token })),
    )}::jsonb) as x("conversationId" uuid, token uuid)
    where c.id = x."conversationId" and c.thinking_token = x.token`.execute(tx);

/** Gives a turn back, to be taken again at `at`. */
export const releaseTurn = (tx: AllBusinesses, { conversationId, token }: Turn, at: Date) =>
  sql`update conversations set thinking_token = null, thinking_until = null, attention_due_at = ${at}
    where id = ${conversationId} and thinking_token = ${token}::uuid`.execute(tx);

const businessFacts = sql`json_build_object('name', b.name, 'kind', b.kind, 'status', b.status, 'timeZone', b.time_zone,
        'country', b.default_country, 'language', b.default_language, 'hours', b.opening_hours,
        'specialDays', b.special_days,
        'greeting', b.greeting, 'contactPhone', b.contact_phone,
        'isPaused', b.answers_paused_at is not null, 'optIn', b.opt_in,
        'knowledgeVersion', b.knowledge_version::text)`;

const history = sql`(
  select json_agg(json_build_object('from', h.who, 'text', h.body) order by h.id)
  from (select id, body, case direction when 'in' then 'customer' else 'bot' end as who
    from messages where conversation_id = c.id and (direction = 'out' or outcome is not null)
    order by id desc limit ${HISTORY}) h)`;

const SAID = 4;
const SAID_WITHIN_MS = 6 * HOUR_MS;

/** What the customer said lately, oldest first: for the built-in engine, which seldom needs it. */
export const saidStatement = (conversationId: string, now: Date) => sql<{ text: string }>`
  select s.body as text from (select id, body from messages
    where conversation_id = ${conversationId}::uuid and direction = 'in' and outcome is not null
      and body <> '' and created_at > ${new Date(now.getTime() - SAID_WITHIN_MS)}
    order by id desc limit ${SAID}) s order by s.id`;

type Reading = {
  /** History is read for a model only. */
  withHistory: boolean;
  /** Messages that the statement itself stores, as a further branch of a union. */
  arriving?: RawBuilder<unknown>;
  alsoRead?: RawBuilder<unknown>;
};

/** What a conversation's next move is decided from; `c` names the conversations. */
export const turnFrom = (
  conversations: RawBuilder<unknown>,
  { withHistory, arriving = sql``, alsoRead = sql`c.id` }: Reading,
) => sql`
    select ${alsoRead}, c.id as "conversationId", c.business_id as "businessId", c.contact_id as "contactId",
      c.thinking_token as token, c.channel, c.our_address as "ourAddress",
      c.their_sealed as "theirSealed", c.inbound_count as "inboundCount",
      c.thinking_attempts as attempts,
      ${businessFacts} as business,
      c.with_person_since as "withPersonSince", p.name_sealed as "nameSealed",
      p.language, p.greeted_at is not null as "isGreeted",
      exists (select from contact_aliases a join owners o
        on o.business_id = a.business_id and o.person_index = a.person_index
        where a.business_id = c.business_id and a.contact_id = c.contact_id) as "isOwner",
      (select json_build_object('scope', x.scope, 'source', x.source, 'isTold', exists (
            select from messages g where g.conversation_id = c.id and g.direction = 'out'
              and g.kind = 'opt-out' and (g.id > (select s.id from messages s
                where s.conversation_id = c.id and s.message_sid = x.source)
              or (x.source like 'carrier %' and g.created_at >= x.opted_out_at))))
        from opt_outs x where x.business_id = c.business_id
        and x.contact_id = c.contact_id and x.channel = c.channel) as opt_out,
      c.window_started_at, c.window_counted, c.window_replies, c.window_media, c.window_told,
      (select json_build_object('kind', q.kind, 'choices', q.choices, 'expiresAt', q.expires_at)
        from pending_questions q where q.business_id = c.business_id
        and q.conversation_id = c.id) as pending,
      (select coalesce(json_agg(json_build_object('id', m.id::text, 'body', m.body, 'kind', m.kind,
          'details', m.details, 'at', m.created_at) order by m.id), '[]')
        from (select id, body, kind, details, created_at from messages
          where conversation_id = c.id and direction = 'in' and outcome is null ${arriving}) m
      ) as messages,
      ${withHistory ? history : sql`null`} as history
    from ${conversations}
    join businesses b on b.id = c.business_id
    join contacts p on p.business_id = c.business_id and p.id = c.contact_id`;

/** `isTold`: it has been confirmed to them. */
type OptedOut = { scope: 'offers' | 'everything'; source: string; isTold: boolean };

/** A turn as the database gives it. */
export type TurnRow = Omit<
  Turn,
  'history' | 'window' | 'isOptedOut' | 'isOptOutConfirmed' | 'isBlockOver'
> & {
  opt_out: OptedOut | null;
  history: Turn['history'] | null;
  window_started_at: Date | null;
  window_counted: number;
  window_replies: number;
  window_media: number;
  window_told: boolean;
};

export const claimWithHistory = claiming(true);
export const claimWithoutHistory = claiming(false);

/** A row of either statement as a turn. */
export function toTurn(row: TurnRow): Turn {
  const { opt_out, window_started_at, window_counted, window_replies, window_media, ...rest } = row;
  const { window_told, ...turn } = rest;
  return {
    ...turn,
    isOptedOut: opt_out?.scope === 'everything',
    isOptOutConfirmed: opt_out?.isTold ?? false,
    isBlockOver: opt_out !== null && endsWithAMessage(opt_out.source),
    history: turn.history ?? [],
    window: {
      startedAt: window_started_at,
      counted: window_counted,
      replies: window_replies,
      media: window_media,
      isTold: window_told,
    },
  };
}
