import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '#platform/logger.ts';

export type ClaimLoop = {
  start: () => void;
  /** Looks for due rows at once instead of at the next poll. */
  wake: () => void;
  /** Claims and handles until nothing is due; for tests and for a loop that was not started. */
  drain: () => Promise<number>;
  /** Stops claiming and waits for what is in hand. */
  stop: () => Promise<void>;
};

type Options<Item> = {
  name: string;
  concurrency: number;
  pollMs: number;
  /** Takes at most `limit` due rows for this process. */
  claim: (limit: number) => Promise<Item[]>;
  handle: (item: Item) => Promise<void>;
  /** Called every `renewMs` with what is in hand, to keep its leases. */
  renew?: (items: readonly Item[]) => Promise<void>;
  renewMs?: number;
  /** While it is busy, when the last claim took several, so long is waited for company before the next one. */
  busyLingerMs?: number;
  log: Logger;
};

/** Claims due rows in batches and handles them, `concurrency` at a time; polling is the guarantee, waking the speed. */
export function claimLoop<Item>(options: Options<Item>): ClaimLoop {
  const { concurrency, pollMs, claim, handle, renewMs = 3_000 } = options;
  const worker = claimer(options);
  let timers: NodeJS.Timeout[] = [];

  return {
    start() {
      worker.state.isStarted = true;
      timers = [
        setInterval(worker.look, pollMs),
        setInterval(() => keepLeases(options, worker.inHand), renewMs),
      ];
      worker.look();
    },
    wake() {
      if (worker.state.isStarted) worker.look();
    },
    async drain() {
      for (let count = 0; ;) {
        const items = await claim(concurrency);
        if (items.length === 0) return count;
        count += items.length;
        await Promise.all(items.map((item) => handle(item)));
      }
    },
    async stop() {
      worker.state.isStopping = true;
      timers.forEach(clearInterval);
      await Promise.all(worker.inHand.values());
    },
  };
}

const BUSY_SIZE = 3;

/** Claims; while busy, waits for company first and asks only then how many are wanted. */
function claimInCompany<Item>({ claim, busyLingerMs = 0 }: Options<Item>) {
  let lastSize = 0;
  return async (wanted: () => number): Promise<Item[]> => {
    if (busyLingerMs > 0 && lastSize >= BUSY_SIZE) await sleep(busyLingerMs);
    const items = await claim(wanted());
    lastSize = items.length;
    return items;
  };
}

function claimer<Item>(options: Options<Item>) {
  const { name, concurrency, handle, log } = options;
  const claim = claimInCompany(options);
  const inHand = new Map<Item, Promise<void>>();
  const state = { isStarted: false, isStopping: false, isClaiming: false, isWoken: false };

  const take = (item: Item) => {
    const work = handle(item)
      .catch((error: unknown) => {
        log.error(`${name} failed`, { error });
      })
      .finally(() => {
        inHand.delete(item);
        if (state.isWoken) look();
      });
    inHand.set(item, work);
  };

  const free = () => {
    state.isWoken = false;
    return concurrency - inHand.size;
  };

  const claimWhileFree = async () => {
    while (state.isWoken && !state.isStopping && inHand.size < concurrency) {
      (await claim(free)).forEach(take);
      if (inHand.size >= concurrency) state.isWoken = true;
    }
  };

  const look = () => {
    state.isWoken = true;
    if (state.isClaiming || state.isStopping) return;
    state.isClaiming = true;
    claimWhileFree()
      .catch((error: unknown) => {
        log.warn(`${name} cannot claim`, { reason: String(error) });
      })
      .finally(() => {
        state.isClaiming = false;
      });
  };

  return { inHand, look, state };
}

function keepLeases<Item>({ name, renew, log }: Options<Item>, inHand: ReadonlyMap<Item, unknown>) {
  if (!renew || inHand.size === 0) return;
  renew([...inHand.keys()]).catch((error: unknown) => {
    log.warn(`${name} cannot renew`, { reason: String(error) });
  });
}
