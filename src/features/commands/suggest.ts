import type { Turn } from '#features/conversations/turn.ts';
import type { CarryOut } from './act.ts';
import type { CommandName } from './parse.ts';
import { askOwner, listIn } from './pending.ts';
import { sentences } from './sentences.ts';

/** Asks whether a command was meant; a list that waits for its answer waits behind it. */
export function suggest(
  turn: Turn,
  { name, text }: { name: CommandName; text: string },
  sentence: string,
): CarryOut {
  return async (tx, now) => {
    const waiting = listIn(turn, now);
    await askOwner(tx, turn, { kind: 'did-you-mean', name, text, waiting }, now);
    return `${sentence}${sentences.orSayYes}`;
  };
}
