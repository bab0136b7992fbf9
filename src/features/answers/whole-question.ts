import type { App } from '#app.ts';
import type { Answerer } from '#ports.ts';
import type { Said } from './follow-up.ts';
import { leansOnTalk, restored } from './follow-up.ts';

type Uses = Pick<App, 'ledger' | 'log'> & { answerer: Answerer };
type Asked = { businessId: string; question: string; history: readonly Said[] };

/** A question that can be searched for, and what was said before where it still leans on that. */
export type WholeQuestion = { question: string; history: readonly Said[] };

const REWRITING_MS = 3_000;

/**
 * A question that stands by itself is asked without the talk. One that leans on it is rewritten by the model, or by rule
 * where the model does not; both are told to who answers.
 */
export async function wholeQuestion(
  { answerer, ledger, log }: Uses,
  { businessId, question, history }: Asked,
  signal: AbortSignal,
): Promise<WholeQuestion> {
  const isAlone = !history.some(({ from }) => from === 'customer') || !leansOnTalk(question);
  if (isAlone) return { question, history: [] };
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(REWRITING_MS)]);
  const spent = ledger.spentOn(businessId, 'rewrite');
  const rewritten = await answerer
    .rewrite({ text: question, history }, inTime, spent)
    .catch((error: unknown) => {
      signal.throwIfAborted();
      log.warn('the model did not rewrite a question', { reason: String(error) });
      return null;
    });
  return { question: rewritten ?? restored(question, history) ?? question, history };
}
