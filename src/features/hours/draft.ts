import type { Rule, Statement } from './clauses.ts';
import type { Span } from './hours.ts';
import type { Target, WrittenSpan } from './items.ts';
import type { CalendarDay } from './tokens.ts';

/** A day of the week (from 0, Sunday), or a date. */
export type NamedDay = number | CalendarDay;

type Known = {
  day: NamedDay;
  spans: readonly Span[];
  /** It was said of every day, or of all weekdays: what is said of one day holds before it. */
  isGeneral: boolean;
  /** The days of which it was said in one breath. */
  together: string;
};

/** What has been read so far; `twice` are days of which the text says two things that cannot both hold. */
export type Draft = { days: Map<string, Known>; twice: Map<string, NamedDay> };

export const emptyDraft = (): Draft => ({ days: new Map(), twice: new Map() });

const keyOf = (day: NamedDay) =>
  typeof day === 'number' ? `${day}` : `${day.year ?? ''}-${day.month}-${day.day}`;

/** Adds what a statement says, the last one wins; false where hours are prolonged that nobody has told. */
export function apply(draft: Draft, { targets, rule, isFurther }: Statement): boolean {
  const together = JSON.stringify(targets);
  return targets
    .flatMap(namedDays)
    .map(({ day, isGeneral }) => {
      const key = keyOf(day);
      const before = draft.days.get(key);
      const spans = spansAfter(before?.spans, rule, isFurther);
      if (!spans) return false;
      const known = { day, isGeneral, together, spans };
      if (before && isTwice(before, known, rule, isFurther)) {
        if (isGeneral && !before.isGeneral) return true;
        const adds = before.together === together && areApart(before.spans, spans);
        if (adds && spans.length > 0) {
          draft.days.set(key, { ...known, spans: sorted([...before.spans, ...spans]) });
          return true;
        }
        if (isGeneral === before.isGeneral) draft.twice.set(key, day);
      }
      draft.days.set(key, known);
      return true;
    })
    .every(Boolean);
}

const namedDays = (target: Target): { day: NamedDay; isGeneral: boolean }[] =>
  target.kind === 'days'
    ? target.days.map((day) => ({ day, isGeneral: target.isGeneral }))
    : target.dates.map((day) => ({ day, isGeneral: false }));

/** What "until" and "closed in between" change is not said twice. */
const isTwice = (before: Known, after: Known, rule: Rule, isFurther: boolean) =>
  (rule.kind === 'closed' || rule.kind === 'open') &&
  JSON.stringify(before.spans) !== JSON.stringify(after.spans) &&
  !(isFurther && before.spans.every((span) => after.spans.includes(span)));

function spansAfter(
  before: readonly Span[] | undefined,
  rule: Rule,
  isFurther: boolean,
): readonly Span[] | null {
  switch (rule.kind) {
    case 'closed':
    case 'except':
      return [];
    case 'open':
      return isFurther && before ? withFurther(before, rule.spans) : inOrder(rule.spans);
    case 'minus':
      return before ? before.flatMap((span) => cut(span, rule.spans)) : null;
    case 'until':
      return before?.length ? prolonged(before, rule.time.minutes) : null;
  }
}

const HALF_DAY = 720;

/** Times of one day as they are meant together. */
export const spansSaid = (spans: readonly WrittenSpan[]): Span[] => inOrder(spans);

/** "9-1, 2-6": what would begin before the last closing is of the afternoon. */
const inOrder = (spans: readonly WrittenSpan[]): Span[] =>
  spans.reduce<Span[]>((earlier, span) => withFurther(earlier, [span]), []);

function withFurther(before: readonly Span[], further: readonly WrittenSpan[]): Span[] {
  const closed = before.at(-1)?.to ?? 0;
  const later = further.map(({ from, to, isBare }) =>
    isBare && from < closed && from + HALF_DAY >= closed && from < HALF_DAY
      ? { from: from + HALF_DAY, to: to <= HALF_DAY ? to + HALF_DAY : to }
      : { from, to },
  );
  return areApart(before, later) ? sorted([...before, ...later]) : later;
}

const sorted = (spans: readonly Span[]) => spans.toSorted((a, b) => a.from - b.from);

const areApart = (some: readonly Span[], others: readonly Span[]) =>
  some.every((one) => others.every((other) => one.to <= other.from || other.to <= one.from));

/** Times of a day without a break in between. */
export const withoutSpans = (spans: readonly Span[], breaks: readonly Span[]): Span[] =>
  breaks.reduce<Span[]>((left, one) => left.flatMap((span) => cut(span, [one])), [...spans]);

function cut({ from, to }: Span, breaks: readonly Span[]): Span[] {
  const [first] = breaks;
  if (!first || first.to <= from || first.from >= to) return [{ from, to }];
  return [
    { from, to: first.from },
    { from: first.to, to },
  ].filter((span) => span.to > span.from);
}

function prolonged(spans: readonly Span[], minutes: number): Span[] {
  const last = spans.at(-1) ?? { from: 0, to: 0 };
  const bare = minutes + HALF_DAY;
  const to = minutes > last.from ? minutes : bare > last.from ? bare : minutes + 2 * HALF_DAY;
  return [...spans.slice(0, -1), { from: last.from, to }];
}
