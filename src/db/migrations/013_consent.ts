import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { runScript } from '../../platform/db/script.ts';

/** What was said about being written to, for ever: a person's id stays when the person is forgotten, and tells nothing then. */
const ledger = `
alter table contacts add column phone_verified_at timestamptz;
alter table businesses add column opt_in jsonb not null default '{}';
create table consent_events (
  business_id     text not null default current_setting('app.business_id') references businesses on delete cascade,
  id              bigint generated always as identity,
  contact_id      uuid not null,
  channel         text not null check (channel in ('whatsapp', 'sms', 'email')),
  purpose         text not null check (purpose in ('transactional', 'marketing')),
  status          text not null check (status in ('granted', 'denied', 'withdrawn')),
  method          text not null check (method in ('keyword', 'message', 'api', 'import', 'dashboard',
    'preference-page', 'carrier', 'double-opt-in')),
  source          text not null,
  wording         text,
  wording_version text,
  language        text,
  actor           text not null,
  at              timestamptz not null,
  message_sid     text,
  file_hash       text,
  ip              text,
  expires_at      timestamptz,
  primary key (business_id, id)
);
create index consent_events_of_person on consent_events (business_id, contact_id, channel, purpose, id);
`;

/** Whole, for their bodies have statements of their own. */
const guards = [
  `create function refuse_consent_change() returns trigger language plpgsql as $$
  begin
    -- A business goes with all that is its own; nothing else may be taken from the ledger.
    if (tg_op = 'DELETE' and pg_trigger_depth() > 1) or current_setting('frontdesk.consent', true) = 'forgetting' then
      return case tg_op when 'DELETE' then old else new end;
    end if;
    raise exception 'Consent is only ever added to: % is refused', lower(tg_op) using errcode = '42501';
  end $$`,
  `create trigger consent_is_appended before update or delete on consent_events
    for each row execute function refuse_consent_change()`,
  `create function pseudonymise_consent(business text, contact uuid) returns bigint
    language plpgsql security definer set search_path = public as $$
  declare changed bigint;
  begin
    perform set_config('frontdesk.consent', 'forgetting', true);
    update consent_events set message_sid = null, ip = null, source = 'erased',
      actor = case actor when 'customer' then actor else 'erased' end
      where business_id = business and contact_id = contact;
    get diagnostics changed = row_count;
    perform set_config('frontdesk.consent', '', true);
    return changed;
  end $$`,
  `create function forget_consent(business text, before timestamptz) returns bigint
    language plpgsql security definer set search_path = public as $$
  declare gone bigint;
  begin
    perform set_config('frontdesk.consent', 'forgetting', true);
    -- What still decides stays: of each channel and purpose the last word, as long as the person is known.
    delete from consent_events e where e.business_id = business and e.at < before and (exists (
        select from consent_events n where n.business_id = e.business_id and n.contact_id = e.contact_id
          and n.channel = e.channel and n.purpose = e.purpose and n.id > e.id)
      or not exists (select from contacts c where c.business_id = e.business_id and c.id = e.contact_id));
    get diagnostics gone = row_count;
    perform set_config('frontdesk.consent', '', true);
    return gone;
  end $$`,
  `revoke execute on function pseudonymise_consent(text, uuid), forget_consent(text, timestamptz) from public`,
  `grant execute on function pseudonymise_consent(text, uuid), forget_consent(text, timestamptz) to frontdesk_system`,
];

const others = `
create table phone_codes (
  business_id text not null default current_setting('app.business_id'),
  contact_id  uuid not null,
  code_hash   text,
  expires_at  timestamptz not null,
  tries       int not null default 0,
  window_at   timestamptz not null,
  sent        int not null default 1,
  primary key (business_id, contact_id),
  foreign key (business_id, contact_id) references contacts on delete cascade
);
create table scheduled_cancellations (
  business_id text not null default current_setting('app.business_id') references businesses on delete cascade,
  message_id  bigint not null references messages on delete cascade,
  message_sid text not null,
  due_at      timestamptz not null,
  attempts    int not null default 0,
  primary key (business_id, message_id)
);
create index scheduled_cancellations_due on scheduled_cancellations (due_at);
`;

const isolated = (table: string, rights = 'select, insert, update, delete') => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_rows on ${table} to frontdesk_business
  using (business_id = current_setting('app.business_id'))
  with check (business_id = current_setting('app.business_id'));
create policy every_row on ${table} to frontdesk_system using (true) with check (true);
grant ${rights} on ${table} to frontdesk_business, frontdesk_system;
`;

/** Who opted out before there was a ledger did so by a word of theirs. */
const before = `
insert into consent_events (business_id, contact_id, channel, purpose, status, method, source, actor, at, message_sid)
select o.business_id, o.contact_id, o.channel, p.purpose, 'withdrawn', 'keyword', 'before the ledger', 'customer',
  o.opted_out_at, o.source
from opt_outs o, (values ('transactional'), ('marketing')) p (purpose);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await runScript(db, ledger);
  for (const guard of guards) await sql.raw(guard).execute(db);
  await runScript(
    db,
    [
      others,
      isolated('consent_events', 'select, insert'),
      isolated('phone_codes'),
      isolated('scheduled_cancellations'),
      before,
    ].join('\n'),
  );
}
