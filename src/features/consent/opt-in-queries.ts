import { sql } from 'kysely';
import type { OneBusiness } from '#db/tables.ts';
import type { OptInForm } from './opt-in-form.ts';

/** How people opt in to the offers of this business. */
export async function optInFormOf(tx: OneBusiness): Promise<OptInForm> {
  const { rows } = await sql<{ form: OptInForm }>`select opt_in as form from businesses
    where id = current_setting('app.business_id')`.execute(tx);
  return rows[0]?.form ?? {};
}

/** Takes the place of what was set; another wording is another version. */
export async function setOptInForm(
  tx: OneBusiness,
  { words, wording, isDouble }: Omit<OptInForm, 'version'>,
): Promise<OptInForm> {
  const given = JSON.stringify({ words, wording, isDouble });
  const { rows } = await sql<{ form: OptInForm }>`update businesses
    set opt_in = ${given}::jsonb || jsonb_build_object('version', coalesce((opt_in->>'version')::int, 0)
      + case when opt_in->>'wording' is distinct from ${wording ?? null} then 1 else 0 end)
    where id = current_setting('app.business_id') returning opt_in as form`.execute(tx);
  return rows[0]?.form ?? {};
}
