import type { Entry } from '#features/answers/engine/engine.ts';
import type { Tongue } from '#features/answers/engine/stems.ts';
import type { Term } from '#features/answers/engine/terms.ts';
import { read } from '#features/answers/engine/terms.ts';
import type { Figure } from './figures-said.ts';
import { daysIn, figuresIn, isDenial, saysClosed } from './figures-said.ts';

/** An entry that a statement probably makes untrue, and what it would say then. */
export type Replaced = { id: string; after: string };

const MOST = 3;
const ALIKE = 0.6;
/** An entry that is alike by so much less than the best is not meant. */
const MARGIN = 0.2;
const TELLING = 0.45;

/** What a text says of its subject: these words name no subject themselves. */
const ASPECTS = new Set(
  'price fee free discount hours close allday open today tomorrow morning evening weekday weekend everyday monday tuesday wednesday thursday friday saturday sunday phone contact'.split(
    ' ',
  ),
);
/** Currencies, halves of the day, and what only says that something changed. */
const noSubject =
  /^(?:[\d.]+|am|pm|rs|inr|rupees?|rupaye|rupayalu|dollars?|usd|euros?|eur|pounds?|gbp|pesos?|mxn|reais|real|brl|रुपये|रुपए|रु|రూపాయలు|రూ|km|kms|miles?|min|mins|minutes?|hours?|kg|g|ml|litres?|persons?|off|changed?|raised|increased|reduced|became|becomes|updated?|goes|went|longer|anymore|ahora|agora|ippudu|ab|अब|ఇప్పుడు)$/u;
/** "From Monday on" tells since when, not on which day. */
const fromNowOn =
  /(?<![\p{L}\p{M}])(?:from \p{L}+ on(?:wards?)?|as of \p{L}+|starting \p{L}+|(?:a partir d[eo]|desde) \p{L}+|(?:aaj|kal) se|(?:आज|कल) से|(?:ఈరోజు|రేపటి) నుండి)(?![\p{L}\p{M}])/giu;

/**
 * The entries of `hits` that a statement replaces, likeliest first, three at most: those about the same subject with
 * another figure, day or status. An entry that says more keeps the rest of its words.
 */
export function replaces(
  statement: string,
  hits: readonly Entry[],
  home: Tongue | null = null,
): Replaced[] {
  const said = { text: statement, ...partOf(statement, home) };
  const found = hits.flatMap((hit) => bestIn(said, hit, home) ?? []);
  const best = Math.max(0, ...found.map(({ alike }) => alike));
  return found
    .filter(({ alike }) => alike >= best - MARGIN)
    .toSorted((a, b) => b.alike - a.alike)
    .slice(0, MOST)
    .map(({ id, after }) => ({ id, after }));
}

/** Whether a text is about something that the business has, not about the business itself ("we", "the shop"). */
export const namesSubject = (text: string, home: Tongue | null): boolean =>
  partOf(text, home).subject.length > 0;

type Part = { subject: Term[]; figures: Figure[]; days: Set<number>; isHours: boolean };
type Said = Part & { text: string };

function partOf(text: string, home: Tongue | null): Part {
  const lasting = text.replace(fromNowOn, ' ');
  const { terms } = read(lasting, home);
  const aspects = terms.filter(isAspect);
  const isOfAspect = (word: string) =>
    aspects.some(({ text: phrase }) => phrase.split(' ').includes(word));
  const subject = terms.filter(
    (term) =>
      (term.role !== 'inner' || isOfAspect(term.text)) &&
      term.weight >= TELLING &&
      !isAspect(term) &&
      !noSubject.test(term.text),
  );
  const saysHours = aspects.some(({ concepts }) =>
    concepts.some((concept) => concept === 'hours' || concept === 'close'),
  );
  const figures = figuresIn(text).map((figure) => (saysHours ? asTime(figure) : figure));
  const isHours = saysHours || figures.some(({ kind }) => kind === 'time');
  return { subject, figures, days: daysIn(lasting), isHours };
}

/** "Open 9-18" */
const asTime = (figure: Figure): Figure =>
  figure.kind === 'amount' && figure.value <= 24
    ? { ...figure, kind: 'time', value: figure.value * 60 }
    : figure;

const isAspect = ({ concepts }: Term) => concepts.some((concept) => ASPECTS.has(concept));

/** The part of an entry that the statement is about, and the entry without it; none where it could be either of two. */
function bestIn(said: Said, { id, text }: Entry, home: Tongue | null) {
  const found = piecesOf(text)
    .flatMap((piece) => {
      const part = partOf(piece.text, home);
      const alike = likeness(said, part);
      if (alike < ALIKE || !differs(said, { text: piece.text, ...part })) return [];
      const after = replacedIn(text, piece, said, part);
      return after === null ? [] : [{ id, after, alike, kind: piece.kind }];
    })
    .toSorted((a, b) => b.alike - a.alike);
  const [best] = found;
  const equals = found.filter(({ alike, kind }) => alike === best?.alike && kind === best.kind);
  return equals.length === 1 ? best : undefined;
}

type Piece = { text: string; at: number; kind: 'whole' | 'sentence' | 'clause' };

/** The whole entry, its sentences and lines, and what stands between commas. */
function piecesOf(text: string): Piece[] {
  const split = (pattern: RegExp, kind: Piece['kind']) =>
    [...text.matchAll(pattern)].flatMap(([piece], i, all) =>
      all.length > 1 && piece.trim() !== '' ? [{ text: piece, at: all[i]?.index ?? 0, kind }] : [],
    );
  return [
    { text, at: 0, kind: 'whole' },
    ...split(/(?:[^.!?।;\n]|[.](?=\d)|(?<=\b\p{L})[.](?=\p{L}))+[.!?।]*/gu, 'sentence'),
    ...split(/(?:[^.!?।;,\n]|[.,](?=\d))+/gu, 'clause'),
  ];
}

function likeness(one: Part, other: Part): number {
  if (one.subject.length + other.subject.length > 0) {
    return Math.min(coverage(one.subject, other.subject), coverage(other.subject, one.subject));
  }
  const tellsPhone = ofKind(one, 'phone').length > 0 && ofKind(other, 'phone').length > 0;
  return (one.isHours && other.isHours) || tellsPhone ? 1 : 0;
}

/** How much of the weight of these terms the others have. */
function coverage(terms: readonly Term[], others: readonly Term[]): number {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const shared = terms.map(
    (term) => term.weight * Math.max(0, ...others.map((other) => sameness(term, other))),
  );
  return total === 0 ? 0 : shared.reduce((sum, weight) => sum + weight, 0) / total;
}

/** Another word of the same concept may mean something else: manicure, pedicure. */
const KIN = 0.8;

function sameness(one: Term, other: Term): number {
  if (one.forms.some((form) => other.forms.includes(form))) return 1;
  return one.concepts.some((concept) => other.concepts.includes(concept)) ? KIN : 0;
}

/** Another figure, day or status; what holds for one day only leaves alone what holds for all. */
function differs(said: Said, entry: Said): boolean {
  const hasSameDays = isSameSet(said.days, entry.days);
  if (said.days.size > 0 && entry.days.size === 0) return false;
  const isOtherStatus = isDenial(said.text) !== isDenial(entry.text);
  if (isOtherStatus) {
    const isOfAllDays = said.days.size === 0 && said.subject.length > 0;
    return hasSameDays || (isOfAllDays && !saysClosed(said.text));
  }
  if (!hasSameDays && said.days.size > 0) {
    return said.subject.length > 0 && !said.isHours && said.days.size === entry.days.size;
  }
  return otherFigures(said, entry) !== undefined;
}

const isSameSet = (one: ReadonlySet<number>, other: ReadonlySet<number>) =>
  one.size === other.size && [...one].every((each) => other.has(each));

const ofKind = ({ figures }: Part, kind: Figure['kind']) =>
  figures.filter((figure) => figure.kind === kind);

type Compared = { told: readonly Figure[]; was: readonly Figure[] };

/** The figures of one kind that are told otherwise now; a bare number may be a price. */
function otherFigures(said: Part, entry: Part): Compared | undefined {
  const [told, was] = [said, entry].map((part) => ({
    price: ofKind(part, 'price'),
    amount: ofKind(part, 'amount'),
  }));
  if (!told || !was) return undefined;
  const isAlike = told.price.length > 0 === was.price.length > 0;
  const money = ({ price, amount }: typeof told) => (price.length > 0 ? price : amount);
  const compared: Compared[] = [
    { told: ofKind(said, 'time'), was: ofKind(entry, 'time') },
    { told: ofKind(said, 'phone'), was: ofKind(entry, 'phone') },
    { told: money(told), was: money(was) },
    ...(isAlike ? [{ told: told.amount, was: was.amount }] : []),
  ];
  return compared.find(isOther);
}

function isOther({ told, was }: Compared): boolean {
  const values = new Set(was.map(({ value }) => value));
  return values.size > 0 && told.length > 0 && !told.every(({ value }) => values.has(value));
}

/** The entry's text after the change; null where it would lose something else that it says. */
function replacedIn(text: string, piece: Piece, said: Said, part: Part): string | null {
  const swapped = swap(text, piece, said, part);
  if (piece.kind === 'whole') {
    const saysMore = part.figures.length > said.figures.length;
    if (saysMore && swapped !== null) return swapped;
    return saysMore && said.subject.length < part.subject.length ? null : said.text;
  }
  if (swapped !== null) return swapped;
  if (piece.kind !== 'sentence') return null;
  const [space = ''] = /^\s*/u.exec(piece.text) ?? [];
  return text.slice(0, piece.at) + space + said.text + text.slice(piece.at + piece.text.length);
}

const tellsEnd =
  /(?<![\p{L}\p{M}])(?:close[sd]?|shuts?|until|till|til|hasta|cierra\p{L}*|cerramos|até|fecha\p{L}*|tak|तक|बंद|band|వరకు|varaku|మూస\p{L}*)(?![\p{M}])/iu;

/** The entry with the one figure that is told otherwise in the place of its own; null where that is not plain. */
function swap(text: string, piece: Piece, said: Said, part: Part): string | null {
  const { told, was } = otherFigures(said, part) ?? { told: [], was: [] };
  const [figure, ...others] = told;
  const old = figure && counterpart(figure, was, said.text);
  if (!figure || !old || others.length > 0 || figure.value === 0 || old.value === 0) return null;
  const from = piece.at + old.at;
  const to = from + old.length;
  const written = said.text.slice(figure.at, figure.at + figure.length).trim();
  return text.slice(0, from) + inPlaceOf(text.slice(from, to), written) + text.slice(to);
}

/** Of opening hours the time that is meant. */
function counterpart({ kind }: Figure, was: readonly Figure[], said: string): Figure | undefined {
  if (was.length === 1) return was[0];
  return kind === 'time' && was.length === 2 ? was[tellsEnd.test(said) ? 1 : 0] : undefined;
}

/** A bare hour keeps the half of the day of the one that it replaces. */
function inPlaceOf(before: string, written: string): string {
  const half = /\s?[ap]\.?m\.?$/iu.exec(before)?.[0] ?? '';
  return /^\d{1,2}$/u.test(written) ? written + half : written;
}
