import type { Embedder, Vectors } from '#ports.ts';

/** An embedding model that says of each text how long it is. */
export const embedderOf = (model = 'small'): Embedder => ({
  model,
  dimensions: 1,
  embed: async (texts) => texts.map(({ length }) => [length]),
});

/** A vector store in memory, with what it holds of each business by entry. */
export function storeOf(name: string) {
  const held = new Map<string, Map<string, readonly number[]>>();
  const of = (businessId: string) => held.get(businessId) ?? new Map<string, readonly number[]>();
  const vectors: Vectors = {
    name,
    prepare: async () => {},
    async upsert(businessId, records) {
      const own = of(businessId);
      for (const { entryId, values } of records) own.set(entryId, values);
      held.set(businessId, own);
    },
    async remove(businessId, entryIds) {
      for (const id of entryIds) of(businessId).delete(id);
    },
    removeBusiness: async (businessId) => void held.delete(businessId),
    query: async () => [],
    check: async () => ({ isHealthy: true }),
  };
  /** The lengths of the texts of a business that it can find. */
  const lengths = (businessId: string) =>
    [...of(businessId).values()].map(([length = 0]) => length).toSorted((a, b) => a - b);
  return { vectors, held, lengths };
}

/** An embedding model to which every text is near every other one, as a model of few numbers. */
export const blurOf = (model: string): Embedder => ({
  model,
  dimensions: 2,
  embed: async (texts) => texts.map(() => [1, 0]),
});
