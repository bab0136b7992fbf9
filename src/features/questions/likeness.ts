import { read } from '#features/answers/engine/terms.ts';
import { bare } from '#features/inbound/keywords.ts';

const LONGEST = 300;
const FEWEST_LETTERS = 3;

/** Equal for questions that ask the same in nearly the same words: those that say something, in any order. */
export function likenessOf(question: string): string {
  const { terms, asks } = read(question, null);
  const stems = terms
    .filter(({ role }) => role !== 'inner')
    .map(({ forms, text }) => forms.at(-1) ?? text);
  const said = [...new Set(stems)].toSorted().join(' ');
  const key = [...[...asks].toSorted(), said || bare(question)].join(' ');
  return `${key.slice(0, LONGEST)}`;
}

/** Whether the owner could make anything of it: not of "hmm", "..." or "ok". */
export function isWorthAsking(question: string): boolean {
  const { terms } = read(question, null);
  return terms.some(({ text }) => text.length >= FEWEST_LETTERS) && /\p{L}/u.test(question);
}
