import type { App } from '#app.ts';
import type { SendOutcome } from '#ports.ts';

type Reach = 'open' | 'away' | 'closed';

/** How each carrier was found when something was last handed to it; open where it is not listed. */
const found = new WeakMap<App['channel'], Reach>();

/** Says in the log when the carrier can be reached no more or takes nothing from our account, and when it does again: once each, however much waits. */
export function noteReach({ channel, log }: Pick<App, 'channel' | 'log'>, outcome: SendOutcome) {
  if (outcome.kind === 'unknown') return;
  const reach = reachOf(outcome);
  if (reach === (found.get(channel) ?? 'open')) return;
  found.set(channel, reach);
  if (reach === 'open') log.info('the carrier can be reached again');
  if (reach === 'away') {
    log.warn('the carrier cannot be reached; messages wait, and are sent as soon as it can be');
  }
  if (reach === 'closed') {
    const reason = 'sentence' in outcome ? outcome.sentence : undefined;
    log.warn('the carrier takes no message of this account; messages wait', { reason });
  }
}

function reachOf(outcome: SendOutcome): Reach {
  if (outcome.kind !== 'not-processed') return 'open';
  if (outcome.reason === 'unreachable') return 'away';
  return outcome.reason === 'account' ? 'closed' : 'open';
}
