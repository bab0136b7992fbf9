import { randomUUID } from 'node:crypto';
import type { App } from '#app.ts';
import { toTurn } from '#features/conversations/turns.system.ts';
import { inBatches } from '#platform/batch.ts';
import type { ChannelKind } from '#ports.ts';
import type { Opting } from '#features/consent/opting.ts';
import { applyOpting } from './opting.system.ts';
import type { Place } from './people.system.ts';
import type { Who } from './who.ts';
import { conversationsOf, keyOf } from './people.system.ts';
import type { Stored } from './storing.ts';
import { storeAndReadHistory, storeStatement } from './storing.ts';

/** A message whose business is known, ready to be stored. Indexes are keyed hashes, sealed texts encrypted. */
export type Received = {
  businessId: string;
  personIndex: string;
  otherIndex: string | null;
  /** Asked only about who is not known yet; as a function it is no part of what is stored. */
  who: () => Who;
  nameSealed: string | null;
  theirSealed: string;
  channel: ChannelKind;
  ourAddress: string;
  accountSid: string;
  messageSid: string;
  body: string;
  kind: string;
  details: Record<string, unknown> | null;
  /** What it does to being written to. */
  opting: Opting | null;
  receivedAt: Date;
  /** When somebody should look at the conversation. */
  dueAt: Date;
};

type Uses = Pick<App, 'db' | 'clock' | 'wakeups' | 'answerer' | 'turns'>;
type Places = Map<string, Place>;
const MOST_KEPT = 50_000;
const NO_SUCH_ROW = '23503';

/**
 * Stores messages in batches, each batch one transaction; resolves once stored, to false for one that was stored
 * before. What this process can answer now is claimed for it in the same statement.
 */
export function receiver(app: Uses) {
  const kept = new Map<string, Place>();

  const store = async (messages: Received[]): Promise<boolean[]> => {
    const strangers = messages.filter((message) => !kept.has(keyOf(message)));
    if (strangers.length > 0) {
      remember(kept, await conversationsOf(app.db.runAsSystem, strangers, app.clock.now()));
    }
    const stored = await storeAt(app, kept, messages);
    passOn(app, stored);
    const isNew = new Set(stored.map((row) => row.messageSid));
    return messages.map(({ messageSid }) => isNew.delete(messageSid));
  };

  return inBatches(async (messages: Received[]) => {
    try {
      return await store(messages);
    } catch (error) {
      if ((error as { code?: string }).code !== NO_SUCH_ROW) throw error;
      kept.clear();
      return store(messages);
    }
  });
}

function remember(kept: Places, places: Places): void {
  if (kept.size > MOST_KEPT) kept.clear();
  for (const [key, place] of places) kept.set(key, place);
}

function storeAt(app: Uses, places: Places, messages: Received[]): Promise<readonly Stored[]> {
  const { db, clock, turns } = app;
  const isOpting = messages.some(({ opting }) => opting);
  const claims = !isOpting && turns.room() >= messages.length;
  const statement = (app.answerer ? storeAndReadHistory : storeStatement)({
    messages,
    ids: messages.map((message) => places.get(keyOf(message))?.conversationId ?? null),
    token: claims ? randomUUID() : null,
    now: clock.now(),
  });
  if (!isOpting) return db.runAsSystem(statement);
  return db.asSystem(async (tx) => {
    const { rows } = await statement.execute(tx);
    await applyOpting(tx, messages, places, new Set(rows.map((row) => row.messageSid)));
    return rows;
  });
}

/** Gives the loop the turns that were claimed for it, after the acknowledgements; the rest is found by whoever is free. */
function passOn({ turns, wakeups }: Uses, stored: readonly Stored[]): void {
  const claimed = stored.flatMap((row) => (row.conversationId === null ? [] : [toTurn(row)]));
  turns.give(claimed);
  if (claimed.length < stored.length) wakeups.wake('attention_due');
}
