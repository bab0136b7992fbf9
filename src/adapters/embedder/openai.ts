import type { Embedder, Spent } from '#ports.ts';
import type { OpenAIAccount } from '../openai.ts';
import { openaiClient, within } from '../openai.ts';

type Options = OpenAIAccount & { model: string; dimensions: number; timeoutMs?: number };

/** The vendor's bounds: inputs and tokens of one request, tokens of one input. */
const MOST_INPUTS = 2_048;
const MOST_TOKENS = 300_000;
const LONGEST_INPUT = 8_191;

/** Embeds through OpenAI or any server that speaks its API, `timeoutMs` for each request. An over-long text is embedded by its beginning, a blank one becomes zeros, which are near nothing. */
export function openaiEmbedder(options: Options): Embedder {
  const { model, dimensions, timeoutMs = 10_000 } = options;
  const client = openaiClient(options);

  const request = async (
    input: string[],
    signal: AbortSignal,
    spent?: Spent,
  ): Promise<number[][]> => {
    const { embeddings } = await client();
    const response = await embeddings.create(
      { model, input, dimensions, encoding_format: 'float' },
      { signal: within(timeoutMs, signal) },
    );
    const { data } = response;
    spent?.({ model, input: tokensOf(response), cached: 0, output: 0 });
    const vectors = data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => embedding);
    if (vectors.length !== input.length || vectors.some((v) => v.length !== dimensions)) {
      throw new Error(`${model} did not give one vector of ${dimensions} numbers for each text`);
    }
    return vectors;
  };

  return {
    model,
    dimensions,
    async embed(texts, signal, spent) {
      signal.throwIfAborted();
      const vectors = texts.map(() => Array.from({ length: dimensions }, () => 0));
      const written = [...texts.keys()].filter((at) => texts[at]?.trim());
      for (const batch of batches(written.map((at) => ({ at, text: cut(texts[at] ?? '') })))) {
        const embedded = await request(
          batch.map(({ text }) => text),
          signal,
          spent,
        );
        batch.forEach(({ at }, index) => (vectors[at] = embedded[index] ?? []));
      }
      return vectors;
    },
  };
}

/** Servers that only speak the API may leave the usage out. */
const tokensOf = ({ usage }: { usage?: { prompt_tokens?: number } }) => usage?.prompt_tokens ?? 0;

type Input = { at: number; text: string };

function batches(inputs: readonly Input[]): Input[][] {
  const all: Input[][] = [];
  let tokens = MOST_TOKENS;
  for (const input of inputs) {
    tokens += tokensAtMost(input.text);
    const last = all.at(-1);
    if (last && last.length < MOST_INPUTS && tokens <= MOST_TOKENS) {
      last.push(input);
    } else {
      all.push([input]);
      tokens = tokensAtMost(input.text);
    }
  }
  return all;
}

/** Deliberately high: half a token for an ASCII character, one for each byte of any other. */
function tokensAtMost(text: string): number {
  const bytes = Buffer.byteLength(text);
  const ascii = text.match(/[\0-\x7f]/g)?.length ?? 0;
  return Math.ceil(ascii / 2) + (bytes - ascii);
}

function cut(text: string): string {
  let kept = text;
  while (tokensAtMost(kept) > LONGEST_INPUT) {
    const length = Math.floor((kept.length * LONGEST_INPUT) / tokensAtMost(kept));
    kept = kept.slice(0, Math.min(length, kept.length - 1)).toWellFormed();
  }
  return kept;
}
