import type { App } from '#app.ts';
import { notFound } from '#errors.ts';
import type { CarrierMessage, ChannelKind } from '#ports.ts';
import type { Carrier } from './carrier.ts';
import type { Phone } from './requests.ts';
import type { Unsent } from './work.system.ts';
import { workFor } from './work.system.ts';

/** A message to a phone. `status` is the carrier's, or `not-sent` for what never got as far as the carrier. */
export type PhoneMessage = {
  id: string;
  channel: ChannelKind;
  from: string;
  to: string;
  body: string;
  status: string;
  error: { code: number | null; sentence: string } | null;
  sentAt: Date;
  /** Null while it has not arrived. */
  arrivedAt: Date | null;
};

export type PhoneView = { messages: PhoneMessage[]; isWaiting: boolean };

type Uses = Pick<App, 'db' | 'clock' | 'vault' | 'describeError'>;

const NOT_SENT = 'not-sent';
const LAST_STATUSES = new Set([NOT_SENT, 'delivered', 'read', 'undelivered', 'failed', 'canceled']);

/** A message may stay `sent` for ever: it is waited for as long as this. */
const PATIENCE_MS = 5_000;

/** What a phone shows, oldest first, and whether an answer is still under way to it. */
export async function viewOf(app: Uses, carrier: Carrier, phone: Phone): Promise<PhoneView> {
  const work = await workFor(app, phone.person);
  const channels = Object.entries(phone.addresses) as [ChannelKind, string][];
  const carried = await Promise.all(
    channels.map(([channel, address]) => carriedTo(app, carrier, channel, address)),
  );
  const unsent = work.unsent.flatMap((message) => notSent(message, phone));
  const messages = [...carried.flat(), ...unsent].toSorted(
    (a, b) => a.sentAt.getTime() - b.sentAt.getTime(),
  );
  const since = new Date(app.clock.now().getTime() - PATIENCE_MS);
  const isUnderWay = ({ status, sentAt }: PhoneMessage) =>
    !LAST_STATUSES.has(status) && sentAt > since;
  return { messages, isWaiting: work.isWaiting || messages.some(isUnderWay) };
}

async function carriedTo(
  { describeError }: Uses,
  carrier: Carrier,
  channel: ChannelKind,
  address: string,
): Promise<PhoneMessage[]> {
  const arrivals = new Map(carrier.inbox(address).map(({ sid, at }) => [sid, at]));
  const carried = await carrier.list({ to: address, sentAfter: new Date(0) });
  return carried.toReversed().map((message) => ({
    ...shown(message),
    channel,
    error: errorOf(message, describeError),
    arrivedAt: arrivals.get(message.sid) ?? null,
  }));
}

const shown = ({ sid, from, to, body, status, sentAt }: CarrierMessage) => ({
  id: sid,
  from,
  to,
  body,
  status,
  sentAt,
});

const errorOf = ({ errorCode: code }: CarrierMessage, describe: Uses['describeError']) =>
  code === null ? null : { code, sentence: describe(code) };

function notSent({ channel, at, errorCode, sentence, ...rest }: Unsent, phone: Phone) {
  const to = phone.addresses[channel];
  if (to === undefined) return [];
  const error = { code: errorCode, sentence };
  return [{ ...rest, channel, to, status: NOT_SENT, error, sentAt: at, arrivedAt: null }];
}

/** The messages after the one named, which must be on the phone. */
export function after(messages: readonly PhoneMessage[], id: string | undefined): PhoneMessage[] {
  if (id === undefined) return [...messages];
  const at = messages.findIndex((message) => message.id === id);
  if (at === -1) throw notFound('message');
  return messages.slice(at + 1);
}
