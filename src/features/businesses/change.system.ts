import type { App } from '#app.ts';
import type { AnyTx } from '#db/tables.ts';
import { notFound } from '#errors.ts';
import { setRules } from '#features/billing/queries.ts';
import type { SpendingChange } from '#features/billing/schemas.ts';
import { rulesGiven } from '#features/billing/schemas.ts';
import type { GivenDay } from '#features/hours/given-days.ts';
import type { SpecialDay } from '#features/hours/hours.ts';
import { warningsOfHours } from '#features/hours/schema.ts';
import type { ChannelKind } from '#ports.ts';
import { changedDays } from './change-days.ts';
import { assertFree, lockNumbers, shareWithOthers } from './numbers.system.ts';
import type { GivenOwner } from './phone.ts';
import { readNumber, readOwner, warningOf } from './phone.ts';
import type { Business, OwnNumber, Settings } from './queries.ts';
import {
  changeSettings,
  findBusiness,
  lockBusiness,
  removeNumber,
  replaceOwners,
  setNumber,
} from './queries.ts';

/** What its admin wants of a business; absent means that it stays, null that it goes. */
export type Change = {
  name?: string | undefined;
  status?: 'active' | 'suspended' | undefined;
  timeZone?: string | undefined;
  defaultCountry?: string | undefined;
  defaultLanguage?: string | undefined;
  openingHours?: string | null | undefined;
  /** All days set one by one. */
  specialDays?: readonly GivenDay[] | undefined;
  greeting?: string | null | undefined;
  contactPhone?: string | null | undefined;
  ownerAnswerMinutes?: number | undefined;
  savesAnswers?: boolean | undefined;
  spending?: SpendingChange | undefined;
  /** All of them, at least one. */
  owners?: readonly string[] | undefined;
  whatsappNumber?: string | undefined;
  /** Whether other businesses may have the same WhatsApp number. */
  shared?: boolean | undefined;
  smsNumber?: string | null | undefined;
};

type Uses = Pick<App, 'config' | 'db' | 'clock' | 'vault' | 'wakeups' | 'channel'>;
export type Changed = { business: Business; warnings: string[] };

/** Changes a business, all or nothing. Only a change of numbers looks at other businesses. */
export async function changeBusiness(
  app: Uses,
  businessId: string,
  change: Change,
): Promise<Changed> {
  const touchesNumbers =
    change.whatsappNumber !== undefined ||
    change.shared !== undefined ||
    typeof change.smsNumber === 'string';
  const changed = touchesNumbers
    ? await app.db.asSystem(async (tx) => {
        await lockBusiness(tx, businessId);
        const before = await existing(tx, businessId);
        const plan = planOf(app, before, change);
        await lockNumbers(tx, plan.numbers);
        await assertFree(app, tx, plan.numbers, businessId);
        const shared = await shareWithOthers(tx, plan.numbers, businessId);
        return carryOut(app, tx, before, { ...plan, warnings: [...plan.warnings, ...shared] });
      })
    : await app.db.asBusiness(businessId, async (tx) => {
        await lockBusiness(tx, businessId);
        const before = await existing(tx, businessId);
        return carryOut(app, tx, before, planOf(app, before, change));
      });
  app.wakeups.wake('numbers_changed');
  return changed;
}

async function existing(tx: AnyTx, businessId: string): Promise<Business> {
  const business = await findBusiness(tx, businessId);
  if (!business) throw notFound('business');
  return business;
}

type Plan = {
  settings: Settings;
  spending: SpendingChange | undefined;
  numbers: OwnNumber[];
  numberGone: ChannelKind | null;
  owners: GivenOwner[] | null;
  warnings: string[];
};

function planOf(app: Uses, before: Business, change: Change): Plan {
  const country = change.defaultCountry ?? before.defaultCountry;
  const unlikely: string[] = [];
  const read = (field: string, given: string): string => {
    const { e164, isLikely } = readNumber(field, given, country);
    if (!isLikely) unlikely.push(e164);
    return e164;
  };
  const numbers = numbersOf(before, change, read);
  const contactPhone = change.contactPhone && read('contactPhone', change.contactPhone);
  const given = change.owners?.map((owner) => readOwner(app, 'owners', owner, country));
  const owners = given ? onePerPerson(given) : null;
  const { days, warnings } = changedDays(before, change, app.clock.now());
  unlikely.push(...(owners ?? []).flatMap((owner) => owner.unlikely ?? []));
  return {
    settings: settingsOf(change, { contactPhone, days }),
    spending: change.spending,
    numbers,
    numberGone: change.smsNumber === null ? 'sms' : null,
    owners,
    warnings: [
      ...unlikely.map(warningOf),
      ...warningsOfHours(change.openingHours, country),
      ...warnings,
    ],
  };
}

/** One person may have been named twice, in two ways of writing. */
const onePerPerson = (owners: readonly GivenOwner[]): GivenOwner[] => [
  ...new Map(owners.map((owner) => [owner.personIndex, owner])).values(),
];

function numbersOf(
  before: Business,
  { whatsappNumber, shared, smsNumber }: Change,
  read: (field: string, given: string) => string,
): OwnNumber[] {
  const numbers: OwnNumber[] = [];
  const address = whatsappNumber ? read('whatsappNumber', whatsappNumber) : before.whatsappNumber;
  if (address && (whatsappNumber !== undefined || shared !== undefined)) {
    numbers.push({ channel: 'whatsapp', address, isShared: shared ?? before.isShared });
  }
  if (smsNumber) {
    numbers.push({ channel: 'sms', address: read('smsNumber', smsNumber), isShared: false });
  }
  return numbers;
}

type Read = { contactPhone: string | null | undefined; days: readonly SpecialDay[] | undefined };

function settingsOf(change: Change, { contactPhone, days }: Read): Settings {
  const all = {
    name: change.name,
    status: change.status,
    time_zone: change.timeZone,
    default_country: change.defaultCountry,
    default_language: change.defaultLanguage,
    opening_hours: change.openingHours,
    special_days: days && JSON.stringify(days),
    greeting: change.greeting,
    contact_phone: contactPhone,
    owner_answer_minutes: change.ownerAnswerMinutes,
    learns: change.savesAnswers,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

async function carryOut(
  { clock }: Uses,
  tx: AnyTx,
  { businessId }: Business,
  { settings, spending, numbers, numberGone, owners, warnings }: Plan,
): Promise<Changed> {
  if (Object.keys(settings).length > 0) await changeSettings(tx, businessId, settings);
  if (spending) await setRules(tx, businessId, rulesGiven(spending), clock.now());
  for (const number of numbers) await setNumber(tx, businessId, number);
  if (numberGone) await removeNumber(tx, businessId, numberGone);
  if (owners) await replaceOwners(tx, businessId, owners, clock.now());
  return { business: await existing(tx, businessId), warnings };
}
