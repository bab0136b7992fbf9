import { globalAgent, Agent as PlainAgent, request as requestPlainly } from 'node:http';
import { Agent as SecureAgent, request as requestSecurely } from 'node:https';
import { stringify } from 'node:querystring';
import { TLSSocket } from 'node:tls';
import { urlToHttpOptions } from 'node:url';
import type { AgentOptions, ClientRequest, IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { RequestOptions } from 'node:https';
import type { ParsedUrlQueryInput } from 'node:querystring';

/** What the SDK hands to its HTTP client; `timeout` in milliseconds. */
export type ApiCall = {
  method: string;
  uri: string;
  username?: string;
  password?: string;
  headers?: Record<string, string>;
  params?: ParsedUrlQueryInput;
  data?: object;
  timeout?: number;
};

export type ApiAnswer = { statusCode: number; headers: IncomingHttpHeaders; body: unknown };

export type ApiClient = {
  /**
   * Resolves with a whole 2xx answer, parsed; throws `Refused` for any other status and
   * `Unanswered` for none.
   */
  request: (call: ApiCall) => Promise<ApiAnswer>;
  close: () => void;
};

/**
 * No whole answer came. Only when `hasLeft` is false is it certain that the server has seen
 * nothing.
 */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
  readonly hasLeft: boolean;
  /** The socket was kept from an earlier request and turned out to be dead. */
  readonly isStale: boolean;

  constructor(message: string, hasLeft: boolean, isStale: boolean) {
    super(message);
    this.hasLeft = hasLeft;
    this.isStale = isStale;
  }
}

/** An answer other than 2xx, with Twilio's own error code where its body names one. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly code: number | null;
  /** What Twilio says about it, for people. */
  readonly detail: string | null;
  readonly retryAfterMs: number | undefined;

  constructor({ status, headers, text }: RawAnswer) {
    super(`Twilio answered with HTTP ${status}.`);
    this.status = status;
    this.code = codeIn(text);
    this.detail = detailIn(text);
    this.retryAfterMs = retryAfterMs(headers);
  }
}

type RawAnswer = { status: number; headers: IncomingHttpHeaders; text: string };

/**
 * Idle sockets are dropped long before the usual 60 s of a load balancer; a shorter `Keep-Alive`
 * hint is honoured by Node.
 */
const IDLE_MS = 25_000;
const NO_CONTENT = 204;
const MAX_SOCKETS = 64;
const MAX_STALE_SOCKETS = 3;

/**
 * An HTTP client for the SDK. `apiBaseUrl` replaces the origin of Twilio's API, its path goes in
 * front of the API's own.
 */
export function apiClient(options: {
  apiBaseUrl?: string | undefined;
  timeoutMs: number;
}): ApiClient {
  const base = options.apiBaseUrl === undefined ? undefined : new URL(options.apiBaseUrl);
  const isPlain = base?.protocol === 'http:';
  const agent = new (isPlain ? PlainAgent : SecureAgent)({
    keepAlive: true,
    maxSockets: MAX_SOCKETS,
    maxFreeSockets: MAX_SOCKETS,
    timeout: IDLE_MS,
    ...proxySettings(),
  });
  const open = isPlain ? requestPlainly : requestSecurely;

  const exchangeFor = (call: ApiCall) => {
    const { path, ...origin } = addressOf(call, base);
    const { method, headers, username, password } = call;
    const auth = username === undefined ? undefined : `${username}:${password ?? ''}`;
    return () =>
      exchange(
        open({ ...origin, path, method, agent, headers: { ...headers }, ...(auth && { auth }) }),
        bodyOf(call),
        call.timeout ?? options.timeoutMs,
      );
  };

  return {
    async request(call) {
      const isRepeatable = ['get', 'delete'].includes(call.method.toLowerCase());
      const answer = await onLivingSocket(exchangeFor(call), isRepeatable);
      if (answer.status < 200 || answer.status > 299) throw new Refused(answer);
      const body = answer.status === NO_CONTENT ? {} : parsed(answer.text);
      if (body === undefined) throw new Unanswered('Twilio gave half an answer.', true, false);
      return { statusCode: answer.status, headers: answer.headers, body };
    },
    close: () => agent.destroy(),
  };
}

function bodyOf({ data, headers }: ApiCall): string {
  if (!data) return '';
  return headers?.['Content-Type'] === 'application/json'
    ? JSON.stringify(data)
    : stringify(data as ParsedUrlQueryInput);
}

function addressOf({ uri, params }: ApiCall, base: URL | undefined): RequestOptions {
  const { origin, pathname, search } = new URL(uri);
  const query = params ? `?${stringify(params)}` : search;
  const { protocol, hostname, port } = urlToHttpOptions(base ?? new URL(origin));
  const prefix = base?.pathname.replace(/\/+$/, '') ?? '';
  return { protocol, hostname, port, path: prefix + pathname + query };
}

/**
 * A kept socket that died unseen costs another try, never an outcome, as long as nothing can have
 * been carried out twice.
 */
async function onLivingSocket(
  send: () => Promise<RawAnswer>,
  isRepeatable: boolean,
  attempt = 1,
): Promise<RawAnswer> {
  try {
    return await send();
  } catch (error) {
    const isHarmless =
      error instanceof Unanswered && error.isStale && (isRepeatable || !error.hasLeft);
    if (!isHarmless || attempt > MAX_STALE_SOCKETS) throw error;
    return onLivingSocket(send, isRepeatable, attempt + 1);
  }
}

/**
 * The process's own proxy, where `NODE_USE_ENV_PROXY` gave it one; agents of one's own do not take
 * it over.
 */
function proxySettings(): Pick<AgentOptions, 'proxyEnv'> {
  const { options } = globalAgent as typeof globalAgent & { options: AgentOptions };
  return { proxyEnv: options.proxyEnv };
}

function exchange(request: ClientRequest, body: string, timeoutMs: number): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    let hasLeft = false;
    let isOnOldSocket = false;
    const fail = (reason: string, isStale: boolean) => {
      clearTimeout(timer);
      const what = hasLeft ? 'gave no answer' : 'cannot be reached';
      reject(new Unanswered(`Twilio ${what} (${reason}).`, hasLeft, isStale));
    };
    const timer = setTimeout(() => {
      fail(`no answer within ${timeoutMs} ms`, false);
      request.destroy();
    }, timeoutMs);

    request.once('socket', (socket) => {
      if (socket.connecting) {
        socket.once(socket instanceof TLSSocket ? 'secureConnect' : 'connect', () => {
          hasLeft = true;
        });
        request.end(body);
        return;
      }
      isOnOldSocket = true;
      afterPolling(() => {
        if (request.destroyed) return;
        hasLeft = true;
        request.end(body);
      });
    });

    request.on('error', (error: NodeJS.ErrnoException) => {
      fail(error.code ?? error.name, isOnOldSocket);
    });

    request.once('response', (response) => {
      collect(response, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
    });
  });
}

/**
 * The poll phase in between notices a socket that the server has closed meanwhile, before anything
 * is written to it: what is written to a closed socket may or may not have been carried out.
 */
const afterPolling = (work: () => void) => setImmediate(() => setImmediate(work));

/**
 * An answer that was cut off counts as far as it came: mostly it is no JSON then, and of a refusal
 * the status says enough.
 */
function collect(response: IncomingMessage, done: (answer: RawAnswer) => void) {
  const { statusCode: status = 0, headers } = response;
  const chunks: Buffer[] = [];
  const answer = () => ({ status, headers, text: Buffer.concat(chunks).toString() });
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.once('end', () => done(answer()));
  response.on('error', () => done(answer()));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function codeIn(text: string): number | null {
  const code = Number(fieldIn(text, 'code'));
  return Number.isInteger(code) && code > 0 ? code : null;
}

function detailIn(text: string): string | null {
  const message = fieldIn(text, 'message');
  return typeof message === 'string' && message !== '' ? message : null;
}

function fieldIn(text: string, name: 'code' | 'message'): unknown {
  const body = parsed(text);
  return typeof body === 'object' ? (body as Record<string, unknown> | null)?.[name] : undefined;
}

/** `Retry-After` is a number of seconds or a date, which counts from the answer's own `Date`. */
function retryAfterMs({ 'retry-after': value, date }: IncomingHttpHeaders): number | undefined {
  if (value === undefined) return undefined;
  const ms = /^\d+$/.test(value)
    ? Number(value) * 1000
    : Date.parse(value) - Date.parse(date ?? '');
  return ms >= 0 ? ms : undefined;
}
