import { linesOf } from './lexicon.ts';

/** Concepts that also answer a question about another one, and how well (0..1). */
export type Related = { concept: string; fit: number };

const related = new Map<string, Related[]>();
const weights = new Map<string, number>();
const kinships = new Map<string, number>();
const ambients = new Map<string, string[]>();

for (const line of linesOf('relations.txt')) {
  const [concept = '', sign, other = '', fit, ...more] = line.split(' ');
  if (sign === '=') weights.set(concept, Number(other));
  else if (sign === '&') kinships.set(concept, Number(other));
  else if (sign === '@') ambients.set(concept, [other, fit ?? '', ...more]);
  else relate(concept, { concept: other, fit: Number(fit) });
  if (sign === '~') relate(other, { concept, fit: Number(fit) });
}

function relate(concept: string, to: Related): void {
  related.set(concept, [...(related.get(concept) ?? []), to]);
}

/** What else answers a question about this concept. */
export const relatedTo = (concept: string): readonly Related[] => related.get(concept) ?? [];

/** How much of a whole word (1) the concept says about a question. */
export const weightOf = (concept: string): number => weights.get(concept) ?? 1;

/** How well two different words of the concept answer each other (1 where they mean the same). */
export const kinshipOf = (concept: string): number => kinships.get(concept) ?? 1;

/** The concepts of which a base has several when the whole business is about this one; none for most. */
export const signsOfAmbience = (concept: string): readonly string[] => ambients.get(concept) ?? [];
