import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { AnyTx } from '#db/tables.ts';
import { meters } from '#features/health/meters.ts';
import type { Parameter } from '#platform/db/prepared.ts';
import { prepared } from '#platform/db/prepared.ts';
import { HOUR_MS } from './turn.ts';
import type { Ending, Turn, TurnMessage } from './turn.ts';

export const SENDING_LEASE_MS = 10_000;

/** After that an answer no longer helps. */
export const REPLY_VALID_MS = 4 * HOUR_MS;

/** A reply as it was written: claimed by us for sending at once, or queued behind an earlier message. */
export type Written = {
  id: string;
  position: number;
  state: 'sending' | 'queued' | 'cancelled';
};

/** `sendToken` claims the first reply for sending at once. */
export type Settlement = { turn: Turn; ending: Ending; sendToken: string };
type Settlements = { settlements: readonly Settlement[]; now: Date };
export type Settled = { isSettled: boolean; written: Written[] };

type Row = {
  conversationId: string;
  token: string;
  id: string | null;
  position: number | null;
  state: Written['state'] | null;
};

/**
 * Ends turns: outcome, counters and replies in one statement. A turn whose token was lost, or in which more
 * was said than its ending knows of, is left as it is. The first reply is claimed for sending unless an
 * earlier message of the conversation is still on its way.
 */
export const settleStatement = prepared<Settlements, Row>((parameter) => {
  const now = parameter((given) => given.now);
  const input = parameter(({ settlements }) => endingsOf(settlements));
  const ids = parameter(({ settlements }) => idsOf(settlements));
  const anHourAgo = parameter((given) => new Date(given.now.getTime() - HOUR_MS));
  const isOver = sql`(c.window_started_at is null or c.window_started_at <= ${anHourAgo})`;
  return sql<Row>`
    with input as materialized (select * from jsonb_to_recordset(${input}::jsonb) as x(
      "conversationId" uuid, token uuid, seen bigint, "throughId" bigint, outcome text,
      "isVoidWhenMoreWasSaid" boolean, counted int, replies int, media int, "tellsLimit" boolean,
      language text, "sendToken" uuid)),
    held as materialized (select id from conversations
      where id = any(${ids}::uuid[]) order by id for no key update),
    settled as (
      update conversations c set thinking_token = null, thinking_until = null, thinking_attempts = 0,
        attention_due_at = case when c.inbound_count > i.seen or exists (
            select from messages m where m.conversation_id = c.id and m.direction = 'in'
            and m.outcome is null and m.id > i."throughId")
          then ${now}::timestamptz end,
        window_started_at = case when ${isOver} then ${now}::timestamptz else c.window_started_at end,
        window_counted = i.counted + case when ${isOver} then 0 else c.window_counted end,
        window_replies = i.replies + case when ${isOver} then 0 else c.window_replies end,
        window_media = i.media + case when ${isOver} then 0 else c.window_media end,
        window_told = i."tellsLimit" or (not ${isOver} and c.window_told)
      from held h join input i on i."conversationId" = h.id
      where c.id = h.id and c.id = any(${ids}::uuid[]) and c.thinking_token = i.token
        and (c.inbound_count = i.seen or not i."isVoidWhenMoreWasSaid")
      returning c.id, c.business_id, c.contact_id, c.channel, c.our_address, c.their_sealed,
        i.token, i."sendToken"),
    outcomes as (
      update messages m set outcome = i.outcome from settled s
      join input i on i."conversationId" = s.id and i.token = s.token
      where m.conversation_id = s.id and m.direction = 'in' and m.outcome is null
        and m.id <= i."throughId"),
    known as (${rememberPerson(now)}),
    written as (${writeReplies(parameter, now)})
    select s.id as "conversationId", s.token, w.id, w.state,
      row_number() over (partition by s.id order by w.id)::int - 1 as position
    from settled s left join written w on w.conversation_id = s.id`;
});

const idsOf = (settlements: readonly Settlement[]) =>
  settlements.map(({ turn }) => turn.conversationId);

/** The first reply that says who writes makes a person known: the confirmation of STOP or START does not. Their language is kept. */
const rememberPerson = (now: RawBuilder<unknown>) => sql`
  update contacts p set greeted_at = coalesce(p.greeted_at,
      case when i.outcome not in ('keyword-stop', 'keyword-start') then ${now}::timestamptz end),
    language = coalesce(i.language, p.language)
  from settled s
      join input i on i."conversationId" = s.id and i.token = s.token
  where p.business_id = s.business_id and p.id = s.contact_id and i.replies > 0
    and (p.greeted_at is null or i.language <> coalesce(p.language, ''))`;

const writeReplies = (parameter: Parameter<Settlements>, now: RawBuilder<unknown>) => {
  const later = (ms: number) => parameter(({ now }) => new Date(now.getTime() + ms));
  return sql`
  insert into messages (business_id, conversation_id, direction, channel, our_address, their_sealed,
    body, kind, state, due_at, valid_until, claim_token, claimed_until, attempts, created_at)
  select s.business_id, s.id, 'out', s.channel, s.our_address, s.their_sealed, r.text, r.kind, f.state,
    ${now}::timestamptz, ${later(REPLY_VALID_MS)}::timestamptz,
    case f.state when 'sending' then s."sendToken" end,
    case f.state when 'sending' then ${later(SENDING_LEASE_MS)}::timestamptz end,
    case f.state when 'sending' then 1 else 0 end, ${now}::timestamptz
  from settled s
  join jsonb_to_recordset(${parameter(({ settlements }) => repliesOf(settlements))}::jsonb)
    as r("conversationId" uuid, token uuid, position int, kind text, text text)
    on r."conversationId" = s.id and r.token = s.token,
  lateral (select case
    when r.kind not in ('opt-out', 'opt-in-asked') and exists (select from opt_outs o where o.business_id = s.business_id
      and o.contact_id = s.contact_id and o.channel = s.channel and o.scope = 'everything') then 'cancelled'
    when r.position > 0 or exists (select from messages e where e.conversation_id = s.id
      and e.direction = 'out' and (e.state in ('sending', 'unknown')
        or (e.state = 'queued' and e.purpose = 'reply'))) then 'queued'
    else 'sending' end as state offset 0) f
  order by s.id, r.position
  returning id, conversation_id, state`;
};

/** What became of each settlement, in the order given. */
export const readSettled = (settlements: readonly Settlement[], rows: readonly Row[]): Settled[] =>
  settlements.map(({ turn, ending }) => {
    const own = rows.filter(
      ({ conversationId, token }) => conversationId === turn.conversationId && token === turn.token,
    );
    if (own.length > 0) meters.turnEnded(ending.outcome);
    return {
      isSettled: own.length > 0,
      written: own.flatMap(({ id, position, state }) =>
        id && state ? [{ id, position: position ?? 0, state }] : [],
      ),
    };
  });

/** Somebody else has taken the turn, or it was ended: what was done for it must not stand. */
export class LostTurn extends Error {
  override readonly name = 'LostTurn';
}

/** Ends one turn inside a transaction that also does what the turn asked for; throws `LostTurn` to undo it. */
export async function settleInside(tx: AnyTx, settlement: Settlement, now: Date): Promise<Settled> {
  const { rows } = await settleStatement({ settlements: [settlement], now }).execute(tx);
  const [settled] = readSettled([settlement], rows);
  if (!settled?.isSettled) throw new LostTurn();
  return settled;
}

/** A file counts against the hour; one beside words only when it was looked at. */
const isFile = ({ isOwner }: Turn, { kind, details }: TurnMessage) =>
  kind === 'media' || (details?.media !== undefined && (isOwner || details.heard !== undefined));

const endingsOf = (settlements: readonly Settlement[]) =>
  JSON.stringify(
    settlements.map(({ turn, ending, sendToken }) => ({
      sendToken,
      conversationId: turn.conversationId,
      token: turn.token,
      seen: turn.inboundCount,
      throughId: ending.throughId,
      outcome: ending.outcome,
      isVoidWhenMoreWasSaid: ending.isVoidWhenMoreWasSaid,
      counted: ending.isCounted ? 1 : 0,
      replies: ending.replies.length,
      media: turn.messages.filter(
        (message) => isFile(turn, message) && BigInt(message.id) <= BigInt(ending.throughId),
      ).length,
      tellsLimit: ending.tellsLimit ?? false,
      language: ending.language ?? null,
    })),
  );

const repliesOf = (settlements: readonly Settlement[]) =>
  JSON.stringify(
    settlements.flatMap(({ turn, ending }) =>
      ending.replies.map(({ kind, text }, position) => ({
        conversationId: turn.conversationId,
        token: turn.token,
        position,
        kind,
        text,
      })),
    ),
  );
