import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Answer, Answerer } from '#ports.ts';
import type { OpenAIAccount } from '../openai.ts';
import { checkModel, openaiClient, within } from '../openai.ts';
import { guard, unusable } from './guard.ts';
import { INSTRUCTIONS, promptData } from './prompt.ts';
import { rewriter } from './rewrite.ts';
import { inForm } from './structured.ts';
import { translator } from './translate.ts';

type Options = OpenAIAccount & {
  model: string;
  /** Rewrites follow-ups and translates. */
  smallModel?: string;
  timeoutMs?: number;
};

const Draft = z.object({
  answer: z.string(),
  entryIds: z.array(z.string()),
  confident: z.boolean(),
  language: z.string().nullable(),
});

/** Reasoning counts as output, and one character of some scripts is several tokens. */
const MOST_TOKENS = 1_500;

/** Answers through the Responses API, or any server that speaks it, in at most `timeoutMs`. What the model writes is believed only after the guard; a refusal, a cut or a misshapen answer is unusable. */
export function openaiAnswerer(options: Options): Answerer {
  const { model, smallModel = model, timeoutMs = 10_000, ...account } = options;
  const client = openaiClient(account);
  const small = { client, model: smallModel, timeoutMs };

  return {
    async answer(question, signal, spent): Promise<Answer> {
      signal.throwIfAborted();
      if (question.passages.length === 0) return { kind: 'unsure' };
      const task = {
        client,
        model,
        instructions: INSTRUCTIONS,
        data: promptData(question),
        form: Draft,
        name: 'reply',
        mostTokens: MOST_TOKENS,
        cacheKey: cacheKey(question.business.id),
      };
      const draft = await inForm(task, within(timeoutMs, signal), spent);
      return draft ? guard(draft, question) : unusable('the model did not keep to the form');
    },

    rewrite: rewriter(small),
    translate: translator(small),
    check: () => checkModel(client, model, timeoutMs),
  };
}

/** Keeps the requests of one business together, so that their beginning is paid for once. */
export const cacheKey = (businessId: string) =>
  createHash('sha256').update(businessId).digest('hex').slice(0, 32);
