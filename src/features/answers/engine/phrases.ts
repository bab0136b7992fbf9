import { lexiconOf, phraseStem, stemLexiconOf } from './lexicon.ts';
import type { Phrase, PhraseWord } from './lexicon.ts';
import { spellingOf } from './meaning.ts';
import type { Tongue } from './stems.ts';

/** The phrases of a language that begin with a word, by their second word; those whose second one is a prefix apart. */
export type Begun = {
  tongue: Tongue;
  bySecond: ReadonlyMap<string, readonly Phrase[]>;
  withPrefix: readonly Phrase[];
};

export type FoundPhrase = { concepts: readonly string[]; length: number };

const MOST_SKIPPED = 2;

/** The phrases of the languages that may begin with a word. */
export const begunBy = (word: string, tongues: readonly Tongue[]): Begun[] =>
  tongues.flatMap((tongue) => {
    const { phrases } = stemLexiconOf(tongue);
    const stem = phraseStem(word, tongue);
    const begun = [stem, `${stem.slice(0, 3)}*`]
      .flatMap((key) => phrases.get(key) ?? [])
      .filter(({ words: [first] }) => first && matches(first, word, tongue));
    const withPrefix = begun.filter(({ words: [, second] }) => second?.isPrefix);
    const bySecond = Map.groupBy(
      begun.filter(({ words: [, second] }) => second && !second.isPrefix),
      ({ words: [, second] }) => second?.text ?? '',
    );
    return begun.length > 0 ? [{ tongue, bySecond, withPrefix }] : [];
  });

/**
 * Of the phrases begun by the word at `start`, the longest one that stands there, with all that it names; `asks` are
 * `@when` and the like, of any.
 */
export function phrasesAt(
  words: readonly string[],
  start: number,
  begun: readonly Begun[],
): { named: FoundPhrase | null; asks: readonly string[] } {
  const asks: string[] = [];
  let length = 0;
  let concepts = new Set<string>();
  for (const one of begun) {
    for (const phrase of likelyAt(words, start, one)) {
      const here = lengthOf(phrase, words, start, one.tongue);
      if (here === 0) continue;
      if (phrase.concept.startsWith('@')) asks.push(phrase.concept);
      else if (here > length) [length, concepts] = [here, new Set([phrase.concept])];
      else if (here === length) concepts.add(phrase.concept);
    }
  }
  return { named: length > 0 ? { concepts: [...concepts], length } : null, asks };
}

/** Those whose second word is near. */
function likelyAt(
  words: readonly string[],
  start: number,
  { tongue, bySecond, withPrefix }: Begun,
): readonly Phrase[] {
  if (bySecond.size === 0) return withPrefix;
  const next = words.slice(start + 1, start + 2 + MOST_SKIPPED);
  const seconds = new Set(next.map((word) => phraseStem(word, tongue)));
  const likely = [...seconds].flatMap((second) => bySecond.get(second) ?? []);
  return [...likely, ...withPrefix];
}

/** How many words the phrase takes up here, a few stop words before telling ones included; 0 where it does not stand. */
function lengthOf(phrase: Phrase, words: readonly string[], start: number, tongue: Tongue): number {
  let at = start + 1;
  let left = MOST_SKIPPED;
  for (const part of phrase.words.slice(1)) {
    while (left > 0 && canSkip(part, words[at], tongue)) {
      at++;
      left--;
    }
    if (!matches(part, words[at], tongue)) return 0;
    at++;
  }
  return at - start;
}

const canSkip = (part: PhraseWord, word: string | undefined, tongue: Tongue) =>
  !part.isStop && !matches(part, word, tongue) && isStop(word, tongue);

const isStop = (word: string | undefined, tongue: Tongue) =>
  word !== undefined && lexiconOf(tongue).stops.has(word);

function matches(part: PhraseWord, word: string | undefined, tongue: Tongue): boolean {
  if (word === undefined) return false;
  if (part.isPrefix) return spellingOf(word, tongue).startsWith(part.text);
  return phraseStem(word, tongue) === part.text;
}
