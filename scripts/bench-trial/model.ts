import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerCalls } from './ipc.ts';
import { fill } from './model-answer.ts';
import type { Schema } from './model-answer.ts';

/** How long the stand-in of OpenAI thinks about an answer, and about a batch of embeddings. */
export type ModelSettings = { answerMs: number; embeddingMs: number };

export type ModelCalls = {
  start: (settings: ModelSettings) => Promise<{ port: number }>;
  counts: (nothing: null) => Record<string, number>;
};

type ResponsesRequest = {
  model: string;
  instructions?: unknown;
  input: unknown;
  text?: { format?: { type: string; schema?: Schema } };
};
type EmbeddingsRequest = {
  model: string;
  input: string | string[];
  dimensions?: number;
  encoding_format?: string;
};

const counts: Record<string, number> = { answers: 0, embeddings: 0, atOnce: 0, atOnceMax: 0 };

answerCalls({
  start: (settings: ModelSettings) => start(settings),
  counts: () => counts,
} satisfies ModelCalls);

async function start({ answerMs, embeddingMs }: ModelSettings): Promise<{ port: number }> {
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const content: unknown =
        chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {};
      void route(request.url ?? '', content, response);
    });
  });

  const route = async (url: string, content: unknown, response: ServerResponse) => {
    if (url.endsWith('/responses')) {
      counts.atOnceMax = Math.max(
        counts.atOnceMax ?? 0,
        (counts.atOnce = (counts.atOnce ?? 0) + 1),
      );
      await sleep(answerMs);
      counts.atOnce--;
      counts.answers = (counts.answers ?? 0) + 1;
      return json(response, 200, answerOf(content as ResponsesRequest));
    }
    if (url.endsWith('/embeddings')) {
      await sleep(embeddingMs);
      counts.embeddings = (counts.embeddings ?? 0) + 1;
      return json(response, 200, embeddingsOf(content as EmbeddingsRequest));
    }
    if (url.includes('/models')) return json(response, 200, { object: 'list', data: [] });
    json(response, 404, { error: { message: 'No such path', type: 'invalid_request_error' } });
  };

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port };
}

/** A complete, stored-nowhere response of the Responses API. */
function answerOf({ model, instructions, input, text }: ResponsesRequest) {
  const id = createHash('sha256').update(String(performance.now())).digest('hex').slice(0, 48);
  const prompt = JSON.stringify([instructions ?? '', input]);
  const part = {
    type: 'output_text',
    text: JSON.stringify(fill(text?.format?.schema ?? {}, input)),
    annotations: [],
    logprobs: [],
  };
  const tokens = Math.ceil(prompt.length / 4);
  return {
    id: `resp_${id}`,
    object: 'response',
    created_at: Math.floor(Date.now() / 1000),
    status: 'completed',
    error: null,
    incomplete_details: null,
    instructions: null,
    max_output_tokens: null,
    model,
    output: [
      { type: 'message', id: `msg_${id}`, status: 'completed', role: 'assistant', content: [part] },
    ],
    parallel_tool_calls: true,
    previous_response_id: null,
    store: false,
    temperature: 1,
    text: { format: text?.format ?? { type: 'text' } },
    tool_choice: 'auto',
    tools: [],
    top_p: 1,
    truncation: 'disabled',
    metadata: {},
    usage: {
      input_tokens: tokens,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: 20,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: tokens + 20,
    },
  };
}

/** Bags of words hashed into a vector: texts that share words are near to each other. */
function embeddingsOf({ model, input, dimensions, encoding_format }: EmbeddingsRequest) {
  const size = dimensions ?? (model.includes('large') ? 3072 : 1536);
  const embed = (text: string) => {
    const vector = new Float32Array(size);
    for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
      const at = createHash('md5').update(word).digest().readUInt32LE(0) % size;
      vector[at] = (vector[at] ?? 0) + 1;
    }
    const length = Math.hypot(...vector) || 1;
    return vector.map((value) => value / length);
  };
  const data = [input].flat().map((text, index) => {
    const vector = embed(text);
    const embedding =
      encoding_format === 'base64' ? Buffer.from(vector.buffer).toString('base64') : [...vector];
    return { object: 'embedding', index, embedding };
  });
  return { object: 'list', model, data, usage: { prompt_tokens: 1, total_tokens: 1 } };
}

function json(response: ServerResponse, status: number, content: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
}
