import type { Kysely } from 'kysely';
import { runScript } from '../../platform/db/script.ts';

/** What each call of a model used and cost; without a cost where its price is not known. */
const usage = `
create table model_usage (
  business_id    text not null default current_setting('app.business_id') references businesses on delete cascade,
  id             bigint generated always as identity,
  at             timestamptz not null,
  kind           text not null,
  model          text not null,
  input_tokens   int not null,
  cached_tokens  int not null,
  output_tokens  int not null,
  seconds        real,
  cost_micro_usd numeric,
  priced_on      date,
  is_repeated    boolean not null,
  primary key (business_id, id)
);
create index model_usage_by_time on model_usage (business_id, at);
alter table model_usage enable row level security;
alter table model_usage force row level security;
create policy own_rows on model_usage to frontdesk_business
  using (business_id = current_setting('app.business_id'))
  with check (business_id = current_setting('app.business_id'));
create policy every_row on model_usage to frontdesk_system using (true) with check (true);
grant select, insert, update, delete on model_usage to frontdesk_business;
grant select, insert, update, delete on model_usage to frontdesk_system;
`;

/** Vectors of two models stand side by side while the entries are indexed anew; `model` ends with the dimension. */
const vectors = `
alter table entry_vectors drop constraint entry_vectors_pkey;
update entry_vectors set model = model || ' ' || cardinality(embedding);
alter table entry_vectors add primary key (business_id, entry_id, model);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await runScript(db, [usage, vectors].join('\n'));
}
