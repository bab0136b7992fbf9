import type { Dialect } from 'kysely';
import type { Config } from './config.ts';
import { CannotStart, reasonOf } from './errors.ts';
import { migrations, openDialect } from './foundation.ts';
import { migrate, pendingMigrations } from '#platform/db/migrate.ts';
import { faultOfServer, serverFacts } from '#platform/db/server.ts';
import type { Logger } from '#platform/logger.ts';

/** Opens the database and brings it up to date; in production that is the task of `npm run release`. Throws `CannotStart`. */
export function openOrSay(config: Config, log: Logger): Promise<Dialect> {
  return orSay(config, async () => {
    const dialect = await openUsable(config, log);
    if (config.databaseUrl && config.isProduction) {
      const missing = await pendingMigrations(dialect, migrations);
      if (missing.length > 0) throw new Error('it is not up to date; run "npm run release" first');
    } else {
      await migrate(dialect, migrations);
    }
    return dialect;
  });
}

/** Brings the database up to date, names the migrations that were applied, and closes it. Throws `CannotStart`. */
export const upgradeOrSay = (config: Config, log: Logger): Promise<string[]> =>
  orSay(config, async () =>
    migrate(await openUsable(config, log), migrations, { disposable: true }),
  );

async function openUsable(config: Config, log: Logger): Promise<Dialect> {
  const dialect = await openDialect(config, log);
  if (config.databaseUrl) {
    const fault = faultOfServer(await serverFacts(dialect));
    if (fault) throw new Error(`${fault.what} ${fault.remedy}`);
  }
  return dialect;
}

async function orSay<T>({ databaseUrl }: Config, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const reason = reasonOf(error);
    throw new CannotStart(
      databaseUrl ? `The database of DATABASE_URL cannot be used: ${reason}` : reason,
    );
  }
}
