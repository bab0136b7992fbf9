/** Counts of a text's runs of three and four letters, word boundaries marked, and their Euclidean length. */
export type Grams = { counts: ReadonlyMap<string, number>; norm: number };

/** The 3- and 4-grams of some words. */
export function gramsOf(words: readonly string[]): Grams {
  const counts = new Map<string, number>();
  for (const word of words) {
    const marked = `_${word}_`;
    for (const size of [3, 4]) {
      for (let at = 0; at + size <= marked.length; at++) {
        const gram = marked.slice(at, at + size);
        counts.set(gram, (counts.get(gram) ?? 0) + 1);
      }
    }
  }
  let squares = 0;
  for (const count of counts.values()) squares += count * count;
  return { counts, norm: Math.sqrt(squares) };
}

/** The cosine of two texts' grams, 0..1. */
export function similarity(one: Grams, other: Grams): number {
  if (one.norm === 0 || other.norm === 0) return 0;
  const [small, large] = one.counts.size <= other.counts.size ? [one, other] : [other, one];
  let dot = 0;
  for (const [gram, count] of small.counts) dot += count * (large.counts.get(gram) ?? 0);
  return dot / (one.norm * other.norm);
}
