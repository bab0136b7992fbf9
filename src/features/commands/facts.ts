import type { Turn } from '#features/conversations/turn.ts';
import type { Fact } from '#features/knowledge/fact.ts';
import { endOf, impossibleEndIn } from '#features/knowledge/until.ts';
import { languageTo, sentencesTo } from '#features/owner-sentences/sentences.ts';
import type { Numbered } from './entry-lines.ts';
import { lastDay } from './times.ts';

type Where = Pick<Turn, 'business' | 'language'>;

/** What an owner taught, with the end that its words name. */
export function factIn({ business: { timeZone, country } }: Where, text: string, now: Date): Fact {
  return { text, validUntil: endOf(text, { now, timeZone, country })?.at ?? null };
}

/** A note for each text that names as its end a day which does not exist. */
export function notesOnEnds(where: Where, texts: readonly string[], now: Date): string[] {
  const { timeZone, country } = where.business;
  return texts.flatMap((text) => {
    const words = impossibleEndIn(text, { now, timeZone, country });
    return words === null ? [] : [sentencesTo(where).commands.noSuchDay(words)];
  });
}

/** An entry as it is shown to the owner. */
export const numberedEntry = (
  where: Where,
  { text, validUntil }: Fact,
  { number, now }: { number: number; now: Date },
): Numbered => ({
  number,
  text,
  end: validUntil && lastDay(validUntil, where.business.timeZone, languageTo(where)),
  hasEnded: validUntil !== null && validUntil <= now,
});
