import { withSpokenLanguage } from '#features/conversations/spoken.ts';
import type { Turn } from '#features/conversations/turn.ts';
import type { Heard } from './hear.ts';

/**
 * The turn in the language that the owner speaks with us: what she says to us tells it. Her commands, files and what is to
 * be known may be in any; words for a customer tell it only while nothing else has.
 */
export function inLanguageOfOwner(turn: Turn, heard: Heard): Turn {
  if (!isSaidToUs(turn, heard)) return turn;
  const { messages } = turn;
  return { ...withSpokenLanguage({ ...turn, messages: messages.slice(0, 1) }), messages };
}

const saidToUs: ReadonlySet<Heard['kind']> = new Set(['question', 'statement']);
const forCustomers: ReadonlySet<Heard['kind']> = new Set(['reply', 'may-answer']);

function isSaidToUs({ language }: Turn, heard: Heard): boolean {
  if (heard.kind === 'no-request') return heard.what !== 'empty' && heard.what !== 'location';
  if (heard.kind === 'command') return heard.text === '';
  if (heard.kind === 'answer') return typeof heard.says === 'string' && !inWords.has(heard.says);
  return saidToUs.has(heard.kind) || (forCustomers.has(heard.kind) && language === null);
}

const inWords: ReadonlySet<unknown> = new Set(['text', 'edit']);
