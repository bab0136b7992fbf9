import type { Kysely } from 'kysely';
import { runScript } from '../../platform/db/script.ts';

/** Why a message is sent. What nobody waits for leaves by an index of its own, sender by sender, and never before a reply. */
const purposes = `
alter table messages add column purpose text not null default 'reply'
  check (purpose in ('reply', 'transactional', 'marketing'));
alter table messages add column reason text, add column client_key text;
create unique index messages_by_client_key on messages (business_id, client_key) where client_key is not null;
alter table opt_outs add column scope text not null default 'everything'
  check (scope in ('offers', 'everything'));
alter table business_numbers add column sender_type text, add column sender_rate real,
  add column sender_state text not null default 'ready'
    check (sender_state in ('ready', 'offline', 'not-registered'));
drop index messages_leaving;
create index messages_leaving on messages (due_at) where state = 'queued' and purpose = 'reply';
create index messages_paced on messages (channel, our_address, purpose, due_at, id)
  where state = 'queued' and purpose <> 'reply';
create index messages_begun on messages (business_id, channel, handed_over_at) where purpose <> 'reply';
create index messages_offered on messages (conversation_id, handed_over_at) where purpose = 'marketing';
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await runScript(db, purposes);
}
