import type { App } from '#app.ts';
import { spentBusinesses } from './budgets.system.ts';

type Models = Partial<Pick<App, 'answerer' | 'understander' | 'hearing' | 'seeing'>>;

export type Means = {
  /** The same with the models that the business can still pay for: all, or none once its budget is spent. */
  within: <Uses extends Models>(app: Uses, businessId: string) => Promise<Uses>;
};

/** So long a process goes by what it knows of the budgets, instead of asking with each message. */
const KEPT_MS = 5_000;

/** Keeps the models from businesses that have spent their budget: the built-in engine answers for them. */
export function createMeans(app: Pick<App, 'db' | 'clock' | 'log'>): Means {
  let spent = new Set<string>();
  let askedAt = 0;
  let asking: Promise<void> | null = null;

  const ask = async () => {
    try {
      const businesses = await spentBusinesses(app);
      spent = new Set(businesses.map(({ id }) => id));
    } catch (error) {
      app.log.warn('the budgets could not be read; it goes by what was known', {
        reason: String(error),
      });
    }
    askedAt = app.clock.now().getTime();
    asking = null;
  };

  return {
    async within(uses, businessId) {
      const hasModel = uses.answerer ?? uses.understander ?? uses.hearing ?? uses.seeing;
      if (!hasModel) return uses;
      if (Math.abs(app.clock.now().getTime() - askedAt) > KEPT_MS) await (asking ??= ask());
      if (!spent.has(businessId)) return uses;
      return { ...uses, answerer: null, understander: null, hearing: null, seeing: null };
    },
  };
}
