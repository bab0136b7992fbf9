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
  'price fee free discount hours close allday open today tomorrow morning evening weekday weekend everyday monday tuesday wednesday thursday friday saturday sunday'.split(
    ' ',
  ),
);
/** Currencies, halves of the day, and what only says that something changed. */
const noSubject =
  /^(?:[\d.]+|am|pm|rs|inr|rupees?|rupaye|rupayalu|dollars?|usd|euros?|eur|pounds?|gbp|pesos?|mxn|reais|real|brl|रुपये|रुपए|रु|రూపాయలు|రూ|changed?|raised|increased|reduced|became|becomes|updated?|goes|went|longer|anymore|ahora|agora|ippudu|ab|अब|ఇప్పుడు)$/u;
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
  const figures = figuresIn(text);
  const isHours =
    aspects.some(({ concepts }) => concepts.includes('hours') || concepts.includes('close')) ||
    figures.some(({ kind }) => kind === 'time');
  return { subject, figures, days: daysIn(lasting), isHours };
}

const isAspect = ({ concepts }: Term) => concepts.some((concept) => ASPECTS.has(concept));

/** The part of an entry that the statement is about, and the entry without it. */
function bestIn(said: Said, { id, text }: Entry, home: Tongue | null) {
  const found = piecesOf(text).flatMap((piece) => {
    const part = partOf(piece.text, home);
    const alike = likeness(said, part);
    if (alike < ALIKE || !differs(said, { text: piece.text, ...part })) return [];
    const after = replacedIn(text, piece, said, part);
    return after === null ? [] : [{ id, after, alike }];
  });
  return found.toSorted((a, b) => b.alike - a.alike)[0];
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
  if (one.subject.length + other.subject.length === 0) return one.isHours && other.isHours ? 1 : 0;
  return Math.min(coverage(one.subject, other.subject), coverage(other.subject, one.subject));
}

/** How much of the weight of these terms the others have. */
function coverage(terms: readonly Term[], others: readonly Term[]): number {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const shared = terms.filter((term) => others.some((other) => isSame(term, other)));
  return total === 0 ? 0 : shared.reduce((sum, { weight }) => sum + weight, 0) / total;
}

const isSame = (one: Term, other: Term) =>
  one.concepts.some((concept) => other.concepts.includes(concept)) ||
  one.forms.some((form) => other.forms.includes(form));

/** Another figure, day or status; what holds for one day only leaves alone what holds for all. */
function differs(said: Said, entry: Said): boolean {
  const hasSameDays = isSameSet(said.days, entry.days);
  if (said.days.size > 0 && entry.days.size === 0) return false;
  const isOtherStatus = isDenial(said.text) !== isDenial(entry.text);
  if (isOtherStatus) return hasSameDays || (said.days.size === 0 && !saysClosed(said.text));
  if (!hasSameDays && said.days.size > 0) {
    return said.subject.length > 0 && !said.isHours && said.days.size === entry.days.size;
  }
  return hasOtherFigures('amount', said, entry) || hasOtherFigures('time', said, entry);
}

const isSameSet = (one: ReadonlySet<number>, other: ReadonlySet<number>) =>
  one.size === other.size && [...one].every((each) => other.has(each));

const ofKind = ({ figures }: Part, kind: Figure['kind']) =>
  figures.filter((figure) => figure.kind === kind);

function hasOtherFigures(kind: Figure['kind'], said: Part, entry: Part): boolean {
  const values = new Set(ofKind(entry, kind).map(({ value }) => value));
  const told = ofKind(said, kind);
  return values.size > 0 && told.length > 0 && !told.every(({ value }) => values.has(value));
}

/** The entry's text after the change; null where it would lose something else that it says. */
function replacedIn(text: string, piece: Piece, said: Said, part: Part): string | null {
  const [amount, ...others] = ofKind(said, 'amount');
  const [was, ...more] = ofKind(part, 'amount');
  if (piece.kind === 'whole')
    return said.subject.length < part.subject.length && more.length > 0 ? null : said.text;
  const isOneForOne = amount && was && others.length + more.length === 0 && amount.value > 0;
  if (isOneForOne) {
    const from = piece.at + was.at;
    const figure = said.text.slice(amount.at, amount.at + amount.length);
    return text.slice(0, from) + figure + text.slice(from + was.length);
  }
  if (piece.kind !== 'sentence') return null;
  const [space = ''] = /^\s*/u.exec(piece.text) ?? [];
  return text.slice(0, piece.at) + space + said.text + text.slice(piece.at + piece.text.length);
}
