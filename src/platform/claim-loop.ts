import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from '#platform/logger.ts';

export type ClaimLoop<Item> = {
  start: () => void;
  /** Takes from now on what is given to it; `start` does so too. */
  open: () => void;
  /** How many more it takes now: none before it is open, once it stops, or while it is full. */
  room: () => number;
  /** Hands it what was claimed for it elsewhere; it is in hand at once, and begun after what waits to run now. */
  give: (items: readonly Item[]) => void;
  /** Looks for due rows at once instead of at the next poll. */
  wake: () => void;
  /** Claims and handles until nothing is due, or something fails; for tests and for a loop that was not started. */
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
  log: Logger;
};

/** Claims due rows in batches and handles them, `concurrency` at a time; polling is the guarantee, waking the speed. */
export function claimLoop<Item>(options: Options<Item>): ClaimLoop<Item> {
  const { concurrency, pollMs, claim, handle, renewMs = 3_000 } = options;
  const { hands, look, state } = claimer(options);
  const given: Item[] = [];
  let isOpen = false;
  let timers: NodeJS.Timeout[] = [];

  return {
    open: () => void (isOpen = true),
    room: () => (isOpen && !state.isStopping ? concurrency - hands.size() - given.length : 0),
    give(items) {
      if (!state.isStarted) given.push(...items);
      else hands.take(items, nextTurn());
    },
    start() {
      isOpen = true;
      state.isStarted = true;
      timers = [
        setInterval(look, pollMs),
        setInterval(() => keepLeases(options, hands.items()), renewMs),
      ];
      look();
    },
    wake() {
      if (state.isStarted) look();
    },
    async drain() {
      for (let count = 0; ;) {
        const items = [...given.splice(0), ...(await claim(concurrency))];
        if (items.length === 0) return count;
        count += items.length;
        await allOf(items.map((item) => handle(item)));
      }
    },
    async stop() {
      state.isStopping = true;
      timers.forEach(clearInterval);
      await hands.empty();
    },
  };
}

/** Waits for all of them, also when one fails. */
async function allOf(works: readonly Promise<void>[]): Promise<void> {
  await Promise.allSettled(works);
  await Promise.all(works);
}

function claimer<Item>(options: Options<Item>) {
  const { name, concurrency, claim, log } = options;
  const hands = inHands(options, () => {
    if (state.isWoken) look();
  });
  const state = { isStarted: false, isStopping: false, isClaiming: false, isWoken: false };

  const claimWhileFree = async () => {
    while (state.isWoken && !state.isStopping && hands.size() < concurrency) {
      state.isWoken = false;
      hands.take(await claim(concurrency - hands.size()));
      if (hands.size() >= concurrency) state.isWoken = true;
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

  return { hands, look, state };
}

function inHands<Item>({ name, handle, log }: Options<Item>, freed: () => void) {
  const works = new Map<Item, Promise<void>>();

  const finish = async (item: Item) => {
    try {
      await handle(item);
    } catch (error) {
      log.error(`${name} failed`, { error });
    }
    works.delete(item);
    freed();
  };

  return {
    size: () => works.size,
    items: () => [...works.keys()],
    take(items: readonly Item[], begin: Promise<void> = Promise.resolve()) {
      for (const item of items)
        works.set(
          item,
          begin.then(() => finish(item)),
        );
    },
    async empty() {
      while (works.size > 0) await Promise.all(works.values());
    },
  };
}

function keepLeases<Item>({ name, renew, log }: Options<Item>, items: readonly Item[]) {
  if (!renew || items.length === 0) return;
  renew(items).catch((error: unknown) => {
    log.warn(`${name} cannot renew`, { reason: String(error) });
  });
}
