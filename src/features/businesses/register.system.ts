import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { AllBusinesses } from '#db/tables.ts';
import { AppError } from '#errors.ts';
import { bare } from '#features/inbound/keywords.ts';
import { warningsOfHours } from '#features/hours/schema.ts';
import { newBusinessId } from './business-id.ts';
import { assertFree, lockNumbers, shareWithOthers } from './numbers.system.ts';
import { readNumber, readOwner, warningOf } from './phone.ts';
import { addOwners, setNumber } from './queries.ts';
import { zoneOfCountry } from './time-zones.ts';

export type Registration = {
  businessName: string;
  whatsappNumber: string;
  ownerPhone: string;
  smsNumber?: string | undefined;
  timeZone?: string | undefined;
  openingHours?: string | undefined;
  /** Several businesses may use the number; a customer chooses among them. */
  shared?: boolean | undefined;
  /** Refused where another business of the number has the name: customers could not tell them apart. */
  onlyUnderOwnName?: boolean;
};

export type Registered = {
  businessId: string;
  whatsappNumber: string;
  isNew: boolean;
  /** What was accepted though it looks unusual. */
  warnings: string[];
};

type Uses = Pick<App, 'config' | 'db' | 'clock' | 'vault' | 'wakeups' | 'channel'>;

/** Registers a business; the same number, owner and name give the same business again. */
export async function register(app: Uses, wanted: Registration): Promise<Registered> {
  const read = readRegistration(app, wanted);
  const { shared, ...result } = await app.db.asSystem((tx) => findOrInsert(app, tx, wanted, read));
  if (result.isNew) app.wakeups.wake('numbers_changed');
  const unlikely = [read.whatsapp, read.sms].flatMap((phone) =>
    phone && !phone.isLikely ? [phone.e164] : [],
  );
  return {
    ...result,
    whatsappNumber: `whatsapp:${read.whatsapp.e164}`,
    warnings: [
      ...[...unlikely, ...(read.owner.unlikely ? [read.owner.unlikely] : [])].map(warningOf),
      ...shared,
      ...(result.isNew ? warningsOfHours(wanted.openingHours, read.country) : []),
    ],
  };
}

type Read = ReturnType<typeof readRegistration>;

function readRegistration(app: Uses, wanted: Registration) {
  const whatsapp = readNumber('whatsappNumber', wanted.whatsappNumber, 'US');
  const country = whatsapp.country ?? 'US';
  const sms = wanted.smsNumber ? readNumber('smsNumber', wanted.smsNumber, country) : null;
  const owner = readOwner(app, 'ownerPhone', wanted.ownerPhone, country);
  return { whatsapp, sms, owner, country };
}

async function findOrInsert(app: Uses, tx: AllBusinesses, wanted: Registration, read: Read) {
  const { whatsapp, sms, owner } = read;
  const isShared = wanted.shared ?? false;
  const numbers = [
    { channel: 'whatsapp' as const, address: whatsapp.e164, isShared },
    ...(sms ? [{ channel: 'sms' as const, address: sms.e164, isShared: false }] : []),
  ];
  await lockNumbers(tx, numbers);
  const same = await sameBusiness(
    tx,
    whatsapp.e164,
    owner.personIndexes ?? [owner.personIndex],
    wanted.businessName,
  );
  if (same) return { businessId: same, isNew: false, shared: [] };

  if (wanted.onlyUnderOwnName) await assertNameFree(tx, whatsapp.e164, wanted.businessName);
  await assertFree(app, tx, numbers);
  const shared = await shareWithOthers(tx, numbers);
  const businessId = await insertBusiness(app, tx, wanted, read.country);
  for (const number of numbers) await setNumber(tx, businessId, number);
  await addOwners(tx, businessId, [owner], app.clock.now());
  return { businessId, isNew: true, shared };
}

async function sameBusiness(
  tx: AllBusinesses,
  address: string,
  personIndexes: readonly string[],
  name: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select b.id from businesses b
    join business_numbers n on n.business_id = b.id and n.channel = 'whatsapp' and n.address = ${address}
    join owners o on o.business_id = b.id and o.person_index = any(${personIndexes})
    where lower(b.name) = lower(${name}) order by b.created_at limit 1`.execute(tx);
  return rows[0]?.id;
}

async function assertNameFree(tx: AllBusinesses, address: string, name: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select b.name from businesses b
    join business_numbers n on n.business_id = b.id and n.channel = 'whatsapp' and n.address = ${address}`.execute(
    tx,
  );
  if (rows.some((other) => bare(other.name) === bare(name))) {
    throw new AppError(
      'conflict',
      'name_taken',
      `${address} has a business called ${name} already.`,
    );
  }
}

async function insertBusiness(
  { clock }: Uses,
  tx: AllBusinesses,
  { businessName, timeZone, openingHours }: Registration,
  country: string,
): Promise<string> {
  for (;;) {
    const id = newBusinessId(businessName);
    const inserted = await tx
      .insertInto('businesses')
      .values({
        id,
        name: businessName,
        time_zone: timeZone ?? zoneOfCountry(country),
        default_country: country,
        opening_hours: openingHours ?? null,
        greeting: null,
        contact_phone: null,
        answers_paused_at: null,
        created_at: clock.now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (inserted) return inserted.id;
  }
}
