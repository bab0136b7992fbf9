import type { Turn, TurnMessage } from '#features/conversations/turn.ts';
import { isGreeting } from '#features/inbound/completeness.ts';
import { bare } from '#features/inbound/keywords.ts';
import type { Command, CommandName } from './parse.ts';
import { commandOf, readCommand } from './parse.ts';
import { readUnmarked } from './unmarked.ts';
import type { Replying } from './answer.ts';
import type { Open, Says } from './pending.ts';
import { answerTo, openIn } from './pending.ts';

/** What an owner's message turns out to be. */
export type Heard =
  | { kind: 'answer'; open: Open; says: Says }
  | Exclude<Command, { kind: 'plain' }>
  | { kind: 'unmarked'; name: CommandName; text: string }
  | { kind: 'question' | 'statement'; text: string }
  | ({ kind: 'reply' } & Replying)
  | { kind: 'no-request'; what: NoRequest };

export type NoRequest =
  'greeting' | 'thanks' | 'late-answer' | 'answer-to-nothing' | 'media' | 'location' | 'empty';

/** What a message is about beside its words: the questions it quotes, and the customer to whom the owner writes. */
export type About = { quoted: readonly number[]; session: number | null };

const NOTHING: About = { quoted: [], session: null };

/** Reads an owner's message: first as the answer to what we asked, then as a command, then as plain words. Pure. */
export function hear(
  turn: Turn,
  message: TurnMessage | undefined,
  now: Date,
  { quoted, session }: About = NOTHING,
): Heard {
  const body = message?.body ?? '';
  const toQuoted = replyTo(quoted, body);
  if (toQuoted) return toQuoted;
  const asked = openIn(turn, now);
  const answer = asked && answerTo(asked.open, body);
  if (answer && asked.isExpired) return noRequest('late-answer');
  if (answer) return { kind: 'answer', ...answer };
  if (body === '') return noRequest(wordless(message));
  const command = readCommand(body);
  if (command.kind !== 'plain') return command;
  if (session === null) return plainWords(command.text);
  return { kind: 'reply', numbers: [session], text: command.text, inSession: true };
}

const aboutOne: readonly CommandName[] = ['answer', 'skip', 'bot'];

/** Words that quote what we told of a question are for who asked it, whatever they would mean otherwise. */
function replyTo(quoted: readonly number[], body: string): Heard | null {
  if (quoted.length === 0 || body === '') return null;
  const command = readCommand(body);
  if (command.kind === 'plain') return { kind: 'reply', numbers: quoted, text: command.text };
  const needsNumber = command.kind === 'command' && aboutOne.includes(command.name);
  if (!needsNumber || quoted.length > 1 || /^\p{Nd}/u.test(command.text)) return null;
  return { ...command, text: `${quoted[0]} ${command.text}`.trim() };
}

const noRequest = (what: NoRequest): Heard => ({ kind: 'no-request', what });

const wordless = (message: TurnMessage | undefined) =>
  message?.kind === 'media' || message?.kind === 'location' ? message.kind : 'empty';

const english =
  'thanks, thank you, thank you so much, thanks a lot, thx, ok, okay, great, perfect, cool, good, got it, bye';
const others = 'gracias, muchas gracias, vale, obrigado, obrigada, shukriya, dhanyavaad';
const thanks = new Set(`${english}, ${others}`.split(', '));
const replies = new Set(['yes', 'no', 'y', 'n', 'one', 'separate']);

function plainWords(text: string): Heard {
  const said = bare(text);
  if (said === '' || thanks.has(said)) return noRequest('thanks');
  if (replies.has(said) || /^\d+$/u.test(said)) return noRequest('answer-to-nothing');
  if (isGreeting(text) || /^start [a-z0-9_]+$/iu.test(text)) return noRequest('greeting');
  const name = commandOf(said);
  if (name === 'help') return { kind: 'command', name, text: '' };
  if (name) return { kind: 'unmarked', name, text: '' };
  const unmarked = readUnmarked(text);
  if (unmarked) return { kind: 'unmarked', ...unmarked };
  return { kind: isQuestion(text) ? 'question' : 'statement', text };
}

const asks = new RegExp(
  `^(?:${[
    "what|what's|when|where|who|whose|which|why|how|how's|where's|when's|who's",
    'qué|cuándo|dónde|cómo|cuánto|cuánta|cuántos|cuántas|quién|cuál|por qué',
    'quando|onde|como|quanto|quantos|quem|qual|você|vocês',
    'kya|kab|kahan|kaise|kitna|kitne|kitni|kaun|क्या|कब|कहाँ|कैसे|कितना|कितने|कौन',
  ].join('|')})(?![\\p{L}\\p{M}])`,
  'iu',
);
const asksByOrder =
  /^(?:do|does|did|is|are|am|was|were|can|could|will|would|shall|should|may|have|has)\s+(?:i|you|we|they|he|she|it|there|the|your|our|my|this|that|these|those|any|anyone|people|customers?)\b/iu;

/** Whether plain words ask something; a statement that begins with "when" counts, and is answered with a hint. */
export function isQuestion(text: string): boolean {
  const trimmed = text.replace(/[\s"'”’)]+$/u, '');
  return (
    /[?？؟]$/u.test(trimmed) ||
    trimmed.startsWith('¿') ||
    asks.test(trimmed) ||
    asksByOrder.test(trimmed)
  );
}
