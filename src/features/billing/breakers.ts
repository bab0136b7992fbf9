/** What tells whether a business may write first to somebody in a country. */
export type Countries = {
  country: string | null;
  own: string;
  /** Set by the business; null: its own, and those from which somebody wrote first. */
  allowed: readonly string[] | null;
  seen: readonly string[];
  stopped: readonly string[];
  /** This very person has written to us: they are answered wherever they are. */
  hasWritten: boolean;
};

/** Whether a business may write to somebody in this country. One that is not known is allowed to nobody who has not written. */
export function isCountryAllowed(given: Countries): boolean {
  const { country, own, allowed, seen, stopped, hasWritten } = given;
  if (hasWritten) return true;
  if (country === null || stopped.includes(country)) return false;
  return allowed ? allowed.includes(country) : country === own || seen.includes(country);
}

const DAY_MS = 24 * 3_600_000;

/** Whether one more marketing message to a customer is within what they are to get in a day and in a week. */
export function isWithinFrequency(
  sentAt: readonly Date[],
  { perDay, perWeek }: { perDay: number; perWeek: number },
  now: Date,
): boolean {
  const since = (ms: number) =>
    sentAt.filter((at) => at.getTime() > now.getTime() - ms && at <= now).length;
  return since(DAY_MS) < perDay && since(7 * DAY_MS) < perWeek;
}

/** A message of a talk, oldest first. */
export type Said = { from: 'them' | 'us'; text: string; at: Date };

const LOOKED_AT = 12;
const LOOP_MS = 5 * 60_000;
const QUICK_MS = 15_000;
const SHORT = 200;
const MOST_REPEATED = 4;

/**
 * Whether another machine is at the other end: within minutes many short messages, each answered at once and answering at
 * once, or the same text again and again.
 */
export function isLoop(talk: readonly Said[]): boolean {
  const last = talk.slice(-LOOKED_AT);
  const [first, end] = [last[0], last.at(-1)];
  if (!first || !end) return false;
  const theirs = last.filter(({ from }) => from === 'them');
  const isLately = end.at.getTime() - first.at.getTime() <= LOOP_MS;
  if (!isLately || last.length === theirs.length) return false;
  const texts = Map.groupBy(theirs, ({ text }) => bare(text));
  if ([...texts.values()].some((same) => same.length >= MOST_REPEATED)) return true;
  return last.length === LOOKED_AT && last.every((said, at) => isAnswerTo(said, last[at - 1]));
}

const isAnswerTo = ({ from, text, at }: Said, before: Said | undefined) =>
  text.length <= SHORT &&
  (!before || (from !== before.from && at.getTime() - before.at.getTime() <= QUICK_MS));

/** Machines count and date what they repeat. */
const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/\p{N}+/gu, '0')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** Replies of a talk since so many milliseconds: at this pace only a machine goes on. */
const PACES = [
  { replies: 60, everyMs: Infinity },
  { replies: 30, everyMs: 30_000 },
  { replies: 16, everyMs: 8_000 },
] as const;

/** Whether we have answered so often and so fast that nobody can be typing there; told from counters alone. */
export function isRunaway({ replies, sinceMs }: { replies: number; sinceMs: number }): boolean {
  const pace = PACES.find((one) => replies >= one.replies);
  return pace !== undefined && sinceMs < replies * pace.everyMs;
}

/** Somebody to whom a business wrote first within the last hour. */
export type Reached = { country: string | null; phone: string };

export type Fraud =
  | { kind: 'country'; country: string | null; count: number }
  | { kind: 'prefix'; country: string | null; count: number };

const MOST_ABROAD = 20;
/** Of a thousand numbers in a row; one's own town may well have many customers there. */
const MOST_IN_A_ROW = { abroad: 10, atHome: 100 };

/**
 * What of an hour looks like somebody is paid for what we send: many numbers of a country to which the business has nothing
 * to say, or many neighbouring ones.
 */
export function fraudIn(
  reached: readonly Reached[],
  usual: { own: string; seen: readonly string[]; allowed: readonly string[] | null },
): Fraud[] {
  const known = new Set([usual.own, ...usual.seen, ...(usual.allowed ?? [])]);
  const isAtHome = (country: string | null) => country === usual.own;
  const phones = [...new Map(reached.map((one) => [one.phone, one])).values()];
  const abroad = [...Map.groupBy(phones, ({ country }) => country)]
    .filter(([country, own]) => !known.has(country ?? '') && own.length >= MOST_ABROAD)
    .map(([country, own]) => ({ kind: 'country' as const, country, count: own.length }));
  const rows = [...Map.groupBy(phones, ({ phone }) => phone.slice(0, -3)).values()]
    .map((own) => ({
      ...{ kind: 'prefix' as const, country: own[0]?.country ?? null, count: own.length },
    }))
    .filter(
      ({ country, count }) => count >= MOST_IN_A_ROW[isAtHome(country) ? 'atHome' : 'abroad'],
    );
  return [...abroad, ...rows];
}
