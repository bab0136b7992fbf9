import type { App } from '#app.ts';
import { createApp } from '#app.ts';
import { loadEnvFile, readConfig } from '#config.ts';
import { openOrSay } from '#database.ts';
import { indexingLoop, reindexAll } from '#features/knowledge/indexing.system.ts';
import { openFoundation } from '#foundation.ts';
import { createLogger } from '#platform/logger.ts';
import { forPerson, Hitch } from './server-api.ts';

const USAGE = 'Rebuilds the vectors from the database: npm run reindex';

async function rebuild(app: App): Promise<void> {
  const { embedder, vectors } = app;
  if (!embedder || !vectors) {
    throw new Hitch(
      'There is no vector store to rebuild: set OPENAI_API_KEY, and PINECONE_API_KEY for Pinecone.',
    );
  }
  try {
    await vectors.prepare();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Hitch(`The vector store cannot be used: ${reason}`);
  }
  const count = await reindexAll(app);
  await indexingLoop({ ...app, embedder, vectors }).drain();
  console.log(`Rebuilt from the database: ${count} entries.`);
}

await forPerson(USAGE, async () => {
  loadEnvFile();
  const config = readConfig(process.env);
  const log = createLogger({ ...config, level: config.logLevel });
  const app = createApp(await openFoundation(config, log, await openOrSay(config, log)));
  try {
    await rebuild(app);
  } finally {
    await app.db.close();
  }
});
