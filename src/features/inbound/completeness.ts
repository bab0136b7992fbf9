import { bare } from './keywords.ts';

/** How long an unfinished message waits for the rest. */
export const REST_OF_MESSAGE_MS = 1_500;

const greetings = new Set(
  [
    'hi hello hey hiya hola oi olá ola namaste namaskar नमस्ते नमस्कार నమస్తే నమస్కారం good',
    'morning evening afternoon there buenos buenas días tardes noches bom boa dia tarde noite sir madam',
  ]
    .join(' ')
    .split(' ')
    .map(bare),
);

const opensMore =
  /(?:\b(?:and|but|or|because|so|also|y|pero|o|e|mas|ou|aur|lekin)|[,;:…]|\.\.\.)\s*$/iu;

/** A bare greeting or a fragment, after which people write on; a question mark, a command or a sentence is complete. */
export function looksUnfinished(body: string): boolean {
  const text = body.trim();
  if (text === '' || /[?!.？！।]$/.test(text.replace(/\.\.\.$/, ''))) return text.endsWith('...');
  if (/^[!！/\d]/.test(text)) return false;
  if (opensMore.test(text)) return true;
  return isGreeting(text);
}

/** True when nothing but a greeting is said. */
export function isGreeting(body: string): boolean {
  const words = bare(body).split(' ');
  return words[0] !== '' && words.length <= 4 && words.every((word) => greetings.has(word));
}
