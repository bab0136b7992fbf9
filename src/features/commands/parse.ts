import type { Keyword } from '#features/inbound/keywords.ts';
import { keywordOf } from '#features/inbound/keywords.ts';

/** The commands of an owner, with the other words that mean each. */
export const commands = {
  help: ['commands', 'menu'],
  add: ['teach', 'save'],
  list: [],
  show: ['view', 'read'],
  edit: ['change', 'update'],
  delete: ['remove', 'del', 'forget'],
  undo: ['restore'],
  sources: ['source', 'files', 'documents'],
  approve: ['accept'],
  search: ['find'],
  ask: ['test'],
  unanswered: ['questions'],
  answer: ['reply'],
  skip: ['ignore'],
  learn: [],
  bot: [],
  stats: ['statistics'],
  hours: [],
  closed: ['close', 'holiday'],
  open: ['reopen'],
  pause: [],
  resume: ['unpause', 'continue'],
  templates: ['template'],
  register: [],
} as const;

export type CommandName = keyof typeof commands;

export type Command =
  | { kind: 'command'; name: CommandName; text: string }
  | { kind: 'unknown'; word: string; text: string }
  | { kind: 'plain'; text: string };

const names = Object.keys(commands) as CommandName[];
const meaning = new Map<string, CommandName>(
  names.flatMap((name) => [name, ...commands[name]].map((word) => [word, name] as const)),
);

const marked =
  /^[\s\p{Cf}]*(?:(?<quote>["“”„«'‘’`*_~]+)\s*)?(?<mark>[!！﹗¡❗❕]+)[\uFE0F\s]*(?<word>\p{L}+)[:：]?\s*(?<text>[\s\S]*)$/u;
const openingQuote = /^["“”»'‘’`*_~]+\s*/u;
const closingQuote = /["“”»'‘’`*_~]+\s*$/u;
/** These also begin ordinary sentences: "¡Estamos cerrados!" */
const unsureMark = /[¡❗❕]/u;

/** Reads what an owner wrote; case, spaces, line breaks, the full-width mark and quotes around it all are forgiven. */
export function readCommand(body: string): Command {
  const { quote, mark, word, text = '' } = marked.exec(body)?.groups ?? {};
  if (!mark || !word) return { kind: 'plain', text: body.trim() };
  const given = (quote ? text.replace(openingQuote, '').replace(closingQuote, '') : text).trim();
  const plainWord = word.normalize('NFKC').toLowerCase();
  const name = meaning.get(plainWord);
  if (name) return { kind: 'command', name, text: given };
  if (unsureMark.test(mark)) return { kind: 'plain', text: body.trim() };
  return { kind: 'unknown', word: plainWord, text: given };
}

/** The command that a word alone means, when the mark was left out. */
export const commandOf = (word: string): CommandName | null => meaning.get(word) ?? null;

const byKeyword: Record<Keyword, 'pause' | 'resume' | null> = {
  stop: 'pause',
  start: 'resume',
  help: null,
};

/** What an owner means who puts the mark before a word with which customers stop or start messages. */
export function meantByKeyword(word: string): 'pause' | 'resume' | null {
  const keyword = keywordOf(word, 'whatsapp');
  return keyword && byKeyword[keyword];
}

/** The command that a mistyped or unfinished word most likely means; null when it resembles none. */
export function nearestCommand(word: string): CommandName | null {
  const near = [...meaning]
    .map(([known, name]) => ({ known, name, edits: editDistance(word, known) }))
    .toSorted((a, b) => a.edits - b.edits);
  const begun = near.find(({ known }) => word.length >= 3 && known.startsWith(word));
  const isLong = word.length >= 4;
  const best =
    near.find(({ edits }) => edits <= 1) ?? begun ?? near.find(({ edits }) => isLong && edits <= 2);
  return best?.name ?? null;
}

/** How many letters have to be put in, left out, replaced or swapped with a neighbour to get from one word to another. */
export function editDistance(from: string, to: string): number {
  const a = Array.from(from);
  const b = Array.from(to);
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + cost, swapped));
    }
  }
  return at(a.length, b.length);
}

const quoted =
  /^(?:"([^"]*)"|“([^“”]*)”|„([^„“”]*)[“”]|«([^«»]*)»|'([^']*)'|‘([^‘’]*)’|<([^<>]*)>)$/u;

/** Without the quotes, or the brackets copied from the help, that stand around all of it. */
export function unquoted(text: string): string {
  const trimmed = text.trim();
  const inner = quoted
    .exec(trimmed)
    ?.slice(1)
    .find((group) => group !== undefined);
  return (inner ?? trimmed).trim();
}

const numbered = /^(?:#|no\.?|number|entry|page)?\s*(\p{Nd}{1,6})[.):]?$/iu;
const numberAndText = /^(?:#|no\.?|number|entry)?\s*(\p{Nd}{1,6})[.):,]?\s+([\s\S]+)$/iu;

/** The number that the text is: "2", "#2", "２", "page 2". Null when it is none. */
export function readNumber(text: string): number | null {
  const digits = numbered.exec(unquoted(text))?.[1];
  return digits === undefined ? null : numberOf(digits);
}

/** A number and what follows it. */
export function readNumberAndText(text: string): { number: number; text: string } | null {
  const [, digits, rest] = numberAndText.exec(text.trim()) ?? [];
  return digits && rest ? { number: numberOf(digits), text: unquoted(rest) } : null;
}

/** Decimal digits of any script: their blocks begin at a code point ending in 0 or 6. */
const numberOf = (digits: string) =>
  Number(
    Array.from(digits.normalize('NFKC'), (digit) => valueOf(digit.codePointAt(0) ?? 0)).join(''),
  );

function valueOf(codePoint: number): number {
  const block = codePoint & ~15;
  return codePoint - (/\p{Nd}/u.test(String.fromCodePoint(block)) ? block : block + 6);
}
