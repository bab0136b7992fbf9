import type { ForgetRequest, Forgotten } from '#ports.ts';
import {
  BUSY_CODES,
  NOT_FOUND,
  sentenceFor,
  STILL_UNDER_WAY,
  WRONG_CREDENTIALS,
} from './errors.ts';
import type { ApiAnswer } from './request.ts';
import { Refused, Unanswered } from './request.ts';

/** What the SDK's client does for a plain request. */
export type AskToForget = (call: {
  method: 'get' | 'post' | 'delete';
  uri: string;
  data?: Record<string, string>;
}) => Promise<ApiAnswer>;

const ORIGIN = 'https://api.twilio.com';
const asMediaSid = /^ME[0-9a-f]{32}$/i;

/** Removes Twilio's copy of a message: all of it, which takes its media along, or its text and its media. */
export async function forgetMessage(
  ask: AskToForget,
  accountSid: string,
  { sid, act, hasMedia }: ForgetRequest,
): Promise<Forgotten> {
  const message = `${ORIGIN}/2010-04-01/Accounts/${accountSid}/Messages/${encodeURIComponent(sid)}`;
  try {
    if (act === 'delete') await ask({ method: 'delete', uri: `${message}.json` });
    else {
      if (hasMedia) await removeMedia(ask, message);
      await ask({ method: 'post', uri: `${message}.json`, data: { Body: '' } });
    }
    return { kind: 'done' };
  } catch (error) {
    return outcomeOf(error);
  }
}

async function removeMedia(ask: AskToForget, message: string): Promise<void> {
  const { body } = await ask({ method: 'get', uri: `${message}/Media.json` });
  const { media_list: media = [] } = (body ?? {}) as { media_list?: { sid: string }[] };
  for (const { sid } of media.filter((one) => asMediaSid.test(one.sid))) {
    await ask({ method: 'delete', uri: `${message}/Media/${sid}.json` }).catch(unlessGone);
  }
}

/** One that is gone already must not hide that the text is still there. */
function unlessGone(error: unknown): void {
  if (!(error instanceof Refused && error.status === 404)) throw error;
}

function outcomeOf(error: unknown): Forgotten {
  if (error instanceof Unanswered) return { kind: 'not-yet', because: error.message };
  if (!(error instanceof Refused)) {
    return { kind: 'not-yet', because: "Twilio's answer makes no sense." };
  }
  const { status, code, retryAfterMs } = error;
  if (status === 404 || code === NOT_FOUND) return { kind: 'done' };
  const because = code === null ? error.message : sentenceFor(code);
  if (isForNow(status, code)) {
    return { kind: 'not-yet', because, ...(retryAfterMs !== undefined && { retryAfterMs }) };
  }
  return { kind: 'refused', because };
}

const isForNow = (status: number, code: number | null) =>
  status === 429 ||
  status === 401 ||
  status >= 500 ||
  (code !== null &&
    (BUSY_CODES.has(code) || code === STILL_UNDER_WAY || code === WRONG_CREDENTIALS));
