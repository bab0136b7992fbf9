import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { WebhookRequest } from '#ports.ts';

export type Form = Record<string, string>;

/** A message identifier as Twilio makes them: `SM` and 32 hexadecimal digits. */
export const newMessageSid = () => `SM${randomBytes(16).toString('hex')}`;

/**
 * Twilio's signature of a form: HMAC-SHA1 over the URL and the sorted parameters; of a repeated one
 * each value once, sorted.
 */
export function signatureOf(token: string, url: string, form: WebhookRequest['form']): string {
  const parameters = Object.keys(form)
    .toSorted()
    .flatMap((name) => valuesOf(form[name]).map((value) => name + value));
  return createHmac('sha1', token)
    .update(url + parameters.join(''))
    .digest('base64');
}

const valuesOf = (value: string | string[] = []) =>
  typeof value === 'string' ? [value] : [...new Set(value)].toSorted();

/** Compares in constant time. */
export function isSignedWith(token: string, { url, signature, form }: WebhookRequest): boolean {
  const given = Buffer.from(signature);
  const expected = Buffer.from(signatureOf(token, url, form));
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** The headers with which Twilio POSTs a form. */
export const signedHeaders = (token: string, url: string, form: Form): Record<string, string> => ({
  'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
  'user-agent': 'TwilioProxy/1.1',
  'i-twilio-idempotency-token': randomUUID(),
  'x-twilio-signature': signatureOf(token, url, form),
});

export type PhoneText = { from: string; to: string; body: string };

/** The parameters of Twilio's inbound message webhook. `extra` adds to them and overrides. */
export function inboundForm(accountSid: string, text: PhoneText, extra: Form): Form {
  const sid = extra.MessageSid ?? newMessageSid();
  return {
    MessageSid: sid,
    SmsSid: sid,
    SmsMessageSid: sid,
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
    SmsStatus: 'received',
    From: text.from,
    To: text.to,
    Body: text.body,
    NumMedia: '0',
    NumSegments: String(isWhatsApp(text.from) ? 1 : segmentsOf(text.body)),
    ...(isWhatsApp(text.from) ? whatsAppSender(text.from) : { FromCountry: 'US', ToCountry: 'US' }),
    ...extra,
  };
}

export const isWhatsApp = (address: string) => address.startsWith('whatsapp:');

function whatsAppSender(from: string): Form {
  const profile = { ProfileName: 'Simulated phone', MessageType: 'text' };
  const digits = /^whatsapp:\+(\d+)$/.exec(from)?.[1];
  return digits ? { ...profile, WaId: digits } : { ...profile, ExternalUserId: from };
}

/** Rough: plain ASCII counts as GSM-7, anything else as UCS-2. */
function segmentsOf(body: string): number {
  const isPlain = /^[\n\r -~]*$/.test(body);
  const [single, each] = isPlain ? [160, 153] : [70, 67];
  return body.length <= single ? 1 : Math.ceil(body.length / each);
}

export type StatusReport = {
  sid: string;
  from: string;
  to: string;
  status: string;
  errorCode: number | null;
  at: Date;
};

/** The parameters of Twilio's status callback. */
export const statusForm = (accountSid: string, report: StatusReport): Form => ({
  MessageSid: report.sid,
  MessageStatus: report.status,
  SmsSid: report.sid,
  SmsStatus: report.status,
  AccountSid: accountSid,
  ApiVersion: '2010-04-01',
  From: report.from,
  To: report.to,
  ...(isWhatsApp(report.to) ? whatsAppStatus(report) : smsStatus(report)),
  ...(report.errorCode !== null && {
    ErrorCode: String(report.errorCode),
    ErrorMessage: `Simulated error ${report.errorCode}`,
  }),
});

const whatsAppStatus = ({ to, status, errorCode }: StatusReport): Form => ({
  ChannelPrefix: 'whatsapp',
  ChannelInstallSid: `XE${'0'.repeat(32)}`,
  ...(errorCode !== null && { ChannelStatusMessage: `Simulated error ${errorCode}` }),
  ...(status === 'read' && { EventType: 'READ' }),
  ...(isUsername(to) && ['delivered', 'read'].includes(status) && { ExternalUserId: to }),
});

const isUsername = (address: string) => !address.startsWith('whatsapp:+');

/** `RawDlrDoneDate` is written `YYMMDDhhmm`. */
const smsStatus = ({ status, at }: StatusReport): Form =>
  ['delivered', 'undelivered'].includes(status)
    ? { RawDlrDoneDate: at.toISOString().replace(/\D/g, '').slice(2, 12) }
    : {};
