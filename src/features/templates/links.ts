import type { Variable } from './content.ts';
import { filled, numbersIn } from './placeholders.ts';
import type { Problem } from './problem.ts';
import { problem } from './problem.ts';

const LONGEST_LINK = 2_000;
const messaging =
  /(?:^|[^\p{L}\p{N}.-])(?:wa\.me|(?:api|chat|web)\.whatsapp\.com)(?![\p{L}\p{N}-])/iu;

/** Whether a text links to WhatsApp itself. */
export const messagingLinkIn = (text: string): boolean => messaging.test(text);

/** What is wrong with an address: https, complete, its variable at the end. `what` names it at the beginning of a sentence. */
export function lintLink(
  field: string,
  what: string,
  url: string,
  variables: readonly Variable[],
): Problem[] {
  const say = (sentence: string) => [problem('link', field, `${what} ${sentence}`)];
  const numbers = numbersIn(url);
  if (Array.from(url).length > LONGEST_LINK) return say(`is too long: at most ${LONGEST_LINK}.`);
  if (numbers.length > 1) return say('can have one variable only.');
  if (numbers.length === 1 && !/\{\{\d+\}\}$/.test(url)) {
    return say('can have its variable at the end only, such as https://example.com/orders/{{1}}.');
  }
  const samples = Object.fromEntries(variables.map(({ sample }, at) => [at + 1, sample]));
  const number = numbers[0];
  if (number !== undefined && samples[number] === undefined) return [];
  const read = URL.parse(filled(url, samples));
  if (read?.protocol !== 'https:') return say('must begin with https:// and be complete.');
  if (!read.hostname.includes('.')) return say('must lead to a site that everybody can reach.');
  return messagingLinkIn(url) ? say('leads to WhatsApp itself, which WhatsApp refuses.') : [];
}
