import { readCommand } from '#features/commands/parse.ts';
import type { GivenMedium, TurnMessage } from '#features/conversations/turn.ts';

/** A file that an owner sends to be learned from, with what they wrote beside it; `isAdd`: after `!add`. */
export type GivenFiles = { media: readonly GivenMedium[]; caption: string; isAdd: boolean };

/** More files than these of one message are not looked at. */
export const MOST_FILES = 5;

/** Null when the message has no file, or is a command that has nothing to do with one. Pure. */
export function filesIn({
  body,
  details,
}: Pick<TurnMessage, 'body' | 'details'>): GivenFiles | null {
  const media = details?.media ?? [];
  if (media.length === 0) return null;
  const command = readCommand(body);
  if (command.kind === 'plain') return { media, caption: command.text, isAdd: false };
  const isAdd = command.kind === 'command' && command.name === 'add';
  return isAdd ? { media, caption: command.text, isAdd } : null;
}
