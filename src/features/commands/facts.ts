import type { Turn } from '#features/conversations/turn.ts';
import type { Fact } from '#features/knowledge/fact.ts';
import { endOf, impossibleEndIn } from '#features/knowledge/until.ts';
import type { Numbered } from './sentences.ts';
import { sentences } from './sentences.ts';
import { lastDay } from './times.ts';

type Where = Pick<Turn, 'business'>;

/** What an owner taught, with the end that its words name. */
export function factIn({ business: { timeZone, country } }: Where, text: string, now: Date): Fact {
  return { text, validUntil: endOf(text, { now, timeZone, country })?.at ?? null };
}

/** A note for each text that names as its end a day which does not exist. */
export const notesOnEnds = (
  { business: { timeZone, country } }: Where,
  texts: readonly string[],
  now: Date,
): string[] =>
  texts.flatMap((text) => {
    const words = impossibleEndIn(text, { now, timeZone, country });
    return words === null ? [] : [sentences.noSuchDay(words)];
  });

/** An entry as it is shown to the owner. */
export const numberedEntry = (
  { business }: Where,
  { text, validUntil }: Fact,
  { number, now }: { number: number; now: Date },
): Numbered => ({
  number,
  text,
  end: validUntil && lastDay(validUntil, business.timeZone),
  hasEnded: validUntil !== null && validUntil <= now,
});
