import type { Kysely } from 'kysely';
import { runScript } from '../../platform/db/script.ts';

/** The roles belong to the whole server: another database may be making the same ones at this moment. */
const roles = `
do $$ begin create role frontdesk_business nologin; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin create role frontdesk_system nologin; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin grant frontdesk_business, frontdesk_system to current_user; exception when unique_violation or internal_error then null; end $$;
`;

/** Tables whose rows belong to one business; the database shows a business only its own. */
const ofOneBusiness = [
  'business_numbers',
  'owners',
  'contacts',
  'contact_aliases',
  'conversations',
  'opt_outs',
  'pending_questions',
  'messages',
  'entries',
  'entry_vectors',
  'owner_views',
];
const ofNoBusiness = ['message_events', 'number_choices', 'intake_marks', 'rate_limit_hits'];

const systemOnly = (table: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy every_row on ${table} to frontdesk_system using (true) with check (true);
grant select, insert, update, delete on ${table} to frontdesk_system;
`;

const policies = (
  table: string,
  column = 'business_id',
  rights = 'select, insert, update, delete',
) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_rows on ${table} to frontdesk_business
  using (${column} = current_setting('app.business_id'))
  with check (${column} = current_setting('app.business_id'));
create policy every_row on ${table} to frontdesk_system using (true) with check (true);
grant ${rights} on ${table} to frontdesk_business;
grant select, insert, update, delete on ${table} to frontdesk_system;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  const isolated = [
    policies('businesses', 'id', 'select, update'),
    ...ofOneBusiness.map((table) => policies(table)),
    ...ofNoBusiness.map(systemOnly),
  ];
  await runScript(db, [roles, ...isolated].join('\n'));
}
