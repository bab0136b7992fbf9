import type { Db, OneBusiness } from '#db/tables.ts';
import type { Vectors } from '#ports.ts';
import type { KeptVector } from './kept-vectors.ts';
import { dot, keptVectors, unitOf } from './kept-vectors.ts';

/** `model` tells vectors apart that cannot be compared. */
type Uses = { db: Db; model: string };

/** Vectors kept beside the entries and compared in this process, for businesses of ordinary size. */
export function postgresVectors({ db, model }: Uses): Vectors {
  const kept = keptVectors((businessId) => load({ db, model }, businessId));

  return {
    name: 'database',
    prepare: () => Promise.resolve(),

    async upsert(businessId, records) {
      if (records.length === 0) return;
      const values = records.map((record) => ({
        entry_id: record.entryId,
        model,
        embedding: [...record.values],
      }));
      await db.asBusiness(businessId, (tx) => insertVectors(tx, values));
      kept.forget(businessId);
    },

    async remove(businessId, entryIds) {
      if (entryIds.length === 0) return;
      await db.asBusiness(businessId, (tx) =>
        tx.deleteFrom('entry_vectors').where('entry_id', 'in', entryIds).execute(),
      );
      kept.forget(businessId);
    },

    async removeBusiness(businessId) {
      await db.asBusiness(businessId, (tx) =>
        tx.deleteFrom('entry_vectors').where('model', '=', model).execute(),
      );
      kept.forget(businessId);
    },

    async query(businessId, values, limit) {
      const asked = unitOf(values);
      return (await kept.of(businessId))
        .map(({ entryId, unit }) => ({ entryId, score: dot(unit, asked) }))
        .toSorted((a, b) => b.score - a.score)
        .slice(0, limit);
    },

    check: () => Promise.resolve({ isHealthy: true }),
  };
}

async function load({ db, model }: Uses, businessId: string): Promise<KeptVector[]> {
  const rows = await db.asBusiness(businessId, (tx) =>
    tx
      .selectFrom('entry_vectors')
      .select(['entry_id', 'embedding'])
      .where('model', '=', model)
      .execute(),
  );
  return rows.map((row) => ({ entryId: row.entry_id, unit: unitOf(row.embedding) }));
}

type Row = { entry_id: string; model: string; embedding: number[] };

const insertVectors = (tx: OneBusiness, values: Row[]) =>
  tx
    .insertInto('entry_vectors')
    .values(values)
    .onConflict((conflict) =>
      conflict
        .columns(['business_id', 'entry_id', 'model'])
        .doUpdateSet((eb) => ({ embedding: eb.ref('excluded.embedding') })),
    )
    .execute();
