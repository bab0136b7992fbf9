import type { TestContext } from 'node:test';
import { vendorOf } from './loopback.ts';
import type { Call, Reply } from './loopback.ts';

type Field = { type: string; dimension?: number; metric?: string };
type Store = {
  indexes: Map<string, { fields: Record<string, Field>; asked: number }>;
  namespaces: Map<string, Map<string, number[]>>;
};
type Body = {
  name: string;
  schema: { fields: Record<string, Field> };
  namespace: string;
  vectors: { id: string; values: number[] }[];
  vector: number[];
  topK: number;
  ids: string[];
};

const notFound: Reply = { status: 404, json: { code: 5, message: 'not found' } };

/** As much of Pinecone as we use, with its limits; `fault` answers first where it wishes to. */
export async function playedPinecone(
  t: TestContext,
  { readyAfter = 0, fault = (_call: Call): Reply | undefined => undefined } = {},
) {
  const store: Store = { indexes: new Map(), namespaces: new Map() };
  const vendor = await vendorOf(t, (call) => {
    const refused = fault(call);
    if (refused) return refused;
    const [path = ''] = call.path.split('?');
    return path.startsWith('/indexes') ? control(store, call, readyAfter) : data(store, call, path);
  });
  return { ...vendor, ...store };
}

function control({ indexes }: Store, { method, path, body, headers }: Call, readyAfter: number) {
  if (method === 'POST') {
    const { name, schema } = JSON.parse(body) as Body;
    if (indexes.has(name)) return { status: 409, json: { error: { message: 'exists' } } };
    indexes.set(name, { fields: schema.fields, asked: 0 });
    return { status: 201, json: model(name, schema.fields, '', false) };
  }
  const name = path.slice('/indexes/'.length);
  const index = indexes.get(name);
  if (!index) return notFound;
  index.asked += 1;
  const host = `http://${headers.host}`;
  return { status: 200, json: model(name, index.fields, host, index.asked > readyAfter) };
}

const model = (name: string, fields: Record<string, Field>, host: string, ready: boolean) => ({
  name,
  host,
  status: { ready, state: ready ? 'Ready' : 'Initializing' },
  deployment: { deployment_type: 'managed', cloud: 'aws', region: 'us-east-1' },
  schema: { fields },
  deletion_protection: 'disabled',
});

function data(store: Store, { method, body }: Call, path: string): Reply {
  if (method === 'DELETE') {
    const isThere = store.namespaces.delete(path.slice('/namespaces/'.length));
    return isThere ? { status: 200, json: {} } : notFound;
  }
  if (body.length > 2_000_000) return { status: 400, json: {} };
  const request = JSON.parse(body) as Body;
  if (path === '/vectors/upsert') return upserted(store, request);
  if (path === '/vectors/delete') return deleted(store, request);
  return found(store, request);
}

function upserted({ namespaces }: Store, { namespace, vectors }: Body): Reply {
  const isBlank = vectors.some(({ values }) => values.every((value) => value === 0));
  if (isBlank || vectors.length > 100) return { status: 400, json: {} };
  const rows = namespaces.get(namespace) ?? new Map<string, number[]>();
  for (const { id, values } of vectors) rows.set(id, values);
  namespaces.set(namespace, rows);
  return { status: 200, json: { upsertedCount: vectors.length } };
}

function deleted({ namespaces }: Store, { namespace, ids }: Body): Reply {
  if (ids.length > 1_000) return { status: 400, json: {} };
  const rows = namespaces.get(namespace);
  for (const id of ids) rows?.delete(id);
  return rows ? { status: 200, json: {} } : notFound;
}

/** The worst of the best first: whoever asks has to see to the order. */
function found({ namespaces }: Store, { namespace, vector, topK }: Body): Reply {
  const matches = [...(namespaces.get(namespace) ?? [])]
    .map(([id, values]) => ({ id, score: cosine(values, vector), values: [] }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, topK)
    .toReversed();
  return { status: 200, json: { matches, namespace, usage: { readUnits: 1 } } };
}

const dot = (a: number[], b: number[]) => a.reduce((sum, x, at) => sum + x * (b[at] ?? 0), 0);
const cosine = (a: number[], b: number[]) => dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
