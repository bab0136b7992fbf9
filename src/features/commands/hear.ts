import type { Turn, TurnMessage } from '#features/conversations/turn.ts';
import { LANGUAGES, speechOf, wordsOfAll } from '#features/conversations/languages.ts';
import type { Speech } from '#features/conversations/speech.ts';
import { listed } from '#features/conversations/speech.ts';
import { isGreeting } from '#features/inbound/completeness.ts';
import type { GivenFiles } from '#features/documents/given.ts';
import { filesIn } from '#features/documents/given.ts';
import { bare } from '#features/inbound/keywords.ts';
import type { Lately } from '#features/questions/told.ts';
import type { Command, CommandName } from './parse.ts';
import { commandOf, readCommand } from './parse.ts';
import { saysClosed } from '#features/plain-words/figures-said.ts';
import { isQuestion } from '#features/plain-words/question.ts';
import { isSkip, yesOrNo } from '#features/plain-words/read-answer.ts';
import { readUnmarked } from './unmarked.ts';
import type { Replying } from './answer.ts';
import type { Heard as Asked, Older, Open, Says } from './pending.ts';
import { answerTo, openIn } from './pending.ts';

/** What an owner's message turns out to be. */
export type Heard =
  | { kind: 'answer'; open: Open; says: Says }
  | Exclude<Command, { kind: 'plain' }>
  | { kind: 'unmarked'; name: CommandName; text: string }
  | { kind: 'question' | 'statement' | 'forwarded'; text: string }
  | ({ kind: 'reply' } & Replying)
  | ({ kind: 'may-answer' } & MayAnswer)
  | { kind: 'file'; message: TurnMessage; files: GivenFiles }
  | { kind: 'no-request'; what: NoRequest };

/** Words that may answer the customer's question of which she has just been told, or what we had asked her before. */
export type MayAnswer = { number: number; text: string; isStatement: boolean; older?: Older };

export type NoRequest =
  'greeting' | 'thanks' | 'late-answer' | 'answer-to-nothing' | 'location' | 'empty';

/** What a message is about beside its words. */
export type About = Lately & {
  /** The questions that it quotes. */
  quoted: readonly number[];
  /** Whether it quotes something else that we wrote. */
  quotesUs: boolean;
  /** The customer to whom the owner writes. */
  session: number | null;
};

const NOTHING: About = {
  ...{ quoted: [], quotesUs: false, session: null },
  ...{ justAsked: null, isOvertaken: false },
};

/** Reads an owner's message: what is forwarded is a customer's; else first as the answer to what we asked, then as a command, then as plain words. Pure. */
export function hear(
  turn: Turn,
  message: TurnMessage | undefined,
  now: Date,
  about: About = NOTHING,
): Heard {
  const { quoted } = about;
  const session = about.quotesUs ? null : about.session;
  const body = message?.body ?? '';
  const toQuoted = replyTo(quoted, body);
  if (toQuoted) return toQuoted;
  if (session === null && isForwarded(message)) return { kind: 'forwarded', text: body };
  const asked = openIn(turn, now);
  const answer = answerHeard(asked, body, { ...about, session });
  if (answer) return orToCustomer(answer, body, about);
  const heard = fileOrNothing(message, session) ?? asReply(asked, wordsOf(body, session), body);
  return mayAnswer(heard, body, about.justAsked);
}

/** An answer to what we asked; in a talk "yes" is for the customer, unless our own question came last. */
function answerHeard(
  asked: Asked | null,
  body: string,
  { session, isOvertaken }: Pick<About, 'session' | 'isOvertaken'>,
): Heard | null {
  const answer = asked && answerTo(asked.open, body);
  if (!answer) return null;
  const { isExpired } = asked;
  if (session !== null && (isOvertaken || isExpired)) {
    const toCustomer = { numbers: [session], text: body, inSession: true };
    return { kind: 'reply', ...toCustomer, isInstead: !isExpired };
  }
  return isExpired ? noRequest('late-answer') : { kind: 'answer', ...answer };
}

/** "Yes" right after a customer's question may be for them, though something of ours was open before. */
function orToCustomer(answer: Heard, text: string, { justAsked, isOvertaken }: Lately): Heard {
  const isEither =
    answer.kind === 'answer' &&
    (answer.says === 'yes' || answer.says === 'no') &&
    answer.open.kind !== 'save-document';
  if (!isEither || !isOvertaken || justAsked === null) return answer;
  const { open, says } = answer;
  return { kind: 'may-answer', number: justAsked, text, isStatement: false, older: { open, says } };
}

/** A message with a file, or without any words; null for one that is in words, and for words to a customer. */
function fileOrNothing(message: TurnMessage | undefined, session: number | null): Heard | null {
  if (session !== null && message?.body) return null;
  const files = message && filesIn(message);
  if (files) return { kind: 'file', message, files };
  return message === undefined || message.body === '' ? noRequest(emptyKind(message)) : null;
}

const isForwarded = (message: TurnMessage | undefined) =>
  message?.details?.isForwarded === true && message.body !== '';

function wordsOf(body: string, session: number | null): Heard {
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

/** What is stated after a customer's question answers it. */
function asReply(asked: Asked | null, heard: Heard, text: string): Heard {
  if (asked?.open.kind !== 'customer-asked' || asked.isExpired) return heard;
  const isStated =
    heard.kind === 'statement' ||
    (heard.kind === 'no-request' && heard.what === 'answer-to-nothing');
  return isStated ? { kind: 'answer', open: asked.open, says: { text } } : heard;
}

/** Her first words after a customer's question, where no other waits, may well answer it. */
function mayAnswer(heard: Heard, text: string, number: number | null): Heard {
  const isStatement = heard.kind === 'statement';
  const isBare = heard.kind === 'no-request' && heard.what === 'answer-to-nothing';
  return number !== null && (isStatement || isBare)
    ? { kind: 'may-answer', number, text, isStatement }
    : heard;
}

const noRequest = (what: NoRequest): Heard => ({ kind: 'no-request', what });

const emptyKind = (message: TurnMessage | undefined) =>
  message?.kind === 'location' ? 'location' : 'empty';

const thanks = new Set([...wordsOfAll('thanks').map(bare), 'good']);
const named = ({ one, separate, another }: Speech['words']) =>
  [one, separate, another].map((list) => bare(listed(list)[0] ?? ''));
/** The words that we ask for besides yes and no. */
const replies = new Set(LANGUAGES.flatMap((language) => named(speechOf(language).words)));
const undoes = new Set(wordsOfAll('undo').map(bare));
const helps = new Set(wordsOfAll('help').map(bare));

/** A single word says nothing: who writes "parking" wants to hear about it. */
const isTopic = (text: string) => /^\p{Script=Latin}+[.!]*$/u.test(text) && !saysClosed(text);

const isAnswer = (said: string) =>
  replies.has(said) || yesOrNo(said) !== null || isSkip(said) || /^\d+$/u.test(said);

/** English command words without their mark, and in every language the words for help and for undoing. */
function commandSaid(said: string): CommandName | null {
  if (helps.has(said)) return 'help';
  return undoes.has(said) ? 'undo' : commandOf(said);
}

function plainWords(text: string): Heard {
  const said = bare(text);
  if (said === '' || thanks.has(said)) return noRequest('thanks');
  if (isAnswer(said)) return noRequest('answer-to-nothing');
  if (isGreeting(text) || /^start [a-z0-9_]+$/iu.test(text)) return noRequest('greeting');
  const name = commandSaid(said);
  if (name === 'help') return { kind: 'command', name, text: '' };
  if (name) return { kind: 'unmarked', name, text: '' };
  const unmarked = readUnmarked(text);
  if (unmarked) return { kind: 'unmarked', ...unmarked };
  return { kind: isQuestion(text) || isTopic(text) ? 'question' : 'statement', text };
}
