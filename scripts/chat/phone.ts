import { z } from 'zod';
import type { ChannelKind } from '#ports.ts';
import type { ServerApi } from '../server-api.ts';
import { Hitch } from '../server-api.ts';

const Message = z.object({
  id: z.string(),
  channel: z.enum(['whatsapp', 'sms']),
  from: z.string(),
  body: z.string(),
  status: z.string(),
  error: z.object({ code: z.number().nullable(), sentence: z.string() }).nullable(),
});
const Inbox = z.object({ messages: z.array(Message), isWaiting: z.boolean() });
const Time = z.object({ now: z.coerce.date(), aheadMs: z.number() });
const Done = z.object({ success: z.literal(true) });

/** A message to the phone, as the carrier knows it. */
export type Message = z.infer<typeof Message>;
export type Time = z.infer<typeof Time>;
export type Outcome = { kind: string; code?: number };

/** Throws a sentence where there is no simulation to talk to. */
export async function requireSimulation(server: ServerApi): Promise<void> {
  try {
    await server.call(Time, '/simulator/clock');
  } catch (error) {
    if (!(error instanceof Hitch) || error.status !== 404) throw error;
    throw new Hitch(
      `${server.url} has no simulated phones: it sends real messages through Twilio, or it runs on another machine.`,
    );
  }
}

export const readClock = (server: ServerApi): Promise<Time> =>
  server.call(Time, '/simulator/clock');

export const moveClock = (server: ServerApi, advanceMs: number): Promise<Time> =>
  server.call(Time, '/simulator/clock', { method: 'POST', body: { advanceMs } });

export type SentFile = { base64: string; contentType: string; name: string };

/** What a message comes with. */
export type Beside = { quoted?: string; file?: SentFile };

export type Phone = ReturnType<typeof openPhone>;

/** A simulated phone on one channel. */
export function openPhone(server: ServerApi, number: string, channel: ChannelKind) {
  const here = `/simulator/phones/${encodeURIComponent(number)}`;
  const post = (path: string, body: object) =>
    server.call(Done, path, { method: 'POST', body: { ...body, channel } });

  return {
    /** With the id of the message that it replies to, or with a file. */
    send: (to: string, body: string, { quoted, file }: Beside = {}) =>
      post('/simulator/messages', {
        ...{ from: number, to, body },
        ...(quoted !== undefined && { extra: { OriginalRepliedMessageSid: quoted } }),
        ...(file && { media: [file] }),
      }),
    /** How the next message to this phone ends. */
    nextOutcome: (outcome: Outcome) =>
      post('/simulator/outcomes', { outcomes: [outcome], phone: number }),
    inbox: () => server.call(Inbox, `${here}/messages?channel=${channel}`),
    /** Each message and each change of its status from now on; `null` first, once it listens. */
    follow: (signal: AbortSignal) => events(server, `${here}/events?channel=${channel}`, signal),
  };
}

async function* events(
  { url, headers }: ServerApi,
  path: string,
  signal: AbortSignal,
): AsyncGenerator<Message | null> {
  const { body } = await fetch(url + path, { signal, headers: headers() });
  let rest = '';
  for await (const text of (body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    const whole = (rest + text).split('\n\n');
    rest = whole.pop() ?? '';
    for (const event of whole) {
      if (/^event: ready$/m.test(event)) yield null;
      const data = /^event: message$/m.test(event) && /^data: (.*)$/m.exec(event)?.[1];
      if (data) yield Message.parse(JSON.parse(data));
    }
  }
}
