import type { ChannelKind } from '#ports.ts';
import type { Business } from '../server-api.ts';
import { Hitch } from '../server-api.ts';

export type Role = 'owner' | 'customer';

/** What is known of who somebody wants to be. */
export type Wish = {
  role?: Role;
  /** Its id, or a part of its name. */
  business?: string;
  from?: string;
  channel?: ChannelKind;
};

/** Who sits at the phone, and whom they write to. */
export type Person = {
  role: Role;
  business: Business;
  from: string;
  to: string;
  channel: ChannelKind;
};

/** No person can have it. */
const SOME_CUSTOMER = '+14155550199';

/** Throws a sentence when no business is meant, or more than one. */
export function businessNamed(businesses: readonly Business[], wanted: string): Business {
  const words = wanted.trim().toLowerCase();
  const exact = businesses.find(({ businessId }) => businessId === words);
  const found = exact
    ? [exact]
    : businesses.filter(({ name }) => name.toLowerCase().includes(words));
  const [first] = found;
  if (first && found.length === 1) return first;
  const choice = first ? found : businesses;
  throw new Hitch(
    `${first ? 'Several businesses are' : 'No business is'} called "${wanted}". There are:\n${listed(choice)}`,
  );
}

/** Numbered from 1. */
export const listed = (businesses: readonly Business[]): string =>
  businesses
    .map(({ name, businessId }, at) => `  ${String(at + 1).padStart(2)}  ${name}  (${businessId})`)
    .join('\n');

/** Throws a sentence when the business cannot be reached in this way. */
export function personAt(business: Business, wish: Wish): Person {
  const { role = 'customer', channel = 'whatsapp' } = wish;
  const to = channel === 'whatsapp' ? business.whatsappNumber : business.smsNumber;
  if (to === null) throw new Hitch(`${business.name} has no ${channelName[channel]} number.`);
  const from = wish.from ?? (role === 'owner' ? business.owners[0] : SOME_CUSTOMER);
  if (from === undefined)
    throw new Hitch(`${business.name} has no owner; give a number by --from.`);
  return { role, business, from, to, channel };
}

export const channelName: Record<ChannelKind, string> = { whatsapp: 'WhatsApp', sms: 'SMS' };

/** One sentence about who somebody is. */
export const introduced = ({ role, business, from, to, channel }: Person): string =>
  `You are ${role === 'owner' ? 'the owner' : 'a customer'} of ${business.name}: ${bare(from)} writes to ${bare(to)} by ${channelName[channel]}.`;

const bare = (address: string) => address.replace(/^whatsapp:/, '');
