import twilioSdk from 'twilio';
import { simulatedCarrier } from '#adapters/channel/simulated.ts';
import type { WebhookRequest } from '#ports.ts';
import { channelContract } from './channel.contract.ts';
import type { Ending } from './channel.contract.ts';
import { ACCOUNT_SID, TOKEN, answers, behaves, connected } from './twilio-on-loopback.ts';
import type { Behaviour } from './twilio-on-loopback.ts';

const url = 'https://front.example/webhooks/twilio/whatsapp';

channelContract('simulated', async () => {
  let now = new Date();
  const carrier = simulatedCarrier({ clock: { now: () => now } });
  return {
    channel: carrier,
    accountSid: carrier.accountSid,
    setTime: (at) => void (now = at),
    endsNext: async (ending) => carrier.nextOutcomes([ending]),
    phoneSends(text) {
      const { form, headers } = carrier.webhook({ url, ...text });
      return { url, form, signature: headers['x-twilio-signature'] ?? '' };
    },
    sign: carrier.sign,
    [Symbol.asyncDispose]: carrier.idle,
  };
});

channelContract('twilio', async () => {
  let now = new Date();
  const twilio = await connected({ now: () => now });
  const { channel, server } = twilio;
  const sign = (url: string, form: WebhookRequest['form']) =>
    twilioSdk.getExpectedTwilioSignature(TOKEN, url, form);

  return {
    channel,
    accountSid: ACCOUNT_SID,
    setTime: (at) => void (now = at),
    async endsNext(ending) {
      if (ending.kind === 'unreachable') await server.hangUp();
      else server.behaveNext(behaviourOf(ending));
    },
    phoneSends({ from, to, body }) {
      const { sid } = server.receive({ from, to, body });
      const form = { MessageSid: sid, AccountSid: ACCOUNT_SID, From: from, To: to, Body: body };
      return { url, form, signature: sign(url, form) };
    },
    sign,
    [Symbol.asyncDispose]: () => twilio[Symbol.asyncDispose](),
  };
});

function behaviourOf(ending: Exclude<Ending, { kind: 'unreachable' }>): Behaviour {
  switch (ending.kind) {
    case 'rate-limited':
      return answers(
        429,
        { code: 20429, message: 'Too many requests', status: 429 },
        { 'retry-after': String(ending.retryAfterMs / 1000) },
      );
    case 'rejected':
      return answers(400, { code: ending.code, message: 'No.', status: 400 });
    case 'unknown-but-delivered':
      return behaves.takesAndResets;
    case 'unknown-not-delivered':
      return behaves.resets;
  }
}
