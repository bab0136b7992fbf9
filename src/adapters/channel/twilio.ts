import type { Twilio } from 'twilio';
import type { Channel, OutboundMessage } from '#ports.ts';
import type { Health, SendOutcome } from '#ports.ts';
import { BUSY_CODES, refusalOf, sentenceFor, WRONG_CREDENTIALS } from './errors.ts';
import { forgetMessage } from './forgetting.ts';
import { listMessages } from './listing.ts';
import { Refused, Unanswered } from './request.ts';
import { isSignedWith } from './webhook-forms.ts';
import type { ApiAnswer } from './request.ts';
import { sdkClient } from './sdk-client.ts';
import type { TwilioAccount } from './sdk-client.ts';

export type TwilioOptions = TwilioAccount & {
  /** Still signs what was under way when the token was changed. */
  previousAuthToken?: string | undefined;
};

export type TwilioChannel = Channel &
  Disposable & {
    /**
     * Like `isSigned`, for JSON webhooks: the URL carries the hash of the raw body in `bodySHA256`.
     */
    isSignedJson: (request: { url: string; signature: string; body: string }) => boolean;
  };

type Messages = Twilio['messages'];

const CHECK_TIMEOUT_MS = 5000;
const OVER = new Set([400, 404, 409]);

/** Twilio's messaging through the official SDK. */
export const twilioChannel = async (options: TwilioOptions): Promise<TwilioChannel> => {
  const { accountSid, authToken, previousAuthToken = '', timeoutMs = 10_000 } = options;
  const { twilio, client, close } = await sdkClient({ ...options, timeoutMs });
  const { messages } = client;
  const tokens = [authToken, previousAuthToken].filter((token) => token !== '');

  return {
    kind: 'twilio',
    send: (message) => send(messages, message),
    cancel: (sid) => cancel(messages, sid),
    list: (filter) => listMessages((call) => client.request(call), accountSid, filter),
    forget: (request) => forgetMessage((call) => client.request(call), accountSid, request),
    // Our own check decides nearly always; the SDK's also knows URLs that a proxy has changed.
    isSigned: (request) =>
      tokens.some((token) => isSignedWith(token, request)) ||
      tokens.some((token) =>
        holds(() => twilio.validateRequest(token, request.signature, request.url, request.form)),
      ),
    isSignedJson: ({ url, signature, body }) =>
      tokens.some((token) =>
        holds(() => twilio.validateRequestWithBody(token, signature, url, body)),
      ),
    check: () => check(client, accountSid, Math.min(CHECK_TIMEOUT_MS, timeoutMs)),
    [Symbol.dispose]: close,
  };
};

async function send(messages: Messages, message: OutboundMessage): Promise<SendOutcome> {
  const { from, to, template, statusCallback } = message;
  const body = message.body.toWellFormed();
  try {
    const { sid, status } = await messages.create({
      from,
      to,
      ...(template
        ? {
            contentSid: template.contentSid,
            contentVariables: JSON.stringify(template.variables),
          }
        : { body }),
      ...(statusCallback !== undefined && { statusCallback }),
    });
    if (sid) return { kind: 'accepted', sid, status };
    return { kind: 'unknown', detail: "Twilio's answer names no message." };
  } catch (error) {
    return outcomeOf(error);
  }
}

/** What is no message there, or not scheduled any more, is refused for good. */
async function cancel(messages: Messages, sid: string): ReturnType<Channel['cancel']> {
  try {
    const { status } = await messages(sid).update({ status: 'canceled' });
    return status === 'canceled' ? 'cancelled' : 'over';
  } catch (error) {
    const isRefused = error instanceof Refused && OVER.has(error.status);
    return isRefused ? 'over' : 'unknown';
  }
}

function outcomeOf(error: unknown): SendOutcome {
  if (error instanceof Refused) return outcomeOfRefusal(error);
  if (error instanceof Unanswered && !error.hasLeft) {
    return { kind: 'not-processed', reason: 'unreachable' };
  }
  const isKnown = error instanceof Unanswered;
  return { kind: 'unknown', detail: isKnown ? error.message : "Twilio's answer makes no sense." };
}

function outcomeOfRefusal({ status, code, retryAfterMs, message }: Refused): SendOutcome {
  const isAboutThisRequest = status >= 400 && status < 500 && status !== 408;
  if (!isAboutThisRequest) return { kind: 'unknown', detail: message };
  if (status === 429 || (code !== null && BUSY_CODES.has(code))) {
    const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
    return { kind: 'not-processed', reason: 'rate-limited', ...wait };
  }
  const known = status === 401 ? WRONG_CREDENTIALS : code;
  if (known !== null) return refusalOf(known);
  return { kind: 'rejected', code, sentence: `${message} It named no reason.` };
}

async function check(client: Twilio, accountSid: string, timeout: number): Promise<Health> {
  try {
    const { body }: ApiAnswer = await client.request({
      method: 'get',
      uri: `https://api.twilio.com/2010-04-01/Accounts/${accountSid}.json`,
      timeout,
    });
    const { status } = (body ?? {}) as { status?: string };
    if (status === undefined || status === 'active') return { isHealthy: true };
    return { isHealthy: false, detail: `The Twilio account is ${status}.` };
  } catch (error) {
    return { isHealthy: false, detail: detailOf(error) };
  }
}

function detailOf(error: unknown): string {
  if (error instanceof Refused && error.code !== null) return sentenceFor(error.code);
  return error instanceof Error ? error.message : String(error);
}

/** Twilio's own check throws on a URL that is none; such a request is simply not signed. */
function holds(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}
