import type { App } from '#app.ts';
import { within } from '#platform/http/deadline.ts';
import type { Passage, VectorHit, VectorIndex } from '#ports.ts';
import type { Found } from './engine/engine.ts';
import type { KnowledgeIndex } from './knowledge-index.ts';

type Uses = Pick<App, 'embedder' | 'vectors' | 'formerIndex' | 'ledger' | 'log'>;

/** The vector store only lends a hand: a hanging one must leave the model most of the time. */
const RETRIEVAL_MS = 2_000;
const NEAREST = 8;

type Sought = { businessId: string; question: string };

/** The engine's hits and those of the vector store, if it gives some in time; what is not told any more is left out. */
export async function passagesFor(
  app: Uses,
  sought: Sought,
  { textOf, endOf }: KnowledgeIndex,
  { hits }: Found,
  signal: AbortSignal,
): Promise<Passage[]> {
  const ids = new Set(hits.map(({ id }) => id));
  for (const { entryId } of await nearest(app, sought, signal)) ids.add(entryId);
  return [...ids].flatMap((id) => {
    const text = textOf.get(id);
    const until = endOf.get(id);
    return text === undefined ? [] : [{ id, text, ...(until && { until }) }];
  });
}

/** While the present index is being filled, the former one is asked as well. */
async function nearest(app: Uses, sought: Sought, signal: AbortSignal): Promise<VectorHit[]> {
  const { embedder, vectors } = app;
  if (!embedder || !vectors) return [];
  const former = app.formerIndex.answering();
  const indexes = [{ embedder, vectors }, ...(former ? [former] : [])];
  const found = await Promise.all(
    indexes.map((index) => unlessAway(app, nearestIn(app, index, sought, signal))),
  );
  return found.flat();
}

async function unlessAway(
  { log }: Uses,
  search: Promise<readonly VectorHit[]>,
): Promise<readonly VectorHit[]> {
  try {
    return await within(RETRIEVAL_MS, search);
  } catch (error) {
    log.warn('the vector store did not answer', { reason: String(error) });
    return [];
  }
}

async function nearestIn(
  { ledger }: Uses,
  { embedder, vectors }: VectorIndex,
  { businessId, question }: Sought,
  signal: AbortSignal,
): Promise<VectorHit[]> {
  const spent = ledger.spentOn(businessId, 'embed');
  const [values] = await embedder.embed([question], signal, spent);
  return values ? vectors.query(businessId, values, NEAREST) : [];
}
