import type { Kysely } from 'kysely';
import { runScript } from '../../platform/db/script.ts';

/**
 * What messages cost, one row for each who charges: estimated by the price table until the carrier tells its own price, which
 * `bill_due_at` makes us ask for. Amounts are millionths of their currency. `cost_days` sums them up, with what models cost.
 */
const costs = `
create table message_costs (
  business_id      text not null default current_setting('app.business_id') references businesses on delete cascade,
  message_id       bigint not null,
  fee              text not null check (fee in ('carrier', 'meta')),
  conversation_id  uuid not null,
  campaign_id      text,
  channel          text not null,
  direction        text not null,
  purpose          text not null,
  category         text not null,
  country          text,
  segments         int not null,
  currency         text not null,
  estimated_micros bigint not null,
  is_guess         boolean not null,
  billed_currency  text,
  billed_micros    bigint,
  bill_due_at      timestamptz,
  at               timestamptz not null,
  day              date not null,
  primary key (message_id, fee)
);
create index message_costs_by_time on message_costs (business_id, at);
create index message_costs_to_bill on message_costs (bill_due_at) where bill_due_at is not null;
create table cost_days (
  business_id      text not null default current_setting('app.business_id') references businesses on delete cascade,
  day              date not null,
  channel          text not null,
  purpose          text not null,
  currency         text not null,
  messages         int not null,
  segments         int not null,
  estimated_micros bigint not null,
  billed_micros    bigint not null,
  primary key (business_id, day, channel, purpose, currency)
);
`;

/** What a business may spend and to whom it may write, and how far it has come; a row where there is something to say. */
const spending = `
create table spending (
  business_id         text primary key default current_setting('app.business_id') references businesses on delete cascade,
  currency            text,
  day_limit_micros    bigint,
  month_limit_micros  bigint,
  countries           text[],
  marketing_per_day   int not null default 1,
  marketing_per_week  int not null default 4,
  conversation_currency     text,
  conversation_limit_micros bigint,
  seen_countries      text[] not null default '{}',
  stopped_countries   text[] not null default '{}',
  stopped_until       timestamptz,
  day                 date,
  day_micros          bigint not null default 0,
  month_micros        bigint not null default 0,
  told_day            date,
  told_day_level      int not null default 0,
  told_month          date,
  told_month_level    int not null default 0,
  is_stale            boolean not null default false
);
create index spending_stale on spending (business_id) where is_stale;
create table cost_alerts (
  business_id text not null default current_setting('app.business_id') references businesses on delete cascade,
  name        text not null,
  raised_at   timestamptz not null,
  cleared_at  timestamptz,
  value       float8 not null,
  primary key (business_id, name)
);
`;

/** Costs go with their messages. A foreign key would lock the row of each message that is counted; this costs only who deletes. */
const cleanUp = `
create function forget_message_costs() returns trigger language plpgsql as
$$ begin delete from message_costs where message_id in (select id from gone); return null; end $$;
create trigger forget_costs after delete on messages referencing old table as gone
  for each statement execute function forget_message_costs();
`;

/** How far costs have been counted, which messages are still on their way, and the replies of a number and month. */
const progress = `
create table cost_marks (name text primary key, last_id bigint not null);
insert into cost_marks select 'messages', coalesce(max(id), 0) from messages;
create table costs_waiting (
  message_id bigint primary key references messages on delete cascade,
  look_at    timestamptz not null
);
create index costs_waiting_due on costs_waiting (look_at);
create table reply_counts (
  our_address text not null,
  month       date not null,
  replies     int not null,
  primary key (our_address, month)
);
`;

const ofOneBusiness = (table: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_rows on ${table} to frontdesk_business
  using (business_id = current_setting('app.business_id'))
  with check (business_id = current_setting('app.business_id'));
create policy every_row on ${table} to frontdesk_system using (true) with check (true);
grant select, insert, update, delete on ${table} to frontdesk_business;
grant select, insert, update, delete on ${table} to frontdesk_system;
`;

const systemOnly = (table: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy every_row on ${table} to frontdesk_system using (true) with check (true);
grant select, insert, update, delete on ${table} to frontdesk_system;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await runScript(
    db,
    [
      ...[costs, cleanUp, spending, progress],
      ...['message_costs', 'cost_days', 'spending', 'cost_alerts'].map(ofOneBusiness),
      ...['cost_marks', 'costs_waiting', 'reply_counts'].map(systemOnly),
    ].join('\n'),
  );
}
