import { languageOf } from '#features/conversations/languages.ts';

const baseOf = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? tag;

/**
 * The languages in which a message may be for a customer, best first, of those that there are: their own, another script or
 * region of it, that of the business, English.
 */
export function languagesFor(
  wanted: string | null,
  defaultLanguage: string,
  there: readonly string[],
): string[] {
  const asked = wanted === null ? [] : [wanted, languageOf(wanted) ?? wanted];
  const order = [...withRelatives(asked, there), ...withRelatives([defaultLanguage], there), 'en'];
  return [...new Set(order)].filter((language) => there.includes(language));
}

const withRelatives = (tags: readonly string[], there: readonly string[]): string[] => [
  ...tags,
  ...there.filter((language) => tags.some((tag) => baseOf(tag) === baseOf(language))),
];
