import type { App } from '#app.ts';
import type { SendOutcome } from '#ports.ts';
import type { Circumstances, Verdict } from './gate.ts';
import { CLEAR, gate } from './gate.ts';
import type { Mark } from './marks.system.ts';
import type { Leaving } from './message.ts';
import { carrierAddress, spelledOut } from './message.ts';
import type { Pacer } from './pacer.ts';
import { senderKey } from './pacer.ts';
import { noteReach } from './reach.ts';
import { unitsOf } from './units.ts';

type Uses = Pick<
  App,
  'channel' | 'clock' | 'config' | 'vault' | 'accountSid' | 'publicUrl' | 'log' | 'senders'
> & {
  pacer: Pacer;
  circumstancesOf: (message: Leaving) => Promise<Circumstances>;
};

const LOOK_INTO_AFTER_MS = 1_500;
const SHORTEST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;

/** Hands one claimed message to the carrier, if the gate lets it, and says what became of it. Never throws. */
export async function handOver(app: Uses, message: Leaving): Promise<Mark> {
  const around = await circumstancesAt(app, message);
  const verdict = gate(message, app.clock.now(), around);
  if (verdict.kind === 'send') return leave(app, message);
  if (verdict.kind === 'send-template')
    return leave(app, { ...message, template: verdict.template });
  return keptBack(app, message, verdict);
}

/** A reply needs to know little: its sender, and whether that is free. */
async function circumstancesAt(app: Uses, message: Leaving): Promise<Circumstances> {
  const now = app.clock.now().getTime();
  const { state } = app.senders.of(message.channel, message.ourAddress);
  if (message.purpose !== 'reply') return app.circumstancesOf(message);
  const waitMs = app.pacer.waitOfReply(senderKey(message), now);
  const rateUntil = waitMs > 0 ? new Date(now + waitMs) : null;
  return state === 'ready' && !rateUntil ? CLEAR : { ...CLEAR, sender: state, rateUntil };
}

function keptBack(app: Uses, message: Leaving, verdict: Exclude<Verdict, Sends>): Mark {
  if (message.purpose !== 'reply') charge(app, message, -1);
  const kept = { message, reason: verdict.reason, isAttempt: false } as const;
  switch (verdict.kind) {
    case 'refuse':
      return { ...kept, state: verdict.state, sentence: verdict.sentence };
    case 'wait':
      return { ...kept, state: 'queued', dueAt: verdict.until };
    case 'other-channel':
      return { ...kept, state: 'queued', dueAt: app.clock.now(), moveTo: verdict.channel };
  }
}

type Sends = { kind: 'send' | 'send-template' };

function charge({ senders, pacer, clock }: Uses, message: Leaving, times: 1 | -1): void {
  const { rate } = senders.of(message.channel, message.ourAddress);
  pacer.charge(senderKey(message), rate, times * unitsOf(message), clock.now().getTime());
}

async function leave(app: Uses, message: Leaving): Promise<Mark> {
  const { body, template } = spelledOut(message, app.vault.decrypt);
  if (message.purpose === 'reply') charge(app, message, 1);
  const outcome = await app.channel.send({
    id: message.id,
    from: carrierAddress(message.channel, message.ourAddress),
    to: carrierAddress(message.channel, app.vault.decrypt(message.theirSealed)),
    body,
    ...(template && { template }),
    statusCallback: `${app.publicUrl()}/webhooks/twilio/status?m=${message.id}`,
  });
  noteReach(app, outcome);
  return markOf(app, message, outcome);
}

function markOf(app: Uses, message: Leaving, outcome: SendOutcome): Mark {
  const now = app.clock.now();
  const later = (ms: number) => new Date(now.getTime() + ms);
  switch (outcome.kind) {
    case 'accepted':
      return {
        message,
        state: 'handed-over',
        sid: outcome.sid,
        accountSid: app.accountSid,
        status: outcome.status,
      };
    case 'not-processed': {
      const ageMs = now.getTime() - message.createdAt.getTime();
      const waitMs = outcome.retryAfterMs ?? waitAfter(ageMs, app.config.retry.delayMs);
      const queued = { message, state: 'queued', dueAt: later(waitMs), isAttempt: false } as const;
      if (outcome.reason !== 'account') return queued;
      return { ...queued, errorCode: outcome.code, sentence: outcome.sentence };
    }
    case 'unknown':
      return {
        message,
        state: 'unknown',
        dueAt: later(LOOK_INTO_AFTER_MS),
        sentence: outcome.detail,
      };
    case 'rejected':
      return { message, state: 'failed', errorCode: outcome.code, sentence: outcome.sentence };
  }
}

/** Waits the delay, later half the message's age: one unlucky message is not put off for long, and a carrier that is away not asked too often. */
const waitAfter = (ageMs: number, delayMs: number) =>
  Math.min(Math.max(LONGEST_WAIT_MS, delayMs), Math.max(SHORTEST_WAIT_MS, delayMs, ageMs / 2)) *
  (0.75 + Math.random() / 2);
