import type { App } from '#app.ts';
import type { CarrierMessage } from '#ports.ts';
import type { Uncertain } from './claims.system.ts';
import type { Mark } from './marks.system.ts';
import { carrierAddress, spelledOut } from './message.ts';

type Uses = Pick<App, 'channel' | 'clock' | 'config' | 'vault'> & {
  ownSids: (sids: readonly string[]) => Promise<Set<string>>;
};

/** How long the carrier's list may lag behind what it has taken. */
const LIST_LAG_MS = 4_000;
const LOOK_AGAIN_MS = 1_500;
const ASK_AGAIN_MS = 5_000;
const CLOCKS_DIFFER_MS = 60_000;

/**
 * Finds out at the carrier what became of a message of unknown fate: it is there, and that settles it; or it
 * is not, and it is sent again while attempts are left. Marketing is never sent again.
 */
export async function reconcile(app: Uses, message: Uncertain): Promise<Mark> {
  const now = app.clock.now();
  const later = (ms: number) => new Date(now.getTime() + ms);
  const listed = await listedAt(app, message).catch(() => null);
  if (listed === null) {
    return message.validUntil <= now
      ? {
          message,
          state: 'failed',
          sentence: 'The carrier could not be asked whether it was sent.',
        }
      : { message, state: 'unknown', dueAt: later(ASK_AGAIN_MS) };
  }
  const own = await app.ownSids(listed.map(({ sid }) => sid));
  const sent = spelledOut(message, app.vault.decrypt);
  const found = listed.find(({ sid, body }) => !own.has(sid) && isWhatWeSent(sent, body));
  if (found) {
    const { sid, accountSid, status, errorCode } = found;
    return { message, state: 'handed-over', sid, accountSid, status, errorCode };
  }
  if (now.getTime() - message.uncertainSince.getTime() < LIST_LAG_MS) {
    return { message, state: 'unknown', dueAt: later(LOOK_AGAIN_MS) };
  }
  const mayRepeat = message.kind !== 'marketing' && message.attempts <= app.config.retry.attempts;
  return mayRepeat
    ? { message, state: 'queued', dueAt: now }
    : { message, state: 'failed', sentence: 'It could not be confirmed that it was sent.' };
}

/** The carrier lists the text of a template with its values put in. */
const isWhatWeSent = ({ template, body }: Uncertain, listed: string) =>
  template
    ? Object.values(template.variables).every((value) => listed.includes(value))
    : listed.endsWith(body);

async function listedAt(app: Uses, message: Uncertain): Promise<CarrierMessage[]> {
  const listed = await app.channel.list({
    from: carrierAddress(message.channel, message.ourAddress),
    to: carrierAddress(message.channel, app.vault.decrypt(message.theirSealed)),
    sentAfter: new Date(message.createdAt.getTime() - CLOCKS_DIFFER_MS),
    limit: 50,
  });
  return listed.filter(({ direction }) => direction === 'out').toReversed();
}
