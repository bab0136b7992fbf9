import { sql } from 'kysely';
import type { OneBusiness } from '#db/tables.ts';
import type { Content, Draft } from './content.ts';
import { hashOf } from './content.ts';
import type { News } from './changes.ts';

export type Stage = 'draft' | 'submitting' | 'watched' | 'leaving';

/** One wording of a template in one language. `status` is WhatsApp's word for it. */
export type Template = Draft & {
  id: string;
  version: number;
  stage: Stage;
  status: string;
  contentSid: string | null;
  /** The category that WhatsApp gave it in the end. */
  givenCategory: string | null;
  rejectionReason: string | null;
  submittedAt: Date | null;
  askedAt: Date | null;
};

const columns = sql`t.id, t.name, t.language, t.version, t.category, t.content, t.stage, t.status,
  t.content_sid as "contentSid", t.given_category as "givenCategory",
  t.rejection_reason as "rejectionReason", t.submitted_at as "submittedAt", t.asked_at as "askedAt"`;

/** Those of a business, or those of one name, by name, language and version; none that is being removed. */
export async function findTemplates(tx: OneBusiness, name: string | null): Promise<Template[]> {
  const { rows } = await sql<Template>`select ${columns} from templates t
    where t.stage <> 'leaving' and (${name}::text is null or t.name = ${name})
    order by t.name, t.language, t.version`.execute(tx);
  return rows;
}

/** The same of one name, with the language of the business. */
export async function findForUse(
  tx: OneBusiness,
  name: string,
): Promise<{ templates: Template[]; defaultLanguage: string }> {
  const { rows } = await sql<(Template | { id: null }) & { defaultLanguage: string }>`
    select b.default_language as "defaultLanguage", ${columns} from businesses b
    left join templates t on t.business_id = b.id and t.name = ${name} and t.stage <> 'leaving'
    where b.id = current_setting('app.business_id') order by t.version`.execute(tx);
  const templates = rows.filter((row) => row.id !== null);
  return { templates, defaultLanguage: rows[0]?.defaultLanguage ?? 'en' };
}

/**
 * Keeps a wording: in place of one that was never submitted, else as a new version; nothing changes where it is the last one
 * already.
 */
export async function saveTemplate(tx: OneBusiness, draft: Draft, now: Date): Promise<void> {
  const { name, language, category, content } = draft;
  const hash = hashOf(draft);
  await sql`
    with last as (select id, stage, body_hash, version from templates
      where name = ${name} and language = ${language} order by version desc limit 1),
    changed as (update templates t set category = ${category}, content = ${jsonOf(content)}::jsonb, body_hash = ${hash},
        status = 'unsubmitted', rejection_reason = null, updated_at = ${now}
      from last where t.id = last.id and last.stage = 'draft' and last.body_hash <> ${hash} returning t.id)
    insert into templates (name, language, version, category, content, body_hash, created_at, updated_at)
    select ${name}, ${language}, coalesce((select version from last), 0) + 1, ${category},
      ${jsonOf(content)}::jsonb, ${hash}, ${now}, ${now}
    where not exists (select from last where stage = 'draft' or (stage <> 'leaving' and body_hash = ${hash}))`.execute(
    tx,
  );
}

const jsonOf = (content: Content) => JSON.stringify(content);

/** Has these submitted; gives how many there were to submit. */
export async function submitTemplates(
  tx: OneBusiness,
  ids: readonly string[],
  now: Date,
): Promise<number> {
  const { rows } =
    await sql`update templates set stage = 'submitting', due_at = ${now}, attempts = 0,
      rejection_reason = null, updated_at = ${now}
    where id = any(${ids}::uuid[]) and stage = 'draft' returning id`.execute(tx);
  return rows.length;
}

/** What may be on its way with a template still finds it at the carrier. */
const LINGER_MS = 24 * 3_600_000;

/** Takes a template out of use, in one language or in all; what the carrier has of it is removed later. Gives how many there were. */
export async function removeTemplates(
  tx: OneBusiness,
  which: { name: string; language: string | null },
  now: Date,
): Promise<number> {
  const { rows } =
    await sql`update templates set stage = 'leaving', news = '{}', news_due_at = null, attempts = 0,
      due_at = case status when 'approved' then ${new Date(now.getTime() + LINGER_MS)} else ${now}::timestamptz end
    where name = ${which.name} and stage <> 'leaving'
      and (${which.language}::text is null or language = ${which.language}) returning id`.execute(
      tx,
    );
  return rows.length;
}

export type Told = Pick<
  Template,
  'name' | 'language' | 'status' | 'category' | 'givenCategory' | 'rejectionReason'
> & {
  news: News[];
};

/** What the owner has not been told yet. */
export async function findNews(tx: OneBusiness): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select name, language, status, category, given_category as "givenCategory",
      rejection_reason as "rejectionReason", news
    from templates where news <> '{}' and stage <> 'leaving' order by name, language for update`.execute(
    tx,
  );
  return rows;
}

/** Puts off telling it, or notes that it was told. */
export const setNewsDue = (tx: OneBusiness, at: Date | null) =>
  sql`update templates set news_due_at = ${at},
    news = case when ${at}::timestamptz is null then '{}' else news end
    where news <> '{}' or news_due_at is not null`.execute(tx);
