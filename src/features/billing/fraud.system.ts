import { sql } from 'kysely';
import type { App } from '#app.ts';
import { fraudIn } from './breakers.ts';
import { countryOf } from './country.ts';
import { billingMeters } from './meters.ts';

type Uses = Pick<App, 'db' | 'clock' | 'vault' | 'log'>;

const HOUR_MS = 3_600_000;
const STOPPED_MS = 24 * HOUR_MS;
const MOST = 20_000;

type Row = { businessId: string; theirSealed: string };
type Usual = { id: string; own: string; seen: string[]; allowed: string[] | null };

/**
 * Looks at whom businesses wrote to first within the last hour, and stops countries for a day where that looks like fraud:
 * what is already due there waits or is refused by the gate. Gives how many were stopped.
 */
export async function watchFraud(app: Uses): Promise<number> {
  const now = app.clock.now();
  const rows = await writtenToFirst(app, new Date(now.getTime() - HOUR_MS));
  const byBusiness = Map.groupBy(rows, ({ businessId }) => businessId);
  let stopped = 0;
  for (const usual of await usualOf(app, [...byBusiness.keys()])) {
    const phones = (byBusiness.get(usual.id) ?? []).map((row) =>
      app.vault.decrypt(row.theirSealed),
    );
    const reached = phones.map((phone) => ({ phone, country: countryOf(phone) }));
    const countries = fraudIn(reached, usual).flatMap(({ country }) => country ?? []);
    if (countries.length === 0) continue;
    stopped += await stop(app, usual.id, [...new Set(countries)], now);
  }
  return stopped;
}

/** New numbers only: whoever has ever written to us is none. */
const writtenToFirst = ({ db }: Uses, since: Date) =>
  db.runAsSystem(sql<Row>`
    select distinct c.business_id as "businessId", v.their_sealed as "theirSealed"
    from businesses b
    join message_costs c on c.business_id = b.id and c.at > ${since} and c.direction = 'out'
    join conversations v on v.id = c.conversation_id and v.inbound_count = 0 and v.created_at > ${since}
    where b.kind = 'shop' limit ${MOST}`);

const usualOf = ({ db }: Uses, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db.runAsSystem(sql<Usual>`
        select b.id, b.default_country as own, coalesce(s.seen_countries, '{}') as seen, s.countries as allowed
        from businesses b left join spending s on s.business_id = b.id where b.id = any(${ids}::text[])`);

async function stop(
  { db, log }: Uses,
  businessId: string,
  countries: readonly string[],
  now: Date,
): Promise<number> {
  const until = new Date(now.getTime() + STOPPED_MS);
  const stopped = await db.runAsSystem(sql`
    insert into spending as s (business_id, stopped_countries, stopped_until)
    values (${businessId}, ${countries}::text[], ${until})
    on conflict (business_id) do update set stopped_until = ${until}, stopped_countries = array(
      select distinct unnest(case when s.stopped_until > ${now} then s.stopped_countries end
        || excluded.stopped_countries) order by 1)
    where s.stopped_until is null or s.stopped_until <= ${now}
      or not s.stopped_countries @> excluded.stopped_countries
    returning business_id`);
  if (stopped.length === 0) return 0;
  log.warn('sending to countries was stopped for a day: it looks like fraud', {
    business: businessId,
    countries: countries.join(),
  });
  for (const _country of countries) billingMeters.countryStopped();
  return countries.length;
}
