import type { OneBusiness } from '#db/tables.ts';
import type { Act, CarryOut, Uses } from '#features/commands/act.ts';
import { say } from '#features/commands/act.ts';
import { factIn } from '#features/commands/facts.ts';
import { currentView } from '#features/commands/numbers.ts';
import { readNumber, readNumberAndText, unquoted } from '#features/commands/parse.ts';
import type { Says } from '#features/commands/pending.ts';
import { saveView } from '#features/commands/queries.ts';
import type { Turn } from '#features/conversations/turn.ts';
import { dayOf } from '#features/commands/times.ts';
import { languageTo, sentencesTo } from '#features/owner-sentences/sentences.ts';
import type { ToSave } from './ask-to-save.ts';
import { askToSave } from './ask-to-save.ts';
import type { Choice } from './choice.ts';
import { choiceIn, chosenFrom } from './choice.ts';
import type { Document } from './queries.ts';
import {
  deleteDocument,
  dropDocument,
  entriesOfDocument,
  findDocument,
  listDocuments,
  restoreDocument,
  saveDocument,
} from './queries.ts';
import { insideText, sourcesText } from './found-lines.ts';

const MOST_LISTED = 12;
const PAGE = 10;

const sayTo = (turn: Turn) => sentencesTo(turn).documents;

/** `!sources`, `!sources 2`, `!sources 2 3`: the files that were learned from, one of them, and its third page. */
export const sources: Act = (_app, turn, text) => {
  if (text === '') return listSources(turn);
  const [first = '', second, ...rest] = unquoted(text).split(/\s+/u);
  const number = readNumber(first);
  const page = second === undefined ? 1 : readNumber(second);
  if (number === null || page === null || rest.length > 0) {
    return say(sayTo(turn).howToSource);
  }
  return (tx) => showSource(tx, turn, number, page);
};

const listSources =
  (turn: Turn): CarryOut =>
  async (tx) => {
    const { documents, total } = await listDocuments(tx, {
      limit: MOST_LISTED,
      states: ['found', 'added'],
    });
    if (total === 0) return sayTo(turn).noSources;
    const shown = documents.map(({ number, name, state, foundCount, addedCount, createdAt }) => ({
      number,
      name,
      count: state === 'found' ? foundCount : addedCount,
      isWaiting: state === 'found',
      day: dayOf(createdAt, turn.business.timeZone, languageTo(turn)),
    }));
    return sourcesText(sayTo(turn), shown, total - documents.length);
  };

async function showSource(
  tx: OneBusiness,
  turn: Turn,
  number: number,
  page: number,
): Promise<string> {
  const sentences = sayTo(turn);
  const document = await findDocument(tx, { number });
  if (!document) return sentences.noSource(number);
  const isWaiting = document.state === 'found';
  const texts = isWaiting
    ? document.found
    : (await entriesOfDocument(tx, document.id)).map(({ text }) => text);
  if (texts.length === 0) return sentences.nothingInside(document.name);
  const pages = Math.ceil(texts.length / PAGE);
  const shown = Math.min(Math.max(page, 1), pages);
  const from = (shown - 1) * PAGE;
  return insideText(sentences, {
    ...{ number, name: document.name, page: shown, pages, total: texts.length, isWaiting },
    texts: texts.slice(from, from + PAGE).map((text, i) => ({ place: from + i + 1, text })),
  });
}

const EVERYTHING: Choice = { only: null, without: [] };

/** `!approve 2`, `!approve 2 1-5, 8`: saves what was found in a file, or some of it, however long ago. */
export const approve: Act = (_app, turn, text) => {
  const some = readNumberAndText(text);
  const number = some?.number ?? (text === '' ? null : readNumber(text));
  const choice = some ? choiceIn(some.text) : EVERYTHING;
  if ((text !== '' && number === null) || !choice) return say(sayTo(turn).howToApprove);
  return async (tx, now) => {
    if (number !== null) return approveNumber(tx, turn, { number, choice }, now);
    const { documents } = await listDocuments(tx, { limit: MOST_LISTED, states: ['found'] });
    const [only] = documents;
    if (!only) return sayTo(turn).nothingWaits;
    if (documents.length === 1) return save(tx, turn, { document: only, choice }, now);
    {
      const waiting = documents.map((one) => `!approve ${one.number}`);
      return sayTo(turn).whichWaits(waiting.join(', '));
    }
  };
};

type Approved = { number: number; choice: Choice };

async function approveNumber(tx: OneBusiness, turn: Turn, approved: Approved, now: Date) {
  const document = await findDocument(tx, { number: approved.number });
  if (!document) return sayTo(turn).noSource(approved.number);
  return save(tx, turn, { document, choice: approved.choice }, now);
}

/** What is wrongly chosen is asked again; what is not chosen is left out for good. */
async function save(
  tx: OneBusiness,
  turn: Turn,
  { document, choice }: { document: Document; choice: Choice },
  now: Date,
): Promise<string> {
  const { id, number, name, found } = document;
  const sentences = sayTo(turn);
  const chosen = chosenFrom(found, choice);
  if (document.state === 'found' && (chosen === null || chosen.length === 0)) {
    await askToSave(tx, turn, { kind: 'save-document', id, number }, now);
    return sentences.noneChosen(found.length);
  }
  const facts = (chosen ?? []).map((text) => factIn(turn, text, now));
  const saved = await saveDocument(tx, document, { facts, from: 'found', now });
  if (!saved) {
    return document.state === 'added' ? sentences.savedBefore(number) : sentences.noSource(number);
  }
  const left = found.length - facts.length;
  const count = saved.added.length;
  const told =
    left > 0
      ? sentences.savedSome(count, name, number, left)
      : sentences.saved(count, name, number);
  const knew = saved.known > 0 ? [sentences.knew(saved.known)] : [];
  return [told, ...knew, sentences.howToRemove(number)].join(' ');
}

/** What an owner answers to "Save them?". */
export async function answerToSave(
  app: Uses,
  turn: Turn,
  { id, number }: ToSave,
  says: Says,
): Promise<CarryOut> {
  const choice = choiceOf(says);
  if (choice) return (tx, now) => approveNumber(tx, turn, { number, choice }, now);
  await removeFile(app, turn, id);
  return async (tx, now) => {
    const document = await findDocument(tx, { id });
    const isDropped = document && (await dropDocument(tx, id, now));
    return isDropped ? sayTo(turn).dropped(document.name) : sayTo(turn).noSource(number);
  };
}

function choiceOf(says: Says): Choice | null {
  if (says === 'yes') return EVERYTHING;
  return typeof says === 'object' && 'choice' in says ? says.choice : null;
}

/** The file itself is needed no more once it is read: what was found in it is kept apart. */
async function removeFile({ files, log }: Uses, { businessId }: Turn, id: string): Promise<void> {
  await files.remove(businessId, [id]).catch((error: unknown) => {
    log.warn('a file could not be removed', { business: businessId, reason: String(error) });
  });
}

const sourceNamed = /^(?:source|file|document)s?\s+(\S+)$/iu;

/** Whether what follows `!delete` names a file. */
export const namesSource = (text: string): boolean =>
  /^(?:source|file|document)s?(?:\s|$)/iu.test(text);

/** `!delete source 2`: all that was learned from a file. */
export async function removeSource(app: Uses, turn: Turn, text: string): Promise<CarryOut> {
  const number = readNumber(sourceNamed.exec(text)?.[1] ?? '');
  const sentences = sayTo(turn);
  if (number === null) return say(sentences.howToDelete);
  const document = await app.db.asBusiness(turn.businessId, (tx) => findDocument(tx, { number }));
  if (!document) return say(sentences.noSource(number));
  await removeFile(app, turn, document.id);
  return async (tx, now) => {
    const count = await deleteDocument(tx, document.id, now);
    if (count === null) return sentences.noSource(number);
    const view = await currentView(tx, turn.conversationId);
    const deleted = [...view.deleted, UNDOABLE + document.id];
    await saveView(tx, turn.conversationId, { ...view, deleted });
    return sentences.deleted(number, document.name, count);
  };
}

const UNDOABLE = 'source:';

/** What `!undo` says when it brought a file back; null where the latest deletion is not that of a file that can be brought back. */
export async function undoSource(
  tx: OneBusiness,
  turn: Turn,
  deleted: string,
  now: Date,
): Promise<string | null> {
  if (!deleted.startsWith(UNDOABLE)) return null;
  const restored = await restoreDocument(tx, deleted.slice(UNDOABLE.length), now);
  if (!restored) return null;
  const { document, count } = restored;
  return sayTo(turn).restored(document.number, document.name, count);
}

/** Whether an undoable deletion was that of a file. */
export const isSourceDeletion = (deleted: string): boolean => deleted.startsWith(UNDOABLE);
