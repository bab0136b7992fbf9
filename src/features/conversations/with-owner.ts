import { bare } from '#features/inbound/keywords.ts';
import { allPhrases } from './phrases.ts';
import type { Turn } from './turn.ts';
import { windowNow } from './turn.ts';

/** Where the owner comes into it: asked for a person, accepted a call, writes to a person, wants the bot back. */
export type ToOwner = 'person' | 'call-back' | 'pass-on' | 'bot-back';

/** Who talks to a person writes in shorter lines than who asks a question. */
const MESSAGES_TO_A_PERSON = 6;

const botWords = new Set(['bot', 'the bot', 'assistant', 'robot', 'बॉट', 'బాట్']);
const callWords = new Set(allPhrases.flatMap(({ callMe }) => callMe.map(bare)));
const agreement = new Set(allPhrases.flatMap(({ agreed }) => agreed.map(bare)));

/** The offer of a call, made when so many messages of the customer had come in. */
export type CallOffer = { about: string; inboundCount: string };

/** While a person has taken over, all that is said is for them, but the wish to have the bot back; null when it is too much. */
export function wishWithPerson(
  turn: Turn,
  question: string,
  mostPerHour: number,
  now: Date,
): ToOwner | null {
  if (botWords.has(bare(question))) return 'bot-back';
  const isTooMuch = windowNow(turn, now).counted >= mostPerHour * MESSAGES_TO_A_PERSON;
  return isTooMuch ? null : 'pass-on';
}

/** Whether the offer to be called back, made lately, is accepted; "ok" is meant for what was said last. */
export function acceptsCall(turn: Turn, question: string, now: Date): boolean {
  const { pending, inboundCount, messages } = turn;
  if (pending?.kind !== 'call-back' || new Date(pending.expiresAt) <= now) return false;
  if (callWords.has(bare(question))) return true;
  const { inboundCount: before = '0' } = pending.choices as Partial<CallOffer>;
  const isFirstWord = BigInt(inboundCount) - BigInt(messages.length) === BigInt(before);
  return isFirstWord && agreement.has(bare(question));
}
