import type { ChannelKind } from '#ports.ts';

export const CHANNELS = ['whatsapp', 'sms', 'email'] as const satisfies readonly (
  ChannelKind | 'email'
)[];
export const PURPOSES = ['transactional', 'marketing'] as const;
export type ConsentChannel = (typeof CHANNELS)[number];
export type ConsentPurpose = (typeof PURPOSES)[number];
export type ConsentStatus = 'granted' | 'denied' | 'withdrawn';
export type ConsentMethod =
  | 'keyword'
  | 'message'
  | 'api'
  | 'import'
  | 'dashboard'
  | 'preference-page'
  | 'carrier'
  | 'double-opt-in';

/** What was said once about one channel and purpose. */
export type ConsentEvent = {
  status: ConsentStatus;
  method: ConsentMethod;
  at: Date;
  expiresAt: Date | null;
};

/** What holds now: `none` was never asked, `expired` was granted for a time that is over. */
export type ConsentState = {
  status: ConsentStatus | 'expired' | 'none';
  since: Date | null;
  method: ConsentMethod | null;
};

/** By these the person spoke themselves; by the others somebody spoke of them. */
const inPerson = new Set<ConsentMethod>([
  'keyword',
  'message',
  'preference-page',
  'carrier',
  'double-opt-in',
]);

export const nothingSaid: ConsentState = { status: 'none', since: null, method: null };

/**
 * What holds now of one channel and purpose, from everything that was ever said of it, oldest first. The last word counts;
 * but who has said no is opted in again by nobody but themselves. What is dated later than now does not count yet.
 */
export function consentState(events: readonly ConsentEvent[], now: Date): ConsentState {
  const last = events.reduce<ConsentEvent | null>((before, event) => {
    if (event.at > now) return before;
    const isRefused = before !== null && before.status !== 'granted';
    const overrules = !isRefused || event.status !== 'granted' || inPerson.has(event.method);
    return overrules ? event : before;
  }, null);
  if (!last) return nothingSaid;
  const { status, method, at, expiresAt } = last;
  if (status === 'granted' && expiresAt !== null && expiresAt <= now) {
    return { status: 'expired', since: expiresAt, method };
  }
  return { status, since: at, method };
}
