import { request } from 'node:http';
import { text } from 'node:stream/consumers';

export type Reply = {
  status: number;
  headers: Record<string, string>;
  text: string;
  // oxlint-disable-next-line typescript/no-explicit-any
  json: any;
};

type Call = { method?: string; headers?: Record<string, string>; body?: string };

/** One request just as it is given, as curl would make it: no key, any Host. */
export async function call(
  url: string,
  { method = 'GET', headers = {}, body }: Call = {},
): Promise<Reply> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>();
  const outgoing = request(url, { method, headers, agent: false }, async (incoming) => {
    const received = await text(incoming);
    resolve({
      status: incoming.statusCode ?? 0,
      headers: incoming.headers as Record<string, string>,
      text: received,
      json: received.startsWith('{') ? JSON.parse(received) : null,
    });
  });
  outgoing.on('error', reject);
  outgoing.end(body);
  return promise;
}

/** `call` with a JSON body. */
export const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  call(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
