import type { Kysely } from 'kysely';
import { runScript } from '../../platform/db/script.ts';

/** Each name of a person keeps the address that it was made of, so that it can be made anew with another key. */
const names = `
alter table contact_aliases add column address_sealed text;
`;

/** How long a business keeps what was said, that it was said, and who agreed to what. */
const retention = `
alter table businesses
  add column content_days int not null default 30 check (content_days between 1 and 3650),
  add column metadata_days int not null default 365 check (metadata_days between 1 and 3650),
  add column consent_days int not null default 2557 check (consent_days between 1 and 3660),
  add column content_swept_to timestamptz;
`;

/** Whoever must not be written to, by a hash of a key that never changes: it outlives all else that is known of them. */
const suppressions = `
create table suppressions (
  business_id text not null default current_setting('app.business_id') references businesses on delete cascade,
  person_hash text not null,
  channel     text not null check (channel in ('whatsapp', 'sms')),
  source      text not null,
  since       timestamptz not null,
  primary key (business_id, person_hash, channel)
);
`;

/** An erasure and what it has to do in each system; and messages whose copy at the carrier has to go. */
const erasures = `
create table erasures (
  business_id  text not null default current_setting('app.business_id') references businesses on delete cascade,
  id           uuid not null default gen_random_uuid(),
  contact_id   uuid not null,
  state        text not null default 'running' check (state in ('running', 'done', 'failed')),
  requested_at timestamptz not null,
  finished_at  timestamptz,
  primary key (business_id, id)
);
create unique index erasures_running on erasures (business_id, contact_id) where state = 'running';
create table erasure_steps (
  business_id text not null default current_setting('app.business_id'),
  erasure_id  uuid not null,
  system      text not null,
  state       text not null check (state in ('waiting', 'done', 'failed')),
  removed     int not null default 0,
  ids         text[] not null default '{}',
  detail      text,
  attempts    int not null default 0,
  due_at      timestamptz,
  claim_token uuid,
  done_at     timestamptz,
  primary key (business_id, erasure_id, system),
  foreign key (business_id, erasure_id) references erasures on delete cascade
);
create index erasure_steps_due on erasure_steps (due_at) where due_at is not null;
create table carrier_removals (
  business_id text not null default current_setting('app.business_id') references businesses on delete cascade,
  message_sid text not null,
  act         text not null check (act in ('redact', 'delete')),
  has_media   boolean not null default false,
  erasure_id  uuid,
  attempts    int not null default 0,
  asked_at    timestamptz not null,
  due_at      timestamptz,
  claim_token uuid,
  fault       text,
  primary key (business_id, message_sid),
  foreign key (business_id, erasure_id) references erasures on delete cascade
);
create index carrier_removals_due on carrier_removals (due_at) where due_at is not null;
create index carrier_removals_of_erasure on carrier_removals (business_id, erasure_id) where erasure_id is not null;
`;

const isolated = (table: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_rows on ${table} to frontdesk_business
  using (business_id = current_setting('app.business_id'))
  with check (business_id = current_setting('app.business_id'));
create policy every_row on ${table} to frontdesk_system using (true) with check (true);
grant select, insert, update, delete on ${table} to frontdesk_business;
grant select, insert, update, delete on ${table} to frontdesk_system;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  const tables = ['suppressions', 'erasures', 'erasure_steps', 'carrier_removals'];
  const script = [names, retention, suppressions, erasures, ...tables.map(isolated)];
  await runScript(db, script.join('\n'));
}
