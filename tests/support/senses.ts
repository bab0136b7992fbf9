import type { Hearing, Seeing } from '#ports.ts';

/** A model that hears these words in every recording, and how often it was asked. */
export function hearingOf(words: string): { hearing: Hearing; asked: () => number } {
  let count = 0;
  return {
    hearing: { transcribe: async () => (count++, words) },
    asked: () => count,
  };
}

/** A model that sees this in every picture; `questions` are those that were asked about one. */
export function seeingOf(seen: string) {
  const questions: string[] = [];
  const seeing: Seeing = {
    read: async () => seen,
    describe: async (_picture, question) => (questions.push(question), seen),
  };
  return { seeing, questions };
}
