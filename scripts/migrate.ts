import { loadEnvFile, readConfig } from '#config.ts';
import { upgradeOrSay } from '#database.ts';
import { createLogger } from '#platform/logger.ts';
import { forPerson } from './server-api.ts';

const USAGE = 'Brings the database of DATABASE_URL up to date: npm run release';

await forPerson(USAGE, async () => {
  loadEnvFile();
  const config = readConfig(process.env, 'release');
  const log = createLogger({ level: config.logLevel, isProduction: config.isProduction });
  const applied = await upgradeOrSay(config, log);
  console.log(
    applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'The database is up to date.',
  );
});
