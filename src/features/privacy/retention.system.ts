import { sql } from 'kysely';
import type { App } from '#app.ts';
import { forgetConsent } from '#features/consent/forget.system.ts';
import { forgetMedia } from '#features/documents/forget-media.system.ts';
import { askFor, hadMedia } from './carrier-copies.system.ts';
import { forgetAbsent } from './absent.system.ts';

type Uses = Pick<App, 'db' | 'clock' | 'log' | 'files' | 'vault' | 'suppressor' | 'wakeups'>;

const DAY_MS = 24 * 3_600_000;
const AT_ONCE = 500;
const EVERY_MS = 3_600_000;

type Business = {
  id: string;
  contentDays: number;
  metadataDays: number;
  consentDays: number;
  sweptTo: Date | null;
};
type Since = { businessId: string; before: Date; now: Date };

/** Lets go what has been kept long enough, at start and every hour. */
export function retentionSweeper(app: Uses) {
  let timer: NodeJS.Timeout | undefined;
  let isStopping = false;
  let sweeping = Promise.resolve();
  const sweepQuietly = () => {
    sweeping = keepNoLonger(app, () => isStopping).catch((error: unknown) => {
      app.log.warn('what is old could not be removed; it is tried again', {
        reason: String(error),
      });
    });
  };
  return {
    start() {
      sweepQuietly();
      timer = setInterval(sweepQuietly, EVERY_MS);
    },
    /** Ends with the business in hand. */
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await sweeping;
    },
  };
}

/** Removes contents, then the rest of what is known of messages and people, then receipts, each as long as its business keeps it. */
export async function keepNoLonger(app: Uses, isStopping = () => false): Promise<void> {
  const now = app.clock.now();
  for (const business of await businesses(app)) {
    if (isStopping()) return;
    const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
    const at = (days: number): Since => ({ businessId: business.id, before: daysAgo(days), now });
    await forgetContent(app, at(business.contentDays), business.sweptTo);
    await forgetMetadata(app, at(business.metadataDays));
    const consent = at(business.consentDays);
    await forgetAbsent(app, { ...at(business.metadataDays), consentBefore: consent.before });
    await forgetReceipts(app, consent);
    await app.db.asSystem((tx) => forgetConsent(tx, consent));
  }
  await forgetMedia(app);
  await forgetOrphans(app, now);
  app.wakeups.wake('privacy_due');
}

const businesses = ({ db }: Uses) =>
  db.runAsSystem(sql<Business>`select id, content_days as "contentDays", metadata_days as "metadataDays",
    consent_days as "consentDays", content_swept_to as "sweptTo" from businesses order by id`);

/** Runs a statement that does a part until it does nothing more. */
async function inParts(part: () => Promise<readonly { count: number }[]>): Promise<void> {
  while (((await part())[0]?.count ?? 0) >= AT_ONCE);
}

async function forgetContent({ db, ...app }: Uses, since: Since, sweptTo: Date | null) {
  const { businessId, before } = since;
  await inParts(() => db.runAsSystem(emptyMessages(since, sweptTo)));
  await db.runAsSystem(sql`update questions set text = '', likeness = id::text, due_at = null, claim_token = null,
      state = case state when 'open' then 'skipped' else state end, stage = 'over'
    where business_id = ${businessId} and last_asked_at < ${before} and text <> ''`);
  await db.runAsSystem(sql`delete from pending_questions
    where business_id = ${businessId} and expires_at < ${before}`);
  await db.runAsSystem(sql`delete from entries where business_id = ${businessId} and deleted_at < ${before}
    and (index_due_at is null or indexed_in is null)`);
  await db.runAsSystem(sql`update documents set found = '[]' where business_id = ${businessId}
    and state in ('dropped', 'failed') and finished_at < ${before} and found <> '[]'`);
  const documents = await db.runAsSystem(sql<{ id: string }>`select id from documents
    where business_id = ${businessId} and deleted_at < ${before}`);
  const ids = documents.map(({ id }) => id);
  if (ids.length > 0) {
    await app.files.remove(businessId, ids);
    await db.runAsSystem(sql`delete from documents d where business_id = ${businessId} and id = any(${ids}::uuid[])
      and not exists (select from entries e where e.business_id = d.business_id and e.document_id = d.id)`);
  }
  await db.runAsSystem(
    sql`update businesses set content_swept_to = ${before} where id = ${businessId}`,
  );
}

/** Where files still have to be removed is kept until they are. */
const emptyMessages = ({ businessId, before, now }: Since, sweptTo: Date | null) => sql<{
  count: number;
}>`
  with old as materialized (select id, business_id, message_sid, ${hadMedia} as has_media from messages
    where business_id = ${businessId} and created_at < ${before}
      and (${sweptTo}::timestamptz is null or created_at >= ${sweptTo}) and (body <> '' or coalesce(details - 'media', '{}') <> '{}')
      and state not in ('queued', 'sending', 'unknown')
    order by created_at, id limit ${AT_ONCE}),
  asked as (${askFor(sql`old`, { act: 'redact', now })}),
  emptied as (update messages m set body = '',
      details = case when m.details ? 'media' then jsonb_build_object('media', m.details->'media') end
    from old where m.id = old.id returning 1)
  select count(*)::int as count from emptied`;

async function forgetMetadata({ db }: Uses, { businessId, before, now }: Since): Promise<void> {
  await inParts(() =>
    db.runAsSystem(sql<{ count: number }>`
      with old as materialized (select id, business_id, account_sid, message_sid, ${hadMedia} as has_media
        from messages where business_id = ${businessId} and created_at < ${before}
          and not (direction = 'in' and coalesce(details ? 'media', false))
        order by created_at, id limit ${AT_ONCE}),
      asked as (${askFor(sql`old`, { act: 'delete', now })}),
      told as (delete from message_events e using old
        where e.account_sid = old.account_sid and e.message_sid = old.message_sid),
      gone as (delete from messages m using old where m.id = old.id returning 1)
      select count(*)::int as count from gone`),
  );
  for (const [table, time] of [
    ['model_usage', 'at'],
    ['number_choices', 'chosen_at'],
    ['questions', 'last_asked_at'],
  ] as const) {
    await db.runAsSystem(sql`delete from ${sql.table(table)} where business_id = ${businessId}
      and ${sql.ref(time)} < ${before}`);
  }
  await db.runAsSystem(sql`delete from carrier_removals where business_id = ${businessId}
    and due_at is null and erasure_id is null and asked_at < ${before}`);
}

const forgetReceipts = ({ db }: Uses, { businessId, before }: Since) =>
  db.runAsSystem(sql`delete from erasures where business_id = ${businessId}
    and state <> 'running' and finished_at < ${before}`);

/** Reports on messages that are not here, such as those of a business that was removed. */
async function forgetOrphans({ db }: Uses, now: Date): Promise<void> {
  await db.runAsSystem(sql`delete from message_events where received_at <
    ${now}::timestamptz - make_interval(days => (select max(metadata_days) from businesses))`);
}
