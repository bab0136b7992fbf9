import { readCommand, readNumber, readNumberAndText } from '#features/commands/parse.ts';
import type { CommandName } from '#features/commands/parse.ts';
import { isQuestion } from '#features/plain-words/question.ts';
import { yesOrNo } from '#features/plain-words/read-answer.ts';
import { bare } from './keywords.ts';
import { LOBBY } from './lobby.ts';

/** A shop of an owner who writes at a number that several share, as she has seen it. */
export type OwnShop = {
  id: string;
  name: string;
  /** Whether the question is open there that she names, or any where she names none. */
  isOpen: boolean;
  /** Whether the question that she names was open there until lately, and is not any more. */
  wasOpenLately: boolean;
  /** When it asked her what still waits for an answer. */
  askedAt: string | null;
  /** When it wrote to her last. */
  spokeAt: string | null;
  /** Whether that told her of what a customer asks. */
  hasTold: boolean;
  /** Whether she is writing to a customer there. */
  isTalking: boolean;
};

/** The shop that an owner's words are for, or the names of those that they could be for. */
export type Meant = { shopId: string; unclear: string[] };

const aboutQuestions: readonly CommandName[] = ['answer', 'skip', 'bot'];
const editing = /^\s*(?:edit|change)\b/iu;

/** The number of the question that a command is about; null where it names none, or is about something else. */
export function questionNamedIn(body: string): number | null {
  const command = readCommand(body);
  if (command.kind !== 'command' || !aboutQuestions.includes(command.name)) return null;
  return readNumber(command.text) ?? readNumberAndText(command.text)?.number ?? null;
}

/**
 * Which of her shops an owner's words are for, where they answer something: the one whose question it is, the one that
 * asked last, the one to whose customer she writes, the one that has just told her of a question. Null where they are for the shop that she has chosen, or choose one.
 */
export function meantShop(
  body: string,
  own: readonly OwnShop[],
  chosen: { id: string | null; at: Date | null },
): Meant | null {
  const command = readCommand(body);
  if (command.kind === 'command') {
    if (!aboutQuestions.includes(command.name)) return null;
    return ofQuestion(own, command.name === 'answer' ? closedSince(own) : [], chosen);
  }
  if (command.kind !== 'plain' || chosen.id === LOBBY) return null;
  const shop = asking(own, body) ?? talking(own) ?? telling(own, body, chosen.at);
  return shop ? { shopId: shop.id, unclear: [] } : null;
}

const latest = (own: readonly OwnShop[], at: 'askedAt' | 'spokeAt') =>
  own.filter((shop) => shop[at] !== null).toSorted((a, b) => timeOf(b[at]) - timeOf(a[at]))[0];

const asking = (own: readonly OwnShop[], body: string) =>
  isBareAnswer(body) ? latest(own, 'askedAt') : undefined;

function talking(own: readonly OwnShop[]) {
  const [talk, ...others] = own.filter(({ isTalking }) => isTalking);
  return others.length === 0 ? talk : undefined;
}

/** The question that she was told of last is before her eyes, unless she has chosen a shop since; a question answers none. */
function telling(own: readonly OwnShop[], body: string, chosenAt: Date | null) {
  if (isQuestion(body)) return undefined;
  const last = latest(own, 'spokeAt');
  return last?.hasTold && timeOf(last.spokeAt) > (chosenAt?.getTime() ?? 0) ? last : undefined;
}

function isBareAnswer(body: string): boolean {
  const said = bare(body.normalize('NFKC'));
  return yesOrNo(said) !== null || /^\d+$/u.test(said) || editing.test(body);
}

/** Shops that wrote to her after the one that waits for an answer: she may mean their question, which somebody else has answered. */
function closedSince(own: readonly OwnShop[]): OwnShop[] {
  const waiting = own.filter(({ isOpen }) => isOpen);
  if (waiting.length === 0) return [];
  const waitsSince = Math.max(...waiting.map(spokenAt));
  return own.filter((shop) => shop.wasOpenLately && spokenAt(shop) > waitsSince);
}

/** Who has chosen a shop after the others wrote to her means that one. */
function ofQuestion(
  own: readonly OwnShop[],
  closed: readonly OwnShop[],
  chosen: { id: string | null; at: Date | null },
): Meant | null {
  const open = own.filter((shop) => shop.isOpen || closed.includes(shop));
  const [only, another] = open;
  if (!only) return null;
  if (!another) return { shopId: only.id, unclear: [] };
  const others = open.filter(({ id }) => id !== chosen.id);
  const hasChosenSince = others.every(
    ({ spokeAt }) => (chosen.at?.getTime() ?? 0) > timeOf(spokeAt),
  );
  if (others.length < open.length && hasChosenSince)
    return { shopId: chosen.id ?? '', unclear: [] };
  return { shopId: only.id, unclear: open.map(({ name }) => name) };
}

const spokenAt = ({ spokeAt }: OwnShop) => timeOf(spokeAt);
const timeOf = (at: string | null) => (at === null ? 0 : new Date(at).getTime());
