import type { App } from '#app.ts';
import { wholeKnowledge } from '#features/knowledge/queries.ts';
import type { Index } from './engine/engine.ts';
import { buildIndex, search } from './engine/engine.ts';

/** The id under which a business's opening hours are searched beside its entries. */
export const HOURS_ID = 'opening-hours';

const HOURS_LABEL = 'Opening hours';

/** The opening hours as the index has them, with their label in another language. */
export const underLabel = (text: string, label: string): string =>
  text.startsWith(HOURS_LABEL) ? `${label}${text.slice(HOURS_LABEL.length)}` : text;

export type KnowledgeIndex = { version: string; index: Index; textOf: ReadonlyMap<string, string> };

const MOST_ENTRIES = 200_000;

/** Reads the lexicons, which takes a third of a second, before a customer would have to wait for it. */
export const warmUp = () => void search(buildIndex([]), 'hello');

/** Indexes of businesses, kept in this process until their knowledge changes or room is needed. */
export function knowledgeIndexes({ db }: Pick<App, 'db'>) {
  const kept = new Map<string, KnowledgeIndex>();
  const building = new Map<string, Promise<KnowledgeIndex>>();
  let entries = 0;

  const keep = (businessId: string, built: KnowledgeIndex) => {
    drop(businessId);
    kept.set(businessId, built);
    entries += built.textOf.size;
    for (const [oldest] of kept) {
      if (entries <= MOST_ENTRIES || oldest === businessId) break;
      drop(oldest);
    }
  };
  const drop = (businessId: string) => {
    entries -= kept.get(businessId)?.textOf.size ?? 0;
    kept.delete(businessId);
  };

  const build = async (businessId: string): Promise<KnowledgeIndex> => {
    const knowledge = await db.asBusiness(businessId, wholeKnowledge);
    const hours = knowledge.hours
      ? [{ id: HOURS_ID, text: `${HOURS_LABEL}: ${knowledge.hours}` }]
      : [];
    const all = [...knowledge.entries, ...hours];
    const built = {
      version: knowledge.version,
      index: buildIndex(all),
      textOf: new Map(all.map(({ id, text }) => [id, text])),
    };
    keep(businessId, built);
    return built;
  };

  /** The index of at least this version; one is built for many who ask at once. */
  return async function indexOf(businessId: string, version?: string): Promise<KnowledgeIndex> {
    const known = kept.get(businessId);
    if (known && version && BigInt(known.version) >= BigInt(version)) return known;
    const key = `${businessId} ${version ?? ''}`;
    const underWay = building.get(key) ?? build(businessId).finally(() => building.delete(key));
    building.set(key, underWay);
    return underWay;
  };
}
