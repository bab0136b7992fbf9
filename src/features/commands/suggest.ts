import type { Turn } from '#features/conversations/turn.ts';
import type { CarryOut } from './act.ts';
import { preview } from './entry-text.ts';
import type { CommandName } from './parse.ts';
import { askOwner, listIn } from './pending.ts';
import { sentencesTo } from '#features/owner-sentences/sentences.ts';

/** Asks whether a command was meant; a list that waits for its answer waits behind it. */
export function suggest(
  turn: Turn,
  { name, text }: { name: CommandName; text: string },
  sentence: string,
): CarryOut {
  return async (tx, now) => {
    const waiting = listIn(turn, now);
    await askOwner(tx, turn, { kind: 'did-you-mean', name, text, waiting }, now);
    return `${sentence} ${sentencesTo(turn).commands.orSayYes}`;
  };
}

/** Asks whether a command was meant that was written without its mark. */
export const meantText = (turn: Turn, name: CommandName, text: string): string =>
  sentencesTo(turn).commands.meantCommand(`!${name} ${preview(text, 700)}`.trim());
