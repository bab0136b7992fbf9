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

/** Whether WhatsApp still takes free text to somebody whose last message came then. */
export const isWindowOpen = (lastInboundAt: Date | null, now: Date): boolean =>
  (lastInboundAt?.getTime() ?? 0) + WINDOW_MS > now.getTime();

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
  const isFreeText = message.channel === 'whatsapp' && message.template === null;
  if (isFreeText && !isWindowOpen(message.lastInboundAt, now)) {
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
