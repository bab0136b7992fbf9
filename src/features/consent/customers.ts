import type { App } from '#app.ts';
import type { OneBusiness } from '#db/tables.ts';
import type { Business } from '#features/businesses/queries.ts';
import type { RunStatement } from '#features/inbound/people.system.ts';
import { conversationsOf, keyOf } from '#features/inbound/people.system.ts';
import { whoHas } from '#features/inbound/who.ts';
import { canonical } from '#platform/phones.ts';
import type { ChannelKind } from '#ports.ts';
import type { ConsentChannel } from './events.ts';

type Uses = Pick<App, 'vault' | 'suppressor' | 'clock'>;

/** Finds the customers of a business by their phones, or makes them known to it; by phone (E.164). */
export async function customersWith(
  app: Uses,
  tx: OneBusiness,
  business: Business,
  { phones, channel }: { phones: readonly string[]; channel: ConsentChannel },
): Promise<Map<string, string>> {
  const run: RunStatement = async (statement) => (await statement.execute(tx)).rows;
  const { businessId } = business;
  const way = wayTo(business, channel);
  const people = phones.map((phone) => ({
    businessId,
    personIndex: app.vault.blindIndex(canonical(phone)),
    otherIndex: null,
    who: () => whoHas(app, businessId, phone),
    nameSealed: null,
    theirSealed: app.vault.encrypt(phone),
    ...way,
  }));
  const places = await conversationsOf(run, people, app.clock.now());
  return new Map(
    people.flatMap((person, at) => {
      const place = places.get(keyOf(person));
      return place ? [[phones[at] ?? '', place.contactId] as const] : [];
    }),
  );
}

/** Where they are first written to, until they write themselves. */
const wayTo = (
  { whatsappNumber, smsNumber }: Business,
  channel: ConsentChannel,
): { channel: ChannelKind; ourAddress: string } => {
  const isSms = (channel === 'sms' || whatsappNumber === null) && smsNumber !== null;
  return isSms
    ? { channel: 'sms', ourAddress: smsNumber }
    : { channel: 'whatsapp', ourAddress: whatsappNumber ?? '' };
};
