import type { Turn, TurnMessage } from './turn.ts';
import { windowNow } from './turn.ts';

/** A limit of 0 is none. */
export const mostOf = (limit: number) => (limit > 0 ? limit : Number.POSITIVE_INFINITY);

/** What came in with pictures or recordings that nobody has made words of: as many as the hour still allows. */
export function mediaToHear(
  turn: Turn,
  { mediaPerHour }: { mediaPerHour: number },
  now: Date,
): TurnMessage[] {
  const withMedia = turn.messages.filter(({ details }) => details?.media !== undefined);
  const unheard = withMedia.filter(({ details }) => details?.heard === undefined);
  const used = windowNow(turn, now).media + withMedia.length - unheard.length;
  return unheard.slice(0, Math.max(0, mostOf(mediaPerHour) - used));
}
