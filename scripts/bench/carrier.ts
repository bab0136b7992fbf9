import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createFeedServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { createCallbacks } from './carrier-callbacks.ts';
import { drawFaults } from './carrier-faults.ts';
import type { Fault, FaultShares } from './carrier-faults.ts';
import { createMessages, newSid } from './carrier-messages.ts';
import { monotonicMs } from './clock.ts';
import { answerCalls } from './ipc.ts';
import type { Delivery } from './verdict.ts';

/** How this stand-in of Twilio behaves; `delayMs` is the time that each create takes, `callbackShare` the share of messages with status callbacks. */
export type CarrierSettings = {
  accountSid: string;
  authToken: string;
  seed: number;
  delayMs: number;
  faults: FaultShares;
  callbackShare: number;
};

/** A line of the feed from the load generator: what a customer sent to a business. */
export type Received = { sid: string; from: string; to: string; body: string };

/** A line of the feed to the load generator: a create that was taken for delivery, or one that failed before. */
export type Notice = { to: string; body: string; isTaken: boolean };

export type CarrierCalls = {
  /** Ports of the API and of the feed: newline-delimited JSON, `Received` in, `Notice` out. */
  start: (settings: CarrierSettings) => Promise<{ apiPort: number; feedPort: number }>;
  deliveries: (nothing: null) => Delivery[];
  counts: (nothing: null) => Record<string, number>;
};

answerCalls({
  start: (settings: CarrierSettings) => start(settings),
  deliveries: () => deliveries,
  counts: () => counts(),
} satisfies CarrierCalls);

const deliveries: Delivery[] = [];
let counts = (): Record<string, number> => ({});

async function start(settings: CarrierSettings): Promise<{ apiPort: number; feedPort: number }> {
  const { accountSid, authToken, seed, delayMs } = settings;
  const messages = createMessages(accountSid);
  const nextFault = drawFaults(settings.faults, seed);
  const callbacks = createCallbacks({ ...settings, share: settings.callbackShare });
  const basic = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  const collection = `/2010-04-01/Accounts/${accountSid}/Messages`;
  const listeners = new Set<Socket>();
  const happened: Record<string, number> = {};
  const count = (what: string) => (happened[what] = (happened[what] ?? 0) + 1);
  counts = () => ({
    ...happened,
    callbacks: callbacks.counts().sent,
    callbacksRefused: callbacks.counts().refused,
  });

  const tell = (notice: Notice) => {
    const line = `${JSON.stringify(notice)}\n`;
    for (const listener of listeners) listener.write(line);
  };

  const take = (form: URLSearchParams) => {
    const message = messages.add({
      sid: newSid(),
      direction: 'outbound-api',
      from: form.get('From') ?? '',
      to: form.get('To') ?? '',
      body: form.get('Body') ?? '',
      status: 'queued',
      sentAt: Date.now(),
    });
    const { sid, from, to, body } = message;
    deliveries.push({ sid, from, to, body, at: monotonicMs() });
    tell({ to, body, isTaken: true });
    const callback = form.get('StatusCallback');
    if (callback) callbacks.report(callback, message);
    return message;
  };

  const create = (form: URLSearchParams, response: ServerResponse) => {
    const [to, body] = [form.get('To'), form.get('Body')];
    if (!to || !body) return refuse(response, 400, 21619);
    const fault = nextFault();
    count(fault ?? 'accepted');
    if (fault !== null && notTaken[fault]) {
      tell({ to, body, isTaken: false });
      return notTaken[fault](response);
    }
    const message = take(form);
    if (fault === 'failed-after') return refuse(response, 500, 20500);
    if (fault === 'cut-after') return void response.destroy();
    const shown = messages.show(message);
    if (delayMs === 0) return json(response, 201, shown);
    setTimeout(() => json(response, 201, shown), delayMs);
  };

  const read = (url: URL, response: ServerResponse) => {
    if (url.pathname === `${collection}.json`) {
      count('listed');
      return json(response, 200, messages.page(url.searchParams));
    }
    const message = messages.find(/\/Messages\/(\w+)\.json$/.exec(url.pathname)?.[1] ?? '');
    if (message) return json(response, 200, messages.show(message));
    if (url.pathname === `/2010-04-01/Accounts/${accountSid}.json`) {
      return json(response, 200, { sid: accountSid, status: 'active', type: 'Full' });
    }
    refuse(response, 404, 20404);
  };

  const api = createServer({ keepAliveTimeout: 60_000 }, (incoming, response) => {
    if (incoming.headers.authorization !== basic) return refuse(response, 401, 20003);
    const url = new URL(incoming.url ?? '/', 'http://carrier');
    if (incoming.method === 'GET') return read(url, response);
    if (url.pathname !== `${collection}.json`) return refuse(response, 404, 20404);
    whenRead(incoming, (body) => create(new URLSearchParams(body), response));
  });

  const feed = createFeedServer((socket) => {
    listeners.add(socket.setNoDelay(true));
    socket.on('close', () => listeners.delete(socket)).on('error', () => {});
    createInterface({ input: socket }).on('line', (line) => {
      const received = JSON.parse(line) as Received;
      messages.add({ ...received, direction: 'inbound', status: 'received', sentAt: Date.now() });
    });
  });

  return { apiPort: await listen(api), feedPort: await listen(feed) };
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Faults that befall a request before its message is taken. */
const notTaken: Partial<Record<Fault, (response: ServerResponse) => void>> = {
  'too-many': (response) => refuse(response, 429, 20429),
  'failed-before': (response) => refuse(response, 500, 20500),
  'reset-before': (response) => void response.socket?.resetAndDestroy(),
};

function whenRead(incoming: IncomingMessage, work: (body: string) => void): void {
  let body = '';
  incoming.setEncoding('utf8');
  incoming.on('data', (chunk: string) => (body += chunk)).on('end', () => work(body));
}

function json(response: ServerResponse, status: number, content: unknown): void {
  const body = JSON.stringify(content);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

function refuse(response: ServerResponse, status: number, code: number): void {
  const more_info = `https://www.twilio.com/docs/errors/${code}`;
  json(response, status, { code, message: `Refused with ${code}`, more_info, status });
}
