import type { App } from '#app.ts';
import { createApp } from '#app.ts';
import { loadEnvFile, readConfig } from '#config.ts';
import { openOrSay } from '#database.ts';
import { reasonOf } from '#errors.ts';
import { rebuild } from '#features/knowledge/indexing.system.ts';
import { openFoundation } from '#foundation.ts';
import { createLogger } from '#platform/logger.ts';
import { forPerson, Hitch } from './server-api.ts';

const USAGE = 'Rebuilds the vectors from the database: npm run reindex';

async function rebuildAll(app: App): Promise<void> {
  const { embedder, vectors } = app;
  if (!embedder || !vectors) {
    throw new Hitch(
      'There is no vector store to rebuild: set OPENAI_API_KEY, and PINECONE_API_KEY for Pinecone.',
    );
  }
  await vectors.prepare().catch((error: unknown) => {
    throw new Hitch(`Nothing was indexed: ${reasonOf(error)}`);
  });
  const { indexed, total, reason } = await rebuild({ ...app, embedder, vectors });
  if (indexed < total) {
    throw new Hitch(
      `Only ${indexed} of ${total} entries are in the index: ${reason} ` +
        'A running server goes on trying; or put it right and run "npm run reindex" again.',
    );
  }
  console.log(`Rebuilt from the database: ${indexed} entries.`);
}

await forPerson(USAGE, async () => {
  loadEnvFile();
  const config = readConfig(process.env);
  const log = createLogger({ ...config, level: config.logLevel });
  const app = createApp(await openFoundation(config, log, await openOrSay(config, log)));
  try {
    await rebuildAll(app);
  } finally {
    await app.ledger.flush();
    await app.db.close();
  }
});
