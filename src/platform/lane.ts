/** Runs pieces of work one after the other, in the order in which they were given. */
export type Lane = <T>(work: () => Promise<T>) => Promise<T>;

/** A lane for statements that would wait for each other's rows anyway. */
export function createLane(): Lane {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work, work);
    last = done.catch(() => {});
    return done;
  };
}
