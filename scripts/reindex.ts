import { createApp } from '#app.ts';
import { loadEnvFile, readConfig } from '#config.ts';
import { indexingLoop, reindexAll } from '#features/knowledge/indexing.system.ts';
import { openDialect, openFoundation } from '#foundation.ts';
import { createLogger } from '#platform/logger.ts';

loadEnvFile();
const config = readConfig(process.env);
const log = createLogger({ ...config, level: config.logLevel });
const app = createApp(await openFoundation(config, log, await openDialect(config, log)));
const { embedder, vectors } = app;

if (!embedder || !vectors) {
  console.log(
    'There is no vector store to rebuild: set OPENAI_API_KEY, and PINECONE_API_KEY for Pinecone.',
  );
} else {
  await vectors.prepare();
  const count = await reindexAll(app);
  await indexingLoop({ ...app, embedder, vectors }).drain();
  console.log(`Rebuilt from the database: ${count} entries.`);
}
await app.db.close();
