import type { App } from '#app.ts';
import type { OneBusiness } from '#db/tables.ts';
import { notFound } from '#errors.ts';
import { ledgerOf } from '#features/consent/queries.ts';
import {
  everyAddress,
  everyMessage,
  everyOptOut,
  everyQuestion,
  listCustomers,
} from './queries.ts';

/** Everything that a business knows of a customer, readable; refuses when there is no such customer. */
export async function exportCustomer(
  { vault }: Pick<App, 'vault'>,
  tx: OneBusiness,
  customerId: string,
) {
  const wanted = { indexes: null, customerId, after: null, limit: 1 };
  const [customer] = await listCustomers(tx, wanted);
  if (!customer) throw notFound('customer');
  const { nameSealed, theirSealed: _their, optedOut: _out, ...facts } = customer;
  const addresses = await everyAddress(tx, customerId);
  const messages = await everyMessage(tx, customerId);
  return {
    ...facts,
    name: nameSealed && vault.decrypt(nameSealed),
    addresses: [...new Set(addresses.map(vault.decrypt))].toSorted(),
    optOuts: await everyOptOut(tx, customerId),
    consents: await ledgerOf(tx, customerId),
    questions: await everyQuestion(tx, customerId),
    messages: messages.map(({ details, ...message }) => ({
      ...message,
      details: details && readable(details, vault.decrypt),
    })),
  };
}

/** With the name that stands sealed in it, which is the customer’s own. */
function readable(details: Record<string, unknown>, decrypt: (sealed: string) => string) {
  const { whoSealed, ...rest } = details;
  return typeof whoSealed === 'string' ? { ...rest, who: decrypt(whoSealed) } : rest;
}
