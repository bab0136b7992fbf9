import type { Content } from './content.ts';
import { filled, numbersIn, strayBraces, withoutPlaces } from './placeholders.ts';
import type { Problem } from './problem.ts';
import { problem } from './problem.ts';
import { faultOfValue, LONGEST_TOGETHER } from './values.ts';

const MOST_VARIABLES = 100;
const BEGINNING = /^\s*\{\{\d+\}\}/;
const END = /\{\{\d+\}\}\s*$/;
const ADJACENT = /\{\{\d+\}\}\s*\{\{\d+\}\}/;

/** What is wrong with the text itself. */
export function lintBody({ body }: Content): Problem[] {
  const found: Problem[] = [];
  const say = (sentence: string) => found.push(problem('text', 'body', sentence));
  if (body.trim() === '') return [problem('text', 'body', 'The text is empty.')];
  if (BEGINNING.test(body)) {
    say('The text begins with a variable: WhatsApp wants words before the first one.');
  }
  if (END.test(body)) {
    say('The text ends with a variable: WhatsApp wants words or a full stop after the last one.');
  }
  if (ADJACENT.test(body)) {
    say('Two variables stand next to each other: WhatsApp wants words between them.');
  }
  if (/\t| {5}/.test(body)) say('The text has a tab or more than four spaces in a row.');
  if (/\n\s*\n\s*\n/.test(body)) say('The text has more than one empty line in a row.');
  if (/http:\/\//i.test(body)) say('A link in the text must begin with https://.');
  return [...found, ...lintRatio(body)];
}

/** WhatsApp refuses texts that are hardly more than variables. */
function lintRatio(body: string): Problem[] {
  const variables = new Set(numbersIn(body)).size;
  const words = wordsIn(body);
  const needed = 2 * variables + 1;
  return variables === 0 || words >= needed
    ? []
    : [
        problem(
          'ratio',
          'body',
          `The text has ${variables} variables and ${words} words of its own; WhatsApp wants at least ${needed} words with so many variables.`,
        ),
      ];
}

const wordsIn = (text: string) =>
  withoutPlaces(text).match(/[\p{L}\p{M}\p{N}]+(?:(?:['’-]|\u200C|\u200D)[\p{L}\p{M}\p{N}]+)*/gu)
    ?.length ?? 0;

/** What is wrong with the variables of all its parts, and with their samples. */
export function lintVariables(content: Content): Problem[] {
  const { body, header, variables, plainText, mediaUrl } = content;
  const links = content.buttons.map(targetOf);
  const parts = [header ?? '', body, mediaUrl ?? '', ...links];
  const stray = [...parts, plainText ?? ''].map(strayBraces).find((found) => found !== null);
  if (stray) {
    return [
      problem('variables', 'body', `"${stray}" is no variable: write {{1}}, {{2}} and so on.`),
    ];
  }
  const numbers = [...new Set(parts.flatMap(numbersIn))].toSorted((a, b) => a - b);
  const unordered = lintNumbers(numbers);
  if (unordered.length > 0) return unordered;
  const counted = lintCount(numbers.length, variables.length);
  if (counted.length > 0) return counted;
  return [...lintSamples(content), ...lintPlainText(content, numbers)];
}

const targetOf = (button: Content['buttons'][number]): string => {
  if (button.kind === 'url') return button.url;
  return button.kind === 'copy-code' ? button.code : '';
};

function lintNumbers(numbers: readonly number[]): Problem[] {
  const missing = numbers.findIndex((number, at) => number !== at + 1) + 1;
  if (missing > 0) {
    return [
      problem(
        'variables',
        'body',
        `The variables must be numbered from {{1}} without a gap; {{${missing}}} is missing.`,
      ),
    ];
  }
  return numbers.length <= MOST_VARIABLES
    ? []
    : [
        problem(
          'variables',
          'body',
          `There are ${numbers.length} variables, and a template can have ${MOST_VARIABLES}.`,
        ),
      ];
}

function lintCount(used: number, given: number): Problem[] {
  if (used === given) return [];
  const sentence =
    used > given
      ? `{{${given + 1}}} has no sample: WhatsApp wants an example of each variable.`
      : `There is a sample for {{${used + 1}}}, which does not stand in the template.`;
  return [problem('samples', 'variables', sentence)];
}

function lintSamples({ body, variables }: Content): Problem[] {
  const faults = variables.flatMap(({ sample }, at) => {
    const fault = faultOfValue(sample);
    return fault === null
      ? []
      : [problem('samples', 'variables', `The sample for {{${at + 1}}} ${fault}.`)];
  });
  const samples = Object.fromEntries(variables.map(({ sample }, at) => [at + 1, sample]));
  const length = Array.from(filled(body, samples)).length;
  if (length <= LONGEST_TOGETHER) return faults;
  return [
    ...faults,
    problem(
      'length',
      'body',
      `The text has ${length} characters with the samples in it, and WhatsApp takes ${LONGEST_TOGETHER}.`,
    ),
  ];
}

/** A plain text says the same: nothing that has no value, and nothing left out. */
function lintPlainText({ plainText }: Content, numbers: readonly number[]): Problem[] {
  if (plainText === null) return [];
  const used = new Set(numbersIn(plainText));
  const unknown = [...used].find((number) => !numbers.includes(number));
  const missing = numbers.find((number) => !used.has(number));
  if (unknown === undefined && missing === undefined) return [];
  const sentence =
    unknown === undefined
      ? `The plain text leaves out {{${missing}}}.`
      : `The plain text has {{${unknown}}}, which the template does not have.`;
  return [problem('plain-text', 'plainText', sentence)];
}
