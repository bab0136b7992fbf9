import type { Scope } from '#features/consent/opt-out/intent.ts';
import { keywordSaid, optingOf } from '#features/consent/opting.ts';
import type { Keyword } from '#features/inbound/keywords.ts';
import { isCommand } from '#features/inbound/keywords.ts';
import type { Turn, TurnMessage } from './turn.ts';

/** `scope` says what is stopped. */
export type SaidKeyword = { message: TurnMessage; keyword: Keyword; scope: Scope };

/** The last message that is a keyword or opts out in a sentence, and which; an owner's `!stop` is a command, as it was when it came in. */
export function lastKeyword({ messages, channel, isOwner }: Turn): SaidKeyword | undefined {
  const keyworded = messages.flatMap((message): SaidKeyword[] => {
    // Opting out is done when a message comes in, by what is written in it.
    if (message.kind === 'media') return [];
    const { body, details } = message;
    const said = { body, channel, optOutType: details?.optOutType };
    if (isOwner && !said.optOutType && isCommand(body)) return [];
    const keyword = keywordSaid(said);
    if (keyword) return [{ message, keyword, scope: 'everything' }];
    const opting = isOwner ? null : optingOf(said);
    return opting?.way === 'out' ? [{ message, keyword: 'stop', scope: opting.scope }] : [];
  });
  return keyworded.at(-1);
}
