import type { Consent } from '#features/outbound/gate.ts';
import type { ConsentChannel, ConsentEvent } from './events.ts';
import { consentState } from './events.ts';

/** A line of the ledger as JSON brings it. */
export type SaidLine = {
  channel: ConsentChannel;
  status: ConsentEvent['status'];
  method: ConsentEvent['method'];
  at: string;
  expiresAt: string | null;
};

/**
 * Where a person stands on one channel with what a message is for, from what they said of that, oldest first: a no counts
 * before all; without a yes that holds, having written to the business implies what is about that.
 */
export function standing(
  said: readonly SaidLine[],
  channel: ConsentChannel,
  { hasWritten, now }: { hasWritten: boolean; now: Date },
): Consent {
  const events = said
    .filter((line) => line.channel === channel)
    .map(({ at, expiresAt, ...line }) => ({
      ...line,
      at: new Date(at),
      expiresAt: expiresAt === null ? null : new Date(expiresAt),
    }));
  const { status } = consentState(events, now);
  if (status === 'granted') return 'granted';
  if (status === 'withdrawn' || status === 'denied') return 'withdrawn';
  return hasWritten ? 'implied' : 'unknown';
}
