import type { Answerer, Passage, Question, Tokens } from '#ports.ts';

/** What each call of the model of the tests uses. */
export const CALL: Tokens = { model: 'gpt-4o-mini', input: 1_000, cached: 400, output: 100 };

/** A model of which a test says what it does; what is not said it cannot do. */
export const modelOf = (does: Partial<Answerer>): Answerer => ({
  answer: async () => ({ kind: 'unsure' }),
  rewrite: async () => null,
  translate: async () => null,
  check: async () => ({ isHealthy: true }),
  ...does,
});

/** A model that tells the first passage which has this word, and keeps what it was asked. */
export function modelTelling(word: (question: Question) => string, does: Partial<Answerer> = {}) {
  const asked: Question[] = [];
  const answerer = modelOf({
    answer: async (question, _signal, spent) => {
      asked.push(question);
      spent?.(CALL);
      const told = question.passages.find(({ text }: Passage) => text.includes(word(question)));
      if (!told) return { kind: 'unsure' };
      return { kind: 'answered', text: told.text, sources: [told.id], language: 'en' };
    },
    ...does,
  });
  return { answerer, asked };
}
