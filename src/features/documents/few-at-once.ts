/** Files are held whole in memory: so many are in hand at the same time, the others wait. */
const AT_ONCE = 8;

let free = AT_ONCE;
const waiting: (() => void)[] = [];

/** Does work that holds a file in memory, when it is its turn. */
export async function fewAtOnce<T>(work: () => Promise<T>): Promise<T> {
  if (free > 0) free--;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free++;
  }
}
