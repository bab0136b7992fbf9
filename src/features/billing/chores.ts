import type { App } from '#app.ts';
import { watchAlerts } from './alerts.system.ts';
import { askForBills } from './bills.system.ts';
import { watchBudgets } from './budgets.system.ts';
import { countCosts } from './costs.system.ts';
import { watchFraud } from './fraud.system.ts';

type Uses = Pick<
  App,
  'db' | 'clock' | 'channel' | 'accountSid' | 'config' | 'vault' | 'wakeups' | 'log'
>;

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
/** Of messages, every five seconds: seventeen million a day, and little beside what it takes to answer them. */
const MOST_AT_A_TIME = 1_000;

/** Counts what messages cost, holds it against the budgets, asks for the carrier's prices, and watches what is watched. */
export function costChores(app: Uses) {
  const chores = [
    every(5 * SECOND_MS, 'costs could not be counted', async () => {
      await countCosts(app, MOST_AT_A_TIME);
      await watchBudgets(app);
    }),
    every(MINUTE_MS, 'nobody could look for fraud', () => watchFraud(app)),
    every(10 * MINUTE_MS, 'the carrier could not be asked for its prices', () => askForBills(app)),
    every(15 * MINUTE_MS, 'alerts could not be looked for', () => watchAlerts(app)),
  ];

  /** One at a time; what fails is tried again the next time. */
  function every(ms: number, failed: string, work: () => Promise<unknown>) {
    let timer: NodeJS.Timeout | undefined;
    let running: Promise<void> | null = null;
    const run = async () => {
      await work().catch((error: unknown) => {
        app.log.warn(`${failed}; it is tried again`, { reason: String(error) });
      });
      running = null;
    };
    return {
      start: () => {
        timer = setInterval(() => void (running ??= run()), ms);
      },
      stop: async () => {
        clearInterval(timer);
        await running;
      },
    };
  }

  return {
    start: () => chores.forEach((chore) => chore.start()),
    stop: () => Promise.all(chores.map((chore) => chore.stop())),
  };
}
