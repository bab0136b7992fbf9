import type { Leaving } from '#features/outbound/message.ts';
import { REPLY_VALID_MS } from './settle.ts';
import type { Reply, Turn } from './turn.ts';

/** A reply as it is handed over at once, claimed with `token`. */
export const leavingOf = (
  turn: Turn,
  { kind, text }: Reply,
  { id, token, now }: { id: string; token: string; now: Date },
): Leaving => ({
  id,
  token,
  businessId: turn.businessId,
  conversationId: turn.conversationId,
  channel: turn.channel,
  ourAddress: turn.ourAddress,
  theirSealed: turn.theirSealed,
  body: text,
  kind,
  purpose: 'reply',
  attempts: 1,
  createdAt: now,
  validUntil: new Date(now.getTime() + REPLY_VALID_MS),
  isOptedOut: false,
  lastInboundAt: now,
  template: null,
  whoSealed: null,
});
