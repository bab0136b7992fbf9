import type { App } from './app.ts';
import { warmUp } from '#features/answers/knowledge-index.ts';
import { sweeper } from '#features/conversations/sweep.system.ts';
import { catchUp } from '#features/inbound/catch-up.system.ts';
import { taker } from '#features/inbound/webhook.ts';
import { indexingLoop, useIndex } from '#features/knowledge/indexing.system.ts';

const PREPARE_AGAIN_MS = 60_000;

/** Everything that runs by itself, on one page: who takes webhooks catches up, who works replies, sends, sweeps and indexes. */
export function createWorkers(app: App, { serves, works }: { serves: boolean; works: boolean }) {
  const missed = catchUp({ ...app, take: taker(app) });
  const forgotten = sweeper(app);
  const { embedder, vectors } = app;
  const indexing = embedder && vectors ? indexingLoop({ ...app, embedder, vectors }) : null;
  let timer: NodeJS.Timeout | undefined;

  const prepareVectors = () => {
    if (!embedder || !vectors || !indexing) return;
    vectors
      .prepare()
      .then(() => useIndex({ ...app, embedder, vectors }))
      .then(indexing.start)
      .catch((error: unknown) => {
        app.log.warn('the vector store is not ready', { reason: String(error) });
        timer = setTimeout(prepareVectors, PREPARE_AGAIN_MS);
      });
  };

  return {
    start() {
      if (serves) missed.start();
      if (!works) return;
      warmUp();
      app.turns.start();
      app.outbox.start();
      app.questions.start();
      forgotten.start();
      prepareVectors();
    },
    async stop() {
      clearTimeout(timer);
      forgotten.stop();
      await Promise.all([missed.stop(), app.turns.stop(), app.questions.stop(), indexing?.stop()]);
      await app.outbox.stop();
    },
  };
}
