import type { Kysely } from 'kysely';
import { runScript } from '../../platform/db/script.ts';

/**
 * What WhatsApp approves: a row is one wording of a template in one language. What was submitted is never changed: another
 * wording is another version, beside which the approved one stays in use.
 */
const templates = `
create table templates (
  business_id      text not null default current_setting('app.business_id') references businesses on delete cascade,
  id               uuid not null default gen_random_uuid(),
  name             text not null,
  language         text not null,
  version          int not null,
  category         text not null check (category in ('UTILITY', 'MARKETING', 'AUTHENTICATION')),
  content          jsonb not null,
  body_hash        text not null,
  stage            text not null default 'draft' check (stage in ('draft', 'submitting', 'watched', 'leaving')),
  status           text not null default 'unsubmitted',
  content_sid      text,
  given_category   text,
  rejection_reason text,
  submitted_at     timestamptz,
  asked_at         timestamptz,
  due_at           timestamptz,
  attempts         int not null default 0,
  claim_token      uuid,
  news             text[] not null default '{}',
  news_due_at      timestamptz,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  primary key (business_id, id),
  unique (business_id, name, language, version)
);
create index templates_due on templates (due_at) where due_at is not null;
create index templates_news on templates (news_due_at) where news_due_at is not null;
create index templates_of_content on templates (content_sid) where content_sid is not null;
alter table templates enable row level security;
alter table templates force row level security;
create policy own_rows on templates to frontdesk_business
  using (business_id = current_setting('app.business_id'))
  with check (business_id = current_setting('app.business_id'));
create policy every_row on templates to frontdesk_system using (true) with check (true);
grant select, insert, update, delete on templates to frontdesk_business;
grant select, insert, update, delete on templates to frontdesk_system;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await runScript(db, templates);
}
