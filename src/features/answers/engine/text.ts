import { remembered } from '#platform/remembered.ts';

/** One word of a text: folded, with the place it has in the text it came from. */
export type Token = {
  text: string;
  /** True when nothing but a hyphen stands between this word and the one before it (wi-fi). */
  isJoined: boolean;
};

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const DIGIT_ZEROS = [0x0966, 0x0c66];

/**
 * Folds what people write differently and mean the same: compatibility forms, case, accents, nukta, joiners,
 * chandrabindu, nasals before their own stop, native digits, apostrophes.
 */
export const normalise = (text: string): string =>
  isAscii(text) ? withoutApostrophes(text.toLowerCase()) : folded(text);

const isAscii = (text: string) => /^[\t\n\r -~]*$/.test(text);

const folded = (text: string): string =>
  withoutApostrophes(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/(?<!\p{L})uñas?(?!\p{L})/gu, (nails) => nails.replace('ñ', 'nh'))
      .normalize('NFD')
      .replace(/[\u{300}-\u{36f}]|\u{93c}|\u{fe0f}|\p{Cf}/gu, '')
      .replace(/\u0901/g, '\u0902')
      .replace(/\u0c01/g, '\u0c02')
      .replace(/[ङञणनम]\u094d(?=[क-म])/g, '\u0902')
      .replace(/[ఙఞణనమ]\u0c4d(?=[క-మ])/g, '\u0c02')
      .replace(/[\u0966-\u096f\u0c66-\u0c6f]/g, asciiDigit),
  ).normalize('NFC');

const withoutApostrophes = (text: string): string =>
  /['’‘ʼ]/u.test(text)
    ? text.replace(/(\p{L})['’‘ʼ]s\b/gu, '$1').replace(/(\p{L})['’‘ʼ](?=\p{L})/gu, '$1')
    : text;

function asciiDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = DIGIT_ZEROS.find((start) => code >= start && code < start + 10) ?? code;
  return String(code - zero);
}

/** The words of a text, normalised, in order; empty when it has none (emoji, punctuation). */
export const tokenize = (text: string): readonly Token[] =>
  text.length > LONGEST_REMEMBERED ? tokensOf(text) : rememberedTokens(text);

/** A message is asked about more than once on its way. */
const MOST_REMEMBERED = 64;
const LONGEST_REMEMBERED = 500;
const rememberedTokens = remembered(MOST_REMEMBERED, tokensOf);

function tokensOf(text: string): readonly Token[] {
  const folded = normalise(text);
  const tokens: Token[] = [];
  let end = -1;
  for (const found of folded.matchAll(WORD)) {
    const isJoined = end >= 0 && found.index === end + 1 && /[-‐‑–]/.test(folded[end] ?? '');
    tokens.push({ text: found[0], isJoined });
    end = found.index + found[0].length;
  }
  return tokens;
}

export type Script = 'latin' | 'devanagari' | 'telugu' | 'other';

/** The script of a word's first letter; digits count as Latin. */
export function scriptOf(word: string): Script {
  const code = word.codePointAt(0) ?? 0;
  if (code < 0x0250) return 'latin';
  if (code >= 0x0900 && code <= 0x097f) return 'devanagari';
  return code >= 0x0c00 && code <= 0x0c7f ? 'telugu' : 'other';
}
