import { remembered } from '#platform/remembered.ts';
import type { Clause, Rule, Statement } from './clauses.ts';
import { readClause } from './clauses.ts';
import type { Draft, NamedDay } from './draft.ts';
import { apply, emptyDraft } from './draft.ts';
import type { Hours, Span, SpecialDay } from './hours.ts';
import type { Item, Target } from './items.ts';
import { itemsOf } from './items.ts';
import type { Piece } from './pieces.ts';
import { piecesOf, splitAtAnd } from './pieces.ts';
import type { Context } from './tokens.ts';
import { monthOf } from './words.ts';

/** What a text says of the hours; `notUnderstood` are the parts that no meaning could be given to, as they were written. */
export type Read = Hours & {
  notUnderstood: readonly string[];
  /** Days of which the text says two things; the later one holds. */
  twice: readonly NamedDay[];
};

/** Reads opening hours as an owner writes them, in any language of the product. Pure, and cheap when it is asked again. */
export const readHours = (text: string, country = ''): Read => kept(`${country}\n${text}`);

const kept = remembered(2_000, (key: string): Read => {
  const at = key.indexOf('\n');
  return read(key.slice(at + 1), { country: key.slice(0, at) });
});

/** The same for a text that is heard once: it may speak of today and tomorrow. */
export const readOnce = (text: string, context: Context): Read => read(text, context);

/** Whether a text speaks of today or tomorrow, which means another day every day. */
export const namesNearDay = (text: string, country: string): boolean => {
  const today = { year: 2024, month: 2, day: 29 };
  const said = text.replace(/ma[nñ]ana/giu, '');
  const [often, once] = [read(said, { country }), read(said, { country, today })];
  return once.specialDays.length > often.specialDays.length;
};

type Reading = {
  draft: Draft;
  notUnderstood: string[];
  /** Days and months of which something was said that is not understood. */
  doubtful: Target[];
  doubtfulMonths: Set<number>;
  carried: { targets: Target[]; source: string } | null;
  /** Said of no day yet. */
  rule: { rule: Rule; source: string } | null;
  subject: readonly Target[];
  prefix: Rule | null;
};

function read(text: string, context: Context): Read {
  const reading: Reading = {
    ...{ draft: emptyDraft(), notUnderstood: [], doubtful: [], doubtfulMonths: new Set<number>() },
    ...{ carried: null, rule: null, subject: [], prefix: null },
  };
  const pieces = piecesOf(text, context);
  for (const [i, piece] of pieces.entries()) takePiece(reading, piece, pieces[i + 1]);
  leaveCarried(reading);
  leaveRule(reading);
  return {
    ...hoursOf(reading, text),
    notUnderstood: reading.notUnderstood,
    twice: [...reading.draft.twice.values()],
  };
}

function takePiece(reading: Reading, piece: Piece, next: Piece | undefined): void {
  const items = itemsOf(piece.tokens);
  if (items.length === 0) return notice(reading, piece);
  const startsWithDays = items[0]?.kind === 'target';
  if (reading.carried && startsWithDays && !goesOn(reading.carried.targets, items, piece)) {
    leaveCarried(reading);
  }
  const carried = reading.carried?.targets ?? [];
  const withRule = withWaiting(reading, items);
  const clause = readClause(withRule, carried);
  const { rule } = reading;
  if (withRule !== items) reading.rule = null;
  if (clause && accept(reading, piece, clause, next)) return;
  reading.rule = rule;
  leaveCarried(reading);
  takeParts(reading, piece, items);
}

/** Where the whole makes no sense, the parts around "and" may. */
function takeParts(reading: Reading, piece: Piece, items: readonly Item[]): void {
  const parts = splitAtAnd(piece);
  const saysSomething = (part: Piece) => readClause(itemsOf(part.tokens))?.statements.length;
  if (parts.length > 1 && parts.slice(0, 1).some(saysSomething))
    for (const part of parts) takePiece(reading, part, undefined);
  else doubt(reading, piece, items);
}

/** Whether days that were named before belong to what is said now: they are of the same kind, and not on another line. */
const goesOn = (carried: readonly Target[], items: readonly Item[], { isNewLine }: Piece) =>
  !isNewLine &&
  items.some((item) => item.kind === 'target' && item.target.kind === carried[0]?.kind);

/** "9-18, Monday to Friday": the times wait for their days. */
function withWaiting({ rule, subject }: Reading, items: readonly Item[]): readonly Item[] {
  const isDaysOnly = items.every(({ kind }) => kind === 'target');
  if (!rule || !isDaysOnly || subject.length > 0) return items;
  const first: Item =
    rule.rule.kind === 'open' ? { kind: 'spans', spans: rule.rule.spans } : { kind: 'closed' };
  return [first, ...items];
}

function accept(reading: Reading, piece: Piece, clause: Clause, next: Piece | undefined): boolean {
  const { statements, days, rule, subject, prefix } = clause;
  if (statements.length === 0 && rule) return acceptRule(reading, piece, rule);
  const isApplied = statements.map((one) => apply(reading.draft, one)).every(Boolean);
  if (!isApplied) return false;
  if (statements.length > 0) {
    Object.assign(reading, { carried: null, subject, prefix });
    return !rule || acceptRule(reading, piece, rule);
  }
  const source = [reading.carried?.source, piece.source].filter(Boolean).join(', ');
  reading.carried = { targets: days, source };
  if (!next || next.isNewLine) settleCarried(reading, next);
  return true;
}

/** Times or "closed" without a day: of the days before, else of those to come. */
function acceptRule(reading: Reading, { source }: Piece, rule: Rule): boolean {
  const { carried, subject } = reading;
  const isFurther = !carried;
  const targets = carried?.targets ?? subject;
  if (targets.length === 0) {
    reading.rule = withEarlier(reading.rule, { rule, source });
    return true;
  }
  if (isFurther && rule.kind === 'closed') return false;
  const statement: Statement = { targets, rule, isFurther };
  Object.assign(reading, { carried: null, subject: targets, prefix: null });
  return apply(reading.draft, statement);
}

type Waiting = NonNullable<Reading['rule']>;

/** "9-13, 14-18" */
const withEarlier = (earlier: Waiting | null, { rule, source }: Waiting): Waiting =>
  earlier?.rule.kind === 'open' && rule.kind === 'open'
    ? {
        rule: { ...rule, spans: [...earlier.rule.spans, ...rule.spans] },
        source: `${earlier.source}, ${source}`,
      }
    : { rule, source };

/** At the end of a line days belong to what stood before the first of them ("closed Sunday, Monday"), else to the next line. */
function settleCarried(reading: Reading, next: Piece | undefined): void {
  const { prefix, carried } = reading;
  if (carried && prefix && next?.tokens[0]?.kind !== 'time') {
    apply(reading.draft, { targets: carried.targets, rule: prefix, isFurther: false });
    reading.carried = null;
  }
}

function leaveCarried(reading: Reading): void {
  settleCarried(reading, undefined);
  if (reading.carried) {
    reading.notUnderstood.push(reading.carried.source);
    reading.doubtful.push(...reading.carried.targets);
  }
  reading.carried = null;
}

const everyDay: Target = { kind: 'days', days: [0, 1, 2, 3, 4, 5, 6], isGeneral: true };

/** Times without any day hold every day that is not closed. */
function leaveRule({ rule, draft, notUnderstood }: Reading): void {
  if (!rule) return;
  const opens = [...draft.days.values()].some(
    ({ day, spans }) => typeof day === 'number' && spans.length > 0,
  );
  const isAll = !opens && notUnderstood.length === 0 && rule.rule.kind === 'open';
  if (!isAll || !apply(draft, { targets: [everyDay], rule: rule.rule, isFurther: false })) {
    notUnderstood.push(rule.source);
  }
}

/** Nothing but words without a meaning of their own, such as "Opening hours". */
function notice(reading: Reading, piece: Piece): void {
  if (piece.tokens.some(({ kind }) => kind === 'month')) doubt(reading, piece, []);
}

/** What is not understood may be about the days that it names, or about those before it in the same sentence. */
function doubt(reading: Reading, piece: Piece, items: readonly Item[]): void {
  reading.notUnderstood.push(piece.source);
  const named = items.flatMap((item) => (item.kind === 'target' ? [item.target] : []));
  const speaksOfHours = items.some(({ kind }) => kind !== 'target' && kind !== 'unknown');
  const isAboutBefore = !piece.isNewLine && named.length === 0 && !speaksOfHours;
  reading.doubtful.push(...named, ...(isAboutBefore ? reading.subject : []));
  for (const { kind, text } of piece.tokens) {
    const month = kind === 'month' ? monthOf.get(text) : undefined;
    if (month !== undefined) reading.doubtfulMonths.add(month);
  }
}

const TWELVE_HOURS = /\d\s?[ap]\.?\s?m\b|noon|\d\s?(?:baje|बजे|గంట|ganta)/iu;

function hoursOf({ draft, doubtful, doubtfulMonths, notUnderstood }: Reading, text: string): Hours {
  const known = [...draft.days.values()];
  const opens = known.some(({ day, spans }) => typeof day === 'number' && spans.length > 0);
  const unsaid = opens && notUnderstood.length === 0 ? [] : null;
  const doubted = new Set(doubtful.flatMap((one) => (one.kind === 'days' ? one.days : [])));
  const week = Array.from({ length: 7 }, (_, day): readonly Span[] | null =>
    doubted.has(day) ? null : (draft.days.get(`${day}`)?.spans ?? unsaid),
  );
  const dates = known.flatMap(({ day, spans }): SpecialDay[] =>
    typeof day === 'number' ? [] : [{ ...day, spans }],
  );
  const unsure = doubtful.flatMap((one) => (one.kind === 'dates' ? one.dates : []));
  const clock = TWELVE_HOURS.test(text) ? 12 : 24;
  return {
    week,
    specialDays: [...dates, ...unsure.map((date) => ({ ...date, spans: null, isDoubtful: true }))],
    doubtfulMonths: [...doubtfulMonths],
    clock,
  };
}
