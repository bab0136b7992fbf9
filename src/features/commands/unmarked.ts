import type { CommandName } from './parse.ts';
import { commandOf, readNumber, readNumberAndText } from './parse.ts';

/** A command whose mark was left out; `text` is what would follow it. */
export type Unmarked = { name: CommandName; text: string };

const firstWord = /^\s*(\p{L}+)[:：]?\s+([\s\S]+)$/u;
const courtesy = /[\s,]*(?:please|pls|plz|now|thanks|thank you)?[\s.!?]*$/iu;
const beforeCommand =
  /^(?:please|pls|plz|can you|could you|i want to|i would like to|i'd like to|let me|lets|let's)\s+/iu;

const byNumber: ReadonlySet<CommandName> = new Set(['show', 'delete', 'list', 'skip', 'bot']);
const shows =
  /^(?:show|see|view|list|give|tell|get|read)(?:\s+me)?\s+(?:(?:the|my|all|our|your|of)\s+)*(\p{L}+)$/iu;
const shown: Readonly<Record<string, CommandName>> = {
  ...{ list: 'list', entries: 'list', everything: 'list', all: 'list', knowledge: 'list' },
  ...{ stats: 'stats', statistics: 'stats', numbers: 'stats', hours: 'hours' },
  ...{ unanswered: 'unanswered', questions: 'unanswered', commands: 'help', help: 'help' },
};
const pauses =
  /^(stop|start) (?:answering|replying|answers|replies)(?: (?:customers|people|them|again))*$/iu;
const withoutText: ReadonlySet<CommandName> = new Set(['pause', 'resume', 'undo', 'help', 'list']);
const onlyItself =
  /^(?:answers?|answering|it|that|this|last|me|all|entries|everything|again|customers)$/iu;
const LONGEST_SEARCH = 3;

/** Reads plain words as the command that they begin with, where a statement would hardly begin so; null otherwise. */
export function readUnmarked(body: string): Unmarked | null {
  const said = body.trim().replace(beforeCommand, '').replace(courtesy, '');
  const alone = commandOf(said.toLowerCase()) ?? thingShown(said) ?? pausing(said);
  if (alone) return { name: alone, text: '' };
  const [, first = '', text = ''] = firstWord.exec(said) ?? [];
  const word = first.toLowerCase();
  const name = commandOf(word);
  if (!name) return null;
  if (withoutText.has(name) && onlyItself.test(text)) return { name, text: '' };
  return takesText(name, word, text) ? { name, text: text.trim() } : null;
}

const thingShown = (said: string): CommandName | undefined =>
  shown[shows.exec(said)?.[1]?.toLowerCase() ?? ''];

/** "Stop answering customers" */
function pausing(said: string): CommandName | undefined {
  const word = pauses.exec(said)?.[1]?.toLowerCase();
  if (word === undefined) return undefined;
  return word === 'stop' ? 'pause' : 'resume';
}

/** Other words for these commands begin ordinary statements: "Save 10% on Mondays", "Find us at the port". */
function takesText(name: CommandName, word: string, text: string): boolean {
  if (word === 'add') return true;
  if (word === 'search') return text.split(/\s+/u).length <= LONGEST_SEARCH;
  if (name === 'edit' || name === 'answer') return readNumberAndText(text) !== null;
  return byNumber.has(name) && readNumber(text) !== null;
}
