import type { OneBusiness } from '#db/tables.ts';
import type { Business } from '#features/businesses/queries.ts';
import type { Language } from '#features/conversations/languages.ts';
import { languageOf } from '#features/conversations/languages.ts';
import { phrasesIn } from '#features/conversations/phrases.ts';

import type { Gets } from './choose.ts';
import type { ConsentChannel, ConsentPurpose, ConsentState } from './events.ts';
import { CHANNELS, nothingSaid } from './events.ts';

import type { Shown } from './page.ts';
import type { PagePhrases } from './phrases.ts';
import type { StateOf } from './proof.ts';
import { statesOf } from './proof.ts';
import { findCustomer, ledgerOf } from './queries.ts';

type Shop = Pick<
  Business,
  'name' | 'timeZone' | 'whatsappNumber' | 'smsNumber' | 'defaultLanguage'
>;

/** What a customer gets from a business, as their page shows it. */
export type Preferences = {
  shop: string;
  timeZone: string;
  language: Language;
  /** What we know of theirs. */
  known: string | null;
  isVerified: boolean;
  smsNumber: string | null;
  states: StateOf[];
  channels: (Gets & { channel: ConsentChannel })[];
};

/** Null when the business knows no such customer. Messages go on until one ends them, offers begin when one agrees. */
export async function preferencesOf(
  tx: OneBusiness,
  business: Shop,
  contactId: string,
  now: Date,
): Promise<Preferences | null> {
  const customer = await findCustomer(tx, contactId);
  if (!customer) return null;
  const events = await ledgerOf(tx, contactId);
  const states = statesOf(events, now);
  const has: Record<ConsentChannel, boolean> = {
    whatsapp: business.whatsappNumber !== null,
    sms: business.smsNumber !== null,
    email: events.some(({ channel }) => channel === 'email'),
  };
  const out = (channel: ConsentChannel) =>
    customer.optedOut.find((one) => one.channel === channel)?.scope;
  return {
    shop: business.name,
    timeZone: business.timeZone,
    language: languageOf(customer.language ?? business.defaultLanguage) ?? 'en',
    known: customer.language,
    isVerified: customer.phoneVerifiedAt !== null,
    smsNumber: business.smsNumber,
    states,
    channels: CHANNELS.filter((channel) => has[channel]).map((channel) => ({
      channel,
      messages: out(channel) !== 'everything',
      offers:
        out(channel) === undefined && stateOf(states, channel, 'marketing').status === 'granted',
    })),
  };
}

const stateOf = (
  states: readonly StateOf[],
  channel: ConsentChannel,
  purpose: ConsentPurpose,
): ConsentState =>
  states.find((one) => one.channel === channel && one.purpose === purpose) ?? nothingSaid;

/** The page's parts, in the customer's language and the business's time. */
export function shownOf(
  page: Preferences,
  { expiresAt, formKey, isSaved }: { expiresAt: Date; formKey: string; isSaved: boolean },
): Shown {
  const say = phrasesIn(page.language).consent.page;
  const format = new Intl.DateTimeFormat(localeOf(page.language), {
    dateStyle: 'long',
    timeZone: page.timeZone,
  });
  const date = (at: Date) => format.format(at);
  const stopped = page.channels.some(({ channel, messages }) => channel === 'sms' && !messages);
  return {
    shop: page.shop,
    say,
    language: page.language,
    isSaved,
    isVerified: page.isVerified,
    smsNumber: stopped ? page.smsNumber : null,
    until: date(expiresAt),
    formKey,
    channels: page.channels.map((one) => ({
      ...one,
      messagesNote: noteOf(say, stateOf(page.states, one.channel, 'transactional'), date),
      offersNote: noteOf(say, stateOf(page.states, one.channel, 'marketing'), date),
    })),
  };
}

/** Dates of languages that are written in Latin letters besides their own script are English. */
const localeOf = (language: Language) => (language.endsWith('-Latn') ? 'en-IN' : language);

function noteOf(say: PagePhrases, { status, since }: ConsentState, date: (at: Date) => string) {
  if (since === null) return say.nothingSaid;
  return status === 'granted' ? say.onSince(date(since)) : say.offSince(date(since));
}
