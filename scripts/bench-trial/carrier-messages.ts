import { randomBytes } from 'node:crypto';

/** A message as the carrier keeps it. */
export type Kept = {
  sid: string;
  direction: 'inbound' | 'outbound-api';
  from: string;
  to: string;
  body: string;
  status: string;
  /** Wall clock, milliseconds. */
  sentAt: number;
};

export type Filter = {
  to: string | null;
  from: string | null;
  sentAfter: number;
  sentBefore: number;
};

const MAX_PAGE_SIZE = 1000;

export const newSid = () => `SM${randomBytes(16).toString('hex')}`;

/** The messages of one account, in the order in which the carrier got them, shown as Twilio's API shows them. */
export function createMessages(accountSid: string) {
  const kept: Kept[] = [];
  const bySid = new Map<string, Kept>();
  const collection = `/2010-04-01/Accounts/${accountSid}/Messages`;

  const show = ({ sid, direction, from, to, body, status, sentAt }: Kept) => {
    const date = new Date(sentAt).toUTCString().replace('GMT', '+0000');
    return {
      sid,
      account_sid: accountSid,
      messaging_service_sid: null,
      direction,
      from,
      to,
      body,
      status,
      num_segments: '1',
      num_media: '0',
      error_code: null,
      error_message: null,
      price: null,
      price_unit: null,
      api_version: '2010-04-01',
      date_created: date,
      date_updated: date,
      date_sent: date,
      uri: `${collection}/${sid}.json`,
      subresource_uris: { media: `${collection}/${sid}/Media.json` },
    };
  };

  // Twilio's dates have whole seconds.
  const matches = (message: Kept, { to, from, sentAfter, sentBefore }: Filter) =>
    (to === null || message.to === to) &&
    (from === null || message.from === from) &&
    Math.floor(message.sentAt / 1000) * 1000 >= sentAfter &&
    message.sentAt <= sentBefore;

  return {
    show,
    find: (sid: string) => bySid.get(sid),
    add(message: Kept) {
      kept.push(message);
      bySid.set(message.sid, message);
      return message;
    },
    /** One page of Twilio's list, newest first. */
    page(query: URLSearchParams) {
      const size = Math.min(Number(query.get('PageSize') ?? 50), MAX_PAGE_SIZE);
      const number = Number(query.get('Page') ?? 0);
      const filter = readFilter(query);
      const found: Kept[] = [];
      for (let at = kept.length - 1; at >= 0 && found.length <= (number + 1) * size; at--) {
        const message = kept[at];
        if (message && matches(message, filter)) found.push(message);
      }
      const uri = (page: number) => {
        const next = new URLSearchParams(query);
        next.set('PageSize', String(size));
        next.set('Page', String(page));
        next.set('PageToken', `PT${page}`);
        return `${collection}.json?${next.toString()}`;
      };
      const messages = found.slice(number * size, (number + 1) * size).map(show);
      return {
        messages,
        page: number,
        page_size: size,
        start: number * size,
        end: Math.max(0, number * size + messages.length - 1),
        uri: uri(number),
        first_page_uri: uri(0),
        previous_page_uri: number > 0 ? uri(number - 1) : null,
        next_page_uri: found.length > (number + 1) * size ? uri(number + 1) : null,
      };
    },
  };
}

function readFilter(query: URLSearchParams): Filter {
  const day = query.get('DateSent');
  const dayStart = day === null ? null : Date.parse(day.slice(0, 10));
  return {
    to: query.get('To'),
    from: query.get('From'),
    sentAfter: dayStart ?? Date.parse(query.get('DateSent>') ?? '1970-01-01'),
    sentBefore:
      dayStart === null
        ? Date.parse(query.get('DateSent<') ?? '9999-01-01')
        : dayStart + 86_399_999,
  };
}
