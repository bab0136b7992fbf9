import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { AllBusinesses } from '#db/tables.ts';
import { AppError, notFound } from '#errors.ts';
import { hashesOf, suppressAsOptedOut, suppressEverywhere } from './suppression.system.ts';

type Uses = Pick<App, 'db' | 'clock' | 'vault' | 'suppressor' | 'answerer' | 'wakeups'>;
type Customer = { businessId: string; contactId: string };

const NO_CUSTOMERS_THERE = 'Only entries of the business are kept there, nothing of customers.';
const NOT_STORED = 'Models are told with every call to store nothing.';

/**
 * Begins to erase a customer: from this moment nothing more is sent, and who has opted out, or who `suppress` asks it for,
 * is never written to again. Gives the erasure; one that is under way is given again.
 */
export async function beginErasure(
  app: Uses,
  { businessId, contactId }: Customer,
  { suppress }: { suppress: boolean },
): Promise<string> {
  const now = app.clock.now();
  const id = await app.db.asSystem(async (tx) => {
    const running = await findRunning(tx, { businessId, contactId });
    if (running) return running;
    await lockCustomer(tx, { businessId, contactId });
    const hashes = await hashesOf(app, tx, { businessId, contactId });
    await suppressAsOptedOut(tx, { businessId, contactId, hashes });
    if (suppress) await suppressEverywhere(tx, { businessId, hashes, now });
    await stopAll(tx, { businessId, contactId });
    return insertErasure(tx, { businessId, contactId, now });
  });
  app.wakeups.wake('privacy_due');
  return id;
}

async function findRunning(tx: AllBusinesses, { businessId, contactId }: Customer) {
  const { rows } = await sql<{
    id: string;
  }>`select id from erasures where business_id = ${businessId}
    and contact_id = ${contactId}::uuid and state = 'running'`.execute(tx);
  return rows[0]?.id;
}

async function lockCustomer(tx: AllBusinesses, { businessId, contactId }: Customer): Promise<void> {
  const { rows } = await sql<{ isOwner: boolean }>`
    select exists (select from contact_aliases a join owners o
      on o.business_id = a.business_id and o.person_index = a.person_index
      where a.business_id = p.business_id and a.contact_id = p.id) as "isOwner"
    from contacts p where business_id = ${businessId} and id = ${contactId}::uuid for update`.execute(
    tx,
  );
  if (!rows[0]) throw notFound('customer');
  if (!rows[0].isOwner) return;
  throw new AppError(
    'conflict',
    'is_owner',
    'This is an owner of the business: remove them from its owners first.',
  );
}

/** Nothing more is thought about or sent. */
async function stopAll(tx: AllBusinesses, { businessId, contactId }: Customer): Promise<void> {
  await sql`
    with theirs as (update conversations set attention_due_at = null, thinking_token = null, thinking_until = null
      where business_id = ${businessId} and contact_id = ${contactId}::uuid returning id),
    read as (update messages m set outcome = 'erased' from theirs
      where m.conversation_id = theirs.id and m.direction = 'in' and m.outcome is null)
    update messages m set state = 'cancelled', due_at = null, error_sentence = 'The customer is being erased.'
    from theirs where m.conversation_id = theirs.id and m.state = 'queued'`.execute(tx);
}

/** The rows go first; then the systems in which the rows say what there is. */
async function insertErasure(
  tx: AllBusinesses,
  { businessId, contactId, now }: Customer & { now: Date },
): Promise<string> {
  const { rows } = await sql<{
    id: string;
  }>`insert into erasures (business_id, contact_id, requested_at)
    values (${businessId}, ${contactId}::uuid, ${now}) returning id`.execute(tx);
  const id = rows[0]?.id ?? '';
  await sql`insert into erasure_steps (business_id, erasure_id, system, state, detail, due_at, done_at)
    values (${businessId}, ${id}::uuid, 'database', 'waiting', null, ${now}, null),
      (${businessId}, ${id}::uuid, 'files', 'waiting', null, null, null),
      (${businessId}, ${id}::uuid, 'carrier', 'waiting', null, null, null),
      (${businessId}, ${id}::uuid, 'answers', 'waiting', null, null, null),
      (${businessId}, ${id}::uuid, 'vectors', 'done', ${NO_CUSTOMERS_THERE}, null, ${now}),
      (${businessId}, ${id}::uuid, 'models', 'done', ${NOT_STORED}, null, ${now})`.execute(tx);
  return id;
}
