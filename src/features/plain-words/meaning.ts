import type { Tongue } from '#features/answers/engine/stems.ts';
import { detectLanguage } from '#features/answers/language.ts';
import { daysAhead, monthNumber, plainly, weekdayNumber } from '#features/knowledge/day-words.ts';
import type { End, Place } from '#features/knowledge/until.ts';
import { endOf } from '#features/knowledge/until.ts';
import type { Day } from '#platform/days.ts';
import { isDenial, saysClosed } from './figures-said.ts';
import { namesSubject } from './replaces.ts';

/**
 * What a statement of an owner means: something to tell customers until `validUntil` (null: without an end), or that the
 * whole business is closed on one day. `weekday` is how one says the day of every week, where that could be meant.
 */
export type Meaning = {
  kind: 'fact' | 'closed';
  text: string;
  validUntil: Date | null;
  weekday: string | null;
};

type Where = Place & { language: string; home: Tongue | null };

/**
 * Reads a statement as what is to be kept of it: its words tidied, and what is of one day ("closed on Monday",
 * "tomorrow") with its date and its end. The one place where plain words get a meaning beyond themselves.
 */
export function plainMeaning(statement: string, where: Where): Meaning {
  const said = tidied(statement);
  const isClosing = saysClosed(said) || opensNot(said);
  const until = endOf(said, where);
  const passing = until
    ? { text: said, at: until.at, weekday: null }
    : ofOneDay(said, isClosing, where);
  if (!passing) return { kind: 'fact', text: said, validUntil: null, weekday: null };
  const isWhole = isClosing && !namesTime.test(said) && !namesSubject(said, where.home);
  const { text, at, weekday } = passing;
  return { kind: isWhole ? 'closed' : 'fact', text: capital(text), validUntil: at, weekday };
}

const leadIn =
  /^(?:(?:please )?(?:note|remember|know|save|tell (?:them|people|everyone|customers|the customers)) (?:that )?|(?:fyi|btw|by the way|update|note|nota|aviso)[,:]? )(?=\S)/iu;

/** Without "please note that", with a capital letter and, where it has the words of a sentence, a full stop. */
export function tidied(statement: string): string {
  const said = capital(statement.trim().replace(leadIn, ''));
  const isSentence =
    /^\p{Lu}/u.test(said) && said.split(/\s+/u).length >= 3 && /[\p{L}\p{M}\p{N}]$/u.test(said);
  return isSentence ? `${said}.` : said;
}

/** With a capital letter at its beginning, unless that is a link. */
export function capital(text: string): string {
  const [first = ''] = text;
  return /^(?:https?:|www\.)/iu.test(text) ? text : first.toUpperCase() + text.slice(first.length);
}

const opens =
  /(?<![\p{L}\p{M}])(?:open|opening|abrimos|abiertos?|abertos?|khule|khula|खुले|खुला|తెరవ\p{L}*\p{M}*|terava\p{L}*)(?![\p{L}\p{M}])/iu;
const opensNot = (said: string) => isDenial(said) && opens.test(said);

/** What is said of one day, dated; `at` is its end, null where it only begins then. */
type OfOneDay = { text: string; at: Date | null; weekday: string | null };

const everyWeek =
  /(?<![\p{L}\p{M}])(?:every|each|always|usually|todos|todas|toda|todo|cada|los|as|às|aos|har|hamesha|हर|हमेशा|prati|ప్రతి|daily)(?![\p{L}\p{M}])/iu;
/** From then on, or until then, is no whole day. */
const namesTime = /\d\s?(?:[ap]\.?m\b|baje|h\b)|\d:\d\d|बजे|గంటల/iu;
const begins =
  /(?<![\p{L}\p{M}])(?:from|since|starting|as of|desde|partir de|partir do)(?: (?:on|el|the|o|a))? $/iu;
const beginsAfter = /^ (?:on(?:wards?)?|se|से|nundi|nunchi|నుండి|నుంచి)(?![\p{L}\p{M}])/iu;

/** Of one day is what names today or tomorrow, and a closing on a weekday or date; not what names several days, or those of every week. */
function ofOneDay(said: string, isClosing: boolean, where: Where): OfOneDay | null {
  const [day, another] = daysNamed(said);
  if (!day || another || everyWeek.test(said) || !isOfThatDay(day, said, isClosing)) return null;
  const end = endOf(`until ${day.text}`, where);
  return end && onThatDay(said, day, end, where);
}

function onThatDay(said: string, day: DayNamed, end: End, where: Where): OfOneDay | null {
  const before = said.slice(0, day.at);
  const rest = said.slice(day.at + day.text.length);
  const onlyBegins = begins.test(before) || beginsAfter.test(rest);
  if (onlyBegins && day.kind !== 'tomorrow') return null;
  const language = detectLanguage(said, where.language);
  const named = dated(day, end.lastDay, onlyBegins ? 'none' : language);
  const weekday = day.kind === 'weekday' ? `${every[language] ?? 'every'} ${day.text}` : null;
  return { text: before + named + rest, at: onlyBegins ? null : end.at, weekday };
}

function isOfThatDay({ kind }: DayNamed, said: string, isClosing: boolean): boolean {
  if (kind === 'today' || kind === 'tomorrow') return true;
  return isClosing && !(kind === 'weekday' && namesTime.test(said));
}

const every: Record<string, string> = {
  es: 'cada',
  pt: 'cada',
  hi: 'हर',
  'hi-Latn': 'har',
  te: 'ప్రతి',
  'te-Latn': 'prati',
};

type DayNamed = { text: string; at: number; kind: 'weekday' | 'today' | 'tomorrow' | 'date' };

const word = /[\p{L}\p{M}][\p{L}\p{M}-]*|\d{1,2}(?:st|nd|rd|th|º|ª)?/gu;

const thisWeek = /\b(?:this|the) (?:weekend|week)\b/iu;

/** The days that a text names, each once; "por la mañana" is a part of a day. */
export function daysNamed(text: string): DayNamed[] {
  const words = [...text.matchAll(word)];
  const week = thisWeek.exec(text);
  if (week) return [{ text: week[0], at: week.index, kind: 'date' }];
  return words.flatMap((match, i) => {
    const said = plainly(match[0]);
    const before = words[i - 1]?.[0] ?? '';
    if (weekdayNumber.has(said))
      return [{ text: match[0], at: match.index, kind: 'weekday' as const }];
    const ahead = /^(?:la|de|da)$/iu.test(before) ? undefined : daysAhead.get(said);
    if (ahead !== undefined) {
      return [
        {
          text: match[0],
          at: match.index,
          kind: ahead === 0 ? ('today' as const) : ('tomorrow' as const),
        },
      ];
    }
    return monthNumber.has(said) ? dateAround(text, words, i) : [];
  });
}

/** "25 Dec", "25 de diciembre", "December 25". */
function dateAround(text: string, words: readonly RegExpExecArray[], i: number): DayNamed[] {
  const month = words[i];
  const isNumber = (match: RegExpExecArray | undefined) => /^\d/u.test(match?.[0] ?? '');
  const before = [words[i - 1], words[i - 2]].find(
    (match, back) =>
      isNumber(match) && (back === 0 || /^(?:de|of|do)$/iu.test(words[i - 1]?.[0] ?? '')),
  );
  const after = isNumber(words[i + 1]) ? words[i + 1] : undefined;
  if (!month || !(before ?? after)) return [];
  const from = before ?? month;
  const to = before ? month : (after ?? month);
  return [{ text: text.slice(from.index, to.index + to[0].length), at: from.index, kind: 'date' }];
}

/** Today stays today until it has ended; other days get their date. */
function dated({ text, kind }: DayNamed, on: Day, language: string): string {
  if (kind === 'today' || kind === 'date') return text;
  const date = new Date(Date.UTC(on.year, on.month - 1, on.day, 12));
  const isOurs = language !== 'none' && language !== 'en' && !language.endsWith('-Latn');
  const part = (options: Intl.DateTimeFormatOptions) =>
    date.toLocaleDateString(isOurs ? language : 'en-GB', { timeZone: 'UTC', ...options });
  const dayAndMonth = part({ day: 'numeric', month: 'long' });
  if (kind === 'weekday') return `${text} ${dayAndMonth}`;
  const weekday = part({ weekday: 'long' });
  return `${prefixOf(language, weekday)}${weekday} ${dayAndMonth}`;
}

function prefixOf(language: string, weekday: string): string {
  if (language === 'pt') return weekday.endsWith('feira') ? 'na ' : 'no ';
  return { en: 'on ', es: 'el ' }[language] ?? '';
}
