import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { twilioChannel } from '#adapters/channel/twilio.ts';

export const ACCOUNT_SID = `AC${'a1'.repeat(16)}`;

export type Request = {
  method: string;
  path: string;
  query: Record<string, string>;
  form: Record<string, string>;
  headers: IncomingMessage['headers'];
};

type Row = Record<string, string | number | null> & { sid: string; date_created: string };

/** What the server does with one request; `take` puts the message on file. */
export type Behaviour = (exchange: {
  take: () => Row;
  answer: (status: number, body: unknown, headers?: Record<string, string>) => void;
  response: ServerResponse;
  socket: Socket;
}) => void;

export const behaves = {
  takes: ({ take, answer }) => answer(201, take()),
  resets: ({ socket }) => socket.resetAndDestroy(),
  takesAndResets: ({ take, socket }) => {
    take();
    socket.resetAndDestroy();
  },
  takesAndCuts: ({ take, response }) => {
    const body = JSON.stringify(take());
    response.writeHead(201, { 'content-length': body.length });
    response.write(body.slice(0, 20), () => response.destroy());
  },
  isSilent: () => {},
} satisfies Record<string, Behaviour>;

export const answers =
  (status: number, body: unknown, headers?: Record<string, string>): Behaviour =>
  ({ answer }) =>
    answer(status, body, headers);

/**
 * Twilio's message API as far as the channel uses it. What waits to be sent has no `date_sent`, and
 * is not found by it.
 */
export async function twilioOnLoopback(now: () => Date = () => new Date()) {
  const requests: Request[] = [];
  const rows: Row[] = [];
  const script: Behaviour[] = [];
  const account = { status: 200, body: { sid: ACCOUNT_SID, status: 'active' } as unknown };
  let last = 0;

  const add = (fields: Record<string, string | null>): Row => {
    last += 1;
    const sid = `SM${last.toString(16).padStart(32, '0')}`;
    const row = { ...blank(sid, rfc2822(now())), ...fields };
    rows.push(row);
    return row;
  };

  const server = createServer((incoming, response) => {
    void read(incoming).then((request) => {
      requests.push(request);
      const answer = answerTo(response);
      const { form, path, method, query } = request;
      const take = () => add({ from: form.From ?? '', to: form.To ?? '', body: form.Body ?? '' });
      const exchange = { take, answer, response, socket: incoming.socket };
      const behaviour = script.shift();
      if (behaviour) behaviour(exchange);
      else if (!path.endsWith('/Messages.json')) answer(account.status, account.body);
      else if (method === 'GET') answer(200, pageOf(rows, path, query));
      else behaves.takes(exchange);
    });
  });
  const listen = async (port: number) => {
    await once(server.listen(port, '127.0.0.1'), 'listening');
    return (server.address() as AddressInfo).port;
  };
  const close = async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  const port = await listen(0);

  return {
    origin: `http://127.0.0.1:${port}`,
    server,
    requests,
    rows,
    account,
    behaveNext: (...behaviours: Behaviour[]) => void script.push(...behaviours),
    receive: (fields: { from: string; to: string; body: string }) =>
      add({ ...fields, direction: 'inbound', status: 'received', date_sent: rfc2822(now()) }),
    hangUp: close,
    comeBack: () => listen(port),
    [Symbol.asyncDispose]: async () => {
      if (server.listening) await close();
    },
  };
}

export const TOKEN = 'a-token-of-the-tests';

export const channelTo = (apiBaseUrl: string, timeoutMs = 10_000) =>
  twilioChannel({ accountSid: ACCOUNT_SID, authToken: TOKEN, apiBaseUrl, timeoutMs });

/** The server and a channel to it. */
export async function connected({ path = '', timeoutMs = 10_000, now = () => new Date() } = {}) {
  const server = await twilioOnLoopback(now);
  const channel = await channelTo(server.origin + path, timeoutMs);
  return {
    server,
    channel,
    async [Symbol.asyncDispose]() {
      channel[Symbol.dispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}

const rfc2822 = (at: Date) => at.toUTCString().replace('GMT', '+0000');

const blank = (sid: string, date: string): Row => ({
  sid,
  account_sid: ACCOUNT_SID,
  api_version: '2010-04-01',
  date_created: date,
  date_sent: null,
  date_updated: date,
  direction: 'outbound-api',
  error_code: null,
  error_message: null,
  messaging_service_sid: null,
  num_media: '0',
  num_segments: '1',
  price: null,
  status: 'queued',
});

async function read(incoming: IncomingMessage): Promise<Request> {
  const url = new URL(incoming.url ?? '', 'http://twilio');
  return {
    method: incoming.method ?? '',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    form: Object.fromEntries(new URLSearchParams(await text(incoming))),
    headers: incoming.headers,
  };
}

const answerTo =
  (response: ServerResponse) =>
  (status: number, body: unknown, headers: Record<string, string> = {}) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

function pageOf(rows: Row[], path: string, query: Record<string, string>) {
  const { To, From, 'DateSent>': after, 'DateSent<': before, PageSize = '50', Page = '0' } = query;
  const found = rows
    .filter((row) => To === undefined || row.to === To)
    .filter((row) => From === undefined || row.from === From)
    .filter((row) => after === undefined || Date.parse(String(row.date_sent)) >= Date.parse(after))
    .filter(
      (row) => before === undefined || Date.parse(String(row.date_sent)) <= Date.parse(before),
    )
    .toReversed();
  const end = (Number(Page) + 1) * Number(PageSize);
  const next = new URLSearchParams({ ...query, Page: String(Number(Page) + 1) });
  return {
    messages: found.slice(end - Number(PageSize), end),
    next_page_uri: end < found.length ? `${path}?${next.toString()}` : null,
  };
}
