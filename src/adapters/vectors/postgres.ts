import type { Db, OneBusiness } from '#db/tables.ts';
import type { Vectors } from '#ports.ts';

/** Vectors kept beside the entries and compared in this process, for businesses of ordinary size. */
export function postgresVectors({ db, model }: { db: Db; model: string }): Vectors {
  return {
    prepare: () => Promise.resolve(),

    async upsert(businessId, records) {
      if (records.length === 0) return;
      const values = records.map((record) => ({
        entry_id: record.entryId,
        model,
        embedding: [...record.values],
      }));
      await db.asBusiness(businessId, (tx) => insertVectors(tx, values));
    },

    async remove(businessId, entryIds) {
      if (entryIds.length === 0) return;
      await db.asBusiness(businessId, (tx) =>
        tx.deleteFrom('entry_vectors').where('entry_id', 'in', entryIds).execute(),
      );
    },

    async removeBusiness(businessId) {
      await db.asBusiness(businessId, (tx) => tx.deleteFrom('entry_vectors').execute());
    },

    async query(businessId, values, limit) {
      const rows = await db.asBusiness(businessId, (tx) =>
        tx
          .selectFrom('entry_vectors')
          .select(['entry_id as entryId', 'embedding'])
          .where('model', '=', model)
          .execute(),
      );
      return rows
        .map(({ entryId, embedding }) => ({ entryId, score: cosine(embedding, values) }))
        .toSorted((a, b) => b.score - a.score)
        .slice(0, limit);
    },

    check: () => Promise.resolve({ isHealthy: true }),
  };
}

type Row = { entry_id: string; model: string; embedding: number[] };

const insertVectors = (tx: OneBusiness, values: Row[]) =>
  tx
    .insertInto('entry_vectors')
    .values(values)
    .onConflict((conflict) =>
      conflict.columns(['business_id', 'entry_id']).doUpdateSet((eb) => ({
        model: eb.ref('excluded.model'),
        embedding: eb.ref('excluded.embedding'),
      })),
    )
    .execute();

function cosine(a: readonly number[], b: readonly number[]): number {
  let dot = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (const [i, x] of a.entries()) {
    const y = b[i] ?? 0;
    dot += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  return dot / (Math.sqrt(squaresA * squaresB) || 1);
}
