import type { RequestClient } from 'twilio';
import { sentenceFor } from '#adapters/channel/errors.ts';
import { apiClient, Refused, Unanswered } from '#adapters/channel/request.ts';
import type { Config } from '#config.ts';
import type { ChannelKind } from '#ports.ts';
import type { Finding } from './finding.ts';
import { aside, fine, PATIENCE_MS, wrong } from './finding.ts';
import { checkSetting } from './webhook-setting.ts';

export type OurNumber = { channel: ChannelKind; address: string };

type Credentials = NonNullable<Config['twilio']>;

const SANDBOX_NUMBER = '+14155238886';
const AT_MOST = 1000;

/** Opens the official SDK with the patience of a check. */
export async function openTwilio({ accountSid, authToken, apiBaseUrl }: Credentials) {
  const { default: twilio } = await import('twilio');
  const http = apiClient({ apiBaseUrl, timeoutMs: PATIENCE_MS });
  // The SDK asks for its own class and calls nothing of it but `request`.
  const httpClient = http as unknown as RequestClient;
  return { client: twilio(accountSid, authToken, { httpClient }), close: http.close };
}

export type TwilioClient = Awaited<ReturnType<typeof openTwilio>>['client'];

/** The account that we are; `date` is the time at Twilio. */
export async function checkAccount(
  client: TwilioClient,
  accountSid: string,
): Promise<{ finding: Finding; date?: string }> {
  const about = 'Twilio account';
  try {
    const { body, headers } = await client.api.v2010.accounts(accountSid).fetchWithHttpInfo();
    const date = headersOf(headers).date;
    const { status, type } = body;
    if (status !== 'active') {
      const remedy = 'Open the Twilio Console; it says why.';
      return { finding: wrong(about, `It is ${status}.`, remedy) };
    }
    const fact = `active, ${type === 'Trial' ? 'a trial: only verified phones get messages' : type}`;
    return { finding: fine(about, fact), ...(date && { date }) };
  } catch (error) {
    return { finding: wrong(about, reasonOf(error), remedyOf(error)) };
  }
}

const headersOf = (headers: unknown) => headers as Record<string, string | undefined>;

/** Whether our WhatsApp senders are there, and post to us. */
export async function checkSenders(
  { messaging }: TwilioClient,
  addresses: readonly string[],
  base: string,
): Promise<Finding[]> {
  const url = `${base}/webhooks/twilio/whatsapp`;
  const own = addresses.filter((address) => address !== SANDBOX_NUMBER);
  const sandbox = own.length < addresses.length ? [aboutSandbox(url)] : [];
  if (own.length === 0) return sandbox;
  const known = { channel: 'whatsapp', limit: AT_MOST };
  const senders = await messaging.v2.channelsSenders.list(known);
  const found = own.flatMap((address) => {
    const about = `WhatsApp ${address}`;
    const sender = senders.find(({ senderId }) => senderId === `whatsapp:${address}`);
    if (!sender) return [noSuch(about, 'WhatsApp sender', 'Messaging > Senders')];
    if (!sender.status.startsWith('ONLINE')) {
      const fault = `The sender is ${sender.status.toLowerCase()}, not online.`;
      return [wrong(about, fault, 'Finish its registration in the Console.')];
    }
    const { callbackUrl, callbackMethod, fallbackUrl } = sender.webhook ?? {};
    return checkSetting(about, { url: callbackUrl, method: callbackMethod, fallbackUrl }, url);
  });
  return [...sandbox, ...found];
}

const aboutSandbox = (url: string) =>
  aside(
    `WhatsApp ${SANDBOX_NUMBER}`,
    `The sandbox: see in the Console, under "Sandbox settings", that "When a message comes in" is ${url}, POST.`,
  );

/** Whether our SMS numbers are there, can text, and post to us. */
export async function checkNumbers(
  { incomingPhoneNumbers }: TwilioClient,
  addresses: readonly string[],
  base: string,
): Promise<Finding[]> {
  if (addresses.length === 0) return [];
  const numbers = await incomingPhoneNumbers.list({ limit: AT_MOST });
  return addresses.flatMap((address) => {
    const about = `SMS ${address}`;
    const number = numbers.find(({ phoneNumber }) => phoneNumber === address);
    if (!number) return [noSuch(about, 'phone number', 'Phone Numbers')];
    if (number.capabilities?.sms === false) {
      return [wrong(about, 'It cannot text.', 'Use a number that can (capability SMS).')];
    }
    if (number.smsApplicationSid) {
      const remedy = 'Take it off the number in the Console, so that the number itself counts.';
      return [wrong(about, 'A TwiML App decides where its messages go.', remedy)];
    }
    const { smsUrl, smsMethod, smsFallbackUrl } = number;
    const told = { url: smsUrl, method: smsMethod, fallbackUrl: smsFallbackUrl };
    return checkSetting(about, told, `${base}/webhooks/twilio/sms`);
  });
}

const noSuch = (about: string, what: string, where: string) =>
  wrong(
    about,
    `The account has no such ${what}.`,
    `Add it in the Console under ${where}, or correct the number here.`,
  );

/** Credentials are in doubt only where Twilio has looked at them. */
function remedyOf(error: unknown): string {
  if (error instanceof Unanswered) {
    return 'Check the network of this machine: firewall, proxy and name service; and TWILIO_API_BASE_URL, if it is set.';
  }
  if (error instanceof Refused && error.status >= 500) {
    return 'Try again later; status.twilio.com tells of outages.';
  }
  return 'Copy TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN from the Console again.';
}

/** What went wrong at Twilio, as a sentence. */
function reasonOf(error: unknown): string {
  if (error instanceof Refused && error.code !== null) return sentenceFor(error.code);
  if (error instanceof Refused || error instanceof Unanswered) return error.message;
  throw error;
}
