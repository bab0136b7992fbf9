import type { Segments } from './segments.ts';
import { segmentsOf } from './segments.ts';

/** One kind of change that a rewrite makes; `to` is empty where the sign is left out. */
export type Change = { from: string; to: string; times: number };

/** The same text in fewer segments, with all that is changed: whoever takes it sees what is lost. */
export type Rewrite = { text: string; changes: Change[]; before: Segments; after: Segments };

type Rule = { sign: RegExp; to: string | ((sign: string) => string) };

/** Signs that mean the same in the small alphabet. Accents are none of them: "está" and "esta" are two words. */
const SAME: readonly Rule[] = [
  { sign: /[\u2018\u2019\u201A\u201B\u2032\u02BC`\u00B4]/gu, to: "'" },
  { sign: /[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]/gu, to: '"' },
  { sign: /[\u2010-\u2015\u2212]/gu, to: '-' },
  { sign: /\u2026/gu, to: '...' },
  { sign: /[\u00A0\u2000-\u200A\u202F\u205F\u3000\t]/gu, to: ' ' },
  { sign: /[\u2022\u25CF\u25AA\u00B7]/gu, to: '-' },
  { sign: /\u20B9(?=\s)|(?<=\d)\u20B9/gu, to: ' Rs' },
  { sign: /\u20B9/gu, to: 'Rs ' },
  { sign: /[\u2192\u279C\u27A1]\uFE0F?/gu, to: '->' },
  { sign: /\u00D7/gu, to: 'x' },
  { sign: /\u00BD/gu, to: '1/2' },
  { sign: /\u00BC/gu, to: '1/4' },
  { sign: /\u2122/gu, to: '(TM)' },
  { sign: /\u00A9/gu, to: '(c)' },
  { sign: /\u00AE/gu, to: '(R)' },
  { sign: /[0-9#*]\uFE0F?\u20E3/gu, to: (sign) => sign[0] ?? '' },
  { sign: /[\u200B\u2060\uFEFF\u00AD]/gu, to: '' },
];

/** The other emoji are left out. */
const ALL: readonly Rule[] = [
  ...SAME,
  { sign: /\p{RGI_Emoji}|\p{Extended_Pictographic}\uFE0F?/gv, to: '' },
  { sign: /\uFE0F/gu, to: '' },
];

/**
 * What an SMS could be written as to cost fewer segments; null where nothing would be saved. It is an offer: nothing is ever
 * sent otherwise than it was written without somebody who wanted it.
 */
export function rewriteOf(text: string): Rewrite | null {
  const changes = new Map<string, Change>();
  const replaced = ALL.reduce((written, { sign, to }) => {
    return written.replace(sign, (from: string) => {
      const by = typeof to === 'string' ? to : to(from);
      const known = changes.get(from) ?? { from, to: by.trim() || by, times: 0 };
      changes.set(from, { ...known, times: known.times + 1 });
      return by;
    });
  }, text);
  const plain = tidied(replaced);
  const [before, after] = [segmentsOf(text), segmentsOf(plain)];
  if (plain === '' || after.segments >= before.segments) return null;
  return { text: plain, changes: [...changes.values()], before, after };
}

/** The text with the signs of the small alphabet where they mean the same; nothing is left out. */
export const withPlainSigns = (text: string): string =>
  SAME.reduce(
    (written, { sign, to }) =>
      written.replace(sign, (from: string) => (typeof to === 'string' ? to : to(from))),
    text,
  ).replace(/ {2,}/g, ' ');

/** Without the gaps that left-out signs leave. */
const tidied = (text: string) =>
  text
    .replace(/ {2,}/g, ' ')
    .replace(/ +(?=[.,!?;:\n]|$)/g, '')
    .replace(/(?<=^|\n) +/g, '')
    .trim();
