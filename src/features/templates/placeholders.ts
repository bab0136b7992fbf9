const PLACE = /\{\{(\d{1,4})\}\}/g;

/** The numbers of the variables in a text, in its order, each as often as it stands there. */
export const numbersIn = (text: string): number[] =>
  Array.from(text.matchAll(PLACE), ([, digits]) => Number(digits));

/** The text without its variables. */
export const withoutPlaces = (text: string): string => text.replaceAll(PLACE, ' ');

/** The text with values in place of its variables; throws where one is missing. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(PLACE, (_place, digits: string) => {
    const value = values[String(Number(digits))];
    if (value === undefined) throw new Error(`The template has no value for {{${digits}}}`);
    return value;
  });

/** Braces that are no variable, as they stand in the text. */
export const strayBraces = (text: string): string | null =>
  /\{[^{}]*\}\}?|\{\{|\}\}/.exec(withoutPlaces(text))?.[0] ?? null;
