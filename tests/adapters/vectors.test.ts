import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pineconeVectors } from '#adapters/vectors/pinecone.ts';
import type { Call, Reply } from './loopback.ts';
import { playedPinecone } from './pinecone.ts';
import { vectorsContract } from './vectors.contract.ts';

const open = (controllerHost: string, dimensions = 3) =>
  pineconeVectors({
    apiKey: 'pc-secret',
    index: 'frontdesk',
    controllerHost,
    dimensions,
    timeoutMs: 2_000,
  });

vectorsContract('pinecone', async (t) => {
  const { url } = await playedPinecone(t);
  return { open: (dimensions) => open(url, dimensions) };
});

const PIZZA = 'pizza_palace_7f3a';
const ONE = [{ entryId: 'one', values: [1, 0, 0] }];
const requests = (calls: readonly Call[]) => calls.map(({ method, path }) => `${method} ${path}`);

/** Refuses the first `times` calls of a path. */
function refusing(times: number, path: string, reply: Reply) {
  let left = times;
  return (call: Call) => (call.path === path && left-- > 0 ? reply : undefined);
}

describe('pinecone', () => {
  test('a missing index is made for cosines on serverless, and waited for', async (t) => {
    const { url, calls, indexes } = await playedPinecone(t, { readyAfter: 1 });
    await open(url).prepare();
    assert.deepEqual(requests(calls), [
      'GET /indexes/frontdesk',
      'POST /indexes',
      'GET /indexes/frontdesk',
      'GET /indexes/frontdesk',
    ]);
    assert.deepEqual(indexes.get('frontdesk')?.fields, {
      _values: { type: 'dense_vector', dimension: 3, metric: 'cosine' },
    });
    const { deployment } = JSON.parse(calls[1]?.body ?? '') as { deployment: object };
    assert.deepEqual(deployment, {
      deployment_type: 'managed',
      cloud: 'aws',
      region: 'us-east-1',
    });
  });

  test('the host is looked up once, however many ask at once', async (t) => {
    const { url, calls } = await playedPinecone(t);
    await open(url).prepare();
    calls.length = 0;
    const vectors = open(url);
    await Promise.all([1, 2, 3].map(() => vectors.query(PIZZA, [1, 0, 0], 3)));
    await vectors.prepare();
    assert.equal(requests(calls).filter((line) => line.startsWith('GET /indexes')).length, 1);
  });

  test('a host that could not be looked up is looked up again', async (t) => {
    const fault = refusing(1, '/indexes/frontdesk', { status: 401 });
    const vectors = open((await playedPinecone(t, { fault })).url);
    await assert.rejects(vectors.prepare());
    await vectors.prepare();
  });

  test('another process that makes the index at the same instant does no harm', async (t) => {
    const { url } = await playedPinecone(t);
    await Promise.all([open(url).prepare(), open(url).prepare(), open(url).prepare()]);
  });

  test('each business has a namespace of its own, and never the default one', async (t) => {
    const { url, namespaces } = await playedPinecone(t);
    await open(url).upsert(PIZZA, ONE);
    await open(url).upsert('', ONE);
    assert.deepEqual([...namespaces.keys()], ['business_pizza_palace_7f3a', 'business_']);
  });

  test('writes go out in batches of at most 100 entries and two megabytes', async (t) => {
    const { url, calls } = await playedPinecone(t);
    const values = Array.from({ length: 3_072 }, (_, n) => -1 / (n + 3) / 1e-7);
    const records = Array.from({ length: 60 }, (_, n) => ({ entryId: `${n}`, values }));
    await open(url, 3_072).upsert(PIZZA, records);
    const writes = calls.filter(({ path }) => path === '/vectors/upsert');
    assert.ok(writes.length > 1 && writes.every(({ body }) => body.length < 2_000_000));
  });

  const troubles: Record<string, Reply> = {
    'too many requests': { status: 429 },
    'too many requests, with a pause': { status: 429, headers: { 'retry-after': '1' } },
    'a server error': { status: 503 },
    'a cut connection': { status: 200, isCut: true },
  };
  for (const [name, reply] of Object.entries(troubles)) {
    test(`${name} is waited out`, async (t) => {
      const fault = refusing(1, '/vectors/upsert', reply);
      const { url, namespaces } = await playedPinecone(t, { fault });
      const vectors = open(url);
      await vectors.prepare();
      const started = performance.now();
      await vectors.upsert(PIZZA, ONE);
      assert.ok(performance.now() - started >= (reply.headers ? 990 : 190));
      assert.equal(namespaces.get(`business_${PIZZA}`)?.size, 1);
    });
  }

  const outages: Record<string, Reply & { withinMs: number; words: RegExp }> = {
    'too many requests for good': {
      status: 429,
      withinMs: 2_800,
      words: /^Pinecone answers with status 429\.$/,
    },
    'too many requests for an hour': {
      status: 429,
      headers: { 'retry-after': '3600' },
      withinMs: 1_000,
      words: /^Pinecone answers with status 429\.$/,
    },
    'a server that is down': {
      status: 503,
      withinMs: 2_800,
      words: /^Pinecone answers with status 503\.$/,
    },
    'a server that is silent': {
      status: 200,
      json: {},
      afterMs: 10_000,
      withinMs: 2_800,
      words: /^Pinecone did not answer in time\.$/,
    },
    'a server that cuts every connection': {
      status: 200,
      isCut: true,
      withinMs: 2_800,
      words: /^Pinecone cannot be reached \([A-Z_]+\)\.$/,
    },
    'a key that is no longer accepted': {
      status: 401,
      withinMs: 1_000,
      words: /^Pinecone does not accept PINECONE_API_KEY\.$/,
    },
  };
  for (const [name, { withinMs, words, ...reply }] of Object.entries(outages)) {
    test(`${name} makes the call fail in time, in our words`, async (t) => {
      const { url } = await playedPinecone(t, { fault: refusing(99, '/query', reply) });
      const vectors = open(url);
      await vectors.prepare();
      const started = performance.now();
      await assert.rejects(vectors.query(PIZZA, [1, 0, 0], 3), { name: 'Error', message: words });
      assert.ok(performance.now() - started < withinMs);
    });
  }

  test('an index that compares otherwise is refused with a sentence', async (t) => {
    const { url, indexes } = await playedPinecone(t);
    const fields = { _values: { type: 'dense_vector', dimension: 3, metric: 'euclidean' } };
    indexes.set('frontdesk', { fields, asked: 0 });
    await assert.rejects(open(url).prepare(), /Set PINECONE_INDEX to a name that is not taken/);
  });

  test('whoever asks how it is hears it, changes nothing, and never hears the key', async (t) => {
    const absent = await playedPinecone(t);
    const details: [url: string, detail: RegExp][] = [
      [absent.url, /"frontdesk" does not exist yet/],
      [(await playedPinecone(t, { fault: () => ({ status: 401 }) })).url, /PINECONE_API_KEY/],
      [
        (await playedPinecone(t, { fault: () => ({ status: 500 }) })).url,
        /answers with status 500/,
      ],
      ['http://127.0.0.1:4399', /cannot be reached \(ECONNREFUSED\)/],
    ];
    for (const [url, expected] of details) {
      const { isHealthy, detail = '' } = await open(url).check();
      assert.equal(isHealthy, false);
      assert.match(detail, expected);
      assert.doesNotMatch(detail, /pc-secret/);
    }
    assert.equal(absent.indexes.size, 0);
    await open(absent.url).prepare();
    assert.deepEqual(await open(absent.url).check(), { isHealthy: true });
    assert.match((await open(absent.url, 4).check()).detail ?? '', /gives 4/);
  });
});
