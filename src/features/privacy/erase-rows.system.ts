import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { AllBusinesses } from '#db/tables.ts';
import { pseudonymiseConsent } from '#features/consent/forget.system.ts';
import { MOST_FILES } from '#features/documents/given.ts';
import { fileIdOf } from '#features/documents/file-id.ts';
import { LOBBY } from '#features/inbound/lobby.ts';
import { askFor, hadMedia } from './carrier-copies.system.ts';
import type { Step, StepEnd } from './erasure-steps.system.ts';
import { addressesOf, hashesOf, suppressAsOptedOut } from './suppression.system.ts';

type Uses = Pick<App, 'db' | 'clock' | 'vault' | 'suppressor' | 'answerer'>;
type Erasing = { businessId: string; contactId: string; erasureId: string; now: Date };

const UNDER_WAY_MS = 15_000;
/** A hand-over that nobody has settled by then never will be. */
const MOST_WAITS = 40;
const ANSWERS_KEPT_MS = 3_600_000;

/** Removes the rows of a customer in one transaction, once nothing is in the carrier's hands any more, and says what is to be removed elsewhere. */
export async function eraseRows(app: Uses, step: Step): Promise<StepEnd> {
  const at: Erasing = { ...step, now: app.clock.now() };
  return app.db.asSystem(async (tx) => {
    await sql`select from contacts where business_id = ${at.businessId} and id = ${at.contactId}::uuid for update`.execute(
      tx,
    );
    if (step.attempts < MOST_WAITS && (await isUnderWay(tx, at))) {
      return { kind: 'again', afterMs: UNDER_WAY_MS, detail: 'A message is just being sent.' };
    }
    const files = await filesOf(tx, at);
    const lobbyId = await contactInLobby(tx, at);
    let removed = await eraseWords(app, tx, at);
    removed += await eraseContact(tx, at);
    if (lobbyId !== null) removed += await eraseFromLobby(app, tx, { ...at, contactId: lobbyId });
    await openOthers(tx, at, { files, keepsAnswers: app.answerer !== null });
    return { kind: 'done', removed };
  });
}

async function isUnderWay(tx: AllBusinesses, { businessId, contactId }: Erasing): Promise<boolean> {
  const { rows } = await sql`select from messages m join conversations c on c.id = m.conversation_id
    where c.business_id = ${businessId} and c.contact_id = ${contactId}::uuid
      and m.state in ('sending', 'unknown') limit 1`.execute(tx);
  return rows.length > 0;
}

async function filesOf(tx: AllBusinesses, { businessId, contactId }: Erasing): Promise<string[]> {
  const { rows } = await sql<{ id: string; count: number }>`
    select m.id::text, jsonb_array_length(m.details->'media') as count
    from messages m join conversations c on c.id = m.conversation_id
    where c.business_id = ${businessId} and c.contact_id = ${contactId}::uuid
      and m.direction = 'in' and m.details ? 'media'`.execute(tx);
  return rows.flatMap(({ id, count }) =>
    Array.from({ length: Math.min(count, MOST_FILES) }, (_, i) => fileIdOf({ id }, i)),
  );
}

/** What a customer said at the shared number before choosing this business. */
async function contactInLobby(tx: AllBusinesses, { businessId, contactId }: Erasing) {
  const { rows } = await sql<{ id: string }>`
    select distinct b.contact_id as id from contact_aliases a join contact_aliases b
      on b.business_id = ${LOBBY} and b.person_index = a.person_index
    where a.business_id = ${businessId} and a.contact_id = ${contactId}::uuid`.execute(tx);
  return rows[0]?.id ?? null;
}

/** The customer's words in questions and in what owners were told: only what nobody else asked, and what names them. */
async function eraseWords(app: Uses, tx: AllBusinesses, at: Erasing): Promise<number> {
  const { businessId, contactId, erasureId, now } = at;
  const { rows: asked } = await sql<{ number: number }>`
    update questions q set text = '', likeness = q.id::text, due_at = null, claim_token = null, stage = 'over',
      state = case q.state when 'open' then 'skipped' else q.state end
    from question_askers k join conversations c on c.business_id = k.business_id and c.id = k.conversation_id
    where q.business_id = ${businessId} and k.business_id = q.business_id and k.question_id = q.id
      and c.contact_id = ${contactId}::uuid and not exists (select from question_askers other
        where other.business_id = q.business_id and other.question_id = q.id
          and other.conversation_id <> k.conversation_id)
    returning q.number`.execute(tx);
  const numbers = asked.map(({ number }) => number);
  const naming = await messagesNaming(app, tx, at);
  const { rows } = await sql`
    with told as materialized (select id, business_id, message_sid, ${hadMedia} as has_media from messages
      where business_id = ${businessId} and direction = 'out' and details is not null
        and (id = any(${naming}::bigint[]) or exists (select from jsonb_array_elements_text(
          case when jsonb_typeof(details->'questions') = 'array' then details->'questions' else '[]' end) n
          where n::int = any(${numbers}::int[])))),
    asked as (${askFor(sql`told`, { act: 'redact', erasureId, now })}),
    emptied as (update messages m set body = '', details = null, state = case m.state when 'queued' then 'cancelled' else m.state end
      from told where m.id = told.id returning 1)
    select from emptied`.execute(tx);
  return asked.length + rows.length;
}

/** Messages to owners in which the customer's name or number is put in when they are sent. */
async function messagesNaming(app: Uses, tx: AllBusinesses, at: Erasing): Promise<string[]> {
  const addresses = (await addressesOf(app, tx, at)).filter((address) => address.startsWith('+'));
  const { rows } = await sql<{
    id: string;
    who: string;
  }>`select id::text, details->>'whoSealed' as who
    from messages where business_id = ${at.businessId} and details ? 'whoSealed'`.execute(tx);
  return rows
    .filter(({ who }) => {
      const named = app.vault.decrypt(who);
      return addresses.some((address) => named.includes(address));
    })
    .map(({ id }) => id);
}

async function eraseContact(
  tx: AllBusinesses,
  { businessId, contactId, erasureId, now }: Erasing,
  ofBusiness = businessId,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with theirs as materialized (select m.id, ${ofBusiness}::text as business_id, m.account_sid, m.message_sid,
        ${hadMedia} as has_media
      from messages m join conversations c on c.id = m.conversation_id
      where c.business_id = ${businessId} and c.contact_id = ${contactId}::uuid),
    asked as (${askFor(sql`theirs`, { act: 'delete', erasureId, now })}),
    told as (delete from message_events e using theirs
      where e.account_sid = theirs.account_sid and e.message_sid = theirs.message_sid),
    chosen as (delete from number_choices n using contact_aliases a where a.business_id = ${businessId}
      and a.contact_id = ${contactId}::uuid and n.person_index = a.person_index and n.business_id = ${businessId})
    select count(*)::int as count from theirs`.execute(tx);
  await pseudonymiseConsent(tx, { businessId, contactId });
  await sql`delete from contacts where business_id = ${businessId} and id = ${contactId}::uuid`.execute(
    tx,
  );
  return 1 + (rows[0]?.count ?? 0);
}

async function eraseFromLobby(app: Uses, tx: AllBusinesses, at: Erasing): Promise<number> {
  const inLobby = { ...at, businessId: LOBBY };
  const hashes = await hashesOf(app, tx, inLobby);
  await suppressAsOptedOut(tx, { ...inLobby, hashes });
  return eraseContact(tx, inLobby, at.businessId);
}

/** From now on the other systems can be cleared. */
const openOthers = (
  tx: AllBusinesses,
  { businessId, erasureId, now }: Erasing,
  { files, keepsAnswers }: { files: readonly string[]; keepsAnswers: boolean },
) => {
  const later = new Date(now.getTime() + (keepsAnswers ? ANSWERS_KEPT_MS : 0));
  return sql`update erasure_steps set ids = case system when 'files' then ${files}::text[] else ids end,
      due_at = case system when 'answers' then ${later}::timestamptz else ${now}::timestamptz end
    where business_id = ${businessId} and erasure_id = ${erasureId}::uuid and system in ('files', 'carrier', 'answers')`.execute(
    tx,
  );
};
