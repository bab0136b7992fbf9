import { detectLanguage } from '#features/answers/language.ts';
import { normalise } from '#features/answers/engine/text.ts';
import type { Language } from '#features/conversations/languages.ts';
import { daysAhead, monthNumber, weekdayNumber } from '#features/knowledge/day-words.ts';

/** A number of a text: what kind it is, its value, and where it stands. A time is in minutes, an hour of 12 without a.m. or p.m. as it is. */
export type Figure = {
  kind: 'amount' | 'price' | 'time' | 'phone';
  value: number;
  at: number;
  length: number;
};

const time =
  /(?<![\p{L}\d.,:])(\d{1,2})(?:(?:[:h.](\d{2}))?\s?([ap])\.?\s?m\b\.?|[:h](\d{2})?(?!\d)|\s?(?:hrs?|baje|बजे|uhr|గంటల\p{L}*\p{M}*|gantala\p{L}*)(?![\p{L}\p{M}]))/giu;
const phone = /(?<![\d.,])\+?\d[\d ().-]{5,}\d(?!\d)/gu;
const digits = String.raw`\d{1,12}(?:[.,]\d{1,6})*(?![\d:])`;
const amount = new RegExp(`(?<![\\d.,])${digits}`, 'gu');
const sign = String.raw`(?:[$€£₹¥]|r\$|rs\.?|inr|usd|eur)`;
const currency = String.raw`(?:[$€£₹]|(?:dollars?|euros?|rupees?|rupaye|rupayalu|pesos?|reais|real|pounds?|bucks|usd|eur|inr|mxn|rs|रुपये|रुपए|रु|రూపాయలు|రూ)(?![\p{L}\p{M}]))`;
const price = new RegExp(
  `(?<=${sign}\\s?)(?<![\\d.,])${digits}|(?<![\\d.,])${digits}(?=\\s?${currency})`,
  'giu',
);
const free =
  /(?<![\p{L}\p{M}-])(?:free|gratis|grátis|gratuit[oa]s?|no (?:extra )?charge|de graça|मुफ़्त|मुफ़्त|मुफ्त|muft|ఉచితం|ఉచితంగా|uchitam|uchitanga)(?![\p{L}\p{M}-])/giu;

/** The figures of a text in the order in which they stand; what is free costs 0. Digits of any script of the product count. */
export function figuresIn(text: string): Figure[] {
  const found: Figure[] = [];
  let rest = withOwnDigits(text);
  const take = (
    kind: Figure['kind'],
    pattern: RegExp,
    value: (match: RegExpExecArray) => number,
  ) => {
    for (const match of rest.matchAll(pattern))
      found.push({ kind, value: value(match), at: match.index, length: match[0].length });
    rest = rest.replace(pattern, (match) => ' '.repeat(match.length));
  };
  take('time', time, minutesOf);
  take('price', free, () => 0);
  take('price', price, ([said]) => valueOf(said));
  take('phone', phone, ([said]) => Number(said.replace(/\D/g, '')));
  take('amount', amount, ([said]) => valueOf(said));
  return found.toSorted((a, b) => a.at - b.at);
}

function minutesOf([, hour = '', minute, half, other]: RegExpExecArray): number {
  const isAfternoon = half?.toLowerCase() === 'p';
  const inHalf = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  return inHalf * 60 + Number(minute ?? other ?? 0);
}

/** 1,200 · 1.200 · 4,90 · 1,00,000 */
function valueOf(said: string): number {
  if (/^\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3}$/.test(said)) return Number(said.replace(/[.,]/g, ''));
  return Number(said.replaceAll(',', '.').replace(/\.(?=.*\.)/g, ''));
}

/** With Western digits, each where it stood. */
const withOwnDigits = (text: string) =>
  text.replace(/[\u0966-\u096f\u0c66-\u0c6f]/g, (digit) => normalise(digit));

/** "No" is a denial in Spanish, and "in the" in Portuguese. */
const denials: Record<Language, string> = {
  en: "no|not|never|without|none|cannot|stopped|[a-z]+n['’]t|(?:do|does|did|is|are|was|were|wo|ca|have|has|could|would|should)nt",
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

const SOME_TIME = 20;
const someTime =
  /(?<![\p{L}\p{M}])(?:(?:this|next|coming|est[ae]|pr[oó]xim[oa]|agle|is|अगले|इस|ee|ఈ|వచ్చే) (?:week|weekend|month|semana|mes|mês|fin de semana|hafte|mahine|हफ्ते|महीने|vaaram|వారం|నెల)|tonight|week(?:day|end)s?|entre semana|fin(?:es)? de semana|fi(?:m|ns) de semana|dias úteis)(?![\p{L}\p{M}])/iu;

/** The days that a text names: of the week from 0, Sunday; near ones (today) from 10; months and "next week" from 20. */
export function daysIn(text: string): Set<number> {
  const days = new Set<number>(someTime.test(text) ? [SOME_TIME] : []);
  for (const word of plainWords(text)) {
    const day = weekdayNumber.get(word) ?? weekdayNumber.get(word.replace(/s$/u, ''));
    if (day !== undefined) days.add(day);
    const ahead = daysAhead.get(word);
    if (ahead !== undefined) days.add(10 + ahead);
    const month = word === 'may' || word === 'mar' ? undefined : monthNumber.get(word);
    if (month !== undefined) days.add(SOME_TIME + month);
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
