import type { OneBusiness } from '#db/tables.ts';
import type { Turn } from '#features/conversations/turn.ts';
import type { Choice } from '#features/documents/choice.ts';
import { choiceIn } from '#features/documents/choice.ts';
import type { ToSave } from '#features/documents/ask-to-save.ts';
import { bare } from '#features/inbound/keywords.ts';
import type { CustomerAsked, Understood } from '#features/plain-words/open.ts';
import { isSkip, readAgreement, yesOrNo } from '#features/plain-words/read-answer.ts';
import { wordsOfAll } from '#features/conversations/languages.ts';
import type { WordList } from '#features/conversations/speech.ts';
import type { CommandName } from './parse.ts';
import { readCommand } from './parse.ts';
import { openQuestion } from './queries.ts';

/** A list of which we asked how to save it; `whole` is null when it is too long for one entry. */
export type List = { kind: 'save-list'; items: string[]; whole: string | null };

/** An answer to a customer that could be saved; edited: her next words are what is saved. */
export type SaveAnswer = { kind: 'save-answer'; text: string; isEdited: boolean } & Before;

/**
 * Words for one of several questions, or for the only one. If they are for none, they are to be saved (`isStatement`), or
 * answer what was asked before (`older`).
 */
export type WhichQuestion = {
  kind: 'which-question';
  numbers: number[];
  text: string;
  isStatement?: boolean;
  older?: Older | undefined;
} & Before;

/** What was said to what we had asked. */
export type Older = { open: Open; says: Says };

/** What was just saved, for those whose open questions it answers. */
export type SendAnswer = { kind: 'send-answer'; numbers: number[]; text: string } & Before;

/** A list that was not answered yet waits behind a newer question. */
type Before = { waiting?: List | null };

/** What an owner can be asked. */
export type Open =
  | List
  | SaveAnswer
  | ToSave
  | WhichQuestion
  | SendAnswer
  | ({ kind: 'did-you-mean'; name: CommandName; text: string } & Before)
  | Understood
  | CustomerAsked;

/** `{ text }` is a correction, or an answer in words. */
export type Says =
  | ('one' | 'separate' | 'yes' | 'no' | 'unclear' | 'edit' | 'text' | 'new')
  | { number: number }
  | { text: string }
  | { choice: Choice };

export type Heard = { open: Open; isExpired: boolean };

const OPEN_FOR_MS = 30 * 60_000;

const kinds: readonly string[] = [
  'save-list',
  'did-you-mean',
  'save-answer',
  'which-question',
  'send-answer',
  'understood',
  'customer-asked',
  'save-document',
] satisfies Open['kind'][];

/** The question of ours that is open in this conversation; null when there is none, or it is not an owner's. */
export function openIn({ pending }: Pick<Turn, 'pending'>, now: Date): Heard | null {
  if (!pending || !kinds.includes(pending.kind)) return null;
  const open = { kind: pending.kind, ...(pending.choices as object) } as Open;
  return { open, isExpired: new Date(pending.expiresAt) <= now };
}

/** The list that still waits for its answer, whether or not something else was asked after it. */
export function listIn(turn: Pick<Turn, 'pending'>, now: Date): List | null {
  const asked = openIn(turn, now);
  if (!asked || asked.isExpired) return null;
  return asked.open.kind === 'save-list' ? asked.open : (asked.open.waiting ?? null);
}

/** Asks, in place of what was asked before. */
export async function askOwner(
  tx: OneBusiness,
  { conversationId }: Turn,
  { kind, ...choices }: Open,
  now: Date,
): Promise<void> {
  const expiresAt = new Date(now.getTime() + OPEN_FOR_MS);
  await openQuestion(tx, conversationId, { kind, choices, askedAt: now, expiresAt });
}

const wordsFor = (list: WordList) => new Set(wordsOfAll(list).map(bare));
const saves = wordsFor('save');
const one = wordsFor('one').add('1');
const separate = wordsFor('separate').add('2');

/** Which of the open questions a whole message answers, the newest first, and how; null when it is about something else. */
export function answerTo(open: Open, body: string): { open: Open; says: Says } | null {
  const says = readAnswer(open, body);
  if (says) return { open, says };
  return open.kind !== 'save-list' && open.waiting ? answerTo(open.waiting, body) : null;
}

type YesOrNo = Extract<Open, { kind: 'did-you-mean' | 'send-answer' }>;

const takesOnlyYesOrNo = (open: Open): open is YesOrNo =>
  open.kind === 'did-you-mean' || open.kind === 'send-answer';

/** What a whole message says to an open question; null when it is about something else. */
export function readAnswer(open: Open, body: string): Says | null {
  const said = bare(body.normalize('NFKC').replace(/[\uFE0F\u20E3]/gu, ''));
  if (open.kind === 'understood') return readAgreement(open, body);
  if (open.kind === 'customer-asked') return isSkip(said) ? 'no' : null;
  const agreed = yesOrNo(said);
  if (open.kind === 'save-document') return agreed ?? readWhatToSave(body, said);
  if (agreed === 'no' || takesOnlyYesOrNo(open)) return agreed;
  if (open.kind === 'which-question') return isOneOf(open, said) ? 'text' : null;
  if (open.kind === 'save-answer') return readSaveAnswer(open, body, said);
  return readHowToSave(open, said);
}

function readWhatToSave(body: string, said: string): Says | null {
  if (saves.has(said)) return 'yes';
  const choice = readCommand(body).kind === 'plain' ? choiceIn(body) : null;
  return choice && { choice };
}

function readHowToSave(open: List, said: string): Says | null {
  const count = open.items.length;
  const isCount = [`${count}`, `as ${count}`, `${count} entries`, `${count} separate entries`];
  if (separate.has(said) || isCount.includes(said)) return 'separate';
  if (one.has(said)) return open.whole === null ? 'unclear' : 'one';
  if (yesOrNo(said) === null) return null;
  return open.whole === null ? 'separate' : 'unclear';
}

const isOneOf = ({ numbers }: WhichQuestion, said: string) =>
  numbers.some((number) => said === `${number}`) ||
  (numbers.length === 1 && yesOrNo(said) === 'yes');

function readSaveAnswer({ isEdited }: SaveAnswer, body: string, said: string): Says | null {
  if (isEdited) return readCommand(body).kind === 'plain' && said !== '' ? 'text' : null;
  if (yesOrNo(said) === 'yes' || saves.has(said)) return 'yes';
  return editing.test(body) ? 'edit' : null;
}

/** The word with which the owner says that she will word it herself. */
export const editing = new RegExp(
  `^\\s*(?:${wordsOfAll('edit')
    .toSorted((a, b) => b.length - a.length)
    .join('|')})(?![\\p{L}\\p{M}])[\\s:,.-]*`,
  'iu',
);
