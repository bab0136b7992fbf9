import type { VectorIndex } from '#ports.ts';

/** Where the vectors of an index are and what made them, as the database keeps it: "pinecone:shop text-embedding-3-small 1536". */
export type Place = { store: string; model: string; dimensions: number };

export const placeOf = ({ embedder, vectors }: VectorIndex): string =>
  `${vectors.name} ${embedder.model} ${embedder.dimensions}`;

/** Null for what is none. */
export function readPlace(place: string): Place | null {
  const [store, model, dimensions] = place.split(' ');
  if (!store || !model || !Number(dimensions)) return null;
  return { store, model, dimensions: Number(dimensions) };
}

const PREFIX = 'pinecone:';
/** The vendor's bound for names. */
const LONGEST_NAME = 45;

/**
 * The index at Pinecone for a model: the one that is configured, unless it is known to hold vectors of another model;
 * then one of its own, whose name ends with that.
 */
export function indexNameFor(
  configured: string,
  { model, dimensions }: Pick<Place, 'model' | 'dimensions'>,
  known: readonly Place[],
): string {
  const ours = known.flatMap(({ store, ...rest }) => {
    const name = store.startsWith(PREFIX) ? store.slice(PREFIX.length) : '';
    return name === configured || name.endsWith(`-${configured}`) ? [{ name, ...rest }] : [];
  });
  const same = ours.find((one) => one.model === model && one.dimensions === dimensions);
  if (same) return same.name;
  return ours.some(({ name }) => name === configured)
    ? nameOfOwn(configured, model, dimensions)
    : configured;
}

/** Lower-case letters, digits and hyphens, as the vendor wants it. It does not begin as the other name does, so that hosts made of names stay apart. */
function nameOfOwn(configured: string, model: string, dimensions: number): string {
  const beginning = `${model}-${dimensions}`.toLowerCase().replace(/[^a-z\d]+/g, '-');
  return `${beginning}-${configured}`.slice(-LONGEST_NAME).replace(/^-+/, '');
}
