import { HOUR_MS } from '#features/conversations/turn.ts';
import type { Clock } from '#ports.ts';
import { contentOf } from './follow-up.ts';
import type { KnowledgeIndex } from './knowledge-index.ts';
import { tokenize } from './engine/text.ts';

/** An answer that the model wrote and the guard let pass. */
export type KeptAnswer = {
  text: string;
  sources: readonly string[];
  language: string | null;
  model: string;
};

/** What an answer depends on: whoever asks the same of the same business, knowing the same, on the same day. */
export type Asking = {
  businessId: string;
  name: string;
  hours: string | null;
  /** What the hours mean now: another text from the next opening, closing or day on. */
  hoursNow: string | null;
  language: string | null;
  question: string;
  knowledge: Pick<KnowledgeIndex, 'version' | 'goodUntil'>;
  /** Date and time on the business's clock. */
  localDate: string;
  localTime: string;
};

const MOST_KEPT = 10_000;
const KEPT_MS = HOUR_MS;
/** A longer message is hardly ever sent twice, and tells more of who wrote it. */
const LONGEST = 120;

/**
 * Answers of the model, kept in this process for an hour at most. Only the very same words find one again, so that an
 * answer can tell nobody a word that they did not write themselves.
 */
export function keptAnswers({ clock }: { clock: Clock }) {
  const kept = new Map<string, KeptAnswer & { until: number }>();

  return {
    find(asking: Asking): KeptAnswer | null {
      const key = keyOf(asking);
      const known = kept.get(key);
      if (!known || known.until <= clock.now().getTime()) return null;
      // The one asked last is the last to go.
      kept.delete(key);
      kept.set(key, known);
      return known;
    },
    keep(asking: Asking, answer: KeptAnswer): void {
      if (asking.question.length > LONGEST || tellsWho(asking.question)) return;
      const now = clock.now().getTime();
      const until = Math.min(now + KEPT_MS, asking.knowledge.goodUntil);
      kept.set(keyOf(asking), { ...answer, until });
      for (const oldest of kept.keys()) {
        if (kept.size <= MOST_KEPT) break;
        kept.delete(oldest);
      }
    },
  };
}

export type KeptAnswers = ReturnType<typeof keptAnswers>;

/** An answer about opening hours may say "now": it is good for the five minutes of the clock in which it was written. */
const SLOT_MINUTES = 5;

function keyOf({ knowledge, question, localDate, localTime, ...asking }: Asking): string {
  const { businessId, name, hours, hoursNow, language } = asking;
  const [hour, minute = 0] = localTime.split(':').map(Number);
  const slot = isOfTime(question) ? `${hour}:${Math.floor(minute / SLOT_MINUTES)}` : '';
  const words = tokenize(question).map(({ text }) => text);
  return JSON.stringify([
    businessId,
    knowledge.version,
    knowledge.goodUntil,
    name,
    hours,
    hoursNow,
    language,
    localDate,
    slot,
    words.join(' '),
  ]);
}

const OF_TIME = new Set(['hours', 'deadline', 'morning', 'evening', 'holiday']);
const NOW =
  /(?<![\p{L}\p{M}])(?:now|current(?:ly)?|still|yet|today|tonight|ahora|todav[ií]a|a[uú]n|hoy|agora|ainda|hoje|abhi|ab|aaj|अभी|अब|आज|ippudu|ippatiki|ee ?roju|ఇప్పుడు|ఇప్పటికి|ఈ ?రోజు|నేడు)(?![\p{L}\p{M}])/iu;

/** Whether what is right to say changes with the clock. */
export function isOfTime(question: string): boolean {
  const { things, times } = contentOf(question);
  const isOfHours = things.some(({ concepts }) => concepts.some((one) => OF_TIME.has(one)));
  return isOfHours || times.length > 0 || NOW.test(question.normalize('NFC'));
}

/** An address or a number of a person. */
const tellsWho = (question: string) => /@|\d[\d\s().-]{5,}\d/.test(question);
