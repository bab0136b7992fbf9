import { migrations, openDialect, openFoundation } from '#foundation.ts';
import { readConfig } from '#config.ts';
import { createLogger } from '#platform/logger.ts';
import { register } from '#features/businesses/register.system.ts';
import { addEntries } from '#features/knowledge/queries.ts';
import { businesses } from './businesses.ts';
import { topics } from './topics.ts';
void migrations;
const config = readConfig(process.env, 'main');
const log = createLogger({ ...config, level: config.logLevel });
const f = await openFoundation(config, log, await openDialect(config, log));
for (const b of businesses) {
  const { businessId } = await register(f, { businessName: b.name, whatsappNumber: b.number, ownerPhone: b.ownerPhone });
  await f.db.asBusiness(businessId as never, (tx) => addEntries(tx, topics.map((t) => t.entry), { source: 'api', now: new Date() }));
}
await f.db.close();
process.exit(0);
