import type { Kysely } from 'kysely';
import { runScript } from '../../platform/db/script.ts';

const questions = `
alter table businesses
  add column owner_answer_minutes int not null default 240 check (owner_answer_minutes > 0),
  add column learns boolean not null default false,
  add column question_count int not null default 0;
alter table conversations add column with_person_since timestamptz;
create table questions (
  business_id  text not null default current_setting('app.business_id') references businesses on delete cascade,
  id           uuid not null default gen_random_uuid(),
  number       int not null,
  kind         text not null check (kind in ('question', 'person', 'call-back')),
  text         text not null,
  likeness     text not null,
  state        text not null default 'open' check (state in ('open', 'answered', 'skipped')),
  stage        text not null check (stage in ('waiting', 'telling', 'told', 'reminded', 'kept', 'over')),
  due_at       timestamptz,
  message_id   bigint,
  asked_at     timestamptz not null,
  last_asked_at timestamptz not null,
  told_at      timestamptz,
  replied_at   timestamptz,
  primary key (business_id, id),
  unique (business_id, number)
);
create unique index questions_open on questions (business_id, likeness) where state = 'open';
create index questions_due on questions (due_at) where due_at is not null;
create table question_askers (
  business_id     text not null default current_setting('app.business_id'),
  question_id     uuid not null,
  conversation_id uuid not null,
  language        text,
  asked_at        timestamptz not null,
  primary key (business_id, question_id, conversation_id),
  foreign key (business_id, question_id) references questions on delete cascade,
  foreign key (business_id, conversation_id) references conversations on delete cascade
);
create index question_askers_of_conversation on question_askers (business_id, conversation_id);
`;

const isolated = (table: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_rows on ${table} to frontdesk_business
  using (business_id = current_setting('app.business_id'))
  with check (business_id = current_setting('app.business_id'));
create policy every_row on ${table} to frontdesk_system using (true) with check (true);
grant select, insert, update, delete on ${table} to frontdesk_business, frontdesk_system;
`;

/** What customers asked and nobody has answered yet, who asked it, and who talks to a person at present. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runScript(db, [questions, isolated('questions'), isolated('question_askers')].join('\n'));
}
