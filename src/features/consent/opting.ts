import type { Keyword } from '#features/inbound/keywords.ts';
import { isCommand, keywordOf, liftsBlock } from '#features/inbound/keywords.ts';

import type { ChannelKind } from '#ports.ts';
import type { Scope } from './opt-out/intent.ts';
import { optOutIntent } from './opt-out/intent.ts';

/** What a message does by itself: it opts out, or takes opting out back (`only` a part of it). */
export type Opting =
  | { way: 'out'; scope: Scope; method: 'keyword' | 'message' | 'carrier' }
  | { way: 'in'; only: Scope | null; method: 'keyword' | 'carrier' };

/** `optOutType`: the keyword that the carrier has recognised. */
type Said = { body: string; channel: ChannelKind; optOutType?: string | null | undefined };

const advanced: Record<string, Keyword> = { STOP: 'stop', START: 'start', HELP: 'help' };

/** The keyword that a message is; what the carrier has recognised counts more than what we do. */
export const keywordSaid = ({ body, channel, optOutType }: Said): Keyword | null =>
  (optOutType ? advanced[optOutType.toUpperCase()] : undefined) ?? keywordOf(body, channel);

/**
 * What a message does to being written to; null for most. A sentence opts out as a word does, where it leaves no doubt.
 * At "yes" on SMS the carrier lifts its own block, which is never one of offers alone.
 */
export function optingOf(said: Said): Opting | null {
  const keyword = keywordSaid(said);
  const method = said.optOutType ? 'carrier' : 'keyword';
  if (keyword === 'stop') return { way: 'out', scope: 'everything', method };
  if (keyword === 'start') return { way: 'in', only: null, method };
  if (keyword === null && liftsBlock(said.body, said.channel)) {
    return { way: 'in', only: 'everything', method: 'keyword' };
  }
  if (keyword || isCommand(said.body)) return null;
  const intent = optOutIntent(said.body);
  return intent === null || intent === 'unsure'
    ? null
    : { way: 'out', scope: intent, method: 'message' };
}
