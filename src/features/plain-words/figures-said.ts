import { detectLanguage } from '#features/answers/language.ts';
import { normalise } from '#features/answers/engine/text.ts';
import type { Language } from '#features/conversations/languages.ts';
import { daysAhead, weekdayNumber } from '#features/knowledge/day-words.ts';

/** A number of a text: what kind it is, its value, and where it stands. A time is in minutes, an hour of 12 without a.m. or p.m. as it is. */
export type Figure = { kind: 'amount' | 'time'; value: number; at: number; length: number };

const time =
  /(?<![\p{L}\d.,:])(\d{1,2})(?:(?:[:h.](\d{2}))?\s?([ap])\.?\s?m\b\.?|[:h](\d{2})?(?!\d)|\s?(?:hrs?|baje|बजे|uhr|గంటల\p{L}*\p{M}*|gantala\p{L}*)(?![\p{L}\p{M}]))/giu;
const amount = /(?<![\d.,])\d{1,12}(?:[.,]\d{1,6})*(?![\d:])/gu;
const free =
  /(?<![\p{L}\p{M}])(?:free|gratis|grátis|gratuit[oa]s?|no (?:extra )?charge|de graça|मुफ़्त|मुफ्त|muft|ఉచితం|ఉచితంగా|uchitam|uchitanga)(?![\p{L}\p{M}-])/giu;

/** The figures of a text in the order in which they stand; what is free costs 0. Digits of any script of the product count. */
export function figuresIn(text: string): Figure[] {
  const plain = withOwnDigits(text.normalize('NFC'));
  const found: Figure[] = [];
  let rest = plain;
  const take = (
    pattern: RegExp,
    read: (match: RegExpExecArray) => Omit<Figure, 'at' | 'length'>,
  ) => {
    for (const match of rest.matchAll(pattern))
      found.push({ ...read(match), at: match.index, length: match[0].length });
    rest = rest.replace(pattern, (match) => ' '.repeat(match.length));
  };
  take(time, (match) => ({ kind: 'time', value: minutesOf(match) }));
  take(free, () => ({ kind: 'amount', value: 0 }));
  take(amount, ([digits]) => ({ kind: 'amount', value: valueOf(digits) }));
  return found.toSorted((a, b) => a.at - b.at);
}

function minutesOf([, hour = '', minute, half, other]: RegExpExecArray): number {
  const isAfternoon = half?.toLowerCase() === 'p';
  const inHalf = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  return inHalf * 60 + Number(minute ?? other ?? 0);
}

/** 1,200 · 1.200 · 4,90 · 1,00,000 */
function valueOf(digits: string): number {
  if (/^\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3}$/.test(digits)) return Number(digits.replace(/[.,]/g, ''));
  return Number(digits.replaceAll(',', '.').replace(/\.(?=.*\.)/g, ''));
}

/** With Western digits, each where it stood. */
const withOwnDigits = (text: string) =>
  text.replace(/[\u0966-\u096f\u0c66-\u0c6f]/g, (digit) => normalise(digit));

/** "No" is a denial in Spanish, and "in the" in Portuguese. */
const denials: Record<Language, string> = {
  en: "no|not|never|without|none|cannot|stopped|[a-z]+n['’]?t",
  es: 'no|nunca|sin|tampoco|ningun[oa]?|ningún',
  pt: 'não|nao|nunca|sem|nenhum[a]?',
  hi: 'नहीं|नही|मत|बिना',
  'hi-Latn': 'nahi|nahin|nhi|mat|bina',
  te: 'లేదు|కాదు|లేవు|లేరు|వద్దు|[\\p{L}\\p{M}]*(?<!ా)ము',
  'te-Latn': 'ledu|leadu|kaadu|kadu|levu|leru|[a-z]*(?:yamu|yam|komu|vvamu)',
};
const closed =
  /(?<![\p{L}\p{M}])(?:closed|shut|cerrad[oa]s?|cerramos|fechad[oa]s?|fechamos|बंद|बन्द|band|bandh|మూసి\p{L}*\p{M}*|మూత|moosi\p{L}*|musi\p{L}*)(?![\p{L}\p{M}])/iu;

/** Whether a text denies something; that it is closed is a denial, too. */
export function isDenial(text: string): boolean {
  const said = text.normalize('NFC');
  const denied = new RegExp(
    `(?<![\\p{L}\\p{M}])(?:${denials[detectLanguage(said)]})(?![\\p{L}\\p{M}])`,
    'iu',
  );
  return denied.test(said) !== closed.test(said);
}

/** Whether a text says that something is closed. */
export const saysClosed = (text: string): boolean => closed.test(text.normalize('NFC'));

/** The days of the week that a text names, from 0, Sunday; near days (today) from 10. */
export function daysIn(text: string): Set<number> {
  const words = plainWords(text);
  const days = new Set<number>();
  for (const word of words) {
    const day = weekdayNumber.get(word) ?? weekdayNumber.get(word.replace(/s$/u, ''));
    if (day !== undefined) days.add(day);
    const ahead = daysAhead.get(word);
    if (ahead !== undefined) days.add(10 + ahead);
  }
  return days;
}

const plainWords = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}-]+/gu) ?? [];
