import { sql } from 'kysely';
import type { App } from '#app.ts';
import type { OneBusiness } from '#db/tables.ts';
import { preview } from '#features/commands/entry-text.ts';
import { detectLanguage } from '#features/answers/language.ts';
import { phrasesIn } from '#features/conversations/phrases.ts';
import { later } from './deadline.ts';
import { isReachable } from './tell-askers.ts';
import type { Asker, Question } from './queries.ts';
import { askersOf, moveQuestions, setWithPerson } from './queries.ts';
import { QUIET_MS } from './raise.ts';
import { LONGEST_NAMED } from './told-lines.ts';
import { writeMessage } from './write.ts';

/** An owner's words in the languages of those who will read them; what is missing is passed on as she wrote it. */
export type Wordings = ReadonlyMap<string, string>;

const TRANSLATION_MS = 8_000;

/** Translates an owner's answer for who writes in another language, where there is a model and it is up. */
export async function wordingsFor(
  { answerer, ledger, log }: Pick<App, 'answerer' | 'ledger' | 'log'>,
  businessId: string,
  words: string,
  askers: readonly Asker[],
): Promise<Wordings> {
  if (!answerer) return new Map();
  const languages = new Set(askers.flatMap(({ language }) => language ?? []));
  const spent = ledger.spentOn(businessId, 'translate');
  const signal = AbortSignal.timeout(TRANSLATION_MS);
  const translated = [...languages].map(async (language) => {
    if (detectLanguage(words, language) === language) return [];
    const text = await answerer
      .translate(words, language, signal, spent)
      .catch((error: unknown) => {
        log.warn('an answer was not translated', { reason: String(error) });
        return null;
      });
    return text === null ? [] : [[language, text] as const];
  });
  return new Map((await Promise.all(translated)).flat());
}

export type Relaying = {
  shop: string;
  question: Question;
  words: string;
  wordings: Wordings;
  /** Those who are told, where these are not all who asked. */
  askers?: readonly Asker[] | undefined;
  /** The owner's conversation. */
  by: string;
  now: Date;
};

/** Passes an owner's words on to everybody who asked, or those of them who are given; counts those who can no longer be written to. */
export async function relay(
  tx: OneBusiness,
  { shop, question, words, wordings, askers: given, by, now }: Relaying,
): Promise<{ sent: number; unreachable: number }> {
  const askers = given ?? (await askersOf(tx, question.id));
  const named = preview(question.text, LONGEST_NAMED);
  let sent = 0;
  for (const asker of askers) {
    if (!isReachable(asker, now)) continue;
    const said = wordings.get(asker.language ?? '') ?? words;
    const say = phrasesIn(asker.language);
    const text =
      question.kind === 'question' ? say.fromShop(shop, named, said) : `${shop}: ${said}`;
    const id = await writeMessage(tx, { ...asker, kind: 'owner-answer', text, by }, now);
    if (id !== null) sent++;
  }
  await settleQuestion(tx, { question, askers, sent, now });
  return { sent, unreachable: askers.length - sent };
}

type Relayed = { question: Question; askers: readonly Asker[]; sent: number; now: Date };

/** A question is answered; a talk with a person goes on, or begins anew, until it is quiet. */
async function settleQuestion(
  tx: OneBusiness,
  { question, askers, sent, now }: Relayed,
): Promise<void> {
  if (question.kind !== 'person') {
    await withdrawCalls(tx, question);
    return moveQuestions(tx, [question.id], { state: 'answered', dueAt: null, repliedAt: now });
  }
  if (sent === 0) return;
  const dueAt = later(now, QUIET_MS);
  const step = { state: 'open', stage: 'told', dueAt, repliedAt: now, toldAt: now } as const;
  await moveQuestions(tx, [question.id], step);
  for (const { conversationId } of askers) await setWithPerson(tx, conversationId, now);
}

/** Nobody who has the answer is offered a call about it any more. */
const withdrawCalls = (tx: OneBusiness, { id, text }: Question) =>
  sql`delete from pending_questions p using question_askers a
    where a.question_id = ${id} and p.conversation_id = a.conversation_id
      and p.kind = 'call-back' and p.choices->>'about' = ${text}`.execute(tx);
