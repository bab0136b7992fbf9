/** True when every link, address, phone number, price, time and number of `text` stands in one of `grounds`. Digits of any script count; "9 PM" is "21:00", "Rs. 1,200" is "₹1200", and a phone number may lose its country code but gain none. Numbers in words are not seen. */
export function figuresStandIn(text: string, grounds: readonly string[]): boolean {
  const said = figuresOf(tidy(text).replace(LIST_NUMBER, ''));
  const known = figuresOf(grounds.map(tidy).join('\n'));
  return (
    said.links.every((link) => isKnownLink(link, known)) &&
    said.phones.every((phone) => isKnownPhone(phone, known)) &&
    said.currencies.every((currency) => known.currencies.includes(currency)) &&
    said.prices.every((price) => known.prices.includes(price) || known.numbers.includes(price)) &&
    said.times.every((time) => isKnownTime(time, known)) &&
    said.numbers.every((number) => isKnownNumber(number, known))
  );
}

type Figures = {
  links: string[];
  /** Digits only. */
  phones: string[];
  currencies: string[];
  prices: number[];
  times: Time[];
  numbers: number[];
};
/** Minutes of the day that were perhaps meant: two where neither a.m. nor p.m. is said. */
type Time = readonly number[];

const word = (alternatives: string) => `(?<![a-z])(?:${alternatives})(?![a-z])`;
const CURRENCIES = {
  brl: String.raw`(?<![a-z])r\$|${word('brl|reais')}`,
  usd: String.raw`us\$|(?<!(?<![a-z])r)\$|${word('usd|dollars?|d[óo]lar(?:es)?|pesos?')}`,
  eur: `€|${word('eur|euros?')}`,
  gbp: `£|${word('gbp|pounds?|libras?')}`,
  inr: String.raw`₹|${word('rs|inr|rupees?')}\.?|रुपय[ाे]|రూపాయలు?|(?:रु|రూ)(?![\p{L}\p{M}])\.?`,
  yen: `¥|元|円|${word('jpy|cny|rmb|yen|yuan')}`,
};
const ANY_CURRENCY = Object.values(CURRENCIES).join('|');
const CURRENCY_MARKS = Object.entries(CURRENCIES).map(
  ([name, mark]) => [name, new RegExp(mark, 'u')] as const,
);
/** Counted repeats keep a hostile text from costing more than its length. */
const DIGITS = String.raw`\d{1,15}(?:[.,]\d{1,6}){0,6}`;

const LINK =
  /https?:\/\/\S+|(?<![\p{L}\d.+_-])[\p{L}\d.+_-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,8}|(?<![\p{L}\d-])[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){0,8}(?<=\p{L}[\d-]{0,9})\.\p{Ll}{2,}(?:\/\S*)?/gu;
const TIME =
  /(?<![\d.,:])(?<h>[01]?\d|2[0-4])(?:\s?[:h]\s?(?<m>[0-5]\d)(?!\d)(?:\s*(?<half>[ap])\.?\s?m\b\.?)?|(?:\.(?<dotted>[0-5]\d))?\s*(?<said>[ap])\.?\s?m\b\.?|\s?(?:h|uhr|hrs?)\b)/g;
const PHONE =
  /(?<![\d.,])(?:\+ ?\d[\d ().-]{5,18}\d|\(\d{2,5}\)[\d .-]{5,14}\d|0\d{2,4}[ -]?\d{3}[\d -]{1,8}\d|\d{3}[ .-]\d{3}[ .-]\d{4}|\d{3}-\d{4}|\d{4,5}[ -]\d{5,6}|\d{2}(?:[. ]\d{2}){4}|\d{7,})(?!\d)/g;
const PRICE = new RegExp(
  `(?:${ANY_CURRENCY})\\s?(?<after>${DIGITS})|(?<before>${DIGITS})\\s?(?:${ANY_CURRENCY})`,
  'gu',
);
const NUMBER = new RegExp(DIGITS, 'g');
/** "1." or "2)" at the start of a line, and keycap emoji, number a list and claim nothing. */
const LIST_NUMBER = /^\s*\d{1,2}[.)]\s+|\d\ufe0f?\u20e3/gm;

function figuresOf(text: string): Figures {
  let rest = text;
  const take = (pattern: RegExp) => {
    const found = [...rest.matchAll(pattern)];
    rest = rest.replace(pattern, '\n');
    return found;
  };
  const links = take(LINK).map(([link]) => bareLink(link));
  const times = take(TIME).map(({ groups = {} }) => timeOf(groups));
  const phones = take(PHONE).map(([phone]) => phone.replace('(0)', '').replace(/\D/g, ''));
  const currencies = CURRENCY_MARKS.filter(([, mark]) => mark.test(rest)).map(([name]) => name);
  const prices = take(PRICE).flatMap(({ groups }) => values(groups?.after ?? groups?.before ?? ''));
  const numbers = take(NUMBER).flatMap(([number]) => values(number));
  return { links, phones, currencies, prices, times, numbers };
}

const bareLink = (link: string) =>
  link
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[\p{P}\p{S}]+$/u, '');

function timeOf({ h, m, half, dotted, said }: Record<string, string | undefined>): Time {
  const hour = Number(h);
  const minute = Number(m ?? dotted ?? 0);
  const noon = half ?? said;
  const early = (hour % 12) * 60 + minute;
  if (noon) return [noon === 'p' ? early + 720 : early];
  return hour === 0 || hour > 12 ? [hour * 60 + minute] : [early, early + 720];
}

/** One number, or several where the separators are those of a date: 1,200 · 4,90 · 1,00,000 · 20.11.2025. */
function values(digits: string): number[] {
  const separators = digits.match(/[.,]/g) ?? [];
  if (/^[1-9]\d{0,2}(?:[.,]\d{2,3})*[.,]\d{3}$/.test(digits)) {
    return [Number(digits.replace(/[.,]/g, ''))];
  }
  const isDecimal = separators.length === 1 || new Set(separators).size === 2;
  if (!isDecimal) return digits.split(/[.,]/).map(Number);
  const cut = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  return [Number(`${digits.slice(0, cut).replace(/[.,]/g, '')}.${digits.slice(cut + 1)}`)];
}

const isKnownLink = (link: string, { links }: Figures) =>
  links.some((known) => known === link || known.startsWith(`${link}/`));

const WHOLE_PHONE = 9;

/** Its end suffices: the country code may be left out. What follows a number may look like a part of it ("… 4567 24/7"), hence the second way. */
const isKnownPhone = (phone: string, { phones }: Figures) => {
  const digits = phone.replace(/^0+/, '');
  return phones.some(
    (known) => known.endsWith(digits) || (digits.length >= WHOLE_PHONE && known.includes(digits)),
  );
};

/** A bare "9" of the passage may be read as nine in the morning or in the evening. */
const isKnownTime = (time: Time, { times, numbers }: Figures) =>
  time.some(
    (minutes) =>
      times.some((known) => known.includes(minutes)) ||
      hoursOf(minutes).some((hour) => numbers.includes(clockNumber(hour, minutes % 60))),
  );

const isKnownNumber = (number: number, { numbers, prices, times }: Figures) =>
  numbers.includes(number) ||
  prices.includes(number) ||
  times.some((time) => time.some((minutes) => hoursOf(minutes).includes(number)));

const hoursOf = (minutes: number) => {
  const hour = Math.floor(minutes / 60);
  return [hour, ((hour + 11) % 12) + 1];
};

const clockNumber = (hour: number, minute: number) =>
  Number(`${hour}.${String(minute).padStart(2, '0')}`);

const tidy = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/[‐-―−]/g, '-')
    .replace(/\p{Nd}/gu, westernDigit)
    .replace(/٫/g, '.')
    .replace(/٬/g, ',')
    .replace(/(?<=\d)['’](?=\d{3})/g, '');

/** Unicode keeps the ten digits of every script together and in order. */
function westernDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}
