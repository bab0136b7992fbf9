import { createHash } from 'node:crypto';
import type { TurnMessage } from '#features/conversations/turn.ts';

/** The id under which a file of a message is kept: the same, however often it is tried. */
export function fileIdOf({ id }: Pick<TurnMessage, 'id'>, at: number): string {
  const hex = createHash('sha256').update(`${id} ${at}`).digest('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return [...parts, hex.slice(20, 32)].join('-');
}
