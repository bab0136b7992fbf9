import type { CarryOut, Uses } from '#features/commands/act.ts';
import { say } from '#features/commands/act.ts';
import type { Heard } from '#features/commands/hear.ts';
import { answerFor } from '#features/commands/look-up.ts';
import type { Says } from '#features/commands/pending.ts';
import { askOwner, listIn } from '#features/commands/pending.ts';
import { entryOf } from '#features/commands/save-answer.ts';
import type { Turn } from '#features/conversations/turn.ts';
import { endOf } from '#features/knowledge/until.ts';
import { capital, tidied } from './meaning.ts';
import { sentencesTo } from '#features/owner-sentences/sentences.ts';
import { offer } from './offer.ts';
import type { CustomerAsked } from './open.ts';
import { messageQuoted } from './queries.ts';
import { customerAskedText, questionToldIn } from './offer-text.ts';

/** What a customer wrote elsewhere: the owner sees what we would answer, or is asked for the answer. */
export async function takeForwarded(app: Uses, turn: Turn, question: string): Promise<CarryOut> {
  const { told, whereFrom } = await answerFor(app, turn, question);
  const sentences = sentencesTo(turn).offers;
  return async (tx, now) => {
    const heading = customerAskedText(sentences, question);
    const source = await whereFrom(tx);
    if (told !== null) return parts(heading, sentences.wouldAnswer(told), source);
    const waiting = listIn(turn, now);
    await askOwner(tx, turn, { kind: 'customer-asked', question, waiting }, now);
    return parts(heading, sentences.replyWithAnswer, source);
  };
}

const parts = (...texts: string[]) => texts.filter((text) => text !== '').join('\n');

/** The owner's answer to a forwarded question, offered as an entry. */
export const answerGiven = (
  app: Uses,
  turn: Turn,
  { question }: CustomerAsked,
  says: Says,
): CarryOut =>
  typeof says === 'object' && 'text' in says
    ? offerAnswer(app, turn, question, says.text)
    : say(sentencesTo(turn).offers.skipped);

/** Where the owner quotes a forwarded question, ours or their own message of it: that answer, offered as an entry; else null. */
export async function answerToQuoted(
  app: Uses,
  turn: Turn,
  heard: Heard,
): Promise<CarryOut | null> {
  const [message] = turn.messages;
  const sid = message?.details?.repliedTo;
  if (!sid || message.body === '' || !mayAnswer.has(heard.kind)) return null;
  const quoted = await app.db.asBusiness(turn.businessId, (tx) =>
    messageQuoted(tx, turn.conversationId, sid),
  );
  if (!quoted) return null;
  const isForwarded = quoted.direction === 'in' && quoted.details?.isForwarded === true;
  const question = isForwarded ? quoted.body : questionToldIn(quoted.body);
  return question === null ? null : offerAnswer(app, turn, question, message.body);
}

const mayAnswer: ReadonlySet<Heard['kind']> = new Set([
  'answer',
  'question',
  'statement',
  'no-request',
]);

function offerAnswer(app: Uses, turn: Turn, question: string, answer: string): CarryOut {
  const { timeZone, country } = turn.business;
  const asked = capital(
    question
      .trim()
      .replace(/\s+/gu, ' ')
      .replace(/[.!।]+$/u, ''),
  );
  const text = entryOf(asked, sentenceOf(answer));
  const end = endOf(answer, { now: app.clock.now(), timeZone, country });
  const meaning = { kind: 'fact' as const, text, validUntil: end?.at ?? null, weekday: null };
  return offer(turn, { kind: 'statement', said: text, meaning, changes: [] });
}

/** Even a single word is a sentence here. */
const sentenceOf = (answer: string) => {
  const said = tidied(answer);
  return /^\p{Script=Latin}[^]*[\p{L}\p{N}]$/u.test(said) ? `${said}.` : said;
};
