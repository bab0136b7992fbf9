import { parseAddress } from '#platform/phones.ts';
import type { ChannelKind } from '#ports.ts';

export type MessageKind = 'text' | 'media' | 'location' | 'empty';

export type Inbound = {
  channel: ChannelKind;
  accountSid: string;
  messageSid: string;
  /** To answer to, exactly as received. */
  from: string;
  person: string;
  /** The same person's WhatsApp username, when the carrier names it beside the phone. */
  otherPerson: string | null;
  /** Their username as the carrier writes it, when it is named beside the phone. */
  otherAddress?: string | null;
  ourAddress: string;
  profileName: string | null;
  body: string;
  kind: MessageKind;
  optOutType: string | null;
  details: Record<string, unknown> | null;
};

export type Form = Record<string, string | string[]>;

/** Of a repeated parameter the first value counts. */
export const firstOf = (value: string | string[] | undefined) =>
  Array.isArray(value) ? value[0] : value;

const LONGEST_BODY = 8_000;

const asSid = /^[A-Za-z0-9]{2,64}$/;

/** The message, by the first of `names` that is given, and the account, which may be left out; null for what can be no id of the carrier. */
export function readIds(form: Form, names: readonly string[]) {
  const messageSid = names.map((name) => firstOf(form[name])).find(Boolean) ?? '';
  const accountSid = firstOf(form.AccountSid) ?? '';
  const isKnown = asSid.test(messageSid) && (accountSid === '' || asSid.test(accountSid));
  return isKnown ? { accountSid, messageSid } : null;
}

/** Reads what the carrier posts; null when it names no account, no sender, no receiver or no message. */
export function readInbound(form: Form): Inbound | null {
  const value = (name: string) => storable(firstOf(form[name]) ?? '');
  const ids = readIds(form, ['MessageSid', 'SmsMessageSid', 'SmsSid']);
  const from = parseAddress(value('From'));
  const to = parseAddress(value('To'));
  if (!from || !to || !ids) return null;

  const other = parseAddress(value('ExternalUserId'));
  const hasOther = other !== null && other.person !== from.person;
  return {
    channel: value('From').toLowerCase().startsWith('whatsapp:') ? 'whatsapp' : 'sms',
    ...ids,
    from: from.address,
    person: from.person,
    otherPerson: hasOther ? other.person : null,
    otherAddress: hasOther ? other.address : null,
    ourAddress: to.address,
    profileName: clean(value('ProfileName')).slice(0, 200) || null,
    ...contentOf(value),
    optOutType: value('OptOutType') || null,
  };
}

function contentOf(value: (name: string) => string): Pick<Inbound, 'body' | 'kind' | 'details'> {
  const body = clean(value('ButtonPayload') || value('Body') || value('ListId'));
  const details = detailsOf(value);
  return { body, kind: kindOf(body, details), details };
}

/** Without what PostgreSQL cannot store: NUL and halves of surrogate pairs. */
const storable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();

/** As it is stored: of a usual length, without spaces around it. */
export const clean = (text: string): string => storable(text).slice(0, LONGEST_BODY).trim();

function detailsOf(value: (name: string) => string): Record<string, unknown> | null {
  const media = Array.from({ length: Math.min(Number(value('NumMedia')) || 0, 10) }, (_, i) => ({
    url: value(`MediaUrl${i}`),
    contentType: value(`MediaContentType${i}`),
  }));
  const details = {
    ...(media.length > 0 && { media }),
    ...(value('Latitude') && {
      location: { latitude: value('Latitude'), longitude: value('Longitude') },
    }),
    ...(value('ButtonText') && { buttonText: clean(value('ButtonText')) }),
    ...(value('OriginalRepliedMessageSid') && { repliedTo: value('OriginalRepliedMessageSid') }),
    ...(isForwarded(value) && { isForwarded: true }),
    ...(value('MessageType') && { messageType: clean(value('MessageType')) }),
  };
  return Object.keys(details).length > 0 ? details : null;
}

const isForwarded = (value: (name: string) => string) =>
  [value('Forwarded'), value('FrequentlyForwarded')].some((said) => said.toLowerCase() === 'true');

function kindOf(body: string, details: Record<string, unknown> | null): MessageKind {
  if (body !== '') return 'text';
  if (details?.media) return 'media';
  if (details?.location) return 'location';
  return 'empty';
}
