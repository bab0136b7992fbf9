/** What `work` comes to, if it does so within `ms` milliseconds; rejects with a sentence otherwise. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Asks at most once in `ms` milliseconds; whoever asks meanwhile gets the same answer. */
export function keptFor<T>(ms: number, ask: () => Promise<T>): () => Promise<T> {
  let kept: { answer: Promise<T>; until: number } | undefined;
  return () => {
    if (!kept || kept.until <= performance.now()) {
      kept = { answer: ask(), until: performance.now() + ms };
    }
    return kept.answer;
  };
}
