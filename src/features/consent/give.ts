import type { App } from '#app.ts';
import type { OneBusiness } from '#db/tables.ts';
import type { Business } from '#features/businesses/queries.ts';
import { openQuestion } from '#features/commands/queries.ts';
import { phrasesIn } from '#features/conversations/phrases.ts';

import { writeMessage } from '#features/questions/write.ts';

import type { ConsentState } from './events.ts';
import { nothingSaid } from './events.ts';
import type { OptInForm } from './opt-in-form.ts';
import type { OptingOut } from './opt-outs.ts';
import { cancelUnwanted, optOut } from './opt-outs.ts';
import { agreementOf } from './opt-in-form.ts';
import { optInFormOf } from './opt-in-queries.ts';

import type { Customer, NewConsent } from './queries.ts';
import { consentOf, findCustomer, recordConsents } from './queries.ts';
import { suppressedOf } from './suppressed.ts';
import type { Choices } from './wish.ts';
import { CHOICE } from './wish.ts';

/** How a consent that somebody gives in a customer's name ends; `refused` because they have said no themselves. */
export type Given = { kind: 'kept' | 'asked' | 'refused'; state: ConsentState };

type Uses = Pick<App, 'vault' | 'suppressor' | 'clock'>;

const OPEN_FOR_MS = 7 * 24 * 3_600_000;

/** Keeps what somebody says in a customer's name: no is obeyed at once, yes never overrules the customer's own no. */
export async function give(
  app: Uses,
  tx: OneBusiness,
  business: Business,
  consent: NewConsent,
): Promise<Given> {
  const now = app.clock.now();
  const kind = await applied(app, tx, business, consent, now);
  const states = await consentOf(tx, [consent.contactId], consent, now);
  const state = states.get(consent.contactId);
  return { kind, state: state ?? nothingSaid };
}

async function applied(
  app: Uses,
  tx: OneBusiness,
  business: Business,
  consent: NewConsent,
  now: Date,
): Promise<Given['kind']> {
  if (consent.status === 'granted') return grant(app, tx, business, consent, now);
  if (consent.status === 'denied') {
    await recordConsents(tx, [consent], now);
    return 'kept';
  }
  const scope = consent.purpose === 'marketing' ? 'offers' : 'everything';
  const person: OptingOut = { ...consent, scope };
  await optOut(tx, [person], now);
  await cancelUnwanted(tx, [person], now);
  return 'kept';
}

async function grant(
  app: Uses,
  tx: OneBusiness,
  business: Business,
  consent: NewConsent,
  now: Date,
): Promise<Given['kind']> {
  const customer = await findCustomer(tx, consent.contactId);
  if (!customer || (await hasRefused(app, tx, customer, consent, now))) return 'refused';
  const form = await optInFormOf(tx);
  if (consent.purpose === 'marketing' && form.isDouble && consent.channel !== 'email') {
    return (await askToConfirm(tx, business, customer, { consent, form, now }))
      ? 'asked'
      : 'refused';
  }
  await recordConsents(tx, [consent], now);
  return 'kept';
}

/** Whether the customer has said no on this channel, or had themselves forgotten here. */
async function hasRefused(
  app: Uses,
  tx: OneBusiness,
  customer: Customer,
  consent: NewConsent,
  now: Date,
): Promise<boolean> {
  const said = (await consentOf(tx, [consent.contactId], consent, now)).get(consent.contactId);
  if (said?.status === 'withdrawn' || said?.status === 'denied') return true;
  const isOut = customer.optedOut.some(
    ({ channel, scope }) =>
      channel === consent.channel && (scope === 'everything' || consent.purpose === 'marketing'),
  );
  if (isOut || customer.theirSealed === null) return isOut;
  const { businessId, channel } = consent;
  const addresses = [app.vault.decrypt(customer.theirSealed)];
  return (await suppressedOf(tx, app, { businessId, channel, addresses })).size > 0;
}

/** Asks the customer on the channel where they talk with us; false where they cannot be asked. */
async function askToConfirm(
  tx: OneBusiness,
  business: Business,
  { conversationId, channel, ourAddress, theirSealed, language }: Customer,
  { consent, form, now }: { consent: NewConsent; form: OptInForm; now: Date },
): Promise<boolean> {
  if (!conversationId || !channel || !ourAddress || !theirSealed) return false;
  const say = phrasesIn(consent.language ?? language ?? business.defaultLanguage);
  const { wording, version } = agreementOf(form, say.consent, business.name);
  const choices: Choices = { options: ['join'], wording, version, channel: consent.channel };
  await openQuestion(tx, conversationId, {
    kind: CHOICE,
    choices,
    askedAt: now,
    expiresAt: new Date(now.getTime() + OPEN_FOR_MS),
  });
  const text = `${wording} ${say.consent.confirmJoin}`;
  const to = { conversationId, channel, ourAddress, theirSealed };
  return (await writeMessage(tx, { ...to, kind: 'opt-in-asked', text }, now)) !== null;
}
