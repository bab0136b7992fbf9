import type { Kysely } from 'kysely';
import { runScript } from '../../platform/db/script.ts';

const businesses = `
create table businesses (
  id                text primary key check (id ~ '^[a-z0-9_]{1,100}$'),
  name              text not null,
  kind              text not null default 'shop' check (kind in ('shop', 'lobby')),
  status            text not null default 'active' check (status in ('active', 'suspended')),
  time_zone         text not null,
  default_country   text not null,
  default_language  text not null default 'en',
  opening_hours     text,
  greeting          text,
  contact_phone     text,
  answers_paused_at timestamptz,
  knowledge_version bigint not null default 1,
  created_at        timestamptz not null
);
insert into businesses (id, name, kind, time_zone, default_country, created_at)
values ('lobby', 'this number', 'lobby', 'UTC', 'US', now());
create table business_numbers (
  business_id text not null references businesses on delete cascade,
  channel     text not null check (channel in ('whatsapp', 'sms')),
  address     text not null,
  is_shared   boolean not null default false,
  primary key (business_id, channel)
);
create index business_numbers_by_address on business_numbers (channel, address);
create table owners (
  id           uuid not null default gen_random_uuid(),
  business_id  text not null default current_setting('app.business_id') references businesses on delete cascade,
  person_index text not null,
  phone_sealed text not null,
  created_at   timestamptz not null,
  primary key (business_id, id),
  unique (business_id, person_index)
);
create index owners_by_person on owners (person_index);
`;

const conversations = `
create table contacts (
  id          uuid not null default gen_random_uuid(),
  business_id text not null default current_setting('app.business_id') references businesses on delete cascade,
  name_sealed text,
  language    text,
  greeted_at  timestamptz,
  created_at  timestamptz not null,
  primary key (business_id, id)
);
create table contact_aliases (
  business_id  text not null default current_setting('app.business_id'),
  person_index text not null,
  contact_id   uuid not null,
  primary key (business_id, person_index),
  foreign key (business_id, contact_id) references contacts on delete cascade
);
create index contact_aliases_by_contact on contact_aliases (business_id, contact_id);
create table conversations (
  id                uuid not null default gen_random_uuid(),
  business_id       text not null default current_setting('app.business_id'),
  contact_id        uuid not null,
  channel           text not null,
  our_address       text not null,
  their_sealed      text not null,
  inbound_count     bigint not null default 0,
  last_inbound_at   timestamptz,
  attention_due_at  timestamptz,
  thinking_token    uuid,
  thinking_until    timestamptz,
  thinking_attempts int not null default 0,
  window_started_at timestamptz,
  window_counted    int not null default 0,
  window_replies    int not null default 0,
  window_media      int not null default 0,
  window_told       boolean not null default false,
  created_at        timestamptz not null,
  primary key (business_id, id),
  unique (id),
  unique (business_id, contact_id),
  foreign key (business_id, contact_id) references contacts on delete cascade
) with (fillfactor = 70);
create index conversations_due on conversations (attention_due_at) where attention_due_at is not null;
create table opt_outs (
  business_id  text not null default current_setting('app.business_id'),
  contact_id   uuid not null,
  channel      text not null,
  opted_out_at timestamptz not null,
  source       text not null,
  primary key (business_id, contact_id, channel),
  foreign key (business_id, contact_id) references contacts on delete cascade
);
create table pending_questions (
  business_id     text not null default current_setting('app.business_id'),
  conversation_id uuid not null,
  kind            text not null,
  choices         jsonb not null,
  asked_at        timestamptz not null,
  expires_at      timestamptz not null,
  primary key (business_id, conversation_id),
  foreign key (business_id, conversation_id) references conversations on delete cascade
);
`;

const messages = `
create table messages (
  id              bigint generated always as identity primary key,
  business_id     text not null default current_setting('app.business_id'),
  conversation_id uuid not null,
  direction       text not null check (direction in ('in', 'out')),
  channel         text not null,
  our_address     text not null,
  their_sealed    text not null,
  body            text not null,
  kind            text not null,
  details         jsonb,
  account_sid     text,
  message_sid     text,
  outcome         text,
  state           text not null check (state in
    ('received', 'queued', 'sending', 'unknown', 'handed-over', 'failed', 'cancelled', 'expired')),
  due_at          timestamptz,
  valid_until     timestamptz,
  attempts        int not null default 0,
  claim_token     uuid,
  claimed_until   timestamptz,
  uncertain_since timestamptz,
  carrier_status  text,
  carrier_rank    smallint not null default -1,
  error_code      int,
  error_sentence  text,
  handed_over_at  timestamptz,
  created_at      timestamptz not null,
  foreign key (business_id, conversation_id) references conversations on delete cascade,
  check (direction = 'out' or (account_sid is not null and message_sid is not null))
) with (fillfactor = 80);
create unique index messages_by_sid on messages (account_sid, message_sid);
create index messages_of_conversation on messages (conversation_id, id);
create index messages_unsettled on messages (conversation_id, id)
  where direction = 'in' and outcome is null;
create index messages_leaving on messages (due_at) where state = 'queued';
create index messages_in_flight on messages (conversation_id, id)
  where state in ('queued', 'sending', 'unknown');
create index messages_of_business on messages (business_id, created_at);
create table message_events (
  account_sid text not null,
  message_sid text not null,
  message_id  bigint references messages on delete cascade,
  status      text not null,
  event_type  text not null default '',
  error_code  int,
  received_at timestamptz not null,
  primary key (account_sid, message_sid, status, event_type)
);
create index message_events_of_message on message_events (message_id);
create table number_choices (
  channel      text not null,
  our_address  text not null,
  person_index text not null,
  business_id  text not null references businesses on delete cascade,
  chosen_at    timestamptz not null,
  primary key (channel, our_address, person_index)
);
create table intake_marks (
  account_sid text primary key,
  caught_up_to timestamptz not null
);
create unlogged table rate_limit_hits (
  key      text primary key,
  hits     int not null,
  reset_at timestamptz not null
);
`;

const knowledge = `
create table entries (
  id              uuid not null default gen_random_uuid(),
  business_id     text not null default current_setting('app.business_id') references businesses on delete cascade,
  text            text not null check (length(text) between 1 and 4000),
  source          text not null default 'owner',
  version         int not null default 1,
  indexed_version int not null default 0,
  index_due_at    timestamptz,
  index_token     uuid,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  deleted_at      timestamptz,
  seq             bigint generated always as identity,
  primary key (business_id, id)
);
create index entries_of_business on entries (business_id, seq) where deleted_at is null;
create index entries_to_index on entries (index_due_at) where index_due_at is not null;
create table entry_vectors (
  business_id text not null default current_setting('app.business_id'),
  entry_id    uuid not null,
  model       text not null,
  embedding   real[] not null,
  primary key (business_id, entry_id),
  foreign key (business_id, entry_id) references entries on delete cascade
);
create table owner_views (
  business_id     text not null default current_setting('app.business_id'),
  conversation_id uuid not null,
  listed          jsonb not null default '[]',
  deleted         jsonb not null default '[]',
  primary key (business_id, conversation_id),
  foreign key (business_id, conversation_id) references conversations on delete cascade
);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await runScript(db, [businesses, conversations, messages, knowledge].join('\n'));
}
