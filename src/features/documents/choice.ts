type Range = { from: number; to: number };

/** Which of the numbered entries are wanted; `only` null: all of them. */
export type Choice = { only: Range[] | null; without: Range[] };

const setOf = (list: string) => new Set(list.split(' '));

const except = setOf(
  'but except excluding without not minus skip omit menos excepto exceto salvo sin sem alawa alaava chhodkar chodkar अलावा छोड़कर tappa తప్ప మినహా minaha',
);
const through = setOf('- to till through thru a al hasta até ate à se से nundi nunchi నుండి నుంచి');
/** They change nothing: what one does with entries, what joins numbers, and how one asks for it. */
const beside = setOf(
  'add save keep take approve use yes yep ok okay please only just the entry entries number numbers nr all everything them of and plus also & ' +
    'guarda guardar agrega agregar añade sí si solo sólo solamente los las el la y todo todos todas entradas por favor ' +
    'salva salvar salve adiciona adicionar sim só apenas os as o e tudo entrada ' +
    'haan sirf bas aur ke ko sab rakho karo jodo tak हाँ सिर्फ बस और के को सब रखो करो जोड़ो तक ' +
    'avunu matrame mariyu anni varaku pettu cheyi అవును మాత్రమే మరియు అన్నీ అన్ని వరకు',
);

const MOST_DIGITS = 3;
const token = new RegExp(`\\p{Nd}{1,${MOST_DIGITS}}(?!\\p{Nd})|[\\p{L}\\p{M}]+|[-&]`, 'gu');
const ignored = /[\s,.;:#()!'"¡।+]+/gu;
const refusedFirst = /^\s*(?:no|nahi|nahin|não|नहीं|kaadu|వద్దు)[\s,.;:–-]+(?=\p{L})/iu;

/** Reads a whole message such as "1-5, 8", "add 2 and 4" or "all but 3", in any of the product's languages; null when it is about something else. */
export function choiceIn(message: string): Choice | null {
  const text = message
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐-―−]/gu, '-')
    .replace(refusedFirst, '');
  const tokens = text.match(token) ?? [];
  if (tokens.join('') !== text.replace(ignored, '')) return null;
  const reading: Reading = { before: [], after: [], isExcept: false, isOpen: false };
  if (!tokens.every((one) => take(reading, one))) return null;
  const { before, after, isExcept, isOpen } = reading;
  if (isOpen || before.length + after.length === 0) return null;
  if (!isExcept) return { only: before, without: [] };
  return after.length > 0
    ? { only: before.length > 0 ? before : null, without: after }
    : { only: null, without: before };
}

type Reading = {
  /** What is named before "but" and after it. */
  before: Range[];
  after: Range[];
  isExcept: boolean;
  /** "1 to": the end of it comes next. */
  isOpen: boolean;
};

function take(reading: Reading, one: string): boolean {
  const ranges = reading.isExcept ? reading.after : reading.before;
  if (/^\p{Nd}/u.test(one)) return takeNumber(reading, ranges, valueOf(one));
  if (through.has(one) && ranges.length > 0 && !reading.isOpen) {
    reading.isOpen = true;
    return true;
  }
  if (reading.isOpen) return false;
  if (except.has(one)) reading.isExcept = true;
  return except.has(one) || beside.has(one);
}

function takeNumber(reading: Reading, ranges: Range[], number: number): boolean {
  const begun = reading.isOpen ? ranges.pop() : undefined;
  const [from, to] = [begun?.from ?? number, number].toSorted((a, b) => a - b);
  ranges.push({ from: from ?? number, to: to ?? number });
  reading.isOpen = false;
  return true;
}

/** Decimal digits of any script: those of one stand in a row, from zero on. */
function valueOf(digits: string): number {
  const value = (digit: string) => {
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return code - zero;
  };
  return Number(Array.from(digits, value).join(''));
}

/** The chosen ones, in their order; null where it names one that is not there. */
export function chosenFrom<T>(all: readonly T[], { only, without }: Choice): T[] | null {
  const isThere = ({ from, to }: Range) => from >= 1 && to <= all.length;
  if (![...(only ?? []), ...without].every(isThere)) return null;
  const isIn = (ranges: readonly Range[], place: number) =>
    ranges.some(({ from, to }) => place >= from && place <= to);
  return all.filter((_one, i) => (only === null || isIn(only, i + 1)) && !isIn(without, i + 1));
}
