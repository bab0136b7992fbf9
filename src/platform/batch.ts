import { setTimeout as sleep } from 'node:timers/promises';

type Waiting<In, Out> = {
  item: In;
  resolve: (result: Out) => void;
  reject: (reason: unknown) => void;
};

/**
 * Collects single calls into batches: while one batch runs, the next one gathers. `run` gives one result
 * an item, in order. When a batch fails, its items are tried one by one, so that one cannot harm another.
 */
export function inBatches<In, Out>(
  run: (items: In[]) => Promise<readonly Out[]>,
  { maxSize = 64, lingerMs = 0 } = {},
): (item: In) => Promise<Out> {
  let waiting: Waiting<In, Out>[] = [];
  let isRunning = false;

  const settle = async (batch: Waiting<In, Out>[]): Promise<void> => {
    try {
      const results = await run(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, i) => resolve(results[i] as Out));
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const one of batch) await settle([one]);
    }
  };

  const drain = async () => {
    isRunning = true;
    while (waiting.length > 0) {
      if (lingerMs > 0) await sleep(lingerMs);
      const batch = waiting.slice(0, maxSize);
      waiting = waiting.slice(maxSize);
      await settle(batch);
    }
    isRunning = false;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isRunning) void drain();
    });
}
