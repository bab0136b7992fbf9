import { stringify } from 'node:querystring';
import { microsOf } from '#platform/money.ts';
import type { CarrierFilter, CarrierMessage } from '#ports.ts';
import type { ApiAnswer } from './request.ts';

/** What the SDK's client does for a plain request: credentials, retries of stale sockets, `Refused` and `Unanswered`. */
export type Ask = (call: { method: 'get'; uri: string }) => Promise<ApiAnswer>;

type Row = {
  sid: string;
  account_sid: string;
  direction: string;
  from: string | null;
  to: string | null;
  body: string | null;
  status: string;
  error_code: number | string | null;
  num_media: string;
  num_segments?: string | null;
  price?: string | null;
  price_unit?: string | null;
  date_sent: string | null;
  date_created: string | null;
};
type Page = { messages: Row[]; next_page_uri: string | null };

const ORIGIN = 'https://api.twilio.com';
/** Twilio gives up to 1,000; a page of so many holds up whatever else the process does while it is read. */
const PAGE_SIZE = 250;
const CONVERSATION_PAGE_SIZE = 50;
/** The last moment of a `Date`. */
const MOST_MS = 8.64e15;

/**
 * The messages that Twilio has, newest first. Its dates have whole seconds: what was sent in the same second as
 * `sentAfter` is included. Read without the SDK's own objects, which take ten times as long to make.
 */
export async function listMessages(
  ask: Ask,
  accountSid: string,
  filter: CarrierFilter,
): Promise<CarrierMessage[]> {
  const { limit = Infinity } = filter;
  const since = new Date(Math.floor(filter.sentAfter.getTime() / 1000) * 1000);
  const until = filter.sentBefore ?? new Date(MOST_MS);
  const found: CarrierMessage[] = [];
  const path = `/2010-04-01/Accounts/${accountSid}/Messages.json`;
  let next: string | null = `${path}?${stringify(queryOf(filter, since))}`;
  while (next !== null) {
    const page = pageIn(await ask({ method: 'get', uri: ORIGIN + next }), path);
    const rows = page.messages.map((row) => asCarrierMessage(row, since));
    found.push(...rows.filter(({ sentAt }) => sentAt >= since && sentAt <= until));
    const oldest = rows.at(-1);
    const isEnough = found.length >= limit || !oldest || oldest.sentAt < since;
    next = isEnough ? null : page.next_page_uri;
  }
  return found.toSorted((a, b) => b.sentAt.getTime() - a.sentAt.getTime()).slice(0, limit);
}

/**
 * `DateSent>` takes a time, is documented for days only, and finds by the date of sending, which a
 * queued message does not have yet. Whoever asks for what a number sent must see queued ones too,
 * lest they be sent again: there the newest pages are read instead.
 */
function queryOf({ to, from, sentBefore, limit = PAGE_SIZE }: CarrierFilter, since: Date) {
  const isConversation = to !== undefined && from !== undefined;
  return {
    ...(to !== undefined && { To: to }),
    ...(from === undefined ? { 'DateSent>': inSeconds(since, -1) } : { From: from }),
    ...(sentBefore !== undefined && { 'DateSent<': inSeconds(sentBefore, 2) }),
    PageSize: Math.min(limit, isConversation ? CONVERSATION_PAGE_SIZE : PAGE_SIZE),
  };
}

/** So many whole seconds later, as Twilio reads times. */
const inSeconds = (time: Date, seconds: number) =>
  new Date((Math.floor(time.getTime() / 1000) + seconds) * 1000)
    .toISOString()
    .replace('.000Z', 'Z');

/** A page that cannot be followed must not pass for the last one: what is behind it would be lost. */
function pageIn({ body }: ApiAnswer, path: string): Page {
  const { messages, next_page_uri: next = null } = (body ?? {}) as Partial<Page>;
  const isPage = Array.isArray(messages) && (next === null || next.startsWith(`${path}?`));
  if (!isPage) throw new Error("Twilio's answer makes no sense.");
  return { messages, next_page_uri: next };
}

const asCarrierMessage = (row: Row, otherwise: Date): CarrierMessage => ({
  sid: row.sid,
  accountSid: row.account_sid,
  direction: row.direction === 'inbound' ? 'in' : 'out',
  from: row.from ?? '',
  to: row.to ?? '',
  body: row.body ?? '',
  status: row.status,
  errorCode: row.error_code ? Number(row.error_code) : null,
  numMedia: Number(row.num_media),
  sentAt: dateIn(row.date_sent ?? row.date_created) ?? otherwise,
  numSegments: Number(row.num_segments) || null,
  price: priceIn(row),
});

/** Twilio writes what it takes with a minus, and nothing until it is known. */
function priceIn({ price, price_unit: unit }: Row): CarrierMessage['price'] {
  const micros = microsOf(price ?? '');
  return micros === null || !unit
    ? null
    : { currency: unit.toUpperCase(), micros: Math.abs(micros) };
}

/** Twilio writes dates as RFC 2822 does. */
function dateIn(text: string | null): Date | null {
  const date = new Date(text ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? null : date;
}
