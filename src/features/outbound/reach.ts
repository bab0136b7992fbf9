import type { App } from '#app.ts';
import type { SendOutcome } from '#ports.ts';

/** Carriers that could not be reached when something was last handed to them. */
const away = new WeakSet<App['channel']>();

/** Says in the log when the carrier can be reached no more, and when it can again: once each, however much waits. */
export function noteReach({ channel, log }: Pick<App, 'channel' | 'log'>, outcome: SendOutcome) {
  if (outcome.kind === 'unknown') return;
  const isReached = outcome.kind !== 'not-processed' || outcome.reason !== 'unreachable';
  if (isReached === !away.has(channel)) return;
  if (isReached) {
    away.delete(channel);
    log.info('the carrier can be reached again');
  } else {
    away.add(channel);
    log.warn('the carrier cannot be reached; messages wait, and are sent as soon as it can be');
  }
}
