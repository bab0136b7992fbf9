import type { Index, Pinecone } from '@pinecone-database/pinecone';
import type { Health, Vectors, VectorHit, VectorRecord } from '#ports.ts';
import type { IndexOptions } from './pinecone-index.ts';
import {
  assertFits,
  connect,
  IndexIsGone,
  inOurWords,
  openIndex,
  troubleWith,
  unlessGone,
} from './pinecone-index.ts';

type Options = IndexOptions & { timeoutMs?: number };

/** The vendor's bounds: records and bytes of one upsert, ids of one delete, hits of one query. */
const MOST_RECORDS = 100;
const MOST_BYTES = 2_000_000;
const MOST_IDS = 1_000;
const MOST_HITS = 10_000;

/** Keeps vectors in one Pinecone index, a namespace for each business. A write shows in queries only seconds later, so that whoever asks must drop hits whose entry is gone. */
export function pineconeVectors({ timeoutMs = 10_000, ...options }: Options): Vectors {
  const client = once(() => connect(options, timeoutMs));
  const opened = once(async () => openIndex(await client(), options));

  const attempt = <T>(act: () => Promise<T>) => inOurWords(options.index, act);

  return {
    name: `pinecone:${options.index}`,
    prepare: () => attempt(async () => void (await opened())),

    upsert: (businessId, records) =>
      attempt(async () => {
        const written = records.filter(({ values }) => hasDirection(values));
        const blank = records.filter(({ values }) => !hasDirection(values));
        await upsert(opened, businessId, written);
        await remove(opened, businessId, blank.map(entryIdOf));
      }),

    remove: (businessId, entryIds) => attempt(() => remove(opened, businessId, entryIds)),

    removeBusiness: (businessId) =>
      attempt(async () => {
        const index = await unlessRemoved(opened);
        await unlessGone(async () => index?.deleteNamespace(namespaceOf(businessId)));
      }),

    query: (businessId, values, limit) =>
      attempt(async () => {
        if (limit < 1 || !hasDirection(values)) return [];
        return query(await opened(), businessId, values, Math.min(limit, MOST_HITS));
      }),

    check: () => check(client, options),
  };
}

type Opened = () => Promise<Index>;

async function upsert(opened: Opened, businessId: string, records: readonly VectorRecord[]) {
  const namespace = namespaceOf(businessId);
  const bytesEach = (records[0]?.values.length ?? 0) * 24 + 600;
  const atOnce = Math.min(MOST_RECORDS, Math.floor(MOST_BYTES / bytesEach));
  for (const chunk of chunks(records, atOnce)) {
    const index = await opened();
    const rows = chunk.map(({ entryId, values }) => ({ id: entryId, values: [...values] }));
    await index.upsert({ records: rows, namespace });
  }
}

async function remove(opened: Opened, businessId: string, entryIds: readonly string[]) {
  const namespace = namespaceOf(businessId);
  for (const ids of chunks(entryIds, MOST_IDS)) {
    const index = await opened();
    await unlessGone(() => index.deleteMany({ ids, namespace }));
  }
}

const unlessRemoved = (opened: Opened) =>
  opened().catch((error: unknown) => {
    if (error instanceof IndexIsGone) return undefined;
    throw error;
  });

async function query(
  index: Index,
  businessId: string,
  values: readonly number[],
  topK: number,
): Promise<VectorHit[]> {
  const namespace = namespaceOf(businessId);
  const { matches } = await index.query({ vector: [...values], topK, namespace });
  return matches
    .map(({ id, score = 0 }) => ({ entryId: id, score }))
    .toSorted((a, b) => b.score - a.score);
}

async function check(client: () => Promise<Pinecone>, options: IndexOptions): Promise<Health> {
  try {
    assertFits(await (await client()).indexes.describe(options.index), options);
    return { isHealthy: true };
  } catch (error) {
    return { isHealthy: false, detail: troubleWith(options.index, error) };
  }
}

/** With a prefix of our own no id can ever mean the index's default namespace. */
const namespaceOf = (businessId: string) => `business_${businessId}`;

const entryIdOf = ({ entryId }: VectorRecord) => entryId;

/** Pinecone refuses vectors of zeros, which are near nothing. */
const hasDirection = (values: readonly number[]) => values.some((value) => value !== 0);

function chunks<T>(all: readonly T[], size: number): T[][] {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, n) => all.slice(n * size, (n + 1) * size));
}

/** Does a thing once for all who ask; after a failure the next who asks tries again. */
function once<T>(act: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return () => {
    done ??= act().catch((error: unknown) => {
      done = undefined;
      throw error;
    });
    return done;
  };
}
