/**
 * Edits (a letter more, less or other, two swapped) between two words: the restricted Damerau–Levenshtein
 * distance, or `limit + 1` as soon as it is known to be greater.
 */
export function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let column = 1; column <= other.length; column++) {
      next.push(cell(one, other, row, column, { before, last, next }));
    }
    if (Math.min(...next) > limit) return limit + 1;
    [before, last] = [last, next];
  }
  return last[other.length] ?? limit + 1;
}

type Rows = { before: readonly number[]; last: readonly number[]; next: readonly number[] };

function cell(one: string, other: string, row: number, column: number, rows: Rows): number {
  const { before, last, next } = rows;
  const isSame = one[row - 1] === other[column - 1];
  const edited = Math.min(
    (last[column] ?? 0) + 1,
    (next[column - 1] ?? 0) + 1,
    (last[column - 1] ?? 0) + (isSame ? 0 : 1),
  );
  const isSwapped =
    row > 1 &&
    column > 1 &&
    one[row - 1] === other[column - 2] &&
    one[row - 2] === other[column - 1];
  return isSwapped ? Math.min(edited, (before[column - 2] ?? 0) + 1) : edited;
}

/** How many edits a word of this length may be away from what was meant. */
const editsAllowed = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** Short words are near too many others: only their letters' order or number may be wrong, or a vowel be left out. */
const isPlausible = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) > 4 || haveSameLetters(one, other) || lacksVowel(one, other);

const lacksVowel = (one: string, other: string): boolean =>
  one.length + 1 === other.length && one.replace(/[aeiou]/g, '') === other.replace(/[aeiou]/g, '');

const haveSameLetters = (one: string, other: string): boolean =>
  new Set(one).symmetricDifference(new Set(other)).size === 0;

/** A slip in the order or number of the same letters, or a vowel left out, is likelier than another letter. */
const costOf = (one: string, other: string): number =>
  (haveSameLetters(one, other) || lacksVowel(one, other) ? 0.5 : 1) /
  Math.max(one.length, other.length);

export type Near = { word: string; closeness: number };

/** The words nearest to a misspelt one among those with its first letter, each with its closeness (0..1). */
export function nearest(word: string, candidates: ReadonlyMap<string, readonly string[]>): Near[] {
  const limit = editsAllowed(word.length);
  if (limit === 0) return [];
  let best = limit;
  let found: Near[] = [];
  for (const candidate of candidates.get(word.slice(0, 1)) ?? []) {
    if (Math.abs(candidate.length - word.length) > best || !isPlausible(word, candidate)) continue;
    const distance = editDistance(word, candidate, best);
    if (distance > best) continue;
    if (distance < best) [best, found] = [distance, []];
    found.push({ word: candidate, closeness: 1 - distance * costOf(word, candidate) });
  }
  return found;
}

/** Words by their first letter. */
export function byFirstLetter(words: Iterable<string>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const first = word.slice(0, 1);
    const group = groups.get(first);
    if (group) group.push(word);
    else groups.set(first, [word]);
  }
  return groups;
}
