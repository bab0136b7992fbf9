import type { Kysely } from 'kysely';
import { runScript } from '../../platform/db/script.ts';

/** Files that entries are taken from. What was found waits in `found` until the owner wants it saved. */
const documents = `
create table documents (
  id            uuid not null default gen_random_uuid(),
  business_id   text not null default current_setting('app.business_id') references businesses on delete cascade,
  number        int not null,
  name          text not null,
  source        text not null,
  content_type  text,
  state         text not null check (state in ('waiting', 'found', 'added', 'dropped', 'failed')),
  pages         int,
  found         jsonb not null default '[]',
  found_count   int not null default 0,
  added_count   int not null default 0,
  sentence      text,
  attempts      int not null default 0,
  due_at        timestamptz,
  claim_token   uuid,
  created_at    timestamptz not null,
  finished_at   timestamptz,
  deleted_at    timestamptz,
  primary key (business_id, id),
  unique (business_id, number)
);
create index documents_due on documents (due_at) where due_at is not null;
alter table entries add column document_id uuid;
alter table entries add foreign key (business_id, document_id) references documents on delete cascade;
create index entries_of_document on entries (business_id, document_id) where document_id is not null;
alter table documents enable row level security;
alter table documents force row level security;
create policy own_rows on documents to frontdesk_business
  using (business_id = current_setting('app.business_id'))
  with check (business_id = current_setting('app.business_id'));
create policy every_row on documents to frontdesk_system using (true) with check (true);
grant select, insert, update, delete on documents to frontdesk_business;
grant select, insert, update, delete on documents to frontdesk_system;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await runScript(db, documents);
}
