import type { IncomingMessage, RequestOptions } from 'node:http';
import { globalAgent, request as requestPlainly } from 'node:http';
import { request as requestSecurely } from 'node:https';
import type { FetchedMedia, Media } from '#ports.ts';
import { nameIn } from './name.ts';
import { isPrivateHost, publicLookup } from './public-address.ts';

type Options = {
  accountSid: string;
  authToken: string;
  /** Another origin for Twilio's API; it may redirect to itself. */
  apiBaseUrl?: string | undefined;
  mostBytes?: number;
  timeoutMs?: number;
};

type Answer = { kind: 'redirect'; to: string } | FetchedMedia;

const TWILIO = 'https://api.twilio.com';
const MOST_REDIRECTS = 3;
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * Media of our account at Twilio. Only the first request carries our credentials; it is redirected to a signed address,
 * which must be one of the open internet and HTTPS. Throws when there is no whole answer within `timeoutMs`.
 */
export function twilioMedia(options: Options): Media {
  const { timeoutMs = 30_000 } = options;
  return {
    async fetch(url, signal) {
      const first = addressOf(url, options);
      if (!first) return { kind: 'refused', because: 'not-allowed' };
      const inTime = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
      let answer = await ask(first, options, inTime, authOf(options));
      let from = first;
      for (let redirects = 0; answer.kind === 'redirect'; redirects++) {
        const next = allowedTarget(answer.to, from, options);
        if (!next || redirects === MOST_REDIRECTS)
          return { kind: 'refused', because: 'not-allowed' };
        from = next;
        answer = await ask(next, options, inTime);
      }
      return answer;
    },
  };
}

const authOf = ({ accountSid, authToken }: Options) => `${accountSid}:${authToken}`;

const medium = /\/2010-04-01\/Accounts\/(?<account>\w+)\/Messages\/\w+\/Media\/\w+$/;

/** The address of a medium of our own account at Twilio, at the origin that is set for it; null for any other. */
function addressOf(url: string, { accountSid, apiBaseUrl }: Options): URL | null {
  const given = withoutCredentials(url);
  if (!given) return null;
  const base = apiBaseUrl === undefined ? null : new URL(apiBaseUrl);
  const isTwilios = [TWILIO, base?.origin].includes(given.origin);
  const path = medium.exec(given.pathname);
  if (!isTwilios || path?.groups?.account !== accountSid) return null;
  return base ? new URL(base.pathname.replace(/\/+$/, '') + path[0], base) : given;
}

function withoutCredentials(url: string, from?: URL): URL | null {
  const given = URL.parse(url, from?.href);
  return given && given.username === '' && given.password === '' ? given : null;
}

function allowedTarget(to: string, from: URL, { apiBaseUrl }: Options): URL | null {
  const target = withoutCredentials(to, from);
  if (!target) return null;
  if (apiBaseUrl !== undefined && target.origin === new URL(apiBaseUrl).origin) return target;
  return target.protocol === 'https:' && !isPrivateHost(target) ? target : null;
}

function ask(url: URL, options: Options, signal: AbortSignal, auth?: string): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const isStandIn =
    options.apiBaseUrl !== undefined && url.origin === new URL(options.apiBaseUrl).origin;
  const isPlain = url.protocol === 'http:';
  const call: RequestOptions = {
    signal,
    headers: { accept: '*/*' },
    ...(auth !== undefined && { auth }),
    ...(!isStandIn && !isBehindProxy() && { lookup: publicLookup }),
  };
  const request = (isPlain ? requestPlainly : requestSecurely)(url, call, (response) => {
    answerOf(response, options.mostBytes ?? MOST_BYTES).then(resolve, reject);
  });
  request.once('error', reject);
  request.end();
  return promise;
}

/** Then names are looked up by the proxy. */
const isBehindProxy = () =>
  (globalAgent as typeof globalAgent & { options: { proxyEnv?: unknown } }).options.proxyEnv !==
  undefined;

async function answerOf(response: IncomingMessage, mostBytes: number): Promise<Answer> {
  const { statusCode = 0, headers } = response;
  if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
    response.destroy();
    return { kind: 'redirect', to: headers.location };
  }
  if (statusCode === 404 || statusCode === 410) {
    response.destroy();
    return { kind: 'refused', because: 'gone' };
  }
  if (statusCode !== 200) {
    response.destroy();
    throw new Error(`Twilio answered with HTTP ${statusCode} for a medium.`);
  }
  const bytes = await upTo(mostBytes, response);
  if (!bytes) return { kind: 'refused', because: 'too-large' };
  return {
    kind: 'fetched',
    file: {
      bytes,
      contentType: headers['content-type'] ?? null,
      name: nameIn(headers['content-disposition']),
    },
  };
}

/** Null, and no more is read, as soon as there is more than that. Throws when the answer is cut off. */
async function upTo(most: number, response: IncomingMessage): Promise<Buffer | null> {
  if (Number(response.headers['content-length'] ?? 0) > most) {
    response.destroy();
    return null;
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
