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
import type { Fact } from '#features/knowledge/fact.ts';
import { sensitiveIn } from '#features/knowledge/sensitive.ts';
import type { Entry } from '#features/knowledge/queries.ts';
import { changeToUndo, isChange, undoChange } from './undo-change.ts';
import {
  isSourceDeletion,
  namesSource,
  removeSource,
  undoSource,
} from '#features/documents/sources.ts';
import { sentencesTo } from '#features/owner-sentences/sentences.ts';
import { factIn, notesOnEnds, numberedEntry } from './facts.ts';
import type { Act, CarryOut } from './act.ts';
import { say } from './act.ts';
import { itemsOf, lengthOf, preview } from './entry-text.ts';
import { currentView, numberFor, pick } from './numbers.ts';
import { readCommand, readNumber, readNumberAndText, unquoted } from './parse.ts';
import { savingAndOffering } from './offer-to-send.ts';
import type { List, Says } from './pending.ts';
import { askOwner, listIn } from './pending.ts';
import type { View } from './queries.ts';
import { saveView } from './queries.ts';
import { daysNamed } from '#features/plain-words/meaning.ts';
import type { Numbered } from './entry-lines.ts';
import { knownText, recalled, savedText } from './entry-lines.ts';

const isTooLong = (text: string) => lengthOf(text) > LONGEST_ENTRY;

export const add: Act = (app, turn, text) => {
  const sentences = sentencesTo(turn).commands;
  const whole = unquoted(withoutRepeatedCommand(text));
  if (hasCommandLine(whole)) return say(sentences.oneCommandAtATime);
  const items = itemsOf(whole);
  const [only = ''] = items;
  if (only === '') return say(sentences.howToAdd);
  const isList = items.length > 1;
  if (isTooLong(isList ? whole : only) && (!isList || items.some(isTooLong))) {
    return say(sentences.tooLong(lengthOf(whole), LONGEST_ENTRY));
  }
  if (!isList) return savingAndOffering(app, turn, only, save(turn, [only]));
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
    const question = howToSave(turn, list);
    const { earlierNotSaved } = sentencesTo(turn).commands;
    return replacesList ? `${question}\n${earlierNotSaved}` : question;
  };

function howToSave(turn: Turn, { items, whole }: List): string {
  const sentences = sentencesTo(turn).commands;
  const { length } = items;
  if (whole === null) {
    return sentences.saveSeparately(lengthOf(items.join('\n')), LONGEST_ENTRY, length);
  }
  const [first = '', second = ''] = items.map((item) => preview(item, 80));
  return sentences.saveHow(length, first, second);
}

/** Saves a list in the way that the owner chose. */
export function saveList(turn: Turn, { items, whole }: List, says: Says): CarryOut {
  if (says === 'no') return say(sentencesTo(turn).commands.notSaved);
  return save(turn, says === 'one' && whole !== null ? [whole] : items);
}

/** Saves facts, and texts with the ends that their words name; what is known already is not saved again. */
export const save =
  (turn: Turn, told: readonly (string | Fact)[]): CarryOut =>
  async (tx, now) => {
    const sentences = sentencesTo(turn).commands;
    const view = await currentView(tx, turn.conversationId);
    const given = told.map((one) => (typeof one === 'string' ? factIn(turn, one, now) : one));
    const facts = given.filter(({ text }) => sensitiveIn(text) === null);
    if (facts.length === 0) return sentences.notForCustomers;
    const same = await findSame(
      tx,
      facts.map(({ text }) => text),
      now,
    );
    const fresh = facts.filter((_fact, i) => !same[i]);
    const added = fresh.length > 0 ? await addEntries(tx, fresh, { source: 'owner', now }) : [];
    const saved = added.map((entry) =>
      numberedEntry(turn, entry, { number: numberFor(view, entry.id), now }),
    );
    const known = same.flatMap((id) => (id ? [numberFor(view, id)] : []));
    await saveView(tx, turn.conversationId, view);
    return [
      ...(saved.length > 0 ? [savedText(sentences, saved)] : []),
      ...(saved.some(isAboutToday) ? [sentences.howToEndToday] : []),
      ...notesOnEnds(
        turn,
        fresh.map(({ text }) => text),
        now,
      ),
      ...(known.length > 0 ? [knownText(sentences, known)] : []),
      ...(facts.length < given.length ? [sentences.notForCustomers] : []),
    ].join('\n');
  };

/** "Today's menu" would be told tomorrow, too. */
const isAboutToday = ({ text, end }: Numbered) =>
  !end && daysNamed(text).some(({ kind }) => kind === 'today');

export const edit: Act = (_app, turn, text) => {
  const sentences = sentencesTo(turn).commands;
  const wanted = readNumberAndText(text);
  if (wanted && hasCommandLine(wanted.text)) return say(sentences.oneCommandAtATime);
  if (wanted && isTooLong(wanted.text)) {
    return say(sentences.tooLong(lengthOf(wanted.text), LONGEST_ENTRY));
  }
  if (wanted) return change(turn, wanted);
  const number = readNumber(text);
  return number === null ? say(sentences.howToEdit) : askForText(turn, number);
};

const askForText =
  (turn: Turn, number: number): CarryOut =>
  async (tx) => {
    const picked = await pick(tx, turn, number);
    if (picked.kind === 'none') return picked.sentence;
    await saveView(tx, turn.conversationId, picked.view);
    return sentencesTo(turn).commands.editWhat(number, recalled(picked.entry.text));
  };

const change =
  (turn: Turn, { number, text }: { number: number; text: string }): CarryOut =>
  async (tx, now) => {
    const picked = await pick(tx, turn, number);
    if (picked.kind === 'none') return picked.sentence;
    return rewrite(tx, turn, picked, factIn(turn, text, now), now);
  };

/** Changes an entry, in a way that can be undone, and gives what is said about it. */
export async function rewrite(
  tx: OneBusiness,
  turn: Turn,
  { entry, view }: { entry: Entry; view: View },
  fact: Fact,
  now: Date,
): Promise<string> {
  const { conversationId } = turn;
  const sentences = sentencesTo(turn).commands;
  if (sensitiveIn(fact.text) !== null) return sentences.notForCustomers;
  const number = numberFor(view, entry.id);
  await saveView(tx, conversationId, view);
  const hasSameEnd = entry.validUntil?.getTime() === fact.validUntil?.getTime();
  if (entry.text === fact.text && hasSameEnd) return sentences.sameAsBefore(number);
  const [same] = await findSame(tx, [fact.text], now, entry.id);
  if (same) {
    const known = numberFor(view, same);
    await saveView(tx, conversationId, view);
    return sentences.knownAlready(known);
  }
  const changed = await changeEntry(tx, entry.id, fact, now);
  if (!changed) return sentences.isDeleted(number);
  await saveView(tx, conversationId, undoable(view, changeToUndo(entry, fact.text)));
  const { end } = numberedEntry(turn, changed, { number, now });
  const formerEnd = entry.validUntil ? [sentences.noEndAnyMore] : [];
  return [
    sentences.changed(number, entry.text, fact.text),
    ...(end ? [sentences.toldUntil(end)] : formerEnd),
    sentences.undoChange,
    ...notesOnEnds(turn, [fact.text], now),
  ].join('\n');
}

const MOST_UNDONE = 50;

const undoable = (view: View, latest: string): View => ({
  ...view,
  deleted: [...view.deleted, latest].slice(-MOST_UNDONE),
});

export const remove: Act = (app, turn, text) => {
  const { conversationId } = turn;
  const sentences = sentencesTo(turn).commands;
  if (namesSource(text)) return removeSource(app, turn, text);
  const number = readNumber(text);
  if (number === null) return say(sentences.howToPick('delete'));
  return async (tx, now) => {
    const picked = await pick(tx, turn, number);
    if (picked.kind === 'none') return picked.sentence;
    const { entry, view } = picked;
    const deleted = await deleteEntry(tx, entry.id, now);
    if (!deleted) return sentences.isDeleted(number);
    await saveView(tx, conversationId, undoable(view, entry.id));
    return sentences.deleted(number, recalled(entry.text));
  };
};

export const undo: Act = (_app, turn) => async (tx, now) => {
  const view = await currentView(tx, turn.conversationId);
  const sentence = await bringBack(tx, turn, view, now);
  await saveView(tx, turn.conversationId, view);
  return sentence;
};

/** The latest deletion or change that can still be undone; what somebody else has brought back or changed since is passed over. */
async function bringBack(tx: OneBusiness, turn: Turn, view: View, now: Date): Promise<string> {
  const sentences = sentencesTo(turn).commands;
  for (let id = view.deleted.pop(); id !== undefined; id = view.deleted.pop()) {
    if (isChange(id)) {
      const back = await undoChange(tx, id, now);
      if (back) return sentences.changedBack(numberFor(view, back.id), recalled(back.text));
      continue;
    }
    const source = await undoSource(tx, turn, id, now);
    if (source !== null) return source;
    const restored = isSourceDeletion(id) ? null : await restoreEntry(tx, id, now);
    if (!restored) continue;
    const { text } = restored;
    const [same] = await findSame(tx, [text], now, id);
    if (!same) return sentences.restored(numberFor(view, id), recalled(text));
    await deleteEntry(tx, id, now);
    return sentences.thereAlready(numberFor(view, same), recalled(text));
  }
  return sentences.nothingToUndo;
}
