/** Names of weekdays and months in the product's languages, as the platform knows them. */
const LANGUAGES = ['en', 'es', 'pt', 'hi', 'te'];
/** Of Hindi and Telugu in Latin letters, which no platform knows; from Sunday. */
const ROMANISED = [
  'ravivar ravivaar itwar itvaar adivaram aadivaram',
  'somvar somvaar somwar somavaram',
  'mangalvar mangalwar mangalvaar mangalavaram',
  'budhvar budhwar budhvaar budhavaram',
  'guruvar guruwar guruvaar brihaspativar guruvaram',
  'shukravar shukrawar shukravaar shukravaram sukravaram',
  'shanivar shaniwar shanivaar shanivaram sanivaram',
];
/** Other words of the languages too. */
const AMBIGUOUS = new Set([
  'may',
  'mayo',
  'mar',
  'set',
  'sun',
  'sat',
  'wed',
  'ago',
  'dom',
  'segunda',
]);

type Names = ReadonlyMap<string, number>;

const namesOf = (option: 'weekday' | 'month', style: 'long' | 'short', count: number): Names =>
  new Map(
    LANGUAGES.flatMap((language) => {
      const format = new Intl.DateTimeFormat(language, { [option]: style, timeZone: 'UTC' });
      // The first of January 2023 was a Sunday.
      return Array.from({ length: count }, (_, at) => {
        const day = option === 'month' ? Date.UTC(2023, at, 1) : Date.UTC(2023, 0, 1 + at);
        return [plain(format.format(day)), at] as const;
      });
    }),
  );

const plain = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[áàâã]/g, 'a')
    .replace(/ç/g, 'c')
    .replace(/é/g, 'e')
    .replace(/\.$/, '');

const romanised: Names = new Map(
  ROMANISED.flatMap((names, at) => names.split(' ').map((name) => [name, at] as const)),
);
const WEEKDAYS: Names = new Map([...namesOf('weekday', 'long', 7), ...romanised]);
const MONTHS = namesOf('month', 'long', 12);
const SHORT_WEEKDAYS = namesOf('weekday', 'short', 7);
const SHORT_MONTHS = namesOf('month', 'short', 12);

/** "Every day", and what goes from one day to another: whoever reads that may name each day. */
const EVERY_DAY =
  /\b(?:every ?day|daily|all (?:week|days)|(?:any|each) day|7 days|seven days|24\/7|weekdays?|weekends?|todos los d[ií]as|a diario|diariamente|todos os dias|toda la semana|a semana toda|roz|har din|har roz|prati ?roju|roju)\b|रोज|हर दिन|प्रतिदिन|ప్రతి ?రోజు|రోజూ/iu;
const RANGE =
  /(?:-|–|—|\bto\b|\bthrough\b|\ba\b|\bal\b|\bà\b|\bate\b|\bhasta\b|\bse\b|\bnundi\b|से|నుండి|నుంచి)/iu;
const NUMERIC_DATE = /\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?/;

/**
 * True when each weekday and month that `text` names is named in one of `grounds` or in the question, in whatever
 * language. Grounds that speak of every day, of days from one to another, or of dates in digits, may be told by name.
 */
export function namedDaysStandIn(text: string, grounds: readonly string[], question = ''): boolean {
  const known = [...grounds, question].join('\n');
  const weekdays = named(known, WEEKDAYS, SHORT_WEEKDAYS);
  const isOpen = EVERY_DAY.test(known) || (weekdays.size > 1 && RANGE.test(known));
  const months = named(known, MONTHS, SHORT_MONTHS);
  return (
    (isOpen || [...named(text, WEEKDAYS)].every((day) => weekdays.has(day))) &&
    (NUMERIC_DATE.test(known) || [...named(text, MONTHS)].every((month) => months.has(month)))
  );
}

function named(text: string, ...names: Names[]): Set<number> {
  const words = plain(text).match(/[\p{L}][\p{L}\p{M}-]*/gu) ?? [];
  const all = words.flatMap((word) => {
    // "Mon-Fri" is two, "segunda-feira" is one, "Sundays" is Sunday.
    const parts = new Set([word, ...word.split('-'), word.replace(/s$/, '')]);
    return [...parts];
  });
  const isClaim = names.length === 1;
  return new Set(
    all.flatMap((word) => {
      if (isClaim && AMBIGUOUS.has(word)) return [];
      const found = names.map((some) => some.get(word) ?? some.get(`${word}-feira`));
      return found.filter((at) => at !== undefined);
    }),
  );
}

const PERCENT =
  /(\p{Nd}+(?:[.,]\p{Nd}+)?)\s?(?:%|٪|percent\b|per cent\b|por ?ciento\b|por ?cento\b|pratishat\b|shatam\b|प्रतिशत|फ़?ीसदी|శాతం)/giu;

/** True when each share in `text` is one in `grounds`: 20 % is not $20. */
export function sharesStandIn(text: string, grounds: readonly string[]): boolean {
  const known = new Set(sharesIn(grounds.join('\n')));
  return sharesIn(text).every((share) => known.has(share));
}

const sharesIn = (text: string) =>
  [...text.normalize('NFKC').matchAll(PERCENT)].map(([, digits = '']) =>
    Number(digits.replace(',', '.').replace(/\p{Nd}/gu, western)),
  );

/** Unicode keeps the ten digits of every script together and in order. */
function western(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = [0x30, 0x966, 0xc66].find((first) => code >= first && code < first + 10);
  return zero === undefined ? digit : String(code - zero);
}
