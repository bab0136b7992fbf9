import { rewriteOf } from './plain-text.ts';
import type { Change } from './plain-text.ts';
import type { LongText } from './report.ts';
import { segmentsOf } from './segments.ts';

/** A text that costs much, and what it could be written as; `saved` are the segments that this would have spared. */
export type Pattern = LongText & {
  encoding: 'GSM-7' | 'UCS-2';
  forcedBy: readonly string[];
  rewrite: { text: string; segmentsEach: number; changes: Change[]; savedMicros: number } | null;
  savedSegments: number;
};

/** Those whose rewrite would save most come first, then those that take most segments. */
export const patternsOf = (texts: readonly LongText[]): Pattern[] =>
  texts
    .map(patternOf)
    .toSorted((a, b) => b.savedSegments - a.savedSegments || b.segments - a.segments);

function patternOf(given: LongText): Pattern {
  const { text, times, segments, micros } = given;
  const { encoding, forcedBy } = segmentsOf(text);
  const rewrite = rewriteOf(text);
  const savedSegments = rewrite ? (rewrite.before.segments - rewrite.after.segments) * times : 0;
  const savedMicros = segments === 0 ? 0 : Math.floor((micros * savedSegments) / segments);
  return {
    ...given,
    ...{ encoding, forcedBy, savedSegments },
    rewrite: rewrite && {
      text: rewrite.text,
      segmentsEach: rewrite.after.segments,
      changes: rewrite.changes,
      savedMicros,
    },
  };
}
