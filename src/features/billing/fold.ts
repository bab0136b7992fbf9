import { categoryOf, costOf, FREE_REPLIES } from './cost.ts';
import { countryOf } from './country.ts';
import type { Category, Channel, Fee } from './prices.ts';
import { segmentsOf } from './segments.ts';

/** A message as it is read to tell what it costs; `body` only where its length counts. */
export type Counted = {
  id: string;
  businessId: string;
  conversationId: string;
  direction: 'in' | 'out';
  channel: Channel;
  ourAddress: string;
  theirSealed: string;
  state: string;
  body: string | null;
  purpose: string;
  campaignId: string | null;
  hasTemplate: boolean;
  createdAt: Date;
  dueAt: Date | null;
  handedOverAt: Date | null;
};

/** A row of `message_costs`. */
export type CostRow = {
  businessId: string;
  messageId: string;
  fee: Fee;
  conversationId: string;
  campaignId: string | null;
  channel: Channel;
  direction: 'in' | 'out';
  purpose: string;
  category: Category;
  country: string | null;
  segments: number;
  currency: string;
  micros: number;
  isGuess: boolean;
  billDueAt: Date | null;
  at: Date;
};

/** Replies in one month through one number of ours on WhatsApp; the count lies with the number, whoever shares it. */
export type ReplyCounts = Map<string, { ourAddress: string; month: string; replies: number }>;

/** The carrier knows its price when it has delivered, minutes later; it is asked after this. */
export const BILL_AFTER_MS = 3_600_000;

const inFlight = new Set(['queued', 'sending', 'unknown']);

/** Whether it is still open whether this message will have cost anything. */
export const isOnItsWay = ({ direction, state }: Counted) =>
  direction === 'out' && inFlight.has(state);

/** What came in was charged for, and what the carrier has taken. */
export const isCharged = ({ direction, state }: Counted) =>
  direction === 'in' || state === 'handed-over';

/** The rows of what a message costs; `counts` are those of its number before it, and are moved on. */
export function costRows(
  message: Counted,
  decrypt: (sealed: string) => string,
  counts: ReplyCounts,
): CostRow[] {
  const { direction, channel, body } = message;
  const at = direction === 'in' ? message.createdAt : (message.handedOverAt ?? message.createdAt);
  const purpose = direction === 'in' ? 'received' : message.purpose;
  const category = categoryOf({ channel, purpose, hasTemplate: message.hasTemplate });
  const country = countryOf(decrypt(message.theirSealed));
  const segments = body === null ? 1 : segmentsOf(body).segments;
  const isFreeReply = isReply(message, category) && nextReply(message, at, counts) <= FREE_REPLIES;
  return costOf({ channel, direction, category, country, segments, at, isFreeReply }).map(
    ({ fee, currency, micros, isGuess }) => ({
      businessId: message.businessId,
      messageId: message.id,
      fee,
      conversationId: message.conversationId,
      campaignId: message.campaignId,
      ...{ channel, direction, purpose, category, country, segments, currency, micros, isGuess },
      billDueAt: fee === 'carrier' ? new Date(at.getTime() + BILL_AFTER_MS) : null,
      at,
    }),
  );
}

/** Whether Meta counts it among the replies of its number. */
export const isReply = ({ direction, channel }: Counted, category: Category) =>
  direction === 'out' && channel === 'whatsapp' && category === 'service';

/** The month by the calendar of Greenwich, as its first day. */
export const monthOf = (at: Date) => `${at.toISOString().slice(0, 7)}-01`;

function nextReply({ ourAddress }: Counted, at: Date, counts: ReplyCounts): number {
  const month = monthOf(at);
  const key = `${ourAddress} ${month}`;
  const replies = (counts.get(key)?.replies ?? 0) + 1;
  counts.set(key, { ourAddress, month, replies });
  return replies;
}
