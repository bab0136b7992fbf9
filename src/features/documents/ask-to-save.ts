import type { OneBusiness } from '#db/tables.ts';
import { openQuestion } from '#features/commands/queries.ts';
import type { Turn } from '#features/conversations/turn.ts';

/** The question whether to save what was found in a file; nothing waits behind it. */
export type ToSave = { kind: 'save-document'; id: string; number: number; waiting?: null };

/** A long list is read in the evening; after that `!approve` still works. */
const OPEN_FOR_MS = 24 * 3_600_000;

/** Asks, in place of what was asked before. */
export async function askToSave(
  tx: OneBusiness,
  { conversationId }: Pick<Turn, 'conversationId'>,
  { kind, ...choices }: ToSave,
  now: Date,
): Promise<void> {
  const expiresAt = new Date(now.getTime() + OPEN_FOR_MS);
  await openQuestion(tx, conversationId, { kind, choices, askedAt: now, expiresAt });
}

/** The file that this conversation was asked about last and has not been answered. */
export function askedAbout({ pending }: Pick<Turn, 'pending'>): ToSave | null {
  if (pending?.kind !== 'save-document') return null;
  return { kind: pending.kind, ...(pending.choices as Omit<ToSave, 'kind'>) };
}
