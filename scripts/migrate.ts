import { readConfig } from '#config.ts';
import { migrations, openDialect } from '#foundation.ts';
import { migrate } from '#platform/db/migrate.ts';
import { createLogger } from '#platform/logger.ts';

const config = readConfig(process.env, 'release');
const log = createLogger({ level: config.logLevel, isProduction: config.isProduction });
const dialect = await openDialect(config, log);
const applied = await migrate(dialect, migrations, { disposable: true });
console.log(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'The database is up to date.');
