import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { simulatedCarrier } from '#adapters/channel/simulated.ts';
import { sentenceFor } from '#adapters/channel/errors.ts';
import { diskFiles } from '#adapters/files/disk.ts';
import type { App, Foundation } from '#app.ts';
import { createApp } from '#app.ts';
import { readConfig } from '#config.ts';
import type { Tables } from '#db/tables.ts';
import { register } from '#features/businesses/register.system.ts';
import { lasting } from '#features/knowledge/fact.ts';
import { addEntries } from '#features/knowledge/queries.ts';
import { movableClock } from '#platform/clock.ts';
import { openVault } from '#platform/crypto.ts';
import { openDatabase } from '#platform/db/database.ts';
import type { Logger } from '#platform/logger.ts';
import { createLogger } from '#platform/logger.ts';
import { openSuppressor } from '#platform/suppressor.ts';
import { createWakeups } from '#platform/wakeups.ts';
import { createWebServer } from '#routes.ts';
import { testDatabase } from './database.ts';

export const ADMIN_KEY = 'the-admin-key-of-the-tests';
export const SHOP = '+14155550100';
export const OWNER = '+14155550111';
export const ANA = '+14155550122';
export const BEN = '+14155550133';

type Options = Partial<Foundation> & {
  env?: Record<string, string>;
  /** False: as in a process that only takes messages, and leaves answering to others. */
  answersHere?: boolean;
};

/** The whole product in this process over a real database and real HTTP, with simulated phones and a clock that can be moved. */
export async function createWorld({ env = {}, answersHere = true, ...overrides }: Options = {}) {
  const stack = new AsyncDisposableStack();
  const log = testLogger();
  const dialect = await testDatabase();
  const clock = movableClock();
  const carrier = simulatedCarrier({ clock });
  const config = readConfig({ ADMIN_API_KEY: ADMIN_KEY, NODE_ENV: 'test', ...env });
  const { server, url } = await listen(stack);

  const app = createApp({
    config,
    clock,
    log,
    vault: openVault(Buffer.alloc(32, 7).toString('base64')),
    suppressor: openSuppressor(Buffer.alloc(32, 9).toString('base64')),
    db: openDatabase<Tables>(dialect),
    wakeups: createWakeups(),
    channel: carrier,
    templates: carrier.templates,
    accountSid: carrier.accountSid,
    describeError: sentenceFor,
    answerer: null,
    understander: null,
    embedder: null,
    vectors: null,
    openIndex: () => null,
    media: carrier.media,
    files: filesOf(stack),
    hearing: null,
    seeing: null,
    lifecycle: { isDraining: false, hasTurnedAway: false },
    publicUrl: () => url,
    ...overrides,
  });
  stack.defer(() => app.db.close());
  if (answersHere) app.turns.open();
  server.on('request', createWebServer(app));

  const settle = async () => {
    const drained = async () =>
      (await app.turns.drain()) + (await app.questions.drain()) + (await app.outbox.drain());
    while ((await drained()) > 0) await carrier.idle();
    await carrier.idle();
  };
  const post = (request: {
    url: string;
    headers: Record<string, string>;
    form: Record<string, string>;
  }) =>
    fetch(request.url, {
      method: 'POST',
      headers: request.headers,
      body: new URLSearchParams(request.form),
    });

  return {
    app,
    url,
    clock,
    carrier,
    settle,
    post,
    sql: sqlOf(app),
    phone: (number: string, { on = 'whatsapp' as 'whatsapp' | 'sms' } = {}) => {
      const address = on === 'whatsapp' ? `whatsapp:${number}` : number;
      const webhook = `${url}/webhooks/twilio/${on}`;
      /** Sends and does not wait for an answer. */
      const sends = async (to: string, body: string, extra: Record<string, string> = {}) => {
        const called = on === 'whatsapp' ? `whatsapp:${to}` : to;
        const text = { from: address, to: called, body, url: webhook, extra };
        return (await post(carrier.webhook(text))).status;
      };
      return {
        sends,
        /** The carrier has the message, but its webhook never reaches us. */
        writesInVain: (to: string, body: string) => {
          const called = on === 'whatsapp' ? `whatsapp:${to}` : to;
          carrier.webhook({ from: address, to: called, body, url: webhook });
        },
        /** Sends, and waits until everything that follows has happened. */
        async says(to: string, body: string, extra?: Record<string, string>) {
          await sends(to, body, extra);
          clock.advance(2_000);
          await settle();
        },
        heard: () => carrier.inbox(address).map(({ body }) => body),
        inbox: () => carrier.inbox(address),
      };
    },
    /** A business of its own number, with what it knows. */
    async shop({
      name = 'Pizza Palace',
      number = SHOP,
      owner = OWNER,
      knows = [] as string[],
      sms = '',
      shared = false,
    } = {}) {
      const { businessId } = await register(app, {
        businessName: name,
        whatsappNumber: `whatsapp:${number}`,
        ownerPhone: owner,
        smsNumber: sms || undefined,
        shared,
      });
      if (knows.length > 0) {
        await app.db.asBusiness(businessId, (tx) =>
          addEntries(tx, knows.map(lasting), { source: 'test', now: clock.now() }),
        );
      }
      return businessId;
    },
    /** A JSON call of the admin API. */
    async api(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
      const response = await fetch(url + path, {
        method,
        headers: {
          authorization: `Bearer ${ADMIN_KEY}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, json: parsed(text), text };
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

/** In a folder that is gone with the world. */
function filesOf(stack: AsyncDisposableStack) {
  const folder = join(tmpdir(), `frontdesk-files-${randomUUID()}`);
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  return diskFiles(folder);
}

/** Silent, unless `TEST_LOG` names a level. */
function testLogger(): Logger {
  const level = process.env.TEST_LOG;
  if (level) return createLogger({ level, isProduction: false });
  const ignore = () => {};
  return { debug: ignore, info: ignore, warn: ignore, error: ignore } as unknown as Logger;
}

export type World = Awaited<ReturnType<typeof createWorld>>;

/** Rows of any table, past row-level security: for looking at what is stored. */
const sqlOf =
  (app: App) =>
  <Row>(strings: TemplateStringsArray, ...values: unknown[]) =>
    app.db.runAsSystem(sql<Row>(strings, ...values));

// oxlint-disable-next-line typescript/no-explicit-any
function parsed(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function listen(stack: AsyncDisposableStack): Promise<{ server: Server; url: string }> {
  const server = createServer({ keepAliveTimeout: 75_000 }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stack.defer(() => {
    server.closeAllConnections();
    server.close();
  });
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
