import type { App } from './app.ts';
import { warmUp } from '#features/answers/knowledge-index.ts';
import { sweeper } from '#features/conversations/sweep.system.ts';
import { catchUp } from '#features/inbound/catch-up.system.ts';
import { taker } from '#features/inbound/webhook.ts';
import { mediaSweeper } from '#features/documents/forget-media.system.ts';
import { documentLoop } from '#features/documents/documents.system.ts';
import { keyWatch } from '#features/keys/watch.system.ts';
import { indexingLoop, useIndex } from '#features/knowledge/indexing.system.ts';

const PREPARE_AGAIN_MS = 60_000;
const LOOK_AGAIN_MS = 5_000;

/** Indexes entries once the vector store is ready, which it is asked again until it is. */
function vectorWork(app: App, prepared: () => Promise<void> | void) {
  const { embedder, vectors } = app;
  const indexing = embedder && vectors ? indexingLoop({ ...app, embedder, vectors }) : null;
  let timer: NodeJS.Timeout | undefined;

  const start = () => {
    if (!embedder || !vectors || !indexing) return;
    vectors
      .prepare()
      .then(() => useIndex({ ...app, embedder, vectors }))
      .then(indexing.start)
      .then(prepared)
      .catch((error: unknown) => {
        app.log.warn('the vector store is not ready', { reason: String(error) });
        timer = setTimeout(start, PREPARE_AGAIN_MS);
      });
  };

  return {
    start,
    async stop() {
      clearTimeout(timer);
      await indexing?.stop();
    },
  };
}

/** Everything that runs by itself, on one page: who takes webhooks catches up, who works replies, sends, sweeps and indexes. */
export function createWorkers(app: App, { serves, works }: { serves: boolean; works: boolean }) {
  const missed = catchUp({ ...app, take: taker(app) });
  const forgotten = sweeper(app);
  const documents = documentLoop(app);
  const oldMedia = mediaSweeper(app);
  const former = formerIndexWatch(app);
  const vectors = vectorWork(app, former.look);
  const keys = app.config.databaseUrl ? keyWatch(app) : null;

  return {
    start() {
      keys?.start();
      if (serves) missed.start();
      void former.look();
      if (!works) return;
      warmUp();
      app.turns.start();
      app.outbox.start();
      app.questions.start();
      forgotten.start();
      documents.start();
      oldMedia.start();
      vectors.start();
    },
    async stop() {
      former.stop();
      forgotten.stop();
      oldMedia.stop();
      const loops = [app.turns, app.questions, documents, missed, vectors];
      await Promise.all(loops.map((loop) => loop.stop()));
      await app.outbox.stop();
      await keys?.stop();
    },
  };
}

/** Looks for a former index, and again and again as long as there is one. */
function formerIndexWatch({ formerIndex, log }: App) {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const look = async () => {
    const again = await formerIndex.look().catch((error: unknown) => {
      log.warn('the former index is not known', { reason: String(error) });
      return true;
    });
    clearTimeout(timer);
    if (again && !isStopped) timer = setTimeout(() => void look(), LOOK_AGAIN_MS);
  };
  const stop = () => {
    isStopped = true;
    clearTimeout(timer);
  };
  return { look, stop };
}
