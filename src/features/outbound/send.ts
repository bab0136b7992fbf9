import type { App } from '#app.ts';
import type { SendOutcome } from '#ports.ts';
import { gate } from './gate.ts';
import type { Mark } from './marks.system.ts';
import type { Leaving } from './message.ts';
import { carrierAddress, spelledOut } from './message.ts';
import { noteReach } from './reach.ts';

type Uses = Pick<
  App,
  'channel' | 'clock' | 'config' | 'vault' | 'accountSid' | 'publicUrl' | 'log'
>;

const LOOK_INTO_AFTER_MS = 1_500;
const SHORTEST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;

/** Hands one claimed message to the carrier, if the gate lets it, and says what became of it. Never throws. */
export async function handOver(app: Uses, message: Leaving): Promise<Mark> {
  const now = app.clock.now();
  const verdict = gate(message, now);
  if (verdict.kind === 'refuse') {
    return { message, state: verdict.state, sentence: verdict.sentence, isAttempt: false };
  }
  const { body, template } = spelledOut(message, app.vault.decrypt);
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
