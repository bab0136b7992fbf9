import type { OneBusiness } from '#db/tables.ts';
import type { Turn } from '#features/conversations/turn.ts';
import {
  addEntries,
  changeEntry,
  deleteEntry,
  findSame,
  LONGEST_ENTRY,
  restoreEntry,
} from '#features/knowledge/queries.ts';
import { factIn, notesOnEnds, numberedEntry } from './facts.ts';
import type { Act, CarryOut } from './act.ts';
import { say } from './act.ts';
import { itemsOf, lengthOf } from './entry-text.ts';
import { currentView, numberFor, pick } from './numbers.ts';
import { readCommand, readNumber, readNumberAndText, unquoted } from './parse.ts';
import type { List, Says } from './pending.ts';
import { askOwner, listIn } from './pending.ts';
import type { View } from './queries.ts';
import { saveView } from './queries.ts';
import type { Numbered } from './sentences.ts';
import { sentences } from './sentences.ts';

const isTooLong = (text: string) => lengthOf(text) > LONGEST_ENTRY;

export const add: Act = (_app, turn, text) => {
  const whole = unquoted(withoutRepeatedCommand(text));
  if (hasCommandLine(whole)) return say(sentences.oneCommandAtATime);
  const items = itemsOf(whole);
  const [only = ''] = items;
  if (only === '') return say(sentences.howToAdd);
  const isList = items.length > 1;
  if (isTooLong(isList ? whole : only) && (!isList || items.some(isTooLong))) {
    return say(sentences.tooLong(lengthOf(whole), LONGEST_ENTRY));
  }
  if (!isList) return save(turn, [only]);
  return askHowToSave(turn, { kind: 'save-list', items, whole: isTooLong(whole) ? null : whole });
};

/** Who teaches several things in one message may write the command before each. */
const withoutRepeatedCommand = (text: string) =>
  text
    .split('\n')
    .map((line) => {
      const command = readCommand(line);
      return command.kind === 'command' && command.name === 'add' ? command.text : line;
    })
    .join('\n');

const hasCommandLine = (text: string) =>
  text.split('\n').some((line) => readCommand(line).kind === 'command');

const askHowToSave =
  (turn: Turn, list: List): CarryOut =>
  async (tx, now) => {
    const earlier = listIn(turn, now);
    const replacesList = earlier && earlier.items.join('\n') !== list.items.join('\n');
    await askOwner(tx, turn, list, now);
    const question =
      list.whole === null
        ? sentences.saveSeparately(list.items, lengthOf(list.items.join('\n')), LONGEST_ENTRY)
        : sentences.saveHow(list.items);
    return replacesList ? `${question}\n${sentences.earlierNotSaved}` : question;
  };

/** Saves a list in the way that the owner chose. */
export function saveList(turn: Turn, { items, whole }: List, says: Says): CarryOut {
  if (says === 'no') return say(sentences.notSaved);
  return save(turn, says === 'one' && whole !== null ? [whole] : items);
}

/** Saves texts as entries, one each, and says their numbers; what is known already is not saved again. */
export const save =
  (turn: Turn, texts: readonly string[]): CarryOut =>
  async (tx, now) => {
    const view = await currentView(tx, turn.conversationId);
    const same = await findSame(tx, texts, now);
    const fresh = texts.filter((_text, i) => !same[i]).map((text) => factIn(turn, text, now));
    const added = fresh.length > 0 ? await addEntries(tx, fresh, { source: 'owner', now }) : [];
    const saved = added.map((entry) =>
      numberedEntry(turn, entry, { number: numberFor(view, entry.id), now }),
    );
    const known = same.flatMap((id) => (id ? [numberFor(view, id)] : []));
    await saveView(tx, turn.conversationId, view);
    return [
      ...(saved.length > 0 ? [sayWhatIsSaved(saved)] : []),
      ...(saved.some(isAboutToday) ? [sentences.howToEndToday] : []),
      ...notesOnEnds(
        turn,
        fresh.map(({ text }) => text),
        now,
      ),
      ...(known.length > 0 ? [sentences.knownAlready(known)] : []),
    ].join('\n');
  };

/** "Today's menu" would be told tomorrow, too. */
const isAboutToday = ({ text, end }: Numbered) => !end && /\btoday\b/iu.test(text);

const sayWhatIsSaved = (saved: readonly Numbered[]) => {
  const [only] = saved;
  return only && saved.length === 1 ? sentences.saved(only) : sentences.savedSeveral(saved);
};

export const edit: Act = (_app, turn, text) => {
  const wanted = readNumberAndText(text);
  if (wanted && hasCommandLine(wanted.text)) return say(sentences.oneCommandAtATime);
  if (wanted) return isTooLong(wanted.text) ? sayTooLong(wanted.text) : change(turn, wanted);
  const number = readNumber(text);
  return number === null ? say(sentences.howToEdit) : askForText(turn, number);
};

const sayTooLong = (text: string) => say(sentences.tooLong(lengthOf(text), LONGEST_ENTRY));

const askForText =
  ({ conversationId }: Turn, number: number): CarryOut =>
  async (tx) => {
    const picked = await pick(tx, conversationId, number);
    if (picked.kind === 'none') return picked.sentence;
    await saveView(tx, conversationId, picked.view);
    return sentences.editWhat({ number, text: picked.entry.text });
  };

const change =
  (turn: Turn, { number, text }: { number: number; text: string }): CarryOut =>
  async (tx, now) => {
    const { conversationId } = turn;
    const picked = await pick(tx, conversationId, number);
    if (picked.kind === 'none') return picked.sentence;
    const { entry, view } = picked;
    await saveView(tx, conversationId, view);
    const fact = factIn(turn, text, now);
    const hasSameEnd = entry.validUntil?.getTime() === fact.validUntil?.getTime();
    if (entry.text === text && hasSameEnd) return sentences.sameAsBefore(number);
    const [same] = await findSame(tx, [text], now, entry.id);
    if (same) {
      const known = numberFor(view, same);
      await saveView(tx, conversationId, view);
      return sentences.knownAlready([known]);
    }
    const changed = await changeEntry(tx, entry.id, fact, now);
    if (!changed) return sentences.isDeleted(number);
    const { end } = numberedEntry(turn, changed, { number, now });
    const hadEnd = !!entry.validUntil;
    const said = sentences.edited({ number, before: entry.text, after: text, end, hadEnd });
    return [said, ...notesOnEnds(turn, [text], now)].join('\n');
  };

const MOST_UNDONE = 50;

export const remove: Act = (_app, { conversationId }, text) => {
  const number = readNumber(text);
  if (number === null) return say(sentences.howToPick('delete'));
  return async (tx, now) => {
    const picked = await pick(tx, conversationId, number);
    if (picked.kind === 'none') return picked.sentence;
    const { entry, view } = picked;
    const deleted = await deleteEntry(tx, entry.id, now);
    if (!deleted) return sentences.isDeleted(number);
    const undoable = [...view.deleted, entry.id].slice(-MOST_UNDONE);
    await saveView(tx, conversationId, { ...view, deleted: undoable });
    return sentences.deleted({ number, text: entry.text });
  };
};

export const undo: Act =
  (_app, { conversationId }) =>
  async (tx, now) => {
    const view = await currentView(tx, conversationId);
    const sentence = await bringBack(tx, view, now);
    await saveView(tx, conversationId, view);
    return sentence;
  };

/** The latest deletion that can still be undone; what somebody else has brought back since is passed over. */
async function bringBack(tx: OneBusiness, view: View, now: Date): Promise<string> {
  for (let id = view.deleted.pop(); id !== undefined; id = view.deleted.pop()) {
    const restored = await restoreEntry(tx, id, now);
    if (!restored) continue;
    const { text } = restored;
    const [same] = await findSame(tx, [text], now, id);
    if (!same) return sentences.restored({ number: numberFor(view, id), text });
    await deleteEntry(tx, id, now);
    return sentences.restoredNot({ number: numberFor(view, same), text });
  }
  return sentences.nothingToUndo;
}
