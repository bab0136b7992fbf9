export type KeptVector = { entryId: string; unit: Float32Array };

const KEPT_MS = 10_000;
const MOST_NUMBERS = 8_000_000;

type Kept = { vectors: Promise<KeptVector[]>; until: number; size: number };

/**
 * Keeps the vectors of the businesses asked last, at most 32 MB of them, for ten seconds: what another process
 * has changed is seen then.
 */
export function keptVectors(load: (businessId: string) => Promise<KeptVector[]>) {
  const kept = new Map<string, Kept>();

  const makeRoom = () => {
    let size = [...kept.values()].reduce((sum, each) => sum + each.size, 0);
    for (const [businessId, each] of kept) {
      if (size <= MOST_NUMBERS) return;
      size -= each.size;
      kept.delete(businessId);
    }
  };

  const begin = (businessId: string): Kept => {
    const fresh: Kept = { vectors: load(businessId), until: performance.now() + KEPT_MS, size: 0 };
    kept.delete(businessId);
    kept.set(businessId, fresh);
    fresh.vectors.then(
      (vectors) => {
        fresh.size = vectors.reduce((sum, { unit }) => sum + unit.length, 0);
        makeRoom();
      },
      () => {
        if (kept.get(businessId) === fresh) kept.delete(businessId);
      },
    );
    return fresh;
  };

  return {
    of(businessId: string): Promise<KeptVector[]> {
      const known = kept.get(businessId);
      return (known && known.until > performance.now() ? known : begin(businessId)).vectors;
    },
    /** To be called after each change, so that the next question sees it. */
    forget: (businessId: string) => void kept.delete(businessId),
  };
}

/** The vector at length 1, so that a dot product is the cosine. */
export function unitOf(values: readonly number[]): Float32Array {
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  return Float32Array.from(values, (value) => value / length);
}

/** The dot product of two vectors of one length. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
