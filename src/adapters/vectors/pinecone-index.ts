import { setTimeout as pause } from 'node:timers/promises';
import type { Index, IndexModel, Pinecone } from '@pinecone-database/pinecone';
import { z } from 'zod';

export type IndexOptions = {
  apiKey: string;
  index: string;
  /** Another origin for the control plane. */
  controllerHost?: string | undefined;
  dimensions: number;
  /** True: it is never made anew. */
  isFormer?: boolean;
};

const READY_WITHIN_MS = 120_000;
const LONGEST_POLL_MS = 2_000;

/** Loads the SDK and gives its client; each of its requests takes at most `timeoutMs`, repeats and pauses included. */
export async function connect(options: IndexOptions, timeoutMs: number): Promise<Pinecone> {
  const { Pinecone: Client } = await import('@pinecone-database/pinecone');
  return new Client({
    apiKey: options.apiKey,
    ...(options.controllerHost ? { controllerHostUrl: options.controllerHost } : {}),
    fetchApi: patientFetch(timeoutMs),
    maxRetries: 0,
  });
}

/** The SDK knows no time-out and repeats neither a 429 nor a broken connection. Whatever we ask of Pinecone may be asked twice without harm, so that four tries are made. */
function patientFetch(timeoutMs: number): typeof fetch {
  return async (url, init) => {
    const deadline = Date.now() + timeoutMs;
    const signal = AbortSignal.timeout(timeoutMs);
    for (let pauseMs = 200; ; pauseMs *= 2) {
      const isLast = pauseMs > 800;
      const response = await fetch(url, { ...init, signal }).catch((error: unknown) => {
        if (isLast || signal.aborted) throw error;
      });
      const waitMs = Math.max(pauseMs, retryAfterMs(response));
      const isFinal = isLast || Date.now() + waitMs >= deadline;
      if (response && !isBusy(response)) return response;
      await response?.body?.cancel();
      if (response && isFinal) throw new Busy(`Pinecone answers with status ${response.status}.`);
      await pause(waitMs, undefined, { signal });
    }
  };
}

/** Thrown rather than handed to the SDK, whose error would name no status but its own settings. */
class Busy extends Error {}

const isBusy = ({ status }: Response) => status === 429 || status >= 500;

const retryAfterMs = (response: Response | void) =>
  (Number(response?.headers.get('retry-after')) || 0) * 1_000;

/** Thrown for a former index that somebody has removed. */
export class IndexIsGone extends Error {
  override readonly name = 'IndexIsGone';
}

/** Finds the index, or makes it, waits until it is ready and keeps its host; throws a sentence for the owner of the account when it does not fit. */
export async function openIndex(pinecone: Pinecone, options: IndexOptions): Promise<Index> {
  const name = options.index;
  const deadline = Date.now() + READY_WITHIN_MS;
  let model = await unlessGone(() => pinecone.indexes.describe(name));
  if (!model && options.isFormer) throw new IndexIsGone(`The Pinecone index "${name}" is gone.`);
  model ??= await create(pinecone, options);
  assertFits(model, options);
  for (let pauseMs = 50; !model.status.ready; pauseMs = Math.min(2 * pauseMs, LONGEST_POLL_MS)) {
    if (Date.now() > deadline) throw new Error(`The Pinecone index "${name}" is not ready yet.`);
    await pause(pauseMs);
    model = await pinecone.indexes.describe(name);
  }
  return pinecone.index({ host: model.privateHost ?? model.host });
}

async function create(pinecone: Pinecone, { index: name, dimensions }: IndexOptions) {
  const field = { type: 'dense_vector', dimension: dimensions, metric: 'cosine' } as const;
  const made = await pinecone.indexes.create({
    name,
    schema: { fields: { _values: field } },
    deployment: { deploymentType: 'managed', cloud: 'aws', region: 'us-east-1' },
    suppressConflicts: true,
  });
  return made ?? pinecone.indexes.describe(name);
}

const CosineField = z.object({
  type: z.literal('dense_vector'),
  metric: z.literal('cosine'),
  dimension: z.number(),
});

/** Throws a sentence that says what to do when the index cannot hold the embedder's vectors. */
export function assertFits({ schema }: IndexModel, { index, dimensions }: IndexOptions): void {
  const field = CosineField.safeParse(schema.fields._values).data;
  if (!field) {
    throw new Error(
      `The Pinecone index "${index}" was not made for dense vectors compared by cosine. Set PINECONE_INDEX to a name that is not taken: the index is then made for you.`,
    );
  }
  if (field.dimension === dimensions) return;
  throw new Error(
    `The Pinecone index "${index}" holds vectors of ${field.dimension} numbers, but the embedding model gives ${dimensions}. Set PINECONE_INDEX to a name that is not taken and run "npm run reindex", or set OPENAI_MODEL_EMBED back to the model that the index was made for.`,
  );
}

/** What is wrong between us and Pinecone, in a sentence. */
export function troubleWith(index: string, error: unknown): string {
  const said = SENTENCES[error instanceof Error ? error.name : ''];
  if (said) return said;
  if (isNamed(error, 'PineconeNotFoundError')) {
    return `The Pinecone index "${index}" does not exist yet.`;
  }
  const cause = rootOf(error);
  if (cause instanceof Busy || cause === error) return messageOf(cause);
  if (isNamed(cause, 'TimeoutError')) return 'Pinecone did not answer in time.';
  const { code } = cause as { code?: unknown };
  return `Pinecone cannot be reached${typeof code === 'string' ? ` (${code})` : ''}.`;
}

const SENTENCES: Record<string, string> = {
  PineconeAuthorizationError: 'Pinecone does not accept PINECONE_API_KEY.',
  PineconePaymentRequiredError: 'Pinecone asks for a payment first.',
};

const rootOf = (error: unknown): unknown =>
  error instanceof Error && error.cause ? rootOf(error.cause) : error;

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Does something at Pinecone; what fails says so in our words. */
export async function inOurWords<T>(index: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof IndexIsGone) throw error;
    throw new Error(troubleWith(index, error), { cause: error });
  }
}

/** Undefined where the thing is not there, or went with an earlier try. */
export async function unlessGone<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    if (isNamed(error, 'PineconeNotFoundError')) return undefined;
    if (isNamed(error, 'PineconeFailedPreconditionError')) return undefined;
    throw error;
  }
}

/** The SDK's errors carry no status: their names tell them apart. */
export const isNamed = (error: unknown, name: string): error is Error =>
  error instanceof Error && error.name === name;
