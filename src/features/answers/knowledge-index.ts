import type { App } from '#app.ts';
import { askedHours } from '#features/hours/question.ts';
import { readHours } from '#features/hours/read.ts';
import { wholeKnowledge } from '#features/knowledge/queries.ts';
import type { Index } from './engine/engine.ts';
import { buildIndex, search } from './engine/engine.ts';

/** The id under which a business's opening hours are searched beside its entries. */
export const HOURS_ID = 'opening-hours';

const HOURS_LABEL = 'Opening hours';

/** The opening hours as the index has them, with their label in another language. */
export const underLabel = (text: string, label: string): string =>
  text.startsWith(HOURS_LABEL) ? `${label}${text.slice(HOURS_LABEL.length)}` : text;

/** `goodUntil` is when the first of its facts ends, in milliseconds; infinite where none does. */
export type KnowledgeIndex = {
  version: string;
  index: Index;
  textOf: ReadonlyMap<string, string>;
  /** When a fact ends, of those that do. */
  endOf: ReadonlyMap<string, Date>;
  goodUntil: number;
};

const MOST_ENTRIES = 200_000;

/** Reads the lexicons and the words of hours, which takes a while, before a customer would have to wait for it. */
export function warmUp(): void {
  search(buildIndex([]), 'hello');
  const where = { now: new Date(0), timeZone: 'UTC', country: '', name: '' };
  askedHours('are you open tomorrow at 9?', where);
  readHours('Mon-Fri 9-18');
}

/** Indexes of businesses, kept in this process until their knowledge changes or room is needed. */
export function knowledgeIndexes({ db, clock }: Pick<App, 'db' | 'clock'>) {
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
    const built = indexed(await db.asBusiness(businessId, (tx) => wholeKnowledge(tx, clock.now())));
    keep(businessId, built);
    return built;
  };

  /** The index of at least this version; one is built for many who ask at once. */
  return async function indexOf(businessId: string, version?: string): Promise<KnowledgeIndex> {
    const known = kept.get(businessId);
    const isGood = known && clock.now().getTime() < known.goodUntil;
    if (isGood && version && BigInt(known.version) >= BigInt(version)) return known;
    const key = `${businessId} ${version ?? ''}`;
    const underWay = building.get(key) ?? build(businessId).finally(() => building.delete(key));
    building.set(key, underWay);
    return underWay;
  };
}

type Knowledge = Awaited<ReturnType<typeof wholeKnowledge>>;

function indexed({ version, hours, entries, goodUntil }: Knowledge): KnowledgeIndex {
  const ofHours = hours ? [{ id: HOURS_ID, text: `${HOURS_LABEL}: ${hours}` }] : [];
  const all = [...entries, ...ofHours];
  const textOf = new Map(all.map(({ id, text }) => [id, text]));
  const endOf = new Map(
    entries.flatMap(({ id, validUntil }) => (validUntil ? [[id, validUntil] as const] : [])),
  );
  return { version, index: buildIndex(all), textOf, endOf, goodUntil };
}
