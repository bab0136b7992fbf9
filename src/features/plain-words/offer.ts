import type { OneBusiness } from '#db/tables.ts';
import type { CarryOut } from '#features/commands/act.ts';
import { say } from '#features/commands/act.ts';
import { lengthOf } from '#features/commands/entry-text.ts';
import { numberedEntry } from '#features/commands/facts.ts';
import { currentView, numberFor } from '#features/commands/numbers.ts';
import type { Says } from '#features/commands/pending.ts';
import { askOwner, listIn } from '#features/commands/pending.ts';
import { saveView } from '#features/commands/queries.ts';
import { rewrite, save } from '#features/commands/teach.ts';
import type { Turn } from '#features/conversations/turn.ts';
import { findEntries, findEntry, findSame, LONGEST_ENTRY } from '#features/knowledge/queries.ts';
import { sentencesTo } from '#features/owner-sentences/sentences.ts';
import { dayAt } from '#platform/days.ts';
import type { Change, Understood } from './open.ts';
import { offerText } from './offer-text.ts';
import type { Stated } from './understand.ts';

/** Says what was understood and what it would replace, and asks whether to keep it. */
export const offer =
  (turn: Turn, { said, meaning, changes }: Stated): CarryOut =>
  async (tx, now) => {
    const sentences = sentencesTo(turn);
    const { text, validUntil, weekday } = meaning;
    const length = Math.max(...[text, ...changes.map(({ after }) => after)].map(lengthOf));
    if (length > LONGEST_ENTRY) return sentences.commands.tooLong(length, LONGEST_ENTRY);
    const view = await currentView(tx, turn.conversationId);
    const [same] = await findSame(tx, [text], now);
    const entries = same
      ? []
      : await findEntries(
          tx,
          changes.map(({ id }) => id),
        );
    const numbered = entries.map(({ id, text: before }): Change => {
      const after = changes.find((change) => change.id === id)?.after ?? text;
      return { id, number: numberFor(view, id), before, after };
    });
    const known = same && numberFor(view, same);
    await saveView(tx, turn.conversationId, view);
    if (known) return sentences.commands.knownAlready(known);
    const open: Understood = {
      kind: 'understood',
      said,
      text,
      validUntil: validUntil?.toISOString() ?? null,
      changes: numbered,
      closes: numbered.length === 0 ? closingDay(turn, meaning) : null,
      waiting: listIn(turn, now),
    };
    await askOwner(tx, turn, open, now);
    const { end } = numberedEntry(turn, { text, validUntil }, { number: 0, now });
    return offerText(sentences.offers, { text, end: end ?? null, weekday, changes: numbered });
  };

/** The last day of a closing, on the business's own clock. */
function closingDay({ business }: Turn, { kind, validUntil }: Stated['meaning']): string | null {
  if (kind !== 'closed' || !validUntil) return null;
  const { year, month, day } = dayAt(new Date(validUntil.getTime() - 1), business.timeZone);
  return `${year}-${month}-${day}`;
}

/** Does what the owner agreed to; `restate` reads a correction anew. */
export function agreed(
  turn: Turn,
  open: Understood,
  says: Says,
  restate: (correction: string) => CarryOut | Promise<CarryOut>,
): CarryOut | Promise<CarryOut> {
  const [only] = open.changes;
  const { commands, offers } = sentencesTo(turn);
  if (says === 'no') return say(commands.notSaved);
  if (says === 'unclear') {
    return say(offers.whichOne(open.changes.map(({ number }) => number).join(', ')));
  }
  if (typeof says === 'object' && 'text' in says) return restate(says.text);
  if (typeof says === 'object' && 'number' in says) {
    const meant = open.changes.find(({ number }) => number === says.number);
    return meant ? replace(turn, open, meant) : say(commands.notSaved);
  }
  return says === 'yes' && only ? replace(turn, open, only) : save(turn, [factOf(open, open.text)]);
}

const factOf = ({ validUntil }: Understood, text: string) => ({
  text,
  validUntil: validUntil === null ? null : new Date(validUntil),
});

const replace =
  (turn: Turn, open: Understood, change: Change): CarryOut =>
  async (tx, now) => {
    const entry = await findEntry(tx, change.id);
    const view = await currentView(tx, turn.conversationId);
    const number = numberFor(view, change.id);
    if (!entry) return isGone(tx, turn, view, number);
    if (entry.text !== change.before) {
      return sentencesTo(turn).offers.changedMeanwhile(number);
    }
    return rewrite(tx, turn, { entry, view }, factOf(open, change.after), now);
  };

async function isGone(
  tx: OneBusiness,
  turn: Turn,
  view: Awaited<ReturnType<typeof currentView>>,
  number: number,
): Promise<string> {
  await saveView(tx, turn.conversationId, view);
  return sentencesTo(turn).commands.isDeleted(number);
}
