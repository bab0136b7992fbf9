import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { openaiEmbedder } from '#adapters/embedder/openai.ts';
import { vendorOf } from './loopback.ts';
import type { Call, Reply } from './loopback.ts';

type Request = { input: string[]; model: string; dimensions: number };

const requestIn = ({ body }: Call) => JSON.parse(body) as Request;
const never = () => new AbortController().signal;

/** A model that turns a text into its length and its first letter, and answers in any order. */
function measure(call: Call): Reply {
  const data = requestIn(call).input.map((text, index) => ({
    object: 'embedding',
    index,
    embedding: [text.length, text.codePointAt(0)],
  }));
  return { status: 200, json: { object: 'list', data: data.toReversed(), model: 'm' } };
}

async function embedderWith(t: TestContext, reply: (call: Call) => Reply) {
  const { url, calls } = await vendorOf(t, reply);
  const account = { apiKey: 'sk-secret', baseUrl: `${url}/v1`, timeoutMs: 1_500 };
  return { calls, embedder: openaiEmbedder({ ...account, model: 'embed-1', dimensions: 2 }) };
}

test('each text gets its own vector, in the order of the texts', async (t) => {
  const { embedder, calls } = await embedderWith(t, measure);
  const vectors = await embedder.embed(['a', 'bb', 'ccc'], never());
  assert.deepEqual(vectors, [
    [1, 97],
    [2, 98],
    [3, 99],
  ]);
  assert.equal(calls[0]?.path, '/v1/embeddings');
  const { model, dimensions } = calls.map(requestIn)[0] ?? {};
  assert.deepEqual({ model, dimensions }, { model: 'embed-1', dimensions: 2 });
});

test('what each request used is told', async (t) => {
  const { embedder } = await embedderWith(t, (call) => {
    const { json, ...rest } = measure(call);
    const usage = { prompt_tokens: requestIn(call).input.length, total_tokens: 9 };
    return { ...rest, json: { ...(json as object), usage } };
  });
  const spent: unknown[] = [];
  await embedder.embed(['a', 'bb'], never(), (tokens) => spent.push(tokens));
  assert.deepEqual(spent, [{ model: 'embed-1', input: 2, cached: 0, output: 0 }]);
});

test('blank texts are near nothing and never sent', async (t) => {
  const { embedder, calls } = await embedderWith(t, measure);
  const vectors = await embedder.embed(['', 'a', ' \n', 'bb'], never());
  assert.deepEqual(vectors, [
    [0, 0],
    [1, 97],
    [0, 0],
    [2, 98],
  ]);
  assert.deepEqual(
    calls.map(requestIn).map(({ input }) => input),
    [['a', 'bb']],
  );
  assert.deepEqual(await embedder.embed(['', ''], never()), [
    [0, 0],
    [0, 0],
  ]);
  assert.deepEqual(await embedder.embed([], never()), []);
  assert.equal(calls.length, 1);
});

test('thousands of texts go out in requests of at most 2,048', async (t) => {
  const { embedder, calls } = await embedderWith(t, measure);
  const texts = Array.from({ length: 5_000 }, (_, n) => 'x'.repeat((n % 7) + 1));
  const vectors = await embedder.embed(texts, never());
  assert.deepEqual(
    vectors,
    texts.map((text) => [text.length, 120]),
  );
  const sizes = calls.map(requestIn).map(({ input }) => input.length);
  assert.deepEqual(sizes, [2_048, 2_048, 904]);
});

test('long texts go out in requests of at most 300,000 tokens', async (t) => {
  const { embedder, calls } = await embedderWith(t, measure);
  const greeting = 'నమస్తే';
  const texts = Array.from({ length: 100 }, () => greeting.repeat(400));
  assert.equal((await embedder.embed(texts, never())).length, 100);
  const sizes = calls.map(requestIn).map(({ input }) => Buffer.byteLength(input.join('')));
  assert.deepEqual(
    sizes,
    [41, 41, 18].map((count) => count * 400 * Buffer.byteLength(greeting)),
  );
  assert.ok(sizes.every((size) => size <= 300_000));
});

test('a text of more than 8,191 tokens is embedded by its beginning', async (t) => {
  const { embedder, calls } = await embedderWith(t, measure);
  await embedder.embed(['word '.repeat(20_000), '🍕'.repeat(5_000), 'é'.repeat(9_000)], never());
  const sent = calls.flatMap((call) => requestIn(call).input);
  const [english = '', pizza = '', accents = ''] = sent;
  assert.ok(english.length > 16_000 && english.length <= 16_382);
  assert.ok(pizza.isWellFormed() && Buffer.byteLength(pizza) <= 8_191);
  assert.ok(pizza.length > 4_000 && accents.length > 4_000);
});

test('a vector of another size than promised is refused', async (t) => {
  const data = [{ object: 'embedding', index: 0, embedding: [1, 2, 3] }];
  const { embedder } = await embedderWith(t, () => ({ status: 200, json: { data } }));
  await assert.rejects(embedder.embed(['a'], never()), /one vector of 2 numbers/);
});

test('a missing vector is refused', async (t) => {
  const { embedder } = await embedderWith(t, () => ({ status: 200, json: { data: [] } }));
  await assert.rejects(embedder.embed(['a'], never()), /one vector of 2 numbers/);
});

test('a model that is down for a moment is asked once more', async (t) => {
  let asked = 0;
  const { embedder } = await embedderWith(t, (call) =>
    ++asked === 1 ? { status: 503, json: {} } : measure(call),
  );
  assert.deepEqual(await embedder.embed(['a'], never()), [[1, 97]]);
});

test('a silent model makes the call fail in time, and at once when nobody waits', async (t) => {
  const { embedder, calls } = await embedderWith(t, () => ({ status: 200, afterMs: 10_000 }));
  const started = performance.now();
  await assert.rejects(embedder.embed(['a'], never()));
  assert.ok(performance.now() - started < 3_500);
  const restarted = performance.now();
  await assert.rejects(embedder.embed(['a'], AbortSignal.timeout(100)));
  assert.ok(performance.now() - restarted < 1_200);
  await assert.rejects(embedder.embed(['a'], AbortSignal.abort()));
  assert.equal(calls.length, 2);
});
