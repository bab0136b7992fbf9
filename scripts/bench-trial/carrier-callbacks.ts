import { Agent, request } from 'node:http';
import { seededChance } from './chance.ts';
import type { Kept } from './carrier-messages.ts';
import { signForm } from './signature.ts';

type Options = { accountSid: string; authToken: string; share: number; seed: number };

const STATUSES = [
  { status: 'sent', afterMs: 20 },
  { status: 'delivered', afterMs: 60 },
] as const;

/** Reports `sent` and `delivered` to a message's status callback, signed as Twilio does; nobody repeats a failed one. */
export function createCallbacks({ accountSid, authToken, share, seed }: Options) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const chance = seededChance(seed);
  const counts = { sent: 0, refused: 0 };

  const post = (url: string, message: Kept) => {
    const form: Record<string, string> = {
      AccountSid: accountSid,
      ApiVersion: '2010-04-01',
      ChannelPrefix: 'whatsapp',
      From: message.from,
      MessageSid: message.sid,
      MessageStatus: message.status,
      SmsSid: message.sid,
      SmsStatus: message.status,
      To: message.to,
    };
    const body = new URLSearchParams(form).toString();
    const outgoing = request(url, {
      method: 'POST',
      agent,
      headers: {
        'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
        'content-length': Buffer.byteLength(body),
        'x-twilio-signature': signForm(authToken, url, form),
      },
    });
    outgoing.on('response', (response) => {
      response.resume();
      counts[(response.statusCode ?? 500) < 300 ? 'sent' : 'refused']++;
    });
    outgoing.on('error', () => counts.refused++);
    outgoing.end(body);
  };

  return {
    counts: () => counts,
    report(url: string, message: Kept) {
      const isReported = chance() < share;
      for (const { status, afterMs } of STATUSES) {
        setTimeout(() => {
          message.status = status;
          if (isReported) post(url, message);
        }, afterMs);
      }
    },
  };
}
