import type { OneBusiness } from '#db/tables.ts';
import type { Entry } from '#features/knowledge/queries.ts';
import { entryIds, findEntry } from '#features/knowledge/queries.ts';
import type { Turn } from '#features/conversations/turn.ts';
import { sentencesTo } from '#features/owner-sentences/sentences.ts';
import type { View } from './queries.ts';
import { findView } from './queries.ts';

/**
 * The numbers as the owner last saw them, and after them those of entries that came since, in the order of the list: one
 * number means one entry until the next list. Save it once a number is shown.
 */
export async function currentView(tx: OneBusiness, conversationId: string): Promise<View> {
  const { listed, deleted } = await findView(tx, conversationId);
  const seen = new Set(listed);
  const fresh = (await entryIds(tx)).filter((id) => !seen.has(id));
  return { listed: [...listed, ...fresh], deleted };
}

/** The entry's number in this view; one that has none yet gets the next. */
export function numberFor(view: View, entryId: string): number {
  const known = view.listed.indexOf(entryId);
  return known >= 0 ? known + 1 : view.listed.push(entryId);
}

export type Picked =
  { kind: 'entry'; entry: Entry; view: View } | { kind: 'none'; sentence: string };

/** The entry that an owner means by a number. */
export async function pick(tx: OneBusiness, turn: Turn, number: number): Promise<Picked> {
  const view = await currentView(tx, turn.conversationId);
  const id = view.listed[number - 1];
  if (!id) return { kind: 'none', sentence: noSuchNumber(turn, number, view.listed.length) };
  const entry = await findEntry(tx, id);
  if (!entry) return { kind: 'none', sentence: sentencesTo(turn).commands.isDeleted(number) };
  return { kind: 'entry', entry, view };
}

function noSuchNumber(turn: Turn, number: number, last: number): string {
  const say = sentencesTo(turn).commands;
  if (last === 0) return say.noNumberYet(number);
  return last === 1 ? say.onlyNumberOne(number) : say.noSuchNumber(number, last);
}
