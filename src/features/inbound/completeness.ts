import type { Language } from '#features/conversations/languages.ts';
import { LANGUAGES, wordsIn, wordsOfAll } from '#features/conversations/languages.ts';
import { bare } from './keywords.ts';
import { isQuestionBegun, leavesOpen } from './openings.ts';

/** How long an unfinished message waits for the rest. */
export const REST_OF_MESSAGE_MS = 1_500;

const greetings = new Set(wordsOfAll('greeting').map(bare));
const english = new Set(wordsIn('en', 'greeting').map(bare));
const others = LANGUAGES.filter((language) => language !== 'en').map(
  (language) => [language, new Set(wordsIn(language, 'greeting').map(bare))] as const,
);

/**
 * A bare greeting, the beginning of a question, or words after which another one must come: people write on after them.
 * A question mark, a command or a sentence is complete; in doubt a message is, for it is the one that would wait.
 */
export function looksUnfinished(body: string): boolean {
  const text = body.trim();
  if (text === '' || /[?!.？！।]$/.test(text.replace(/\.\.\.$/, ''))) return text.endsWith('...');
  if (/^[!！/\d]/.test(text)) return false;
  if (/[,;:…]$|\.\.\.$/u.test(text)) return true;
  const words = bare(text.replace(/['’]/g, '')).split(' ');
  const said = words.slice(words.findIndex((word) => !greetings.has(word)));
  return isGreeting(text) || isQuestionBegun(said) || leavesOpen(said);
}

/** True when nothing but a greeting is said. */
export function isGreeting(body: string): boolean {
  const words = bare(body).split(' ');
  return words[0] !== '' && words.length <= 4 && words.every((word) => greetings.has(word));
}

/** What follows the greeting in a text that is bare already; all of it where there is no more than a greeting. */
export function withoutGreeting(said: string): string {
  const words = said.split(' ');
  const first = words.findIndex((word) => !greetings.has(word));
  return first > 0 ? words.slice(first).join(' ') : said;
}

/** The languages that a greeting is of; none where it is no greeting, or an English one, which everybody uses. */
export function languagesOfGreeting(body: string): Language[] {
  if (!isGreeting(body)) return [];
  const words = bare(body)
    .split(' ')
    .filter((word) => !english.has(word));
  return words.length === 0
    ? []
    : others.flatMap(([language, known]) =>
        words.every((word) => known.has(word)) ? [language] : [],
      );
}
