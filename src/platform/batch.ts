import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';

type Waiting<In, Out> = {
  item: In;
  resolve: (result: Out) => void;
  reject: (reason: unknown) => void;
};

/** So many within the time of lingering are company. */
const FEW = 3;

type Options = {
  maxSize?: number;
  /** Waits this long for company, once several have come within as long. */
  lingerMs?: number;
  /** So many batches run at the same time; more than one where the items do not depend on each other. */
  atOnce?: number;
};

/**
 * Collects single calls into batches: while they run, the next one gathers. `run` gives one result
 * an item, in order. When a batch fails, its items are tried one by one, so that one cannot harm another.
 */
export function inBatches<In, Out>(
  run: (items: In[]) => Promise<readonly Out[]>,
  { maxSize = 64, lingerMs = 0, atOnce = 1 }: Options = {},
): (item: In) => Promise<Out> {
  let waiting: Waiting<In, Out>[] = [];
  let running = 0;
  let arrivals: number[] = [];
  const isBusy = () => arrivals.length === FEW && (arrivals[0] ?? 0) > performance.now() - lingerMs;

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
    running++;
    while (waiting.length > 0) {
      await (lingerMs > 0 && isBusy() ? sleep(lingerMs) : nextTurn());
      const batch = waiting.slice(0, maxSize);
      waiting = waiting.slice(maxSize);
      await settle(batch);
    }
    running--;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      if (lingerMs > 0) arrivals = [...arrivals.slice(1 - FEW), performance.now()];
      waiting.push({ item, resolve, reject });
      if (running < atOnce) void drain();
    });
}
