import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

export type Call = {
  method: string;
  /** With its query. */
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
};

export type Reply = {
  status: number;
  json?: unknown;
  /** Instead of JSON. */
  raw?: string;
  headers?: Record<string, string>;
  afterMs?: number;
  /** The connection is cut instead of an answer. */
  isCut?: boolean;
};

export type Vendor = { url: string; calls: Call[] };

/** A vendor that lives on loopback as long as the test does, and remembers what it was asked. */
export async function vendorOf(t: TestContext, reply: (call: Call) => Reply): Promise<Vendor> {
  const calls: Call[] = [];
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    const call = { method, path: url, headers, body: await text(request) };
    calls.push(call);
    const { status, json, raw, headers: extra, afterMs = 0, isCut } = reply(call);
    await pause(afterMs, undefined, { ref: false });
    if (isCut) return request.socket.destroy();
    response.writeHead(status, { 'content-type': 'application/json', ...extra });
    return response.end(raw ?? (json === undefined ? '' : JSON.stringify(json)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls };
}

async function text(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
