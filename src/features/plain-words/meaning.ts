import type { Tongue } from '#features/answers/engine/stems.ts';
import { detectLanguage } from '#features/answers/language.ts';
import { daysAhead, monthNumber, plainly, weekdayNumber } from '#features/knowledge/day-words.ts';
import type { Place } from '#features/knowledge/until.ts';
import { endOf } from '#features/knowledge/until.ts';
import { isDenial, saysClosed } from './figures-said.ts';
import { namesSubject } from './replaces.ts';

/**
 * What a statement of an owner means: something to tell customers until `validUntil` (null: without an end), or that the
 * whole business is closed on one day (`weekday` where the day was named by it alone, and could be one of every week).
 */
export type Meaning = {
  kind: 'fact' | 'closed';
  text: string;
  validUntil: Date | null;
  weekday: string | null;
};

type Where = Place & { language: string; home: Tongue | null };

/**
 * Reads a statement as what is to be kept of it: its words tidied, and that something is closed "on Monday" or
 * "tomorrow" with its date and its end. The one place where plain words get a meaning beyond themselves.
 */
export function plainMeaning(statement: string, where: Where): Meaning {
  const said = tidied(statement);
  const closing = saysClosed(said) || opensNot(said) ? closingDay(said, where) : null;
  if (!closing) {
    return { kind: 'fact', text: said, validUntil: endOf(said, where)?.at ?? null, weekday: null };
  }
  const kind = namesSubject(said, where.home) ? 'fact' : 'closed';
  return { kind, text: closing.text, validUntil: closing.at, weekday: closing.weekday };
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

type Closing = { text: string; at: Date; weekday: string | null };

const everyWeek =
  /(?<![\p{L}\p{M}])(?:every|each|always|usually|todos|todas|toda|todo|cada|los|as|às|aos|har|hamesha|हर|हमेशा|prati|ప్రతి|daily)(?![\p{L}\p{M}])/iu;

/** From then on, or until then, is no whole day. */
const namesTime = /\d\s?(?:[ap]\.?m\b|baje|h\b)|\d:\d\d|बजे|గంటల/iu;

/** The one day on which it is closed; null where the days are of every week, several, or not named. */
function closingDay(said: string, where: Where): Closing | null {
  const until = endOf(said, where);
  if (until) return { text: said, at: until.at, weekday: null };
  const days = daysNamed(said);
  const [day] = days;
  if (!day || days.length > 1 || everyWeek.test(said) || namesTime.test(said)) return null;
  const end = endOf(`until ${day.text}`, where);
  if (!end) return null;
  const date = new Date(Date.UTC(end.lastDay.year, end.lastDay.month - 1, end.lastDay.day, 12));
  const text =
    said.slice(0, day.at) +
    dated(day, date, languageOfText(said, where)) +
    said.slice(day.at + day.text.length);
  return { text, at: end.at, weekday: day.kind === 'weekday' ? day.text : null };
}

const languageOfText = (said: string, { language }: Where) => detectLanguage(said, language);

type DayNamed = { text: string; at: number; kind: 'weekday' | 'today' | 'tomorrow' | 'date' };

const word = /[\p{L}\p{M}][\p{L}\p{M}-]*|\d{1,2}(?:st|nd|rd|th|º|ª)?/gu;

/** The days that a text names, each once; "por la mañana" is a part of a day. */
export function daysNamed(text: string): DayNamed[] {
  const words = [...text.matchAll(word)];
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
function dated({ text, kind }: DayNamed, date: Date, language: string): string {
  if (kind === 'today' || kind === 'date') return text;
  const locale = language === 'en' || language.endsWith('-Latn') ? 'en-GB' : language;
  const part = (options: Intl.DateTimeFormatOptions) =>
    date.toLocaleDateString(locale, { timeZone: 'UTC', ...options });
  const dayAndMonth = part({ day: 'numeric', month: 'long' });
  if (kind === 'weekday') return `${text} ${dayAndMonth}`;
  return `${prefixes[language] ?? ''}${part({ weekday: 'long' })} ${dayAndMonth}`;
}

const prefixes: Record<string, string> = { en: 'on ', es: 'el ', pt: 'em ' };
