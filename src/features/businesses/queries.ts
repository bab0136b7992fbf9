import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { AllBusinesses, AnyTx, OneBusiness } from '#db/tables.ts';
import { notFound } from '#errors.ts';
import type { SpendingJson } from '#features/billing/rules.ts';
import { spendingColumns } from '#features/billing/rules.ts';
import type { SpecialDay } from '#features/hours/hours.ts';
import type { ChannelKind } from '#ports.ts';

/** A business as it is stored; owners' phones are encrypted. */
export type Business = {
  businessId: string;
  name: string;
  status: 'active' | 'suspended';
  whatsappNumber: string | null;
  isShared: boolean;
  smsNumber: string | null;
  timeZone: string;
  defaultCountry: string;
  defaultLanguage: string;
  openingHours: string | null;
  specialDays: SpecialDay[];
  greeting: string | null;
  contactPhone: string | null;
  ownerAnswerMinutes: number;
  savesAnswers: boolean;
  isPaused: boolean;
  knowledgeVersion: string;
  spending: SpendingJson | null;
  ownersSealed: string[];
  createdAt: Date;
};

const businessesWhere = (condition: RawBuilder<unknown>) => sql<Business>`
  select b.id as "businessId", b.name, b.status, w.address as "whatsappNumber",
    coalesce(w.is_shared, false) as "isShared", s.address as "smsNumber", b.time_zone as "timeZone",
    b.default_country as "defaultCountry", b.default_language as "defaultLanguage",
    b.opening_hours as "openingHours", b.special_days as "specialDays", b.greeting,
    b.contact_phone as "contactPhone", b.owner_answer_minutes as "ownerAnswerMinutes", b.learns as "savesAnswers",
    b.answers_paused_at is not null as "isPaused", b.knowledge_version::text as "knowledgeVersion",
    ${spendingColumns} as spending,
    (select coalesce(json_agg(o.phone_sealed), '[]') from owners o where o.business_id = b.id)
      as "ownersSealed",
    b.created_at as "createdAt"
  from businesses b
  left join business_numbers w on w.business_id = b.id and w.channel = 'whatsapp'
  left join business_numbers s on s.business_id = b.id and s.channel = 'sms'
  where b.kind = 'shop' and ${condition}
  order by b.created_at, b.id`;

export type Place = { createdAt: Date; businessId: string };

/** The oldest first, after the one at `after`. */
export async function businessesAfter(
  tx: AllBusinesses,
  { after, limit }: { after: Place | null; limit: number },
): Promise<Business[]> {
  const condition = after
    ? sql`(b.created_at, b.id) > (${after.createdAt}::timestamptz, ${after.businessId})`
    : sql`true`;
  const { rows } = await sql<Business>`${businessesWhere(condition)} limit ${limit}`.execute(tx);
  return rows;
}

/** Undefined when there is no such business. */
export async function findBusiness(tx: AnyTx, businessId: string): Promise<Business | undefined> {
  const { rows } = await businessesWhere(sql`b.id = ${businessId}`).execute(tx);
  return rows[0];
}

const NO_SUCH_ROW = '23503';

/** Runs `work` in a transaction of the business; refuses when there is none, or none any more. */
export async function withBusiness<T>(
  { db }: Pick<App, 'db'>,
  businessId: string,
  work: (tx: OneBusiness, business: Business) => Promise<T>,
): Promise<T> {
  try {
    return await db.asBusiness(businessId, async (tx) => {
      const business = await findBusiness(tx, businessId);
      if (!business) throw notFound('business');
      return work(tx, business);
    });
  } catch (error) {
    if ((error as { code?: string }).code === NO_SUCH_ROW) throw notFound('business');
    throw error;
  }
}

/** Columns of a business that its admin may change; absent ones stay. */
export type Settings = Partial<{
  name: string;
  status: 'active' | 'suspended';
  time_zone: string;
  default_country: string;
  default_language: string;
  opening_hours: string | null;
  /** As JSON. */
  special_days: string;
  greeting: string | null;
  contact_phone: string | null;
  owner_answer_minutes: number;
  learns: boolean;
}>;

/** What one reads of a business after this stays as it is until the transaction ends. */
export const lockBusiness = (tx: AnyTx, businessId: string) =>
  sql`select from businesses where id = ${businessId} for no key update`.execute(tx);

/** Opening hours are part of what is known: with them, the knowledge gets a new version. */
export const changeSettings = (tx: AnyTx, businessId: string, settings: Settings) =>
  tx
    .updateTable('businesses')
    .set(({ eb }) => ({
      ...settings,
      ...((settings.opening_hours !== undefined || settings.special_days !== undefined) && {
        knowledge_version: eb('knowledge_version', '+', '1'),
      }),
    }))
    .where('id', '=', businessId)
    .where('kind', '=', 'shop')
    .execute();

/** `personIndexes` are all under which the same person may stand while keys are being changed. */
export type Owner = { personIndex: string; personIndexes?: readonly string[]; phoneSealed: string };

const indexesOf = ({ personIndex, personIndexes = [personIndex] }: Owner) => personIndexes;

/** Makes these, and nobody else, the owners. Who stays keeps their row. */
export async function replaceOwners(
  tx: AnyTx,
  businessId: string,
  owners: readonly Owner[],
  now: Date,
): Promise<void> {
  await tx
    .deleteFrom('owners')
    .where('business_id', '=', businessId)
    .where('person_index', 'not in', owners.flatMap(indexesOf))
    .execute();
  await addOwners(tx, businessId, owners, now);
}

/** Who stands under their other index keeps their row. */
async function useIndexesInUse(tx: AnyTx, businessId: string, owners: readonly Owner[]) {
  for (const owner of owners.filter((one) => indexesOf(one).length > 1)) {
    await sql`update owners set person_index = ${owner.personIndex} where business_id = ${businessId}
      and person_index = any(${indexesOf(owner)})`.execute(tx);
  }
}

/** Whoever is an owner already gets the phone given now. */
export async function addOwners(
  tx: AnyTx,
  businessId: string,
  owners: readonly Owner[],
  now: Date,
): Promise<void> {
  await useIndexesInUse(tx, businessId, owners);
  await tx
    .insertInto('owners')
    .values(
      owners.map(({ personIndex, phoneSealed }) => ({
        business_id: businessId,
        person_index: personIndex,
        phone_sealed: phoneSealed,
        created_at: now,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['business_id', 'person_index'])
        .doUpdateSet((eb) => ({ phone_sealed: eb.ref('excluded.phone_sealed') })),
    )
    .execute();
}

export type OwnNumber = { channel: ChannelKind; address: string; isShared: boolean };

/** Gives a business its number on a channel, in place of the one that it had there. */
export const setNumber = (
  tx: AnyTx,
  businessId: string,
  { channel, address, isShared }: OwnNumber,
) =>
  tx
    .insertInto('business_numbers')
    .values({ business_id: businessId, channel, address, is_shared: isShared })
    .onConflict((conflict) =>
      conflict.columns(['business_id', 'channel']).doUpdateSet({ address, is_shared: isShared }),
    )
    .execute();

export const removeNumber = (tx: AnyTx, businessId: string, channel: ChannelKind) =>
  tx
    .deleteFrom('business_numbers')
    .where('business_id', '=', businessId)
    .where('channel', '=', channel)
    .execute();
