import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { AllBusinesses } from '#db/tables.ts';
import { AppError, invalid } from '#errors.ts';
import { canonical, parsePhone } from '#platform/phones.ts';
import type { ChannelKind } from '#ports.ts';
import { newBusinessId } from './business-id.ts';
import { zoneOfCountry } from './time-zones.ts';

export type Registration = {
  businessName: string;
  whatsappNumber: string;
  ownerPhone: string;
  smsNumber?: string | undefined;
  timeZone?: string | undefined;
  /** Several businesses may use the number; a customer chooses among them. */
  shared?: boolean | undefined;
};

export type Registered = {
  businessId: string;
  whatsappNumber: string;
  isNew: boolean;
  /** What was accepted though it looks unusual. */
  warnings: string[];
};

type Uses = Pick<App, 'config' | 'db' | 'clock' | 'vault' | 'wakeups' | 'channel'>;

export const SANDBOX_NUMBER = '+14155238886';

/** Registers a business; the same number, owner and name give the same business again. */
export async function register(app: Uses, wanted: Registration): Promise<Registered> {
  const numbers = readNumbers(wanted);
  const country = numbers.whatsapp.country ?? 'US';
  const owner = parsePhone(wanted.ownerPhone, country);
  if (!owner) {
    throw invalid('invalid_owner_phone', 'ownerPhone is not a phone number, such as +14155550100.');
  }
  const personIndex = app.vault.blindIndex(canonical(owner.e164));

  const result = await app.db.asSystem(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${numbers.whatsapp.e164}))`.execute(tx);
    const at = { channel: 'whatsapp' as const, address: numbers.whatsapp.e164 };
    const same = await sameBusiness(tx, at.address, personIndex, wanted.businessName);
    if (same) return { businessId: same, isNew: false };
    await assertFree(app, tx, at, wanted.shared);
    if (numbers.sms) await assertFree(app, tx, { channel: 'sms', address: numbers.sms.e164 });
    const businessId = await insertBusiness(app, tx, {
      name: wanted.businessName,
      country,
      timeZone: wanted.timeZone ?? zoneOfCountry(country),
    });
    await insertNumbers(tx, businessId, {
      whatsapp: at.address,
      sms: numbers.sms?.e164,
      isShared: wanted.shared ?? false,
    });
    await tx
      .insertInto('owners')
      .values({
        business_id: businessId,
        person_index: personIndex,
        phone_sealed: app.vault.encrypt(owner.e164),
        created_at: app.clock.now(),
      })
      .execute();
    return { businessId, isNew: true };
  });
  app.wakeups.wake('numbers_changed');
  const unlikely = [numbers.whatsapp, numbers.sms, owner].filter(
    (phone) => phone && !phone.isLikely,
  );
  return {
    ...result,
    whatsappNumber: `whatsapp:${numbers.whatsapp.e164}`,
    warnings: unlikely.map(
      (phone) => `${phone?.e164} is an unlikely phone number; please check it.`,
    ),
  };
}

function readNumbers({ whatsappNumber, smsNumber }: Registration) {
  const whatsapp = parsePhone(whatsappNumber);
  if (!whatsapp) {
    throw invalid(
      'invalid_whatsapp_number',
      'whatsappNumber is not a phone number, such as whatsapp:+14155238886.',
    );
  }
  const sms = smsNumber ? parsePhone(smsNumber, whatsapp.country ?? 'US') : null;
  if (smsNumber && !sms) {
    throw invalid('invalid_sms_number', 'smsNumber is not a phone number, such as +14155550100.');
  }
  return { whatsapp, sms };
}

async function sameBusiness(
  tx: AllBusinesses,
  address: string,
  personIndex: string,
  name: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select b.id from businesses b
    join business_numbers n on n.business_id = b.id and n.channel = 'whatsapp' and n.address = ${address}
    join owners o on o.business_id = b.id and o.person_index = ${personIndex}
    where lower(b.name) = lower(${name}) order by b.created_at limit 1`.execute(tx);
  return rows[0]?.id;
}

/** A number that another business has is refused, unless it is the common one or said to be shared. */
export async function assertFree(
  { config, channel }: Pick<Uses, 'config' | 'channel'>,
  tx: AllBusinesses,
  at: { channel: ChannelKind; address: string },
  isShared = false,
): Promise<void> {
  const common = parsePhone(config.whatsappNumber ?? '')?.e164;
  const isCommon =
    at.channel === 'whatsapp' &&
    (at.address === common || (channel.kind === 'simulated' && at.address === SANDBOX_NUMBER));
  if (isCommon || (isShared && at.channel === 'whatsapp')) return;
  const taken = await tx
    .selectFrom('business_numbers')
    .select('business_id')
    .where('channel', '=', at.channel)
    .where('address', '=', at.address)
    .executeTakeFirst();
  if (!taken) return;
  throw new AppError(
    'conflict',
    'number_taken',
    `${at.address} belongs to another business. Send "shared": true if several businesses are to share it (WhatsApp only).`,
  );
}

async function insertBusiness(
  { clock }: Uses,
  tx: AllBusinesses,
  { name, country, timeZone }: { name: string; country: string; timeZone: string },
): Promise<string> {
  for (;;) {
    const id = newBusinessId(name);
    const inserted = await tx
      .insertInto('businesses')
      .values({
        id,
        name,
        time_zone: timeZone,
        default_country: country,
        opening_hours: null,
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

async function insertNumbers(
  tx: AllBusinesses,
  businessId: string,
  { whatsapp, sms, isShared }: { whatsapp: string; sms: string | undefined; isShared: boolean },
): Promise<void> {
  const of = (channel: ChannelKind, address: string) => ({
    business_id: businessId,
    channel,
    address,
    is_shared: isShared,
  });
  await tx
    .insertInto('business_numbers')
    .values([of('whatsapp', whatsapp), ...(sms ? [of('sms', sms)] : [])])
    .execute();
}
