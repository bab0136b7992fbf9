import type { OneBusiness } from '#db/tables.ts';
import type { Entry } from '#features/knowledge/queries.ts';
import { changeEntry, findEntry } from '#features/knowledge/queries.ts';

type Changed = { id: string; before: string; until: string | null; after: string };

const MARK = 'changed ';

/** A change as it is kept among what can be undone. */
export const changeToUndo = ({ id, text, validUntil }: Entry, after: string): string =>
  MARK + JSON.stringify({ id, before: text, until: validUntil, after } satisfies object);

export const isChange = (undoable: string): boolean => undoable.startsWith(MARK);

/** Gives an entry its former text and end; null where it is gone or says something else by now. */
export async function undoChange(
  tx: OneBusiness,
  undoable: string,
  now: Date,
): Promise<Entry | null> {
  const { id, before, until, after } = JSON.parse(undoable.slice(MARK.length)) as Changed;
  const entry = await findEntry(tx, id);
  if (entry?.text !== after) return null;
  const validUntil = until === null ? null : new Date(until);
  return changeEntry(tx, id, { text: before, validUntil }, now);
}
