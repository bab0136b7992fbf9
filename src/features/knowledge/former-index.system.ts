import { sql } from 'kysely';
import type { App } from '#app.ts';
import { reasonOf } from '#errors.ts';
import type { VectorIndex } from '#ports.ts';
import type { Place } from './index-place.ts';
import { placeOf, readPlace } from './index-place.ts';

type Uses = Pick<App, 'db' | 'clock' | 'log' | 'embedder' | 'vectors'> & {
  openIndex: (place: string) => VectorIndex | null;
};

type Known = { inUse: string | null; former: string | null };

/** The index that was in use before, while the present one is being filled. */
export type FormerIndex = {
  /** To be asked beside the present one; null once that has every entry. */
  answering: () => VectorIndex | null;
  /** Still holds vectors. */
  held: () => VectorIndex | null;
  /** Reads anew which one it is, and removes its vectors when it has not been needed for a while; true while there is one. */
  look: () => Promise<boolean>;
};

/** Another process may still be set to it, as while a new version is started beside the old one. */
const KEPT_ON_MS = 10 * 60_000;

/** Keeps the former index answering until the present one is complete, so that a change of model leaves no gap. */
export function formerIndex(app: Uses): FormerIndex {
  let held: { place: string; index: VectorIndex | null } | null = null;
  let completeSince: Date | null = null;

  const forget = () => {
    held = null;
    completeSince = null;
    return false;
  };

  /** True when the present index has had every entry for long enough. */
  const isNeededNoMore = async (present: string, { inUse }: Known) => {
    const isFull = inUse === present && (await isComplete(app, present));
    const now = app.clock.now();
    completeSince = isFull ? (completeSince ?? now) : null;
    return completeSince !== null && now.getTime() - completeSince.getTime() >= KEPT_ON_MS;
  };

  const look = async () => {
    const { embedder, vectors } = app;
    if (!embedder || !vectors) return false;
    const present = placeOf({ embedder, vectors });
    const places = await known(app);
    const place = formerOf(places, present);
    if (place === null) return forget();
    if (held?.place !== place) held = { place, index: app.openIndex(place) };
    if (!(await isNeededNoMore(present, places))) return true;
    return (await leave(app, place, held.index)) ? forget() : true;
  };

  return {
    answering: () => (completeSince ? null : (held?.index ?? null)),
    held: () => held?.index ?? null,
    look,
  };
}

/** The index in use, and the former one where there is one. */
export async function knownPlaces(db: App['db']): Promise<Place[]> {
  const { inUse, former } = await known({ db });
  return [inUse, former].flatMap((place) => (place && readPlace(place)) || []);
}

async function known({ db }: Pick<App, 'db'>): Promise<Known> {
  const [row] = await db.runAsSystem(sql<Known>`
    select max(value) filter (where name = 'index') as "inUse",
      max(value) filter (where name = 'former_index') as former from installation`);
  return row ?? { inUse: null, former: null };
}

/** Until this process has made its own index the one in use, that is the one which answers. */
function formerOf({ inUse, former }: Known, present: string): string | null {
  const place = inUse !== null && inUse !== present ? inUse : former;
  return place === present ? null : place;
}

async function isComplete({ db }: Uses, present: string): Promise<boolean> {
  const [row] = await db.runAsSystem(sql<{ lacks: boolean }>`
    select exists (select from entries
      where deleted_at is null and indexed_in is distinct from ${present}) as lacks`);
  return row?.lacks === false;
}

/** Its vectors go, business by business; whatever fails is tried again at the next look. */
async function leave(
  { db, log }: Uses,
  place: string,
  index: VectorIndex | null,
): Promise<boolean> {
  const businesses = await db.runAsSystem(sql<{ id: string }>`select id from businesses`);
  try {
    for (const { id } of businesses) await index?.vectors.removeBusiness(id);
  } catch (error) {
    log.warn('vectors of the former index are left', { index: place, reason: reasonOf(error) });
    return false;
  }
  await db.runAsSystem(
    sql`delete from installation where name = 'former_index' and value = ${place}`,
  );
  log.info('the former index is left', { index: place });
  return true;
}
