import type { App } from '#app.ts';
import type { SendOutcome } from '#ports.ts';
import { gate } from './gate.ts';
import type { Mark } from './marks.system.ts';
import type { Leaving } from './message.ts';
import { carrierAddress } from './message.ts';
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
  const outcome = await app.channel.send({
    id: message.id,
    from: carrierAddress(message.channel, message.ourAddress),
    to: carrierAddress(message.channel, app.vault.decrypt(message.theirSealed)),
    body: message.body,
    statusCallback: `${app.publicUrl()}/webhooks/twilio/status?m=${message.id}`,
  });
  noteReach(app, outcome);
  return markOf(message, outcome, app.accountSid, app.clock.now());
}

function markOf(message: Leaving, outcome: SendOutcome, accountSid: string, now: Date): Mark {
  const later = (ms: number) => new Date(now.getTime() + ms);
  switch (outcome.kind) {
    case 'accepted':
      return {
        message,
        state: 'handed-over',
        sid: outcome.sid,
        accountSid,
        status: outcome.status,
      };
    case 'not-processed': {
      const waitMs = outcome.retryAfterMs ?? waitAfter(now.getTime() - message.createdAt.getTime());
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

/** Waits half of a message's age, so that pauses grow as it grows older. */
const waitAfter = (ageMs: number) =>
  Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_WAIT_MS, ageMs / 2)) * (0.75 + Math.random() / 2);
