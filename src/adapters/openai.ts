import type OpenAI from 'openai';
import type { Response } from 'openai/resources/responses/responses';
import type { Health, Tokens } from '#ports.ts';

export type OpenAIAccount = {
  apiKey: string;
  /** Another server that speaks the same API, with its `/v1`; absent for OpenAI itself. */
  baseUrl?: string | undefined;
};

/** Gives the SDK's client, loaded at first use: a server without a key never pays its memory. It repeats a call once, within the signal of that call, and logs nothing. */
export function openaiClient({ apiKey, baseUrl }: OpenAIAccount): () => Promise<OpenAI> {
  let client: Promise<OpenAI> | undefined;
  const load = async () => {
    const { default: Client } = await import('openai');
    const baseURL = baseUrl ?? 'https://api.openai.com/v1';
    return new Client({ apiKey, baseURL, maxRetries: 1, logLevel: 'off' });
  };
  return () => (client ??= load());
}

/** A signal that fires with the given one or when the whole call, repeats and pauses included, has taken `timeoutMs`. */
export const within = (timeoutMs: number, signal?: AbortSignal): AbortSignal =>
  AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]);

/** What a response used, under the name that we asked for; zeros where a server does not say. */
export function tokensIn({ usage }: Pick<Response, 'usage'>, model: string): Tokens {
  const { input_tokens: input = 0, output_tokens: output = 0 } = usage ?? {};
  const { cached_tokens: cached = 0, cache_write_tokens: written = 0 } =
    usage?.input_tokens_details ?? {};
  return { model, input, cached, output, ...(written > 0 && { written }) };
}

/** Asks for the model's description: free of charge, and it fails for a wrong key or an unknown model. */
export async function checkModel(
  client: () => Promise<OpenAI>,
  model: string,
  timeoutMs: number,
): Promise<Health> {
  try {
    await (await client()).models.retrieve(model, { signal: within(timeoutMs) });
    return { isHealthy: true };
  } catch (error) {
    return { isHealthy: false, detail: troubleWith(model, error) };
  }
}

function troubleWith(model: string, error: unknown): string {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  if (status === 401) return 'OpenAI does not accept OPENAI_API_KEY.';
  if (status === 403) return `OPENAI_API_KEY may not use the model ${model}.`;
  if (status === 404) return `OpenAI knows no model ${model}.`;
  if (status === 429) return 'OpenAI takes no more requests: the limit or the credit is used up.';
  if (typeof status === 'number') return `OpenAI answers with status ${status}.`;
  return 'OpenAI cannot be reached.';
}
