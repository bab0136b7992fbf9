import type { App } from '#app.ts';
import { keptFor, within } from '#platform/http/deadline.ts';
import type { Health } from '#ports.ts';
import { pingDatabase } from './queues.system.ts';

export type Uses = Pick<App, 'db' | 'channel' | 'vectors' | 'answerer' | 'log'>;

/** Each looks at one thing that the product needs. They never reject, and cannot be used to wear a vendor out. */
export type Checks = Record<'database' | 'vectors' | 'carrier' | 'model', () => Promise<Health>>;

const PATIENCE_MS = 3_000;
const DATABASE_KEPT_MS = 1_000;
const VENDOR_KEPT_MS = 5_000;

/** The built-in parts have nothing that could fail: without a vendor, its check says that all is well. */
export function createChecks(app: Uses): Checks {
  const { vectors, answerer, channel, log } = app;
  const check = (name: string, keptMs: number, look: () => Promise<Health>) =>
    keptFor(keptMs, async () => {
      try {
        return await within(PATIENCE_MS, look());
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        log.warn('a health check failed', { name, reason: detail });
        return { isHealthy: false, detail };
      }
    });

  return {
    database: check('database', DATABASE_KEPT_MS, async () => {
      await pingDatabase(app);
      return { isHealthy: true };
    }),
    vectors: check('vectors', VENDOR_KEPT_MS, async () => vectors?.check() ?? { isHealthy: true }),
    carrier: check('carrier', VENDOR_KEPT_MS, () => channel.check()),
    model: check('model', VENDOR_KEPT_MS, async () => answerer?.check() ?? { isHealthy: true }),
  };
}
