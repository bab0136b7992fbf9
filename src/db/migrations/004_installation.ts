import type { Kysely } from 'kysely';
import { runScript } from '../../platform/db/script.ts';

/** What all processes must agree on (the key, the index in use), and which index each entry is in. */
const installation = `
create table installation (
  name  text primary key,
  value text not null
);
alter table installation enable row level security;
alter table installation force row level security;
create policy every_row on installation to frontdesk_system using (true) with check (true);
grant select, insert, update, delete on installation to frontdesk_system;
alter table entries add column indexed_in text;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await runScript(db, installation);
}
