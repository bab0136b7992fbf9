import type { App } from '#app.ts';
import type { OneBusiness } from '#db/tables.ts';
import { suppressedAmong } from '#features/privacy/suppression.system.ts';
import type { ConsentChannel } from './events.ts';

type Asked = { businessId: string; channel: ConsentChannel; addresses: readonly string[] };

/** Of these addresses those that are not to be written to on a channel, though nothing else is known of them any more. */
export async function suppressedOf(
  tx: OneBusiness,
  app: Pick<App, 'suppressor'>,
  { businessId, channel, addresses }: Asked,
): Promise<Set<string>> {
  // Nothing is known by an address of e-mail: who is kept out by phone is kept out there.
  const channels = channel === 'email' ? (['whatsapp', 'sms'] as const) : [channel];
  const found = new Set<string>();
  for (const one of channels) {
    const suppressed = await suppressedAmong(app, tx, { businessId, channel: one, addresses });
    for (const address of suppressed) found.add(address);
  }
  return found;
}
