import type { Item, Target, WrittenSpan } from './items.ts';
import type { Time } from './tokens.ts';

/** What is said of some days. `except`: left out of the others; `minus`: closed in between; `until`: open longer or shorter. */
export type Rule =
  | { kind: 'open'; spans: readonly WrittenSpan[] }
  | { kind: 'closed' | 'except' }
  | { kind: 'minus'; spans: readonly WrittenSpan[] }
  | { kind: 'until'; time: Time };

/** `isFurther`: it was said of the same days just before, as of both halves of a day with a break. */
export type Statement = { targets: readonly Target[]; rule: Rule; isFurther: boolean };

/**
 * What a clause says by itself. `days` are those about which nothing was said yet; `rule` is what was said of no day;
 * `subject` is what its last words spoke of, `prefix` the rule that stood before its days.
 */
export type Clause = {
  statements: Statement[];
  days: Target[];
  rule: Rule | null;
  subject: readonly Target[];
  prefix: Rule | null;
};

type State = Clause & {
  /** Days named, and whether something was said of them. */
  current: Target[];
  isSaid: boolean;
  prefixed: number;
  excluded: Target[];
};

/** Reads the items of a clause; null when they make no sense. `carried` are days that the clauses before have named. */
export function readClause(items: readonly Item[], carried: readonly Target[] = []): Clause | null {
  const state: State = {
    ...{ statements: [], days: [], rule: null, subject: [], prefix: null },
    ...{ current: [...carried], isSaid: false, prefixed: 0, excluded: [] },
  };
  for (const item of items) if (!take(state, item)) return null;
  const { statements, current, isSaid, prefix, prefixed } = state;
  const isOpen = prefix !== null && prefixed === 0;
  return {
    statements,
    days: isSaid ? [] : current,
    rule: isOpen ? prefix : null,
    subject: isSaid ? current : state.subject,
    prefix: prefixed > 0 && prefix?.kind !== 'except' ? prefix : null,
  };
}

function take(state: State, item: Item): boolean {
  switch (item.kind) {
    case 'unknown':
      return false;
    case 'target':
      takeTarget(state, item.target);
      return true;
    case 'spans':
      return takeRule(state, { kind: 'open', spans: item.spans });
    case 'until':
      return takeRule(state, { kind: 'until', time: item.time });
    case 'closed':
      takeClosed(state);
      return true;
    case 'except':
      setPrefix(state, { kind: 'except' });
      return true;
    case 'except-after':
      state.statements.push(statement(state.current, { kind: 'except' }));
      state.excluded = state.current;
      state.current = [];
      return state.excluded.length > 0;
  }
}

const statement = (targets: readonly Target[], rule: Rule, isFurther = false): Statement => ({
  targets,
  rule,
  isFurther,
});

function setPrefix(state: State, prefix: Rule | null) {
  state.prefix = prefix;
  state.prefixed = 0;
}

function takeTarget(state: State, target: Target) {
  const { prefix } = state;
  if (prefix) {
    state.statements.push(statement([target], prefix));
    state.subject = [target];
    state.prefixed++;
    if (prefix.kind === 'except' && !state.isSaid) state.current = without(state.current, [target]);
    return;
  }
  if (state.isSaid) state.current = [];
  state.isSaid = false;
  state.current.push(...without([target], state.excluded));
}

function takeClosed(state: State) {
  if (state.current.length > 0 && !state.isSaid && !state.prefix) {
    state.statements.push(statement(state.current, { kind: 'closed' }));
    state.isSaid = true;
  } else setPrefix(state, { kind: 'closed' });
}

function takeRule(state: State, rule: Rule): boolean {
  const { prefix, prefixed, current, isSaid } = state;
  if (prefix?.kind === 'closed' && prefixed === 0) return takeBreak(state, rule);
  if (prefix?.kind === 'closed') return rebind(state, rule);
  if (current.length > 0) {
    state.statements.push(statement(current, rule, isSaid));
    state.isSaid = true;
    setPrefix(state, null);
    return true;
  }
  const isFurther = prefix?.kind === 'open' && rule.kind === 'open' && prefixed === 0;
  setPrefix(state, isFurther ? { ...rule, spans: [...prefix.spans, ...rule.spans] } : rule);
  return true;
}

/** "9-18, closed 13-14" */
function takeBreak(state: State, rule: Rule): boolean {
  if (rule.kind !== 'open' || !state.isSaid) return false;
  state.statements.push(statement(state.current, { kind: 'minus', spans: rule.spans }));
  setPrefix(state, null);
  return true;
}

/** "Closed Sunday Monday 9-18": the last of the days belongs to the times after it. */
function rebind(state: State, rule: Rule): boolean {
  const last = state.statements.at(-1);
  if (state.prefixed < 2 || !last) return false;
  state.statements.pop();
  state.current = [...last.targets];
  state.statements.push(statement(state.current, rule));
  state.isSaid = true;
  setPrefix(state, null);
  return true;
}

const without = (targets: readonly Target[], others: readonly Target[]): Target[] =>
  targets.map((target) => {
    if (target.kind === 'dates') return target;
    const out = new Set(others.flatMap((one) => (one.kind === 'days' ? one.days : [])));
    return { ...target, days: target.days.filter((day) => !out.has(day)) };
  });
