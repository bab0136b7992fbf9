import type { Leaving } from './message.ts';

export type Verdict =
  | { kind: 'send' }
  | {
      kind: 'refuse';
      state: 'cancelled' | 'expired' | 'failed';
      reason: Refused;
      sentence: string;
    };

export type Refused = 'opted-out' | 'too-old' | 'window-closed';

const WINDOW_MS = 24 * 3_600_000 - 2 * 60_000;

/** Said even to who opted out: the one confirmation of it. */
const saidRegardless = new Set(['opt-out']);

/**
 * Whether a message may leave, decided at the very hand-off. Free text on WhatsApp leaves only within 24 hours
 * of the customer's last message (rule of WhatsApp, error 63016); two minutes are kept for the way.
 */
export function gate(message: Leaving, now: Date): Verdict {
  if (message.isOptedOut && !saidRegardless.has(message.kind)) {
    return refuse('cancelled', 'opted-out', 'The customer opted out before it was sent.');
  }
  if (message.validUntil <= now) {
    return refuse('expired', 'too-old', 'It could not be sent while it still mattered.');
  }
  const openUntil = (message.lastInboundAt?.getTime() ?? 0) + WINDOW_MS;
  if (message.channel === 'whatsapp' && openUntil <= now.getTime()) {
    return refuse(
      'failed',
      'window-closed',
      'WhatsApp allows free text only within 24 hours of the last message of the customer.',
    );
  }
  return { kind: 'send' };
}

const refuse = (
  state: 'cancelled' | 'expired' | 'failed',
  reason: Refused,
  sentence: string,
): Verdict => ({ kind: 'refuse', state, reason, sentence });
