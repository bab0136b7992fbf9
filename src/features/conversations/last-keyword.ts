import type { Keyword } from '#features/inbound/keywords.ts';
import { isCommand, keywordOf } from '#features/inbound/keywords.ts';
import type { Turn } from './turn.ts';

const advanced: Record<string, Keyword> = { stop: 'stop', start: 'start', help: 'help' };

/** The last message that is a keyword, and which; an owner's `!stop` is a command, as it was when it came in. */
export function lastKeyword({ messages, channel, isOwner }: Turn) {
  const keyworded = messages.flatMap((message) => {
    // Opting out is done when a message comes in, by what is written in it.
    if (message.kind === 'media') return [];
    const given = advanced[message.details?.optOutType?.toLowerCase() ?? ''];
    const isForUs = isOwner && isCommand(message.body);
    const keyword = given ?? (isForUs ? null : keywordOf(message.body, channel));
    return keyword ? [{ message, keyword }] : [];
  });
  return keyworded.at(-1);
}
