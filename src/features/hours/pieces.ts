import type { Context, Token } from './tokens.ts';
import { tokensOf } from './tokens.ts';
import { anyOf, fold, monthOf } from './words.ts';

/** A part of a text between commas or at a line's end; `isNewLine`: something stronger than a comma stands before it. */
export type Piece = { source: string; tokens: readonly Token[]; isNewLine: boolean };

const month = anyOf([...monthOf.keys()].join(','));
const shortDay =
  /\b(mon|tues?|wed|thurs?|fri|sat|sun|lun|mar|mi[eé]|jue|vie|s[aá]b|dom|seg|ter|qua|qui|sex)\.(?=\s|,|$)/giu;
const halves = /\b([ap])\s?\.\s?m\b\.?/giu;
const yearAfterComma = /(\d),(?=\s?20\d\d\b)/gu;
const dayList = new RegExp(
  `(?<![-–—:.\\d]\\s?)\\b(\\d{1,2}),\\s*(?=(?:\\d{1,2},\\s*)*\\d{1,2}\\s*(?:and|&|y|e|aur)?\\s*(?:\\d{1,2}\\s*)?(?:de )?(?:${month})\\b)`,
  'giu',
);
/** In Spanish "mar" is a Tuesday beside other short days, and March beside a number alone. */
const spanishDays = /\b(?:lun|mi[eé]|jue|vie)\b/iu;

const separators = /([;\n\r\u2028\u2029|•·।]+|\.(?=\s|$)|,)/u;

/** The parts of a text, in order. */
export function piecesOf(text: string, context: Context): Piece[] {
  const parts = tidy(text).split(separators);
  const pieces: Piece[] = [];
  let isNewLine = true;
  for (const [i, part] of parts.entries()) {
    if (i % 2 === 1) isNewLine ||= part !== ',';
    else if (part.trim() !== '') {
      pieces.push({ source: part.trim(), tokens: tokensOf(fold(part), context), isNewLine });
      isNewLine = false;
    }
  }
  return pieces;
}

const tidy = (text: string) =>
  text
    .replace(shortDay, '$1')
    .replace(halves, '$1m')
    .replace(yearAfterComma, '$1')
    .replace(dayList, '$1 & ')
    .replace(/\bmar\b/giu, (mar) => (spanishDays.test(text) ? 'martes' : mar));

/** The parts around each "and", to be read one by one where the whole makes no sense. */
export function splitAtAnd({ tokens, isNewLine }: Piece): Piece[] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'and') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts
    .filter((part) => part.length > 0)
    .map((part, i) => ({
      source: part.map(({ text }) => text).join(' '),
      tokens: part,
      isNewLine: isNewLine || i > 0,
    }));
}
