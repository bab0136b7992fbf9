import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { monotonicMs } from './clock.ts';
import { signForm } from './signature.ts';
import { topics } from './topics.ts';
import type { Question } from './verdict.ts';

/** Where messages are posted. `repeats` is how often Twilio posts again what got no 2xx: its `rc` with `rp=all`. */
export type Target = {
  url: string;
  accountSid: string;
  authToken: string;
  repeats: number;
};

const TIMEOUT_MS = 15_000;
const FIRST_PAUSE_MS = 500;

/** Posts inbound WhatsApp messages as Twilio does, over connections that stay open. */
export function createWebhook({ url, accountSid, authToken, repeats }: Target) {
  const agent = new Agent({ keepAlive: true, maxSockets: 512, scheduling: 'fifo' });

  const once = (headers: Record<string, string | number>, body: string) =>
    new Promise<number>((resolve) => {
      const outgoing = request(url, { method: 'POST', agent, headers, timeout: TIMEOUT_MS });
      outgoing.on('response', (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0)).on('error', () => resolve(0));
      });
      outgoing.on('timeout', () => outgoing.destroy());
      outgoing.on('error', () => resolve(0));
      outgoing.end(body);
    });

  return {
    /** Posts until a 2xx or until the repeats are used up, and notes the acknowledgement on the question. */
    async post(question: Question): Promise<void> {
      const form = formOf(question, accountSid);
      const body = new URLSearchParams(form).toString();
      const headers = {
        'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
        'content-length': Buffer.byteLength(body),
        'x-twilio-signature': signForm(authToken, url, form),
        'user-agent': 'TwilioProxy/1.1',
      };
      for (let attempt = 0; attempt <= repeats; attempt++) {
        if (attempt > 0) await sleep(FIRST_PAUSE_MS * 2 ** (attempt - 1));
        const startedAt = monotonicMs();
        question.posts++;
        const status = await once(headers, body);
        if (status < 200 || status >= 300) continue;
        question.ackedAt ??= monotonicMs();
        question.ackMs ??= monotonicMs() - startedAt;
        return;
      }
    },
  };
}

function formOf({ sid, customer, business, topic }: Question, accountSid: string) {
  const waId = customer.replace('whatsapp:+', '');
  return {
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
    Body: topics[topic]?.question ?? '',
    From: customer,
    MessageSid: sid,
    MessageType: 'text',
    NumMedia: '0',
    NumSegments: '1',
    ProfileName: `Customer ${waId.slice(-4)}`,
    SmsMessageSid: sid,
    SmsSid: sid,
    SmsStatus: 'received',
    To: business,
    WaId: waId,
  };
}
