import { createHash } from 'node:crypto';
import { z } from 'zod';
import type {
  Response,
  ResponseCreateParamsNonStreaming,
  ResponseFormatTextConfig,
} from 'openai/resources/responses/responses';
import type { Answer, Answerer, Question } from '#ports.ts';
import type { OpenAIAccount } from '../openai.ts';
import { checkModel, openaiClient, within } from '../openai.ts';
import { guard, unusable } from './guard.ts';
import { INSTRUCTIONS, promptData } from './prompt.ts';

type Options = OpenAIAccount & { model: string; timeoutMs?: number };

const Draft = z.object({
  answer: z.string(),
  entryIds: z.array(z.string()),
  confident: z.boolean(),
  language: z.string().nullable(),
});

/** Reasoning counts as output, and one character of some scripts is several tokens. */
const MOST_TOKENS = 1_500;

/** Answers through the Responses API, or any server that speaks it, in at most `timeoutMs`. What the model writes is believed only after the guard; a refusal, a cut or a misshapen answer is unusable. */
export function openaiAnswerer({ model, timeoutMs = 10_000, ...account }: Options): Answerer {
  const client = openaiClient(account);
  let form: Promise<ResponseFormatTextConfig> | undefined;

  return {
    async answer(question, signal): Promise<Answer> {
      signal.throwIfAborted();
      if (question.passages.length === 0) return { kind: 'unsure' };
      const { responses } = await client();
      const request = requestFor(model, question, await (form ??= draftForm()));
      const response = await responses.create(request, { signal: within(timeoutMs, signal) });
      const draft = draftIn(response);
      return draft ? guard(draft, question) : unusable('the model did not keep to the form');
    },

    check: () => checkModel(client, model, timeoutMs),
  };
}

async function draftForm(): Promise<ResponseFormatTextConfig> {
  const { zodTextFormat } = await import('openai/helpers/zod');
  return zodTextFormat(Draft, 'reply');
}

function requestFor(
  model: string,
  question: Question,
  format: ResponseFormatTextConfig,
): ResponseCreateParamsNonStreaming {
  return {
    model,
    instructions: INSTRUCTIONS,
    input: promptData(question).map((content) => ({ role: 'user', content })),
    text: { format },
    max_output_tokens: MOST_TOKENS,
    prompt_cache_key: cacheKey(question.business.id),
    store: false,
    ...leastReasoning(model),
  };
}

const cacheKey = (businessId: string) =>
  createHash('sha256').update(businessId).digest('hex').slice(0, 32);

/** The lowest effort that the model takes; models before GPT-5 and those of other makers take none at all. */
function leastReasoning(model: string): Pick<ResponseCreateParamsNonStreaming, 'reasoning'> {
  if (/^gpt-\d+(\.\d+)?-astra/.test(model) || /^o\d/.test(model)) {
    return { reasoning: { effort: 'low' } };
  }
  if (/^gpt-5(-|$)/.test(model)) return { reasoning: { effort: 'minimal' } };
  if (/^gpt-(5\.\d|[6-9])/.test(model)) return { reasoning: { effort: 'none' } };
  return {};
}

/** Undefined where the model refused, was cut off or did not keep to the form. */
function draftIn({ status = 'completed', output_text, error }: Response) {
  if (status === 'incomplete') return undefined;
  if (status !== 'completed') {
    throw new Error(`The model ended with "${status}" (${error?.code ?? 'no code'})`);
  }
  try {
    return Draft.safeParse(JSON.parse(output_text)).data;
  } catch {
    return undefined;
  }
}
