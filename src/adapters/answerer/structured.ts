import type OpenAI from 'openai';
import type {
  Response,
  ResponseCreateParamsNonStreaming,
  ResponseFormatTextConfig,
} from 'openai/resources/responses/responses';
import type { z } from 'zod';
import type { Spent } from '#ports.ts';
import { tokensIn } from '../openai.ts';

export type Task<Form extends z.ZodType> = {
  client: () => Promise<OpenAI>;
  model: string;
  /** Told before any data, and the same each time. */
  instructions: string;
  /** Texts of other people, each as one message. */
  data: readonly string[];
  form: Form;
  /** What the form is called. */
  name: string;
  mostTokens: number;
  cacheKey?: string;
};

/** What the model wrote in the form; undefined where it refused, was cut off or did not keep to it. Throws when it is down or `signal` fires. */
export async function inForm<Form extends z.ZodType>(
  task: Task<Form>,
  signal: AbortSignal,
  spent?: Spent,
): Promise<z.output<Form> | undefined> {
  signal.throwIfAborted();
  const { responses } = await task.client();
  const response = await responses.create(await requestFor(task), { signal });
  spent?.(tokensIn(response, task.model));
  return formIn(response, task.form);
}

async function requestFor<Form extends z.ZodType>({
  model,
  instructions,
  data,
  form,
  name,
  mostTokens,
  cacheKey,
}: Task<Form>): Promise<ResponseCreateParamsNonStreaming> {
  return {
    model,
    instructions,
    input: data.map((content) => ({ role: 'user', content })),
    text: { format: await formatOf(form, name) },
    max_output_tokens: mostTokens,
    ...(cacheKey !== undefined && { prompt_cache_key: cacheKey }),
    store: false,
    ...leastReasoning(model),
  };
}

/** Made once: a schema that is read again for each question would cost more than the rest. */
const formats = new WeakMap<z.ZodType, ResponseFormatTextConfig>();

async function formatOf(form: z.ZodType, name: string): Promise<ResponseFormatTextConfig> {
  const { zodTextFormat } = await import('openai/helpers/zod');
  const format = formats.get(form) ?? zodTextFormat(form, name);
  formats.set(form, format);
  return format;
}

/** The lowest effort that the model takes; models before GPT-5 and those of other makers take none at all. */
export function leastReasoning(model: string): Pick<ResponseCreateParamsNonStreaming, 'reasoning'> {
  if (/^gpt-\d+(\.\d+)?-astra/.test(model) || /^o\d/.test(model)) {
    return { reasoning: { effort: 'low' } };
  }
  if (/^gpt-5(-|$)/.test(model)) return { reasoning: { effort: 'minimal' } };
  if (/^gpt-(5\.\d|[6-9])/.test(model)) return { reasoning: { effort: 'none' } };
  return {};
}

function formIn<Form extends z.ZodType>(
  { status = 'completed', output_text, error }: Response,
  form: Form,
): z.output<Form> | undefined {
  if (status === 'incomplete') return undefined;
  if (status !== 'completed') {
    throw new Error(`The model ended with "${status}" (${error?.code ?? 'no code'})`);
  }
  try {
    return form.safeParse(JSON.parse(output_text)).data;
  } catch {
    return undefined;
  }
}
